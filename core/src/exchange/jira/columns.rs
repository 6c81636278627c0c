//! What the columns of a Jira export are. The same header may stand there many times: once for each value.

use super::super::table::{Row, Table};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A value that becomes a field by a rule of its own, asked for by its header.
    Field,
    /// Words that become tags.
    Tag,
    /// The key of the epic or the parent.
    Parent,
    /// The key of an issue that this one waits for (`inward`) or that waits for this one.
    Blocks {
        /// True where this issue waits.
        inward: bool,
    },
    /// A link of another type, as in "Relates".
    OtherLink,
    /// Numbers and names that only Jira needs.
    Bookkeeping,
    /// All else: it goes to the notes.
    Other,
}

/// Columns with the same header, in the order of their first.
pub(super) struct Group {
    pub(super) header: String,
    pub(super) lower: String,
    pub(super) role: Role,
    pub(super) columns: Vec<usize>,
}

impl Group {
    /// The values of a row in these columns.
    pub(super) fn values<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = &'a str> {
        self.columns.iter().map(|column| row.cell(*column).trim()).filter(|cell| !cell.is_empty())
    }
}

/// All columns of a table.
pub(super) struct Columns {
    pub(super) groups: Vec<Group>,
}

impl Columns {
    pub(super) fn of(table: &Table) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        for (index, header) in table.headers().iter().enumerate() {
            let lower = header.to_lowercase();
            match groups.iter_mut().find(|group| group.lower == lower) {
                Some(group) => group.columns.push(index),
                None => groups.push(Group {
                    header: header.clone(),
                    role: role(&lower),
                    lower,
                    columns: vec![index],
                }),
            }
        }
        Self { groups }
    }

    /// The first column with a header, given in lower case.
    pub(super) fn first(&self, lower: &str) -> Option<usize> {
        self.groups.iter().find(|group| group.lower == lower).and_then(|group| group.columns.first().copied())
    }

    /// The headers of the columns with a role.
    pub(super) fn names(&self, role: &Role) -> Vec<&str> {
        self.groups.iter().filter(|group| group.role == *role).map(|group| group.header.as_str()).collect()
    }
}

/// Read by rules of their own.
const FIELDS: &str = "|issue key|summary|status|status category|priority|assignee|due date|resolved|resolution|\
    status category changed|start date|description|";
const TAGS: &str = "|labels|component/s|components|fix version/s|fix versions|sprint|issue type|";
const PARENTS: &str = "|epic link|parent|parent key|";
const BOOKKEEPING: &str = "|issue id|parent id|parent summary|assignee id|reporter id|creator id|watchers|watchers id|\
    project key|project name|project type|project lead|project lead id|project description|project url|last viewed|\
    updated|work ratio|votes|rank|satisfaction date|security level|";

fn role(header: &str) -> Role {
    for (side, inward) in [("inward issue link", true), ("outward issue link", false)] {
        if let Some(kind) = header.strip_prefix(side) {
            return if kind.trim() == "(blocks)" { Role::Blocks { inward } } else { Role::OtherLink };
        }
    }
    let custom = header.strip_prefix("custom field (").and_then(|rest| rest.strip_suffix(')'));
    let name = format!("|{}|", custom.unwrap_or(header));
    let roles =
        [(FIELDS, Role::Field), (TAGS, Role::Tag), (PARENTS, Role::Parent), (BOOKKEEPING, Role::Bookkeeping)];
    roles.into_iter().find(|(names, _)| names.contains(&name)).map_or(Role::Other, |(_, role)| role)
}

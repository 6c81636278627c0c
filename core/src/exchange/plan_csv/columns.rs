//! Which column of a table holds what, and which fields the table so speaks of.

use std::collections::BTreeMap;

use super::super::table::Table;
use super::COLUMNS;
use crate::board::{FieldName, gathered};

/// Which column of a table holds what.
pub(super) struct Columns {
    known: BTreeMap<&'static str, usize>,
    /// The others, with their names.
    pub(super) unknown: Vec<(usize, String)>,
}

impl Columns {
    pub(super) fn of(table: &Table) -> Self {
        let known: BTreeMap<&str, usize> =
            gathered(COLUMNS.into_iter().filter_map(|name| Some((name, table.column(name)?))));
        let taken = |index: &usize| known.values().any(|known| known == index);
        let headers = table.headers().iter().enumerate();
        let unknown =
            headers.filter(|(index, _)| !taken(index)).map(|(index, name)| (index, name.clone())).collect();
        Self { known, unknown }
    }

    pub(super) fn get(&self, name: &str) -> Option<usize> {
        self.known.get(name).copied()
    }

    /// The fields that the table speaks of.
    pub(super) fn speaks(&self) -> Vec<FieldName> {
        const FIELDS: [(&str, FieldName); 28] = [
            ("title", FieldName::Title),
            ("kind", FieldName::Kind),
            ("important", FieldName::Important),
            ("urgent", FieldName::Urgent),
            ("priority", FieldName::Priority),
            ("core", FieldName::Core),
            ("reason", FieldName::Refusal),
            ("duration", FieldName::Duration),
            ("not before", FieldName::NotBefore),
            ("deadline", FieldName::Deadline),
            ("awaited by", FieldName::AwaitedBy),
            ("requested", FieldName::Requested),
            ("promised", FieldName::Promised),
            ("chase on", FieldName::ChaseOn),
            ("buffer", FieldName::Buffer),
            ("status", FieldName::Progress),
            ("responsible", FieldName::Responsible),
            ("accountable", FieldName::Accountable),
            ("consulted", FieldName::Consulted),
            ("informed", FieldName::Informed),
            ("door", FieldName::Door),
            ("reach", FieldName::Reach),
            ("impact", FieldName::Impact),
            ("confidence", FieldName::Confidence),
            ("effort", FieldName::Effort),
            ("ease", FieldName::Ease),
            ("reasons", FieldName::Reasons),
            ("tags", FieldName::Tags),
        ];
        let named =
            FIELDS.into_iter().filter(|(name, _)| self.known.contains_key(name)).map(|(_, field)| field);
        let noted = self.known.contains_key("notes") || !self.unknown.is_empty();
        gathered(named.chain(noted.then_some(FieldName::Notes)))
    }
}

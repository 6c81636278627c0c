//! An item: one thing on the board, and its fields as values of their own.
//!
//! The fields are declared once. From the declaration come the struct, a value for "this field with that content"
//! ([`ItemField`]), and the way to put it in and get the old one out, on which commands, undo, the log and the
//! comparison of imports rest.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    Answer, Date, Days, Decimal, Door, Extra, ItemId, Name, OrderKey, Percent, PersonId, Progress, Quadrant,
    Title, is_default,
};

/// What an item is: our work, or something outside the team that we wait for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Done by us.
    #[default]
    Work,
    /// Another team.
    Team,
    /// A system.
    System,
    /// An API.
    Api,
    /// A tool.
    Tool,
    /// A vendor.
    Vendor,
}

impl Kind {
    /// All of them, work first.
    pub const ALL: [Self; 6] = [Self::Work, Self::Team, Self::System, Self::Api, Self::Tool, Self::Vendor];

    /// True for everything but our own work.
    pub const fn is_external(self) -> bool {
        !matches!(self, Self::Work)
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Team => "team",
            Self::System => "system",
            Self::Api => "api",
            Self::Tool => "tool",
            Self::Vendor => "vendor",
        }
    }
}

/// How much an item matters against others; the first is the most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Priority {
    /// Drop everything else.
    P0,
    /// Next.
    P1,
    /// Soon.
    P2,
    /// When there is room.
    P3,
    /// Not planned; also where nobody has said.
    #[default]
    #[serde(rename = "backlog")]
    Backlog,
}

impl Priority {
    /// All of them, the highest first.
    pub const ALL: [Self; 5] = [Self::P0, Self::P1, Self::P2, Self::P3, Self::Backlog];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::P0 => "P0",
            Self::P1 => "P1",
            Self::P2 => "P2",
            Self::P3 => "P3",
            Self::Backlog => "backlog",
        }
    }
}

/// Why, by whom and when an item was refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The reason in words; empty until somebody gives one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: String,
    /// Who said no.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by: Option<PersonId>,
    /// The day it was said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub on: Option<Date>,
}

/// A team or a person outside who waits for our item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Awaited {
    /// Who waits.
    pub who: Name,
    /// The day they need it; it acts as a deadline.
    pub by: Date,
}

impl Awaited {
    /// What a person typed: `Payments 12 mar; Search team fri`. Each part ends with a date.
    pub fn typed(text: &str, today: Date) -> Result<Vec<Self>, String> {
        text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(|part| Self::typed_one(part, today)).collect()
    }

    fn typed_one(part: &str, today: Date) -> Result<Self, String> {
        let words: Vec<&str> = part.split_whitespace().collect();
        let at = |split: usize| {
            let (who, date) = words.split_at(split);
            let by = Date::typed(&date.join(" "), today).ok()?;
            Some(Self { who: who.join(" ").parse().ok()?, by })
        };
        // The longest date first: in "Payments 12 mar" it is "12 mar", not "mar".
        let found = (words.len().saturating_sub(3)..words.len()).find_map(at);
        found.ok_or_else(|| format!("'{part}' needs a name and a date, such as Payments 12 mar"))
    }
}

/// Where an imported item comes from, and what it said there when it was last taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Which tool and which board of it, such as `trello:5fcbec03`.
    pub origin: String,
    /// The item's key there.
    pub key: String,
    /// What was taken from there the last time, field by field: what differs now was changed there, what differs
    /// on the board was changed here.
    #[serde(default, skip_serializing_if = "is_default")]
    pub seen: Vec<ItemField>,
    /// The people it named there, by the names they have there: who was renamed here is still known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub names: BTreeMap<Name, PersonId>,
}

macro_rules! item_fields {
    ($($(#[$doc:meta])* $Field:ident $field:ident : $Type:ty,)*) => {
        /// One thing on the board. Its [`ItemId`] never changes; everything else does by a command.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Item {
            /// Which item.
            pub id: ItemId,
            $($(#[$doc])* #[serde(default, skip_serializing_if = "is_default")] pub $field: $Type,)*
            /// Fields this version does not know.
            #[serde(flatten)]
            pub extra: Extra,
        }

        /// The name of a field of an [`Item`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FieldName {
            $($(#[$doc])* $Field,)*
        }

        /// A field of an [`Item`] with its content.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ItemField {
            $($(#[$doc])* $Field($Type),)*
        }

        impl ItemField {
            /// Which field it is.
            pub const fn name(&self) -> FieldName {
                match self {
                    $(Self::$Field(_) => FieldName::$Field,)*
                }
            }
        }

        impl Item {
            /// An item with nothing but an id.
            pub fn new(id: ItemId) -> Self {
                Self { id, $($field: Default::default(),)* extra: Extra::new() }
            }

            /// A field's content.
            pub fn field(&self, name: FieldName) -> ItemField {
                match name {
                    $(FieldName::$Field => ItemField::$Field(self.$field.clone()),)*
                }
            }

            /// Puts a content into its field and gives back what was there.
            pub fn replace(&mut self, field: ItemField) -> ItemField {
                match field {
                    $(ItemField::$Field(new) => ItemField::$Field(std::mem::replace(&mut self.$field, new)),)*
                }
            }
        }
    };
}

item_fields! {
    /// What it is called.
    Title title: Title,
    /// Our work, or something outside the team.
    Kind kind: Kind,
    /// Its place in the board's one manual order.
    Order order: OrderKey,
    /// Important? With [`Item::urgent`] it makes the quadrant.
    Important important: Option<Answer>,
    /// Urgent?
    Urgent urgent: Option<Answer>,
    /// How much it matters against others.
    Priority priority: Priority,
    /// Why it was refused, for an item in Eliminate.
    Refusal refusal: Option<Refusal>,
    /// Working days it takes; 0 is a milestone, `None` a guess.
    Duration duration: Option<Days>,
    /// The day before which it does not start.
    NotBefore not_before: Option<Date>,
    /// The day it must be finished by.
    Deadline deadline: Option<Date>,
    /// Who outside waits for it.
    AwaitedBy awaited_by: Vec<Awaited>,
    /// The day the giver was asked.
    Requested requested: Option<Date>,
    /// The giver's explicit date now.
    Promised promised: Option<Date>,
    /// The first promise, or a later one that was accepted anew.
    Agreed agreed: Option<Date>,
    /// Percent of slack behind an external item, where it differs from the board's.
    Buffer buffer: Option<Percent>,
    /// How far it is.
    Progress progress: Progress,
    /// Who does it; for an external item, the giver.
    Responsible responsible: Option<PersonId>,
    /// Who owns the outcome; for an external item, who chases it.
    Accountable accountable: Option<PersonId>,
    /// Who is asked.
    Consulted consulted: BTreeSet<PersonId>,
    /// Who is told.
    Informed informed: BTreeSet<PersonId>,
    /// Whether it can be taken back.
    Door door: Option<Door>,
    /// How many it reaches per period.
    Reach reach: Option<Decimal>,
    /// How much it does for each: 3, 2, 1, 0.5, 0.25.
    Impact impact: Option<Decimal>,
    /// How sure we are, in percent.
    Confidence confidence: Option<Decimal>,
    /// Person-months it costs.
    Effort effort: Option<Decimal>,
    /// How easy it is, 1 to 10 (ICE).
    Ease ease: Option<Decimal>,
    /// Words to find it by.
    Tags tags: BTreeSet<Name>,
    /// Everything else, as text.
    Notes notes: String,
    /// Where it was imported from.
    Source source: Option<Source>,
    /// The day it was thrown away; `None` while it is on the board.
    Trashed trashed: Option<Date>,
}

impl Item {
    /// The quadrant it stands in; `None` is the Inbox.
    pub const fn quadrant(&self) -> Option<Quadrant> {
        Quadrant::of(self.important, self.urgent)
    }

    /// True where nobody does it or nobody owns its outcome.
    pub const fn has_ownership_gap(&self) -> bool {
        self.responsible.is_none() || self.accountable.is_none()
    }

    /// Everyone it names.
    pub fn people(&self) -> impl Iterator<Item = PersonId> + '_ {
        let refused_by = self.refusal.as_ref().and_then(|refusal| refusal.by);
        [self.responsible, self.accountable, refused_by]
            .into_iter()
            .flatten()
            .chain(self.consulted.iter().copied())
            .chain(self.informed.iter().copied())
    }

    /// The earliest day that something outside the plan wants it by: its deadline or the first who awaits it.
    pub fn due(&self) -> Option<Date> {
        self.deadline.into_iter().chain(self.awaited_by.iter().map(|a| a.by)).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replacing_a_field_gives_back_what_undoes_it() {
        let mut item = Item::new(ItemId::new(uuid::Uuid::nil()));
        let before = item.clone();
        let old = item.replace(ItemField::Notes("later".to_owned()));
        assert_eq!(old, ItemField::Notes(String::new()));
        assert_eq!(item.field(FieldName::Notes), ItemField::Notes("later".to_owned()));
        item.replace(old);
        assert_eq!(item, before);
    }

    #[test]
    fn those_who_wait_are_typed_with_the_day_they_need_it() {
        let today = Date::new(2026, 3, 2).unwrap();
        let typed = Awaited::typed("Team Payments 12 mar; Search 2026-04-01;", today).unwrap();
        let said: Vec<String> = typed.iter().map(|a| format!("{} {}", a.who, a.by)).collect();
        assert_eq!(said, ["Team Payments 2026-03-12", "Search 2026-04-01"]);
        assert!(Awaited::typed("Payments", today).is_err());
        assert!(Awaited::typed("fri", today).is_err());
    }

    #[test]
    fn an_item_writes_only_what_it_has_and_keeps_what_this_version_does_not_know() {
        let text = r#"{"id":"00000000-0000-0000-0000-000000000001","title":"A","mood":"blue"}"#;
        let item: Item = serde_json::from_str(text).unwrap();
        let written = serde_json::to_string(&item).unwrap();
        assert_eq!(written, text);
    }
}

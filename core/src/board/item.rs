//! An item: one thing on the board, and its fields as values of their own.
//!
//! The fields are declared once. From the declaration come the struct, a value for "this field with that content"
//! ([`ItemField`]), and the way to put it in and get the old one out, on which commands, undo, the log and the
//! comparison of imports rest.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    Answer, Awaited, Date, Days, Decimal, Door, Extra, ItemId, Kind, Name, OrderKey, Percent, PersonId,
    Priority, Progress, Quadrant, Reasons, Title, is_default,
};

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

/// A promise that was replaced by another, or taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierPromise {
    /// The day that was promised.
    pub promised: Date,
    /// The day it was given up.
    pub until: Date,
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
            #[inline(never)]
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
    /// Without it the goal is not reached: it is never cut.
    Core core: bool,
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
    /// What was promised before, the first promise first.
    EarlierPromises earlier_promises: Vec<EarlierPromise>,
    /// The day we ask again.
    ChaseOn chase_on: Option<Date>,
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
    /// Why it should come first, or can wait.
    Reasons reasons: Reasons,
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

    /// True where nobody of us has it: nobody does or answers for our work, nobody chases what comes from outside.
    pub const fn is_unowned(&self) -> bool {
        self.accountable.is_none() && (self.responsible.is_none() || self.kind.is_external())
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
    fn an_item_writes_only_what_it_has_and_keeps_what_this_version_does_not_know() {
        let text = r#"{"id":"00000000-0000-0000-0000-000000000001","title":"A","mood":"blue"}"#;
        let item: Item = serde_json::from_str(text).unwrap();
        let written = serde_json::to_string(&item).unwrap();
        assert_eq!(written, text);
    }
}

//! What stands on the example board: an API that three teams wait for, and all that comes in between.
//!
//! Days are working days from the day the board is made. Anything before today is a fact.

use super::row::{Day, Frame, Row};
use crate::board::LinkKind::{self, FinishToFinish, FinishToStart, StartToFinish, StartToStart};
use crate::board::Priority::{P0, P1, P2, P3};
use crate::board::Quadrant::{Delegate, Do, Eliminate, Schedule};
use crate::board::{Door, Kind};

pub(super) const NAME: &str = "Example: Orders API v2";
pub(super) const GOAL: &str =
    "the mobile app and the partner portal run on Orders API v2, and nobody calls v1 any more.";
pub(super) const START: i32 = -10;
pub(super) const TARGET: i32 = 18;

pub(super) const AMARA: &str = "Amara Okafor";
const JONAS: &str = "Jonas Lindqvist";
pub(super) const LEILA: &str = "Leila Haddad";
const MEI: &str = "Mei Tanaka";
const PRIYA: &str = "Priya Raman";
const RAFAEL: &str = "Rafael Souza";
pub(super) const TOMASZ: &str = "Tomasz Zieliński";
const IDENTITY: &str = "Identity team";
const SHIPRA: &str = "Shipra (carrier rates)";
const PURCHASING: &str = "Purchasing";

pub(super) const PEOPLE: [&str; 10] =
    [AMARA, JONAS, LEILA, MEI, PRIYA, RAFAEL, TOMASZ, IDENTITY, SHIPRA, PURCHASING];

/// What waits for what. The chain that decides the finish: sandbox, tests, mobile, portal, off.
pub(super) const LINKS: [(&str, &str, LinkKind, i32); 18] = [
    ("callers", "contract", FinishToStart, 0),
    ("contract", "endpoints", FinishToStart, 0),
    ("contract", "guide", FinishToStart, 0),
    ("patch", "endpoints", FinishToStart, 0),
    ("endpoints", "tests", StartToStart, 2),
    ("endpoints", "tests", FinishToFinish, 1),
    ("sandbox", "tests", FinishToStart, 0),
    ("endpoints", "mobile", FinishToStart, 0),
    ("tests", "mobile", FinishToStart, 0),
    ("tests", "portal", FinishToStart, 0),
    ("mobile", "portal", StartToStart, 2),
    ("endpoints", "load", FinishToStart, 0),
    ("slow", "load", FinishToStart, 0),
    ("licence", "load", FinishToStart, 0),
    ("load", "off", FinishToStart, 0),
    ("portal", "off", FinishToStart, 3),
    ("off", "both", StartToFinish, 0),
    ("rates", "checkout", FinishToStart, 0),
];

pub(super) fn rows(at: Frame) -> Vec<Row> {
    let parts = [now, build, migrate, alongside, wait, hand_over, say_no_to, judge_yet];
    parts.into_iter().flat_map(|part| part(at)).collect()
}

fn now(at: Frame) -> Vec<Row> {
    vec![
        at.row(Do, "contract", "Publish the API contract for Orders v2")
            .priority(P0)
            .days(4)
            .started(Day(-2), 2)
            .owner(AMARA)
            .consulted([MEI, TOMASZ])
            .informed([LEILA])
            .awaited([("Mobile team", Day(4)), ("Partner portal", Day(6)), ("Data warehouse", Day(10))])
            .door(Door::OneWay)
            .rice(9000, "3", 100, "0.5")
            .tags(["api"])
            .notes(
                "Three teams have stopped until it is out. Names and error codes cannot be changed later.",
            ),
        at.row(Do, "patch", "Patch the auth library: expired tokens are accepted")
            .priority(P1)
            .days(2)
            .deadline(Day(3))
            .raci(JONAS, AMARA)
            .door(Door::TwoWay)
            .rice(12_000, "3", 80, "0.5")
            .tags(["security"]),
        at.row(Do, "sandbox", "Sandbox tenants that know Orders v2")
            .priority(P1)
            .asked(Kind::Team, Day(-8))
            .promised(Day(4), Day(6))
            .raci(IDENTITY, AMARA)
            .tags(["api"])
            .notes("Two days later than first promised. Nothing can be tested against real tenants before."),
        at.row(Do, "slow", "Order search is three times slower since the last release")
            .priority(P2)
            .days(3)
            .owner(PRIYA)
            .rice(6000, "2", 80, "1.5")
            .tags(["performance", "customers"]),
    ]
}

fn build(at: Frame) -> Vec<Row> {
    vec![
        at.row(Schedule, "callers", "Find out who still calls v1")
            .priority(P0)
            .days(4)
            .done(Some(Day(-9)), Day(-6))
            .owner(PRIYA)
            .tags(["api"])
            .notes("Mobile app, partner portal, data warehouse, and one forgotten script in support."),
        at.row(Schedule, "endpoints", "Build the v2 endpoints behind a switch")
            .priority(P0)
            .days(8)
            .raci(MEI, AMARA)
            .rice(9000, "2", 80, "2")
            .tags(["api"]),
        at.row(Schedule, "tests", "Contract tests that every caller can run")
            .priority(P1)
            .days(4)
            .raci(RAFAEL, MEI)
            .tags(["api", "quality"]),
    ]
}

fn migrate(at: Frame) -> Vec<Row> {
    vec![
        at.row(Schedule, "mobile", "Move the mobile app to v2")
            .priority(P0)
            .days(5)
            .owner(LEILA)
            .door(Door::TwoWay)
            .tags(["migration", "customers"]),
        at.row(Schedule, "portal", "Move the partner portal to v2")
            .priority(P1)
            .days(4)
            .raci(TOMASZ, LEILA)
            .tags(["migration", "customers"]),
        at.row(Schedule, "load", "Load test at three times the daily peak")
            .priority(P1)
            .days(3)
            .tags(["performance", "quality"])
            .notes("Nobody has taken this one yet."),
        at.row(Schedule, "off", "Switch v1 off")
            .priority(P1)
            .days(1)
            .owner(AMARA)
            .informed([LEILA, TOMASZ, PRIYA])
            .door(Door::OneWay)
            .tags(["migration"])
            .notes("Three quiet days after the last caller has moved."),
    ]
}

fn alongside(at: Frame) -> Vec<Row> {
    vec![
        at.row(Schedule, "both", "Run v1 and v2 side by side")
            .priority(P2)
            .days(8)
            .owner(JONAS)
            .tags(["migration"])
            .notes("Ends when v1 is switched off, not before."),
        at.row(Schedule, "guide", "Write the guide from v1 to v2")
            .priority(P2)
            .days(2)
            .owner(PRIYA)
            .tags(["api"]),
        at.row(Schedule, "licence", "Licence for the load test tool")
            .priority(P1)
            .asked(Kind::Tool, Day(-10))
            .promised(Day(-3), Day(-3))
            .done(None, Day(-3))
            .raci(PURCHASING, JONAS),
    ]
}

fn wait(at: Frame) -> Vec<Row> {
    vec![
        at.row(Schedule, "rates", "Rates API v3 of our carrier vendor")
            .priority(P2)
            .asked(Kind::Api, Day(-5))
            .days(5)
            .raci(SHIPRA, RAFAEL)
            .notes("Asked twice. The answer was \"soon\", which is not a date."),
        at.row(Schedule, "checkout", "Show live carrier rates at checkout")
            .priority(P2)
            .days(5)
            .owner(RAFAEL)
            .rice(5000, "1", 50, "1.5")
            .tags(["customers"]),
        at.row(Schedule, "refactor", "Take the order rules apart so that they can be tested")
            .priority(P3)
            .days(5)
            .owner(MEI)
            .door(Door::TwoWay)
            .rice(1500, "1", 80, "1")
            .tags(["quality"]),
        at.row(Schedule, "explore", "Explore: orders that customers can follow live")
            .owner(LEILA)
            .ice(8, 7, 3)
            .tags(["customers"])
            .notes("For later. Nobody has said how long it takes."),
    ]
}

fn hand_over(at: Frame) -> Vec<Row> {
    vec![
        at.row(Delegate, "report", "Ad-hoc report: orders by region for the sales review")
            .priority(P3)
            .days(1)
            .deadline(Day(2))
            .raci(TOMASZ, PRIYA)
            .tags(["report"]),
        at.row(Delegate, "access", "Access requests for the partner portal, all in one go")
            .priority(P3)
            .days(1)
            .owner(TOMASZ),
    ]
}

fn say_no_to(at: Frame) -> Vec<Row> {
    vec![
        at.row(Eliminate, "rewrite", "Pet project: rewrite the order service in another language")
            .owner(JONAS)
            .refused("does not move the needle", AMARA, Day(-4))
            .door(Door::OneWay),
        at.row(Eliminate, "dark", "Dark theme for the admin pages")
            .owner(LEILA)
            .refused("not now: v2", PRIYA, Day(-4))
            .rice(300, "0.25", 50, "1"),
    ]
}

fn judge_yet(at: Frame) -> Vec<Row> {
    vec![
        at.inbox("webhooks", "Retry failed webhooks without a person")
            .priority(P2)
            .rice(3800, "2", 80, "1")
            .tags(["customers"]),
        at.inbox("export", "Customers want to export their orders as CSV").ice(6, 4, 8).tags(["customers"]),
        at.inbox("invoice", "Invoices show the time of the wrong time zone").priority(P1),
        at.inbox("certificate", "Certificate of the staging server runs out").owner(JONAS).deadline(Day(12)),
        at.inbox("alerts", "Half of the alerts at night are noise"),
    ]
}

//! The tables of the archive, as `docs/format.md` describes them.

use redb::TableDefinition;

/// A table of bytes by bytes.
pub(super) type Bytes = TableDefinition<'static, &'static [u8], &'static [u8]>;

/// Every row by noun and id.
pub(super) const ROWS: Bytes = TableDefinition::new("rows");
/// Earlier versions by noun, id and revision.
pub(super) const HISTORY: Bytes = TableDefinition::new("history");
/// The way back along every reference: relation, target, noun, id.
pub(super) const LINKS: Bytes = TableDefinition::new("links");
/// The change log by number.
pub(super) const LOG: TableDefinition<'static, u64, &'static [u8]> = TableDefinition::new("log");
/// Counters and the format's version, by name.
pub(super) const COUNTERS: TableDefinition<'static, &'static str, u64> =
    TableDefinition::new("counters");
/// How people sign in, by person.
pub(super) const ACCOUNTS: Bytes = TableDefinition::new("accounts");
/// Sessions by the hash of their secret.
pub(super) const SESSIONS: Bytes = TableDefinition::new("sessions");
/// Tokens by the hash of their secret.
pub(super) const TOKENS: Bytes = TableDefinition::new("tokens");
/// Share links by the hash of their secret.
pub(super) const SHARES: Bytes = TableDefinition::new("shares");
/// How people want to be reminded, by person.
pub(super) const REMINDING: Bytes = TableDefinition::new("reminding");
/// What became of reminders: person, occasion, what it is about.
pub(super) const MEMOS: Bytes = TableDefinition::new("memos");
/// When each mail was taken in, in milliseconds since 1970, by the hash that it is known by.
pub(super) const MAILS: TableDefinition<'static, &'static [u8], i64> =
    TableDefinition::new("mails");
/// The days counted, by number: when, by the clock of then, and the newest change of then.
pub(super) const DAYS: TableDefinition<'static, u64, (i64, u64)> = TableDefinition::new("days");
/// How many of them are kept: a few more than anybody asks for.
pub(super) const DAYS_KEPT: u64 = 40;

/// The counter that holds the version of the format.
pub(super) const FORMAT: &str = "format";
/// The counter of label numbers.
pub(super) const NUMBER: &str = "number";
/// The counter of reports.
pub(super) const REPORT: &str = "report";

//! Share links: who makes and revokes them, and what they open for somebody outside the household.
//!
//! Whoever has a link and its passcode sees the reports that it names, and nothing else. Each time it is asked anew whether the link
//! is still there, in time, and about what is not in the bin: so whatever ends it, ends it at once.

use jiff::Timestamp;

use super::{Manager, Viewer, password, session::Secret, share_key};
use crate::{
    clock::Clock,
    domain::{
        incident::{Incident, IncidentId},
        invalid::Invalid,
        report::{Report, ReportId},
        share::{Share, ShareId},
        text,
    },
    error::{Error, Result},
    store::{Row, Rows, SecretHash, Secrets, Store, Writer},
};

/// Where links lead: what is beneath it is for strangers, and kept by no cache.
pub const ROOT: &str = "/shared";

/// The digits of a passcode: with a wait of up to a quarter of an hour for each guess, nobody finds one of so many.
const DIGITS: u32 = 8;

/// What somebody wants to share of an incident.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The reports.
    pub reports: Vec<ReportId>,
    /// For whom.
    pub label: String,
    /// For how many days.
    pub days: u16,
}

/// A link that was made: what is shown once, and kept nowhere.
pub struct Made {
    /// The link.
    pub share: Share,
    /// Its secret, for its address.
    pub secret: Secret,
    /// Its passcode, in two groups.
    pub passcode: String,
}

/// What a link opens now.
pub struct Opened {
    /// The link.
    pub share: Share,
    /// The reports, in the order of their numbers.
    pub reports: Vec<Row<Report>>,
}

impl Opened {
    /// One of the reports.
    ///
    /// # Errors
    /// [`Error::NotFound`] for any other.
    pub fn report(&self, id: ReportId) -> Result<&Row<Report>> {
        let found = self.reports.iter().find(|report| report.id == id);
        found.ok_or(Error::NotFound)
    }
}

/// Makes a link. Slow on purpose: call it off the async threads.
///
/// # Errors
/// [`Error::Invalid`] by field; [`Error::NotFound`] when there is no such incident.
pub fn make(
    store: &Store,
    manager: &Manager,
    incident: IncidentId,
    wanted: &Wanted,
) -> Result<Made> {
    check(&store.read()?, manager, incident, wanted)?;
    let clock = store.clock();
    let passcode = passcode(clock)?;
    let hash = password::hash(&passcode, clock)?;
    let secret = Secret::new(clock)?;
    let now = clock.now();
    let share = store.write(Some(manager.person()), "share-make", |tx| {
        let (label, reports) = check(tx, manager, incident, wanted)?;
        sweep(tx)?;
        let language = reports.first().map(|report| report.details.language);
        let share = Share {
            id: clock.id(),
            incident,
            language: language.unwrap_or_default(),
            reports: reports.iter().map(|report| report.id).collect(),
            label,
            by: manager.person(),
            since: now,
            expires: Share::ends_after(wanted.days, now),
            passcode: hash,
            views: None,
        };
        tx.put_share(secret.hash(), &share)?;
        Ok(share)
    })?;
    let (first, second) = passcode.split_at(passcode.len() / 2);
    Ok(Made {
        share: share.value,
        secret,
        passcode: format!("{first} {second}"),
    })
}

fn passcode(clock: &Clock) -> Result<String> {
    let chance = u64::from_be_bytes(clock.secret()?);
    let digits = DIGITS as usize;
    Ok(format!("{:0digits$}", chance % 10_u64.pow(DIGITS)))
}

/// For whom it is, and the reports that it shows, each once.
fn check(
    rows: &(impl Rows + Secrets),
    manager: &Manager,
    incident: IncidentId,
    wanted: &Wanted,
) -> Result<(String, Vec<Row<Report>>)> {
    let offered = offered(rows, manager.viewer(), incident)?;
    let mut invalid = Invalid::default();
    let is_offered = |id: &ReportId| offered.iter().any(|report| report.id == *id);
    if wanted.reports.is_empty() || !wanted.reports.iter().all(is_offered) {
        invalid.push("reports", "error-share-reports");
    }
    if !(1..=Share::MOST_DAYS).contains(&wanted.days) {
        invalid.push("days", "error-share-days");
    }
    if of_incident(rows, manager, incident)?.len() >= Share::MOST {
        invalid.push("label", "error-share-many");
    }
    let label = text::name(&wanted.label, text::NAME).unwrap_or_else(|why| {
        invalid.push("label", why);
        String::new()
    });
    let chosen = offered.into_iter();
    let chosen = chosen.filter(|report| wanted.reports.contains(&report.id));
    invalid.or((label, chosen.collect())).map_err(Error::from)
}

/// Lets go of the links of incidents that are gone for good.
fn sweep(tx: &mut Writer<'_>) -> Result<()> {
    for (secret, share) in tx.all_shares()? {
        if tx.find::<Incident>(share.incident)?.is_none() {
            tx.remove_share(secret)?;
        }
    }
    Ok(())
}

/// The reports of an incident that can be shared, in the order of their numbers.
///
/// # Errors
/// [`Error::NotFound`] when the incident is not there, or not for their eyes.
pub fn offered(
    rows: &impl Rows,
    viewer: &Viewer,
    incident: IncidentId,
) -> Result<Vec<Row<Report>>> {
    live(&viewer.incident(rows, incident)?)?;
    let mut reports: Vec<Row<Report>> = rows.all()?;
    reports.retain(|report| Share::may_show(incident, report) && viewer.sees_report(report));
    reports.sort_by_key(|report| report.number);
    Ok(reports)
}

/// The links of an incident, those that are over too, the newest first.
///
/// # Errors
/// [`Error::NotFound`] when the incident is not there, or not for their eyes.
pub fn of_incident(
    rows: &(impl Rows + Secrets),
    manager: &Manager,
    incident: IncidentId,
) -> Result<Vec<Share>> {
    live(&manager.viewer().incident(rows, incident)?)?;
    let shares = rows.all_shares()?.into_iter().map(|(_, share)| share);
    let mut shares: Vec<_> = shares.filter(|share| share.incident == incident).collect();
    shares.sort_by_key(|share| std::cmp::Reverse((share.since, share.id)));
    Ok(shares)
}

fn live(incident: &Row<Incident>) -> Result<()> {
    match incident.binned {
        Some(_) => Err(Error::NotFound),
        None => Ok(()),
    }
}

/// Revokes a link: it opens nothing from now on, for whoever has it open either.
///
/// # Errors
/// [`Error::NotFound`] when there is no such link of the incident.
pub fn revoke(store: &Store, manager: &Manager, incident: IncidentId, id: ShareId) -> Result<()> {
    store.write(Some(manager.person()), "share-revoke", |tx| {
        manager.viewer().incident(tx, incident)?;
        let mut shares = tx.all_shares()?.into_iter();
        let found = shares.find(|(_, share)| share.id == id && share.incident == incident);
        let (secret, _) = found.ok_or(Error::NotFound)?;
        tx.remove_share(secret)
    })?;
    Ok(())
}

/// What a link opens, for who has its key or is about to give its passcode.
///
/// # Errors
/// [`Error::NotFound`] for a link that never was, is over, was revoked, or has nothing to show: nobody can tell which.
pub fn open(rows: &(impl Rows + Secrets), secret: &str, now: Timestamp) -> Result<Opened> {
    let share = rows.share(SecretHash::of(secret))?;
    let share = share.filter(|share| !share.is_over(now));
    let share = share.ok_or(Error::NotFound)?;
    live(&rows.get(share.incident)?)?;
    let mut reports = Vec::new();
    for id in &share.reports {
        let report: Option<Row<Report>> = rows.find(*id)?;
        let shown = |report: &Row<Report>| {
            report.binned.is_none() && Share::may_show(share.incident, report)
        };
        reports.extend(report.filter(shown));
    }
    if reports.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(Opened { share, reports })
}

/// What a link opens for a browser that holds a key; none while its passcode has not been given.
///
/// # Errors
/// As [`open`].
pub fn open_with(
    rows: &(impl Rows + Secrets),
    secret: &str,
    key: Option<&str>,
    now: Timestamp,
) -> Result<Option<Opened>> {
    let opened = open(rows, secret, now)?;
    let is_key = key.is_some_and(|key| share_key::opens(&opened.share, secret, key, now));
    Ok(is_key.then_some(opened))
}

/// Takes a passcode, as people type it, and gives the key that the browser holds from now on. Slow on purpose: call it off the async
/// threads.
///
/// # Errors
/// [`Error::Denied`] when it is wrong; as [`open`].
pub fn unlock(store: &Store, secret: &str, typed: &str) -> Result<String> {
    let now = store.clock().now();
    let opened = open(&store.read()?, secret, now)?;
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if !password::matches(&digits, Some(&opened.share.passcode))? {
        return Err(Error::Denied);
    }
    let hash = SecretHash::of(secret);
    let counted = store.write(None, "share-view", |tx| {
        // It may have been revoked since it was read, and what was revoked stays so.
        let share = open(tx, secret, now)?.share;
        tx.put_share(hash, &share.viewed(now))
    });
    match counted {
        Ok(_) => {}
        Err(Error::NotFound) => return Err(Error::NotFound),
        // The disk may be full or read-only: looking goes on all the same.
        Err(error) => tracing::warn!(%error, "could not count a look at a share link"),
    }
    Ok(share_key::write(&opened.share, secret, now))
}

#[cfg(test)]
mod tests;

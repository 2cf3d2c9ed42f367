//! Who makes, opens and ends share links.

use super::*;
use crate::{
    domain::{
        incident::{IncidentDetails, IncidentKind},
        lang::Lang,
        person::{Person, Role},
        report::{ReportKind, specimen},
    },
    store::Expect,
};

/// An archive with a burglary, and what was written about it.
struct Home {
    _folder: tempfile::TempDir,
    store: Store,
    clock: Clock,
    anna: Viewer,
    burglary: IncidentId,
    fire: IncidentId,
    claim: ReportId,
    list: ReportId,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::fixed("2026-11-28T12:00:00Z".parse().unwrap());
        let store = Store::open(folder.path(), clock.clone()).unwrap();
        let mut home = Self {
            anna: person(&store, "Anna", Role::Owner),
            burglary: incident(&store, IncidentKind::Burglary),
            fire: incident(&store, IncidentKind::Fire),
            claim: clock.id(),
            list: clock.id(),
            _folder: folder,
            store,
            clock,
        };
        home.claim = home.report(ReportKind::InsuranceClaim, home.burglary, false);
        home.list = home.report(ReportKind::PoliceList, home.burglary, false);
        home
    }

    fn report(&self, kind: ReportKind, incident: IncidentId, include_private: bool) -> ReportId {
        let mut report = specimen::report(kind, Lang::En);
        report.id = self.clock.id();
        report.by = Some(self.anna.person());
        report.details.incident = Some(incident);
        report.details.include_private = include_private;
        let put = |tx: &mut Writer<'_>| tx.put(report, Expect::Any);
        self.store.write(None, "report-add", put).unwrap().value.id
    }

    fn make(&self, reports: &[ReportId]) -> Result<Made> {
        self.make_for(reports, "Folksam, Eva", 30)
    }

    fn make_for(&self, reports: &[ReportId], label: &str, days: u16) -> Result<Made> {
        let wanted = Wanted {
            reports: reports.to_vec(),
            label: label.to_owned(),
            days,
        };
        make(&self.store, &self.anna.manager()?, self.burglary, &wanted)
    }

    /// Whether a link opens for who holds a key to it.
    fn opens(&self, made: &Made, key: &str) -> Result<bool> {
        let (rows, now) = (self.store.read()?, self.clock.now());
        let opened = open_with(&rows, made.secret.reveal(), Some(key), now)?;
        Ok(opened.is_some())
    }

    fn unlock(&self, made: &Made, typed: &str) -> Result<String> {
        unlock(&self.store, made.secret.reveal(), typed)
    }

    fn bin<T>(&self, id: crate::domain::id::Id<T>)
    where
        T: crate::store::Record,
    {
        let bin = |tx: &mut Writer<'_>| tx.bin(id);
        self.store.write(None, "bin", bin).unwrap();
    }
}

fn person(store: &Store, name: &str, role: Role) -> Viewer {
    let person = Person {
        id: store.clock().id(),
        name: name.to_owned(),
        role,
    };
    let put = |tx: &mut Writer<'_>| tx.put(person, Expect::Any);
    Viewer::of(store.write(None, "person-add", put).unwrap().value.body)
}

fn incident(store: &Store, kind: IncidentKind) -> IncidentId {
    let incident = Incident {
        id: store.clock().id(),
        details: IncidentDetails::of(kind),
    };
    let put = |tx: &mut Writer<'_>| tx.put(incident, Expect::Any);
    store.write(None, "incident-add", put).unwrap().value.id
}

#[test]
fn a_link_opens_its_reports_with_its_passcode_and_counts_who_looks() {
    let home = Home::new();
    let made = home.make(&[home.list, home.claim]).unwrap();
    assert_eq!(made.share.language, Lang::En);
    assert_eq!((made.secret.reveal().len(), made.passcode.len()), (64, 9));
    assert!(!home.opens(&made, "").unwrap());
    for typed in ["00000000", "", "hemligt"] {
        assert!(matches!(home.unlock(&made, typed), Err(Error::Denied)));
    }
    let key = home.unlock(&made, &made.passcode).unwrap();
    let typed = made.passcode.replace(' ', "-");
    home.clock.advance(60);
    home.unlock(&made, &typed).unwrap();
    assert!(home.opens(&made, &key).unwrap());
    let rows = home.store.read().unwrap();
    let [share] = &of_incident(&rows, &home.anna.manager().unwrap(), home.burglary).unwrap()[..]
    else {
        panic!("one link");
    };
    let views = share.views.unwrap();
    assert_eq!((views.count, views.last), (2, home.clock.now()));
    let opened = open(&rows, made.secret.reveal(), home.clock.now()).unwrap();
    assert_eq!(opened.reports.len(), 2);
    assert!(opened.report(home.claim).is_ok());
    let other = home.report(ReportKind::InsuranceClaim, home.burglary, false);
    assert!(matches!(opened.report(other), Err(Error::NotFound)));
}

#[test]
fn nothing_but_reports_of_the_incident_without_private_things_is_shared() {
    let home = Home::new();
    let inventory = home.report(ReportKind::Inventory, home.burglary, false);
    let of_fire = home.report(ReportKind::InsuranceClaim, home.fire, false);
    let private = home.report(ReportKind::InsuranceClaim, home.burglary, true);
    let gone = home.report(ReportKind::InsuranceClaim, home.burglary, false);
    home.bin(gone);
    for wrong in [inventory, of_fire, private, gone, home.clock.id()] {
        for reports in [vec![wrong], vec![home.claim, wrong]] {
            let Err(Error::Invalid(invalid)) = home.make(&reports) else {
                panic!("it was shared");
            };
            assert_eq!(invalid.get("reports"), Some("error-share-reports"));
        }
    }
    assert!(matches!(home.make(&[]), Err(Error::Invalid(_))));
    for (label, days) in [("", 30), ("Folksam", 0), ("Folksam", Share::MOST_DAYS + 1)] {
        let made = home.make_for(&[home.claim], label, days);
        assert!(matches!(made, Err(Error::Invalid(_))), "{label} {days}");
    }
}

#[test]
fn a_link_ends_by_time_by_its_maker_and_with_what_it_shows() {
    let home = Home::new();
    let manager = home.anna.manager().unwrap();
    let ends = |end: &dyn Fn(&Home, &Made)| {
        let made = home.make_for(&[home.list], "Folksam", 1).unwrap();
        let key = home.unlock(&made, &made.passcode).unwrap();
        assert!(home.opens(&made, &key).unwrap());
        end(&home, &made);
        assert!(matches!(home.opens(&made, &key), Err(Error::NotFound)));
        let late = home.unlock(&made, &made.passcode);
        assert!(matches!(late, Err(Error::NotFound)));
    };
    ends(&|home, made| {
        let (fire, id) = (home.fire, made.share.id);
        let astray = revoke(&home.store, &manager, fire, id);
        assert!(matches!(astray, Err(Error::NotFound)));
        revoke(&home.store, &manager, home.burglary, id).unwrap();
        let again = revoke(&home.store, &manager, home.burglary, id);
        assert!(matches!(again, Err(Error::NotFound)));
    });
    ends(&|home, _| home.clock.advance(24 * 60 * 60));
    ends(&|home, _| {
        home.bin(home.list);
    });
    let made = home.make(&[home.claim]).unwrap();
    home.bin(home.burglary);
    assert!(matches!(
        home.unlock(&made, &made.passcode),
        Err(Error::NotFound)
    ));
}

#[test]
fn a_key_opens_one_link_for_half_a_day() {
    let home = Home::new();
    let made = home.make(&[home.claim]).unwrap();
    let other = home.make(&[home.claim]).unwrap();
    let key = home.unlock(&made, &made.passcode).unwrap();
    assert!(!home.opens(&other, &key).unwrap());
    let mut forged = key.clone().into_bytes();
    forged[0] ^= 1;
    for key in [String::from_utf8(forged).unwrap(), key[1..].to_owned()] {
        assert!(!home.opens(&made, &key).unwrap(), "{key}");
    }
    home.clock.advance(share_key::VALID.as_secs() - 1);
    assert!(home.opens(&made, &key).unwrap());
    home.clock.advance(1);
    assert!(!home.opens(&made, &key).unwrap());
    home.clock.advance(-2 * share_key::VALID.as_secs());
    assert!(!home.opens(&made, &key).unwrap(), "given in the future");
}

#[test]
fn no_child_and_no_guest_shares_anything() {
    let home = Home::new();
    for role in [Role::Child, Role::Guest] {
        let person = person(&home.store, "Bo", role);
        assert!(matches!(person.manager(), Err(Error::Denied)));
    }
}

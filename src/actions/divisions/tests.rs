//! What a division promises: nobody takes twice, what is private stays so, and what is settled stays as it is.

use super::*;
use crate::{
    actions::{
        bin::{self, Binned},
        history, items,
        reports::gather,
        tests::{Home, refused},
    },
    domain::{
        division::{Method, Rank},
        item::{Details, Ground, Location, Separate, Share},
        lang::Lang,
        money::{Currency, Money},
        person::Role,
        report::{Content, Part, ReportDetails, ReportKind},
    },
    store::Key,
};

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

fn kr(kronor: i64) -> Money {
    Money::new(kronor * 100, Currency::SEK)
}

fn between(method: Method, people: &[(&str, Option<&Viewer>)]) -> DivisionDetails {
    let parties = people.iter().map(|(name, who)| Party {
        person: who.map(Viewer::person),
        ..Party::named(name)
    });
    DivisionDetails {
        name: "  Hemmet ".to_owned(),
        method,
        parties: parties.collect(),
        ..DivisionDetails::default()
    }
}

impl Home {
    fn chattel(&self, name: &str, kronor: i64, with: impl FnOnce(&mut Details)) -> ItemId {
        let mut details = Details::named(name);
        details.value = Some(kr(kronor));
        with(&mut details);
        let added = items::add(&self.store, &self.editor(), details);
        added.unwrap().value.id
    }

    fn divides(&self, method: Method, wanted: &Wanted) -> Row<Division> {
        let details = between(method, &[("Anna", Some(&self.anna)), ("Bo", None)]);
        let added = add(&self.store, &self.manager(), details, wanted);
        added.unwrap().value
    }

    fn plays(&self, id: DivisionId, made: &Move) -> Result<Saved<Row<Division>>> {
        play(&self.store, &self.manager(), id, made)
    }

    fn lists(&self, id: DivisionId, private: bool) -> Content {
        let details = ReportDetails {
            division: Some(id),
            include_private: private,
            ..ReportDetails::of(ReportKind::Division, Lang::Sv)
        };
        let rows = self.store.read().unwrap();
        gather(&rows, &self.editor(), &details, None, TODAY).unwrap()
    }
}

fn only(items: &[ItemId]) -> Wanted {
    Wanted {
        found: Some(items.to_vec()),
        ..Wanted::default()
    }
}

#[test]
fn two_phones_never_take_the_same_thing_or_the_same_turn() {
    let home = Home::new();
    let [sofa, lamp, bowl] = ["Soffa", "Lampa", "Skål"].map(|name| home.chattel(name, 100, |_| {}));
    let division = home.divides(Method::Turns, &Wanted::default());
    assert_eq!(division.details.name, "Hemmet");
    let take = |lot, turn| home.plays(division.id, &Move::Take { lot, turn });
    let first = take(sofa, 0).unwrap();
    assert_eq!(first.value.lot(sofa).unwrap().to, Some(0));
    assert!(
        matches!(take(lamp, 0), Err(Error::Conflict)),
        "the turn is over"
    );
    assert!(matches!(take(sofa, 1), Err(Error::Conflict)), "it is taken");
    let again = take(sofa, 0).unwrap();
    assert_eq!(again.value.revision, first.value.revision, "sent twice");
    take(lamp, 1).unwrap();
    let last = take(bowl, 2).unwrap().value;
    assert_eq!(last.turn(), None);
    let rows = home.store.read().unwrap();
    let board = Board::of(&rows, &home.anna, &last).unwrap();
    let counts: Vec<_> = board.standings.iter().map(|it| it.count).collect();
    assert_eq!(counts, [1, 2]);
}

#[test]
fn a_move_can_be_taken_back_until_the_next() {
    let home = Home::new();
    let sofa = home.chattel("Soffa", 100, |_| {});
    let lamp = home.chattel("Lampa", 50, |_| {});
    let division = home.divides(Method::Turns, &Wanted::default());
    let taken = home
        .plays(division.id, &Move::Take { lot: sofa, turn: 0 })
        .unwrap();
    history::undo(&home.store, &home.anna, taken.change).unwrap();
    let rows = home.store.read().unwrap();
    let now: Row<Division> = rows.get(division.id).unwrap();
    assert_eq!(now.lot(sofa).unwrap().to, None);
    drop(rows);
    let stale = Move::Give {
        lot: sofa,
        to: Some(1),
        known: taken.value.lot(sofa).unwrap().changed,
    };
    let refused = home.plays(division.id, &stale);
    assert!(matches!(refused, Err(Error::Conflict)));
    let first = home
        .plays(division.id, &Move::Take { lot: lamp, turn: 0 })
        .unwrap();
    home.plays(division.id, &Move::Take { lot: sofa, turn: 1 })
        .unwrap();
    let late = history::undo(&home.store, &home.anna, first.change);
    assert!(matches!(late, Err(Error::Conflict)));
}

#[test]
fn what_is_apart_stays_with_who_owns_it() {
    let home = Home::new();
    let anna = home.anna.person();
    let own = |details: &mut Details| {
        details.owners.push(Share {
            person: anna,
            parts: 1,
        });
        details.separate = Some(Separate {
            why: Ground::Gift,
            note: "Gåvobrev 2019".to_owned(),
        });
    };
    let ring = home.chattel("Ring", 5_000, own);
    let sofa = home.chattel("Soffa", 1_001, |_| {});
    let division = home.divides(Method::Turns, &Wanted::default());
    let lot = division.lot(ring).unwrap();
    assert_eq!((lot.group, lot.to), (Group::Separate, Some(0)));
    let taken = home.plays(division.id, &Move::Take { lot: ring, turn: 0 });
    assert_eq!(refused(taken, "lot"), "error-division-apart");
    home.plays(division.id, &Move::Take { lot: sofa, turn: 0 })
        .unwrap();
    let content = home.lists(division.id, false);
    let told: Vec<_> = content
        .entries
        .iter()
        .map(|entry| {
            (
                entry.name.as_str(),
                entry.meant_for.as_str(),
                entry.is_divided(),
            )
        })
        .collect();
    assert_eq!(told, [("Soffa", "Anna", true), ("Ring", "Anna", false)]);
    let why = content.entries[1].separate.as_deref();
    assert_eq!(why, Some("Villkor vid gåva: Gåvobrev 2019"));
    let paid = content.payments();
    assert_eq!(paid.len(), 1);
    assert_eq!((paid[0].0.as_str(), paid[0].1.as_str()), ("Anna", "Bo"));
    assert_eq!(paid[0].2, Money::new(50_050, Currency::SEK));
}

#[test]
fn what_is_left_out_of_the_list_still_stays_apart() {
    let home = Home::new();
    home.chattel("Ring", 5_000, |details| {
        details.separate = Some(Separate {
            why: Ground::Other,
            note: String::new(),
        });
    });
    let division = home.divides(Method::Turns, &Wanted::default());
    let mut details = ReportDetails::of(ReportKind::Division, Lang::Sv);
    details.division = Some(division.id);
    details.leave_out.insert(Part::Owners);
    let rows = home.store.read().unwrap();
    let content = gather(&rows, &home.editor(), &details, None, TODAY).unwrap();
    assert_eq!(content.entries[0].separate.as_deref(), Some(""));
}

#[test]
fn what_is_private_to_others_is_counted_and_not_told() {
    let home = Home::new();
    let bo = home.person("Bo", Role::Adult);
    let secret = home.chattel("Hemlig", 700, |details| details.private = true);
    let sofa = home.chattel("Soffa", 100, |_| {});
    let open = home.divides(Method::Turns, &Wanted::default());
    assert!(open.lot(secret).is_none(), "by nobody's accident");
    let all = Wanted {
        include_private: true,
        ..Wanted::default()
    };
    let division = home.divides(Method::Wishes, &all);
    let rows = home.store.read().unwrap();
    let seen = |who: &Viewer| Board::of(&rows, who, &division).unwrap();
    assert_eq!(
        (seen(&home.anna).lots.len(), seen(&home.anna).hidden),
        (2, 0)
    );
    let of_bo = seen(&bo);
    assert_eq!((of_bo.lots.len(), of_bo.hidden), (1, 1));
    assert_eq!(of_bo.undivided.iter().collect::<Vec<_>>(), [kr(100)]);
    let bo = bo.manager().unwrap();
    let take = Move::Take {
        lot: secret,
        turn: 0,
    };
    let unseen = play(&home.store, &bo, division.id, &take);
    assert!(matches!(unseen, Err(Error::NotFound)));
    for lot in [secret, sofa] {
        let wish = Move::Wish {
            lot,
            party: 0,
            rank: Some(Rank::Most),
        };
        home.plays(division.id, &wish).unwrap();
    }
    let dealt = play(&home.store, &bo, division.id, &Move::Deal).unwrap();
    assert_eq!(dealt.value.lot(sofa).unwrap().to, Some(0));
    assert_eq!(
        dealt.value.lot(secret).unwrap().to,
        None,
        "only what he sees"
    );
    assert_eq!(home.lists(division.id, false).entries.len(), 1);
    assert_eq!(home.lists(division.id, true).entries.len(), 2);
}

#[test]
fn a_child_knows_of_no_division() {
    let home = Home::new();
    home.chattel("Soffa", 100, |_| {});
    let child = home.person("Liv", Role::Child);
    let division = home.divides(Method::Turns, &Wanted::default());
    let rows = home.store.read().unwrap();
    let key = Key::of(division.id);
    assert!(history::sees(&rows, &home.anna, key).unwrap());
    assert!(!history::sees(&rows, &child, key).unwrap());
    let details = ReportDetails {
        division: Some(division.id),
        ..ReportDetails::of(ReportKind::Division, Lang::Sv)
    };
    let told = gather(&rows, &child.editor().unwrap(), &details, None, TODAY);
    assert_eq!(refused(told, "division"), "error-gone");
}

#[test]
fn what_is_settled_is_changed_by_nothing() {
    let home = Home::new();
    let sofa = home.chattel("Soffa", 100, |_| {});
    let division = home.divides(Method::Turns, &Wanted::default());
    let (store, manager) = (&home.store, &home.manager());
    home.plays(division.id, &Move::Settle).unwrap();
    let take = Move::Take { lot: sofa, turn: 0 };
    let late = home.plays(division.id, &take);
    assert_eq!(refused(late, "move"), "error-division-settled");
    let details = division.details.clone();
    let late = change(store, manager, division.id, Expect::Any, details);
    assert_eq!(refused(late, "move"), "error-division-settled");
    let late = fill(store, manager, division.id, &Wanted::default());
    assert_eq!(refused(late, "move"), "error-division-settled");
    home.plays(division.id, &Move::Reopen).unwrap();
    home.plays(division.id, &take).unwrap();
}

#[test]
fn more_is_put_in_and_what_is_in_stays() {
    let home = Home::new();
    let attic = home.place("Vinden", None).id;
    let sofa = home.chattel("Soffa", 100, |_| {});
    let sled = home.chattel("Kälke", 40, |details| {
        details.location = Location::Place(attic);
    });
    let division = home.divides(Method::Turns, &only(&[sofa]));
    let take = Move::Take { lot: sofa, turn: 0 };
    home.plays(division.id, &take).unwrap();
    let wanted = Wanted {
        place: Some(attic),
        ..Wanted::default()
    };
    let filled = fill(&home.store, &home.manager(), division.id, &wanted).unwrap();
    let items: Vec<_> = filled.value.lots.iter().map(|lot| lot.item).collect();
    assert_eq!(items, [sofa, sled]);
    assert_eq!(filled.value.lots[0].to, Some(0));
}

#[test]
fn a_thing_that_is_gone_for_good_is_in_no_division() {
    let home = Home::new();
    let sofa = home.chattel("Soffa", 100, |_| {});
    let lamp = home.chattel("Lampa", 50, |_| {});
    let division = home.divides(Method::Turns, &Wanted::default());
    let dropped = Move::Drop {
        lot: sofa,
        known: division.lot(sofa).unwrap().changed,
    };
    let dropped = home.plays(division.id, &dropped).unwrap();
    for item in [sofa, lamp] {
        items::remove(&home.store, &home.editor(), item, Expect::Any).unwrap();
    }
    let picked = [Binned::Item(sofa), Binned::Item(lamp)];
    bin::purge(&home.store, &home.manager(), &picked).unwrap();
    let rows = home.store.read().unwrap();
    assert!(rows.get(division.id).unwrap().lots.is_empty());
    drop(rows);
    let undone = history::undo(&home.store, &home.anna, dropped.change);
    assert!(matches!(undone, Err(Error::Conflict)));
}

#[test]
fn a_division_comes_back_from_the_bin_and_goes_for_good_after_thirty_days() {
    let home = Home::new();
    home.chattel("Soffa", 100, |_| {});
    let division = home.divides(Method::Turns, &Wanted::default());
    let (store, manager) = (&home.store, &home.manager());
    let gone = || remove(store, manager, division.id, Expect::Any).unwrap();
    gone();
    restore(store, manager, division.id).unwrap();
    gone();
    let picked = [Binned::Division(division.id)];
    assert_eq!(
        bin::restore(store, &home.editor(), &picked).unwrap().value,
        1
    );
    gone();
    home.live(32);
    assert!(store.read().unwrap().find(division.id).unwrap().is_none());
}

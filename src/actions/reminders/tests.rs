//! Tests of what is due, told and answered.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::{
    access::cue_link,
    actions::{
        belongings, items,
        tests::{Home, refused},
    },
    clock::Clock,
    domain::{
        id::Id,
        item::{Acquired, Acquisition, Details, ItemId},
        loan::{Loan, LoanDetails},
        money::{Currency, Money},
        person::Role,
        plan::{Plan, PlanDetails},
        receipt::{Line, ReceiptDetails},
        reminder::{LATER, Matter, Reminder},
        reminding::{Channel, ChannelId},
        rhythm::Rhythm,
        rules::Purpose,
        warranty::{Term, Warranty, WarrantyDetails},
    },
    notify::failure::{Cause, Failure},
    store::Expect,
};

const DAY: i64 = 24 * 60 * 60;

/// A kettle that was bought so that the right to complain ends on 2026-12-10, in a home where it is 2026-11-22.
fn kettle(home: &Home) -> ItemId {
    bought(home, "Vattenkokare", "2023-12-10", false)
}

fn bought(home: &Home, name: &str, on: &str, private: bool) -> ItemId {
    let mut details = Details {
        acquired: Acquired {
            how: Some(Acquisition::Bought),
            on: on.parse().ok(),
            ..Acquired::default()
        },
        private,
        ..Details::named(name)
    };
    if private {
        details.owners = vec![crate::domain::item::Share {
            person: home.anna.person(),
            parts: 1,
        }];
    }
    let saved = items::add(&home.store, &home.editor(), details);
    saved.unwrap().value.id
}

fn waiting(home: &Home, who: &Viewer) -> Vec<(String, Date)> {
    let rows = home.store.read().unwrap();
    let due = due(&rows, who, home.store.clock().today()).unwrap();
    due.into_iter()
        .map(|found| (found.name, found.reminder.on))
        .collect()
}

fn cue(item: ItemId) -> Cue {
    Cue::new(Occasion::RightEnds, item)
}

fn say(home: &Home, item: ItemId, said: Answer) {
    answer(&home.store, &home.anna, cue(item), said).unwrap();
}

pub(super) fn channel(home: &Home, who: &Viewer) -> ChannelId {
    let way = NewWay::Mail {
        to: "anna@hemma.example".to_owned(),
    };
    add(&home.store, &who.editor().unwrap(), way).unwrap().id
}

fn reminding(home: &Home, who: &Viewer) -> Reminding {
    home.store.read().unwrap().reminding(who.person()).unwrap()
}

fn first(home: &Home) -> Channel {
    reminding(home, &home.anna).channels[0].clone()
}

/// What goes out on this day, if anything: it is sent at once.
fn round(home: &Home) -> usize {
    hold_round(&home.store, home.anna.person()).unwrap();
    let mut sent = 0;
    for channel in reminding(home, &home.anna).channels {
        if let Some(waiting) = channel.waiting {
            sent += waiting.reminders.len();
            settle(
                &home.store,
                home.anna.person(),
                channel.id,
                waiting.id,
                &Ok(()),
            )
            .unwrap();
        }
    }
    sent
}

#[test]
fn a_right_that_ends_is_due_a_month_ahead_until_its_last_day() {
    let home = Home::new();
    kettle(&home);
    assert_eq!(
        waiting(&home, &home.anna),
        [("Vattenkokare".to_owned(), date(2026, 12, 10))]
    );
    home.store.clock().advance(18 * DAY);
    assert_eq!(waiting(&home, &home.anna).len(), 1, "on its last day");
    home.store.clock().advance(DAY);
    assert_eq!(waiting(&home, &home.anna), []);
    home.store.clock().put(-50 * DAY);
    assert_eq!(waiting(&home, &home.anna), [], "much earlier");
}

#[test]
fn a_receipt_that_nothing_speaks_for_keeping_may_go() {
    let home = Home::new();
    let details = ReceiptDetails {
        shop: "Järnboden".to_owned(),
        on: "2023-11-20".parse().ok(),
        purposes: vec![Purpose::Complaint],
        lines: vec![Line {
            text: "Spik".to_owned(),
            ..Line::default()
        }],
        ..ReceiptDetails::default()
    };
    receipts_add(&home, details);
    assert_eq!(
        waiting(&home, &home.anna),
        [("Järnboden".to_owned(), date(2026, 11, 21))]
    );
}

fn receipts_add(home: &Home, details: ReceiptDetails) {
    let added = crate::actions::receipts::add(&home.store, &home.editor(), details, Vec::new());
    added.unwrap();
}

#[test]
fn a_value_grows_old_in_two_years_also_on_the_29th_of_february() {
    let home = Home::new();
    let details = Details {
        value: Some(Money::new(10_000, Currency::SEK)),
        valued_on: Some(date(2024, 2, 29)),
        ..Details::named("Tavla")
    };
    items::add(&home.store, &home.editor(), details).unwrap();
    assert_eq!(
        waiting(&home, &home.anna),
        [("Tavla".to_owned(), date(2026, 2, 28))]
    );
}

#[test]
fn nobody_is_reminded_of_what_they_do_not_see_nor_a_guest_of_anything() {
    let home = Home::new();
    let bo = home.person("Bo", Role::Adult);
    let gun = home.person("Gun", Role::Guest);
    let ring = bought(&home, "Ring", "2023-12-01", true);
    kettle(&home);
    assert_eq!(waiting(&home, &home.anna).len(), 2);
    assert_eq!(waiting(&home, &bo).len(), 1);
    assert_eq!(waiting(&home, &gun), []);
    let hidden = answer(&home.store, &bo, cue(ring), Answer::Done);
    assert!(matches!(hidden, Err(Error::NotFound)));
}

#[test]
fn what_is_parted_with_or_in_the_bin_is_forgotten() {
    let home = Home::new();
    let kettle = kettle(&home);
    items::remove(&home.store, &home.editor(), kettle, Expect::Any).unwrap();
    assert_eq!(waiting(&home, &home.anna), []);
}

#[test]
fn an_answer_holds_for_the_one_who_gave_it() {
    let home = Home::new();
    let bo = home.person("Bo", Role::Adult);
    let kettle = kettle(&home);
    say(&home, kettle, Answer::Later);
    assert_eq!(waiting(&home, &home.anna), []);
    assert_eq!(waiting(&home, &bo).len(), 1);
    home.store.clock().advance(i64::from(LATER) * DAY);
    assert_eq!(waiting(&home, &home.anna).len(), 1, "a week later");
    say(&home, kettle, Answer::Done);
    assert_eq!(waiting(&home, &home.anna), []);
    say(&home, kettle, Answer::Again);
    assert_eq!(waiting(&home, &home.anna).len(), 1);
}

#[test]
fn each_says_how_long_ahead_and_at_what_time() {
    let home = Home::new();
    kettle(&home);
    let with = |days: Option<u16>| Wishes {
        leads: vec![(
            Occasion::RightEnds,
            days.and_then(Lead::of_days).unwrap_or(Lead::NEVER),
        )],
        ..Wishes::of(&reminding(&home, &home.anna))
    };
    for (days, due) in [(Some(17), 0), (Some(18), 1), (None, 0)] {
        wish(&home.store, &home.editor(), with(days)).unwrap();
        assert_eq!(waiting(&home, &home.anna).len(), due, "{days:?}");
    }
    let never = Wishes {
        quiet: Some(Quiet {
            from: Minute::USUAL,
            until: Minute::USUAL,
        }),
        ..with(None)
    };
    let wished = wish(&home.store, &home.editor(), never);
    assert_eq!(refused(wished, "quiet"), "error-quiet-hours");
}

#[test]
fn a_round_tells_of_each_once() {
    let home = Home::new();
    channel(&home, &home.anna);
    kettle(&home);
    assert_eq!(round(&home), 1);
    for _ in 0..30 {
        home.store.clock().advance(DAY);
        assert_eq!(round(&home), 0);
    }
}

#[test]
fn a_month_without_power_ends_in_one_message() {
    let home = Home::new();
    channel(&home, &home.anna);
    for day in 1..=9 {
        bought(&home, "Sak", &format!("2024-01-0{day}"), false);
    }
    assert_eq!(round(&home), 0);
    home.store.clock().advance(30 * DAY);
    hold_round(&home.store, home.anna.person()).unwrap();
    hold_round(&home.store, home.anna.person()).unwrap();
    let waiting = first(&home).waiting.unwrap();
    assert_eq!(waiting.reminders.len(), 9);
}

#[test]
fn what_was_put_off_is_told_again_when_it_comes_back() {
    let home = Home::new();
    channel(&home, &home.anna);
    let kettle = kettle(&home);
    assert_eq!(round(&home), 1);
    say(&home, kettle, Answer::Later);
    let told: usize = (0..9)
        .map(|_| {
            home.store.clock().advance(DAY);
            round(&home)
        })
        .sum();
    assert_eq!(told, 1);
}

#[test]
fn a_channel_that_fails_keeps_one_message_to_which_the_next_are_added() {
    let home = Home::new();
    let dead = channel(&home, &home.anna);
    kettle(&home);
    hold_round(&home.store, home.anna.person()).unwrap();
    let fail = |failure| {
        let waiting = first(&home).waiting.unwrap();
        let outcome = Err(failure);
        settle(&home.store, home.anna.person(), dead, waiting.id, &outcome).unwrap();
    };
    let later = || Failure::Later {
        cause: Cause::Connection,
        wait: None,
    };
    fail(later());
    fail(later());
    let waiting = first(&home).waiting.unwrap();
    let now = home.store.clock().now();
    assert_eq!((waiting.failures, waiting.reminders.len()), (2, 1));
    assert!(waiting.next.unwrap() > now);
    assert_eq!(first(&home).trouble.unwrap().kind, "connection");
    bought(&home, "Brödrost", "2023-12-11", false);
    home.store.clock().advance(DAY);
    hold_round(&home.store, home.anna.person()).unwrap();
    let waiting = first(&home).waiting.unwrap();
    assert_eq!((waiting.failures, waiting.reminders.len()), (0, 2));
    fail(Failure::Refused(Cause::Login));
    assert_eq!(
        first(&home).waiting.unwrap().next,
        None,
        "until the next round"
    );
    home.store.clock().advance(DAY);
    hold_round(&home.store, home.anna.person()).unwrap();
    let now = Some(home.store.clock().now());
    assert_eq!(first(&home).waiting.unwrap().next, now, "once in each");
    fail(Failure::Refused(Cause::Login));
    let test = Id::from_uuid(uuid::Uuid::nil());
    settle(&home.store, home.anna.person(), dead, test, &Ok(())).unwrap();
    let open = first(&home);
    assert_eq!(open.trouble, None);
    assert_eq!(open.waiting.unwrap().next, now, "a test opens the way");
}

#[test]
fn who_has_left_is_told_nothing() {
    let home = Home::new();
    let bo = home.person("Bo", Role::Adult);
    channel(&home, &bo);
    kettle(&home);
    let head = home.anna.head().unwrap();
    crate::actions::people::remove(&home.store, &head, bo.person(), Expect::Any).unwrap();
    hold_round(&home.store, bo.person()).unwrap();
    assert_eq!(reminding(&home, &bo).channels[0].waiting, None);
}

#[test]
fn what_cannot_be_reached_is_no_channel() {
    let home = Home::new();
    let try_add = |way| add(&home.store, &home.editor(), way).map(drop);
    let mail = NewWay::Mail {
        to: "anna".to_owned(),
    };
    assert_eq!(refused(try_add(mail), "to"), "error-mail-address");
    let ntfy = |server: &str, topic: &str| NewWay::Ntfy {
        server: server.to_owned(),
        topic: topic.to_owned(),
        token: String::new(),
    };
    assert_eq!(
        refused(try_add(ntfy("ftp://ntfy.example", "hemma")), "server"),
        "error-web-address"
    );
    assert_eq!(
        refused(try_add(ntfy("https://ntfy.example", "å")), "topic"),
        "error-topic"
    );
    for _ in 0..10 {
        try_add(ntfy("https://ntfy.example", "hemma")).unwrap();
    }
    let eleventh = try_add(ntfy("https://ntfy.example", "hemma"));
    assert_eq!(refused(eleventh, "channel"), "error-channels");
}

#[test]
fn a_link_answers_what_it_was_made_for_and_is_no_key_to_anything_else() {
    let home = Home::new();
    let bo = home.person("Bo", Role::Adult);
    for who in [&home.anna, &bo] {
        channel(&home, who);
    }
    let reminder = Reminder {
        on: date(2026, 12, 10),
        cue: Cue::new(Occasion::RightEnds, Id::<Matter>::from_bytes([9; 16])),
    };
    let key = |who: &Viewer| *reminding(&home, who).key.unwrap();
    let today = home.store.clock().today();
    let read = |link: &str, today| {
        let rows = home.store.read().unwrap();
        cue_link::read(&rows, link, today).map(|read| (read.viewer.person(), read.reminder))
    };
    let link = cue_link::write(&key(&home.anna), home.anna.person(), &reminder, today);
    assert_eq!(read(&link, today).unwrap(), (home.anna.person(), reminder));
    let other = [8; 32];
    let forged = cue_link::write(&other, home.anna.person(), &reminder, today);
    let shorter = &link[1..];
    for wrong in [
        "",
        "a",
        shorter,
        &forged,
        &format!("{link}A"),
        &link.to_uppercase(),
    ] {
        assert!(
            matches!(read(wrong, today), Err(Error::NotFound)),
            "{wrong}"
        );
    }
    assert!(read(&link, date(2027, 12, 27)).is_ok());
    assert!(read(&link, date(2027, 12, 28)).is_err(), "it is old");
}

#[test]
fn a_calendar_is_opened_by_its_secret_and_closed_for_good() {
    let home = Home::new();
    let open = || open_calendar(&home.store, &home.editor()).unwrap();
    let whose = |secret: &str| {
        let rows = home.store.read().unwrap();
        cue_link::calendar(&rows, secret).map(|viewer| viewer.person())
    };
    let first = open();
    assert_eq!(whose(&first).unwrap(), home.anna.person());
    let second = open();
    assert!(whose(&first).is_err() && whose(&second).is_ok());
    close_calendar(&home.store, &home.editor()).unwrap();
    assert!(whose(&second).is_err() && whose("").is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever the clock does, and however often the program looks, each reminder is told once.
    #[test]
    fn each_is_told_once_whatever_the_clock_does(jumps in prop::collection::vec(-40i64..60, 1..12)) {
        let home = Home::new();
        channel(&home, &home.anna);
        kettle(&home);
        bought(&home, "Brödrost", "2024-01-15", false);
        let mut told = 0;
        for days in jumps {
            told += round(&home);
            let clock: &Clock = home.store.clock();
            clock.put(days * DAY + 3600);
        }
        told += round(&home);
        prop_assert!(told <= 2, "{told}");
    }
}

#[test]
fn upkeep_is_due_for_whoever_does_it_and_done_is_a_job_of_today() {
    let home = Home::new();
    let bo = home.person("Bo", Role::Adult);
    let bike = bought(&home, "Cykel", "2001-01-01", false);
    let plan = PlanDetails {
        what: "Olja kedjan".to_owned(),
        note: String::new(),
        rhythm: Rhythm::AfterDone("P1M".parse().unwrap()),
        first: date(2026, 11, 24),
        season: None,
        who: Some(home.anna.person()),
    };
    let plan = belongings::add::<Plan>(&home.store, &home.editor(), bike, plan);
    let plan = plan.unwrap().value.id;
    assert_eq!(
        waiting(&home, &home.anna),
        [("Cykel".to_owned(), date(2026, 11, 24))]
    );
    assert_eq!(waiting(&home, &bo), [], "it is Anna's to do");
    let cue = Cue::new(Occasion::UpkeepDue, plan);
    answer(&home.store, &home.anna, cue, Answer::Done).unwrap();
    assert_eq!(waiting(&home, &home.anna), []);
    let rows = home.store.read().unwrap();
    let jobs = jobs::of_plan(&rows, plan).unwrap();
    assert_eq!(jobs[0].details.on, date(2026, 11, 22));
    home.store.clock().advance(27 * DAY);
    assert_eq!(
        waiting(&home, &home.anna),
        [("Cykel".to_owned(), date(2026, 12, 22))],
        "the next one"
    );
}

#[test]
fn a_loan_is_due_until_it_is_back() {
    let home = Home::new();
    let drill = bought(&home, "Borr", "2001-01-01", false);
    let loan = LoanDetails {
        due: Some(date(2026, 11, 20)),
        ..LoanDetails::since(date(2026, 11, 1), "Kalle".to_owned())
    };
    let loan = belongings::add::<Loan>(&home.store, &home.editor(), drill, loan);
    let loan = loan.unwrap().value.id;
    assert_eq!(
        waiting(&home, &home.anna),
        [("Borr".to_owned(), date(2026, 11, 20))]
    );
    let cue = Cue::new(Occasion::LoanDue, loan);
    answer(&home.store, &home.anna, cue, Answer::Done).unwrap();
    assert_eq!(waiting(&home, &home.anna), []);
    let rows = home.store.read().unwrap();
    let back = rows.get(loan).unwrap().details.back;
    assert_eq!(back, Some(date(2026, 11, 22)));
}

#[test]
fn a_guarantee_that_ends_is_due_and_one_for_life_never_is() {
    let home = Home::new();
    let kettle = bought(&home, "Kittel", "2001-01-01", false);
    let promise = |term| WarrantyDetails {
        provider: "Elbyn".to_owned(),
        term,
        ..WarrantyDetails::default()
    };
    for term in [Term::Until(date(2026, 12, 1)), Term::Lifetime] {
        let added = belongings::add::<Warranty>(&home.store, &home.editor(), kettle, promise(term));
        added.unwrap();
    }
    assert_eq!(
        waiting(&home, &home.anna),
        [("Kittel".to_owned(), date(2026, 12, 1))]
    );
}

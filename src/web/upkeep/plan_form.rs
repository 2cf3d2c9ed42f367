//! The form of a plan.

use maud::{Markup, html};

use crate::{
    domain::{
        aspect::Side,
        invalid::Invalid,
        length::{Length, Unit},
        person::Person,
        plan::{Aspect, Plan, PlanDetails},
        rhythm::{Beat, Meter, Months, Rhythm, Season},
        text,
    },
    error::{Error, Result},
    store::{Row, Rows},
    ui::{
        form::{Choice, Control},
        icon::Icon,
        look::Look,
        versions::Difference,
    },
    web::page::{
        belonging::{Formed, Ground, Overview, Sheet, Start, Titles},
        choices, labels,
        typed::Typed,
        upkeep as words,
    },
};

impl Formed for Plan {
    const HOME: &'static str = "/upkeep";
    const OVERVIEW: Overview = Overview::UPKEEP;
    const NEW: &'static str = "upkeep/new";
    const TITLES: Titles = Titles {
        new: "upkeep-new",
        edit: "upkeep-edit",
        conflict: "upkeep-conflict",
    };

    fn start(ground: &Ground<'_>, _: &Start) -> Result<Typed> {
        let mut typed = Typed::default();
        typed.add("rhythm", Beat::AfterDone.key());
        typed.add("count", "1");
        typed.add("unit", Unit::Year.key());
        typed.add("first", ground.today.to_string());
        Ok(typed)
    }

    fn typed(details: &PlanDetails, _: &Ground<'_>) -> Result<Typed> {
        let mut typed = Typed::default();
        typed.add("what", details.what.as_str());
        typed.add("note", details.note.as_str());
        typed.add("rhythm", details.rhythm.beat().key());
        match &details.rhythm {
            Rhythm::AfterDone(length) | Rhythm::Fixed(length) => {
                typed.add("count", length.count().to_string());
                typed.add("unit", length.unit().key());
            }
            Rhythm::Months(months) => {
                months
                    .iter()
                    .for_each(|month| typed.add("months", month.to_string()));
            }
            Rhythm::Metered(meter) => {
                typed.add("meter.every", meter.every().to_string());
                typed.add("meter.from", meter.from().to_string());
                typed.add("meter.unit", meter.unit());
            }
        }
        typed.add("first", details.first.to_string());
        typed.add_known("season.from", details.season.map(Season::from));
        typed.add_known("season.to", details.season.map(Season::to));
        typed.add_known("who", details.who);
        Ok(typed)
    }

    fn read(typed: &Typed, ground: &Ground<'_>) -> Result<PlanDetails> {
        let mut invalid = Invalid::default();
        let rhythm = rhythm(typed, &mut invalid);
        let who = typed.known("who", &mut invalid, |id| {
            id.parse().map_err(|_| "error-gone")
        });
        let first = typed.day("first", &mut invalid);
        let season = season(typed, &mut invalid);
        let what = text::line(typed.get("what"));
        if let Err(why) = text::name(&what, text::LINE) {
            invalid.push("what", why);
        }
        let Some(rhythm) = rhythm else {
            return Err(Error::Invalid(invalid));
        };
        let details = PlanDetails {
            what,
            note: text::prose(typed.get("note")),
            rhythm,
            first: first.unwrap_or(ground.today),
            season,
            who,
        };
        if invalid.is_empty() {
            invalid.merge(details.check());
        }
        invalid.or(details).map_err(Error::from)
    }

    fn fields(sheet: &Sheet<'_>) -> Result<Markup> {
        let look = sheet.ground.look;
        let beats = Beat::ALL.map(|beat| Choice::new(beat.key(), look.text(words::beat(beat))));
        let units = Unit::ALL.map(|unit| Choice::new(unit.key(), look.text(labels::unit(unit))));
        let mut members = vec![Choice::new("", look.text("upkeep-anybody"))];
        members.extend(choices::owners(sheet.ground.rows)?);
        let season = Control::Select(months_or_none(look));
        Ok(html! {
            div.form-fields.rhythm {
                (sheet.field("what", "upkeep-what", Control::Text).required())
                (sheet.field("rhythm", "upkeep-rhythm", Control::Radio(beats.into())))
                (sheet.field("count", "upkeep-count", Control::Number).half().class("rhythm-length"))
                (sheet.field("unit", "upkeep-unit", Control::Select(units.into())).half().class("rhythm-length"))
                (months(sheet))
                (sheet.field("meter.every", "upkeep-meter-every", Control::Number).half().class("rhythm-meter"))
                (sheet.field("meter.unit", "upkeep-meter-unit", Control::Suggest(meter_units(look))).half().class("rhythm-meter"))
                (sheet.field("meter.from", "upkeep-meter-from", Control::Number).hint(look.text("upkeep-meter-from-hint")).half().class("rhythm-meter"))
                (sheet.field("first", "upkeep-first", Control::Date).half().class("rhythm-days"))
                (sheet.field("who", "upkeep-who", Control::Select(members)).half())
                (sheet.field("season.from", "upkeep-season-from", season.clone()).half().class("rhythm-days"))
                (sheet.field("season.to", "upkeep-season-to", season).half().class("rhythm-days"))
                (sheet.field("note", "upkeep-note", Control::Area(3)))
            }
        })
    }

    fn joined(
        mine: &PlanDetails,
        theirs: &PlanDetails,
        side: impl Fn(&str) -> Side,
    ) -> PlanDetails {
        PlanDetails::joined(mine, theirs, |aspect| side(aspect.key()))
    }

    fn differences(
        mine: &PlanDetails,
        theirs: &PlanDetails,
        base: &PlanDetails,
        ground: &Ground<'_>,
    ) -> Result<Vec<Difference>> {
        let difference = |aspect: Aspect| {
            Ok(Difference {
                name: aspect.key().to_owned(),
                label: ground.look.text(label(aspect)),
                theirs: said(aspect, theirs, ground)?,
                mine: said(aspect, mine, ground)?,
                keep_mine: aspect.proposed(base, mine) == Side::Mine,
            })
        };
        mine.differences(theirs).map(difference).collect()
    }

    fn added(row: &Row<Self>) -> String {
        format!("/items/{}", row.item)
    }
}

fn rhythm(typed: &Typed, invalid: &mut Invalid) -> Option<Rhythm> {
    let Some(beat) = Beat::from_key(typed.get("rhythm")) else {
        invalid.push("rhythm", "error-choice");
        return None;
    };
    match beat {
        Beat::AfterDone => length(typed, invalid).map(Rhythm::AfterDone),
        Beat::Fixed => length(typed, invalid).map(Rhythm::Fixed),
        Beat::Months => {
            let chosen = typed.all("months").iter();
            let months = Months::new(chosen.filter_map(|month| month.parse().ok()));
            if months.is_none() {
                invalid.push("months", "error-month");
            }
            months.map(Rhythm::Months)
        }
        Beat::Metered => {
            let every = typed.number("meter.every", invalid).unwrap_or(0);
            let from = typed.number("meter.from", invalid).unwrap_or(0);
            let meter = Meter::new(every, from, text::line(typed.get("meter.unit")));
            if meter.is_none() && invalid.get("meter.every").is_none() {
                invalid.push("meter.every", "error-meter-every");
            }
            meter.map(Rhythm::Metered)
        }
    }
}

fn length(typed: &Typed, invalid: &mut Invalid) -> Option<Length> {
    let count = typed.get("count").parse().ok();
    let unit = Unit::from_key(typed.get("unit"));
    let length = count
        .zip(unit)
        .and_then(|(count, unit)| Length::new(count, unit));
    if length.is_none() {
        invalid.push("count", "error-length");
    }
    length
}

/// A season needs both its ends; one alone is a month.
fn season(typed: &Typed, invalid: &mut Invalid) -> Option<Season> {
    let mut month = |field| {
        typed.known(field, invalid, |month| {
            month.parse::<u8>().map_err(|_| "error-month")
        })
    };
    let (from, to) = (month("season.from"), month("season.to"));
    let (from, to) = (from.or(to)?, to.or(from)?);
    let season = Season::new(from, to);
    if season.is_none() {
        invalid.push("season.from", "error-month");
    }
    season
}

/// What meters count most often.
fn meter_units(look: &Look) -> Vec<String> {
    vec!["km".to_owned(), "mil".to_owned(), look.text("upkeep-hours")]
}

fn months_or_none(look: &Look) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", look.text("upkeep-season-none"))];
    choices
        .extend((1..=12).map(|month: u8| Choice::new(month.to_string(), look.lang.month(month))));
    choices
}

fn months(sheet: &Sheet<'_>) -> Markup {
    let look = sheet.ground.look;
    let chosen = sheet.typed.all("months");
    let wrong = sheet.invalid.get("months").map(|key| look.text(key));
    html! {
        fieldset.field.rhythm-months.is-wrong[wrong.is_some()] {
            legend { (look.text("upkeep-months")) }
            div.ticks.is-months {
                @for month in 1..=12_u8 {
                    @let value = month.to_string();
                    label.tick {
                        input type="checkbox" name="months" value=(value) checked[chosen.contains(&value)];
                        span { (look.lang.month(month)) }
                    }
                }
            }
            @if let Some(wrong) = wrong { p.field-error { (Icon::Warning) (wrong) } }
        }
    }
}

const fn label(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::What => "upkeep-what",
        Aspect::Rhythm => "upkeep-rhythm",
        Aspect::First => "upkeep-first",
        Aspect::Season => "upkeep-season",
        Aspect::Who => "upkeep-who",
        Aspect::Note => "upkeep-note",
    }
}

/// What a plan says of one aspect; empty where it says nothing.
pub(super) fn said(aspect: Aspect, details: &PlanDetails, ground: &Ground<'_>) -> Result<String> {
    let look = ground.look;
    Ok(match aspect {
        Aspect::What => details.what.clone(),
        Aspect::Rhythm => words::rhythm(look, &details.rhythm),
        Aspect::First => look.lang.day(details.first),
        Aspect::Season => details
            .season
            .map(|season| words::season(look, season))
            .unwrap_or_default(),
        Aspect::Who => match details.who {
            Some(person) => {
                let person = ground.rows.find::<Person>(person)?;
                person.map(|row| row.body.name).unwrap_or_default()
            }
            None => String::new(),
        },
        Aspect::Note => details.note.clone(),
    })
}

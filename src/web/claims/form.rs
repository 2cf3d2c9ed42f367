//! The form of a claim.

use maud::{Markup, html};

use super::{claim, draft};
use crate::{
    actions::belongings,
    domain::{
        aspect::Side,
        claim::{Against, Aspect, Claim, ClaimDetails, Outcome},
        warranty::{Warranty, WarrantyId},
    },
    error::{Error, Result},
    store::Row,
    ui::{
        form::{Choice, Control, Field, Part},
        versions::Difference,
    },
    web::page::{
        belonging::{Formed, Ground, Overview, Sheet, Start, Titles, address},
        contacts, labels, promises,
        typed::Typed,
    },
};

impl Formed for Claim {
    const HOME: &'static str = super::HERE;
    const OVERVIEW: Overview = Overview::WARRANTIES;
    const NEW: &'static str = "claims/new";
    const TITLES: Titles = Titles {
        new: "claims-new",
        edit: "claims-edit",
        conflict: "claims-conflict",
    };

    fn start(ground: &Ground<'_>, start: &Start) -> Result<Typed> {
        let mut details = ClaimDetails::opened_on(ground.today);
        if let Ok(warranty) = start.warranty.parse::<WarrantyId>() {
            let viewer = ground.editor.viewer();
            details.against = Against::Warranty(viewer.of_thing(ground.rows, warranty)?.id);
        }
        Ok(draft::typed(&details))
    }

    fn typed(details: &ClaimDetails, _: &Ground<'_>) -> Result<Typed> {
        Ok(draft::typed(details))
    }

    fn read(typed: &Typed, ground: &Ground<'_>) -> Result<ClaimDetails> {
        draft::read(typed, ground.today)
    }

    fn fields(sheet: &Sheet<'_>) -> Result<Markup> {
        let look = sheet.ground.look;
        let open = Choice::new("", look.text("claims-outcome-none"));
        let outcomes = Outcome::ALL
            .map(|outcome| Choice::new(outcome.key(), look.text(labels::outcome(outcome))));
        let outcomes = [vec![open], outcomes.into()].concat();
        let told = contacts::are_told(sheet.typed, sheet.invalid);
        let spoken = contacts::fields(look, sheet.typed, sheet.invalid, sheet.action);
        Ok(html! {
            // Enter in a field presses the first button of a form: it is to save, not to ask for more contacts.
            button.unseen type="submit" tabindex="-1" aria-hidden="true" {}
            div.form-fields {
                (field(sheet, Aspect::Problem, Control::Area(3)).hint(look.text("claims-problem-hint")).required())
                (against(sheet)?.half())
                (field(sheet, Aspect::Opened, Control::Date).half())
            }
            (Part { label: look.text(labels::claim(Aspect::Contacts)), open: told, fields: spoken })
            (Part { label: look.text(labels::claim(Aspect::Ended)), open: has(sheet, "outcome") || has(sheet, "closed"), fields: html! {
                (sheet.field("outcome", "claims-result", Control::Select(outcomes)).half())
                (sheet.field("closed", "claims-closed", Control::Date).hint(look.text("claims-closed-hint")).half())
            } })
        })
    }

    fn asks_for_more(typed: &Typed) -> bool {
        contacts::asks_for_more(typed)
    }

    fn joined(
        mine: &ClaimDetails,
        theirs: &ClaimDetails,
        side: impl Fn(&str) -> Side,
    ) -> ClaimDetails {
        ClaimDetails::joined(mine, theirs, |aspect| side(aspect.key()))
    }

    fn differences(
        mine: &ClaimDetails,
        theirs: &ClaimDetails,
        base: &ClaimDetails,
        ground: &Ground<'_>,
    ) -> Result<Vec<Difference>> {
        let difference = |aspect: Aspect| {
            Ok(Difference {
                name: aspect.key().to_owned(),
                label: ground.look.text(labels::claim(aspect)),
                theirs: said(aspect, theirs, ground)?,
                mine: said(aspect, mine, ground)?,
                keep_mine: aspect.proposed(base, mine) == Side::Mine,
            })
        };
        mine.differences(theirs).map(difference).collect()
    }

    fn added(row: &Row<Self>) -> String {
        address(row.id)
    }
}

/// Whether something stands in, or is wrong with, a field whose name begins so.
fn has(sheet: &Sheet<'_>, begins: &str) -> bool {
    let filled = |(name, text): (&str, &str)| name.starts_with(begins) && !text.trim().is_empty();
    let wrong = |(name, _): (&str, &str)| name.starts_with(begins);
    sheet.typed.iter().any(filled) || sheet.invalid.iter().any(wrong)
}

fn field(sheet: &Sheet<'_>, aspect: Aspect, control: Control) -> Field {
    sheet.field(aspect.key(), labels::claim(aspect), control)
}

/// The right of the law, each warranty of the thing, or something else. A warranty that is in the bin by now stays chosen.
fn against(sheet: &Sheet<'_>) -> Result<Field> {
    let ground = &sheet.ground;
    let (look, item) = (ground.look, ground.item.id);
    let viewer = ground.editor.viewer();
    let mut warranties = belongings::seen_of_item::<Warranty>(ground.rows, viewer, item)?;
    if let Ok(chosen) = sheet.typed.get("against").parse::<WarrantyId>()
        && warranties.iter().all(|row| row.id != chosen)
    {
        match viewer.of_thing(ground.rows, chosen) {
            Ok(row) if row.item == item => warranties.push(row),
            Ok(_) | Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let mut choices = vec![Choice::new("right", look.text("claims-against-right"))];
    for row in &warranties {
        choices.push(Choice::new(
            row.id.to_string(),
            promises::warranty(look, row),
        ));
    }
    choices.push(Choice::new("other", look.text("claims-against-other")));
    let wrong = sheet.invalid.get("warranty").map(|key| look.text(key));
    let field = field(sheet, Aspect::Against, Control::Select(choices));
    Ok(match wrong {
        Some(wrong) => field.error(Some(wrong)),
        None => field,
    })
}

/// What a claim says of one aspect.
fn said(aspect: Aspect, details: &ClaimDetails, ground: &Ground<'_>) -> Result<String> {
    let look = ground.look;
    Ok(match aspect {
        Aspect::Problem => details.problem.clone(),
        Aspect::Against => {
            let viewer = ground.editor.viewer();
            claim::against(ground.rows, viewer, look, details.against)?
        }
        Aspect::Opened => look.lang.day(details.opened),
        Aspect::Ended => match details.ended {
            Some(ended) => format!(
                "{}, {}",
                look.text(labels::outcome(ended.how)),
                look.lang.day(ended.on)
            ),
            None => look.text("claims-outcome-none"),
        },
        Aspect::Contacts => contacts::said(look, &details.contacts),
    })
}

//! The form of a warranty.

use maud::{Markup, html};

use super::{draft, said};
use crate::{
    actions::warranties,
    domain::{
        aspect::Side,
        length::Unit,
        warranty::{Aspect, Warranty, WarrantyDetails, WarrantyKind},
    },
    error::Result,
    store::Row,
    ui::{
        form::{Choice, Control, Field},
        icon::Icon,
        versions::Difference,
    },
    web::page::{
        belonging::{Formed, Ground, Overview, Sheet, Start, Titles},
        labels, promises,
        typed::Typed,
    },
};

impl Formed for Warranty {
    const HOME: &'static str = super::HERE;
    const OVERVIEW: Overview = Overview::WARRANTIES;
    const NEW: &'static str = "warranties/new";
    const TITLES: Titles = Titles {
        new: "warranties-new",
        edit: "warranties-edit",
        conflict: "warranties-conflict",
    };

    fn start(_: &Ground<'_>, _: &Start) -> Result<Typed> {
        Ok(draft::typed(&WarrantyDetails::default()))
    }

    fn typed(details: &WarrantyDetails, _: &Ground<'_>) -> Result<Typed> {
        Ok(draft::typed(details))
    }

    fn read(typed: &Typed, _: &Ground<'_>) -> Result<WarrantyDetails> {
        draft::read(typed)
    }

    fn fields(sheet: &Sheet<'_>) -> Result<Markup> {
        let look = sheet.ground.look;
        let kinds = WarrantyKind::ALL
            .map(|kind| Choice::new(kind.key(), look.text(labels::warranty_kind(kind))));
        Ok(html! {
            div.form-fields {
                (field(sheet, Aspect::Kind, Control::Radio(kinds.into())))
                (field(sheet, Aspect::Provider, Control::Text).hint(look.text("warranties-provider-hint")).half())
                (field(sheet, Aspect::Start, Control::Date).hint(look.text("warranties-start-hint")).half())
                (length(sheet))
                (sheet.field("until", "warranties-until", Control::Date).half())
                (sheet.field("lifetime", "warranties-for-life", Control::Check))
                (proof(sheet)?)
                (field(sheet, Aspect::Contact, Control::Area(2)).hint(look.text("warranties-contact-hint")))
                (field(sheet, Aspect::Terms, Control::Area(4)).hint(look.text("warranties-terms-hint")))
            }
        })
    }

    fn joined(
        mine: &WarrantyDetails,
        theirs: &WarrantyDetails,
        side: impl Fn(&str) -> Side,
    ) -> WarrantyDetails {
        WarrantyDetails::joined(mine, theirs, |aspect| side(aspect.key()))
    }

    fn differences(
        mine: &WarrantyDetails,
        theirs: &WarrantyDetails,
        base: &WarrantyDetails,
        ground: &Ground<'_>,
    ) -> Result<Vec<Difference>> {
        let difference = |aspect: Aspect| {
            Ok(Difference {
                name: aspect.key().to_owned(),
                label: ground.look.text(labels::warranty(aspect)),
                theirs: said::aspect(aspect, theirs, ground)?,
                mine: said::aspect(aspect, mine, ground)?,
                keep_mine: aspect.proposed(base, mine) == Side::Mine,
            })
        };
        mine.differences(theirs).map(difference).collect()
    }

    fn added(row: &Row<Self>) -> String {
        format!("/items/{}", row.item)
    }
}

fn field(sheet: &Sheet<'_>, aspect: Aspect, control: Control) -> Field {
    sheet.field(aspect.key(), labels::warranty(aspect), control)
}

/// "2 years": a number and its unit, side by side.
fn length(sheet: &Sheet<'_>) -> Markup {
    let (look, typed) = (sheet.ground.look, sheet.typed);
    let wrong = sheet.invalid.get("count").map(|key| look.text(key));
    let chosen = Unit::from_key(typed.get("unit")).unwrap_or(Unit::Year);
    html! {
        div.field.is-half.is-wrong[wrong.is_some()] {
            label for="field-count" { (look.text("warranties-length")) }
            div.input-pair {
                input.input #field-count name="count" inputmode="numeric" autocomplete="off" value=(typed.get("count"))
                    aria-invalid=[wrong.as_ref().map(|_| "true")] aria-describedby="field-count-hint";
                select.input name="unit" aria-label=(look.text("warranties-unit")) {
                    @for unit in [Unit::Year, Unit::Month, Unit::Week, Unit::Day] {
                        option value=(unit.key()) selected[unit == chosen] { (look.text(labels::unit(unit))) }
                    }
                }
            }
            p.field-hint #field-count-hint { (look.text("warranties-length-hint")) }
            @if let Some(wrong) = &wrong { p.field-error { (Icon::Warning) (wrong) } }
        }
    }
}

/// The receipts of the thing.
fn proof(sheet: &Sheet<'_>) -> Result<Field> {
    let ground = &sheet.ground;
    let look = ground.look;
    let present = sheet.typed.get("proof").parse().ok();
    let viewer = ground.editor.viewer();
    let receipts = warranties::proofs(ground.rows, viewer, ground.item.id, present)?;
    let mut choices = vec![Choice::new("", look.text("warranties-proof-none"))];
    for receipt in &receipts {
        choices.push(Choice::new(
            receipt.id.to_string(),
            promises::receipt(look, receipt),
        ));
    }
    Ok(field(sheet, Aspect::Proof, Control::Select(choices))
        .hint(look.text("warranties-proof-hint")))
}

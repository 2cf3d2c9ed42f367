//! The page and the form of one loss: what became of a thing, and how that was settled.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::{
    access::Editor,
    actions::{belongings::in_use_with_thing, incidents},
    domain::{
        aspect::Side,
        incident::{Incident, IncidentId},
        invalid::Invalid,
        loss::{Aspect, Fate, Loss, LossDetails, LossId, Settled, Settlement},
    },
    error::{Error, Result},
    http::{Htmx, Path, Problem, Snapshot},
    store::{Row, Rows},
    ui::{
        button::Button,
        facts::Facts,
        form::{Choice, Control, Part},
        icon::Icon,
        layout::Page,
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
        versions::Difference,
    },
    web::page::{
        self,
        belonging::{Formed, Ground, Overview, Sheet, Start, Titles, address},
        incidents as words, labels,
        typed::Typed,
    },
};

impl Formed for Loss {
    const HOME: &'static str = "/losses";
    const OVERVIEW: Overview = Overview::INCIDENTS;
    const NEW: &'static str = "losses/new";
    const TITLES: Titles = Titles {
        new: "losses-new",
        edit: "losses-edit",
        conflict: "losses-conflict",
    };

    fn start(ground: &Ground<'_>, _: &Start) -> Result<Typed> {
        let mut typed = Typed::default();
        let latest = incidents::list(ground.rows, ground.editor.viewer())?;
        typed.add_known("incident", latest.first().map(|row| row.id));
        typed.add("fate", Fate::Gone.key());
        Ok(typed)
    }

    fn typed(details: &LossDetails, ground: &Ground<'_>) -> Result<Typed> {
        let mut typed = Typed::default();
        typed.add("incident", details.incident.to_string());
        typed.add("fate", details.fate.key());
        typed.add("note", details.note.as_str());
        if let Some(settled) = &details.settled {
            typed.add("settlement", settled.how.key());
            typed.add("on", settled.on.to_string());
            typed.add_money("amount", settled.amount, ground.look.lang);
            typed.add("by", settled.by.as_str());
        }
        Ok(typed)
    }

    fn read(typed: &Typed, ground: &Ground<'_>) -> Result<LossDetails> {
        let mut invalid = Invalid::default();
        let incident = typed.known("incident", &mut invalid, |id| {
            id.parse::<IncidentId>().map_err(|_| "error-gone")
        });
        let Some(incident) = incident else {
            if invalid.is_empty() {
                invalid.push("incident", "error-incident-missing");
            }
            return Err(Error::Invalid(invalid));
        };
        let fate = typed.known("fate", &mut invalid, |key| {
            Fate::from_key(key).ok_or("error-choice")
        });
        let details = LossDetails {
            note: typed.get("note").to_owned(),
            settled: settled(typed, ground, &mut invalid),
            ..LossDetails::of(incident, fate.unwrap_or(Fate::Gone))
        };
        invalid.merge(details.check());
        invalid.or(details).map_err(Error::from)
    }

    fn fields(sheet: &Sheet<'_>) -> Result<Markup> {
        let ground = &sheet.ground;
        let look = ground.look;
        let all = incidents::list(ground.rows, ground.editor.viewer())?;
        let choices: Vec<_> = all
            .iter()
            .map(|row| Choice::new(row.id.to_string(), words::name(look, row)))
            .collect();
        let fates = Fate::ALL.map(|fate| Choice::new(fate.key(), look.text(labels::fate(fate))));
        let open = Choice::new("", look.text("losses-open"));
        let ways =
            Settlement::ALL.map(|how| Choice::new(how.key(), look.text(labels::settlement(how))));
        let ways = [vec![open], ways.into()].concat();
        let told =
            |name: &&str| !sheet.typed.get(name).is_empty() || sheet.invalid.get(name).is_some();
        let is_settled = ["settlement", "on", "amount", "by"].iter().any(told);
        let none = choices.is_empty();
        Ok(html! {
            @if none {
                p {
                    (look.text("losses-no-incident")) " "
                    a href={ "/incidents/new?item=" (ground.item.id) } { (look.text("incidents-new")) }
                }
            }
            div.form-fields {
                (sheet.field("incident", "losses-incident", Control::Select(choices)).required())
                (sheet.field("fate", "losses-fate", Control::Radio(fates.into())).required())
                (sheet.field("note", "losses-note", Control::Area(2)).hint(look.text("losses-note-hint")))
            }
            (Part { label: look.text("losses-settled"), open: is_settled, fields: html! {
                (sheet.field("settlement", "losses-how", Control::Select(ways)).half())
                (sheet.field("on", "losses-on", Control::Date).half())
                (sheet.money("amount", "losses-amount").half())
                (sheet.field("by", "losses-by", Control::Text).hint(look.text("losses-by-hint")).half())
            } })
        })
    }

    fn joined(
        mine: &LossDetails,
        theirs: &LossDetails,
        side: impl Fn(&str) -> Side,
    ) -> LossDetails {
        LossDetails::joined(mine, theirs, |aspect| side(aspect.key()))
    }

    fn differences(
        mine: &LossDetails,
        theirs: &LossDetails,
        base: &LossDetails,
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
        address(row.id)
    }
}

/// How it was settled; on the day that nobody says, today.
fn settled(typed: &Typed, ground: &Ground<'_>, invalid: &mut Invalid) -> Option<Settled> {
    let how = typed.known("settlement", invalid, |key| {
        Settlement::from_key(key).ok_or("error-choice")
    });
    let on: Option<Date> = typed.day("on", invalid);
    let amount = typed.money("amount", ground.currency, invalid);
    let by = typed.get("by");
    if how.is_none() && (on.is_some() || amount.is_some() || !by.is_empty()) {
        invalid.push("settlement", "error-outcome-missing");
    }
    Some(Settled {
        how: how?,
        on: on.unwrap_or(ground.today),
        amount,
        by: by.to_owned(),
    })
}

const fn label(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Incident => "losses-incident",
        Aspect::Fate => "losses-fate",
        Aspect::Note => "losses-note",
        Aspect::Settled => "losses-settled",
    }
}

fn said(aspect: Aspect, details: &LossDetails, ground: &Ground<'_>) -> Result<String> {
    let look = ground.look;
    Ok(match aspect {
        Aspect::Incident => {
            let incident = ground.rows.find::<Incident>(details.incident)?;
            incident.map_or_else(String::new, |row| words::name(look, &row))
        }
        Aspect::Fate => look.text(labels::fate(details.fate)),
        Aspect::Note => details.note.clone(),
        Aspect::Settled => match &details.settled {
            Some(settled) => words::settled(look, settled),
            None => look.text("losses-open"),
        },
    })
}

/// `GET /losses/{id}`.
pub(super) async fn show(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<LossId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Incidents);
    let (loss, item) = in_use_with_thing(&rows, editor.viewer(), id)?;
    let incident = editor.viewer().incident(&rows, loss.details.incident)?;
    let changes = editor.may_change_of_thing(&item, &loss);
    let details = &loss.details;
    let thing = page::name(&look, &item);
    let settled = match &details.settled {
        Some(settled) => words::settled(&look, settled),
        None => look.text("losses-open"),
    };
    let facts = Facts::new()
        .fact(
            look.text("losses-thing"),
            html! { a href={ "/items/" (item.id) } { (thing) } },
        )
        .fact(
            look.text("losses-incident"),
            html! { a href={ "/incidents/" (incident.id) } { (words::name(&look, &incident)) } },
        )
        .fact(
            look.text("losses-fate"),
            look.text(words::fate(incident.details.kind, details.fate)),
        )
        .known(
            look.text("losses-value"),
            item.details.value.map(|value| look.lang.money(value)),
        )
        .fact(look.text("losses-settled"), settled);
    let own = address(id);
    let edit = Button::link(look.text("losses-change"), format!("{own}/edit")).icon(Icon::Edit);
    let remove = Button::post(look.text("losses-remove"), format!("{own}/remove"))
        .with("revision", loss.revision.get().to_string())
        .icon(Icon::Trash);
    let body = html! {
        div.stack {
            (facts)
            @if !details.note.is_empty() { div.prose { (markdown(&details.note)) } }
        }
    };
    let way = super::form::way(&look).step(
        words::name(&look, &incident),
        format!("/incidents/{}", incident.id),
    );
    let page = Page::new(&look, look.text_with("losses-of", "name", &thing), body)
        .breadcrumb(way)
        .actions(html! {
            @if changes { (edit.primary()) (Menu::new(look.text("ui-more")).last(remove)) }
        })
        .narrow();
    Ok(page.answer(htmx))
}

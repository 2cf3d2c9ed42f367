//! Whom a thing is meant for: the form, its page, and one press that lets the household know.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use crate::{
    access::Editor,
    actions::{belongings::in_use_with_thing, bequests, household},
    app::App,
    domain::{
        aspect::Side,
        bequest::{Aspect, Bequest, BequestDetails, BequestId},
        invalid::Invalid,
        text,
    },
    error::{Error, Result},
    http::{Done, Form as Sent, Htmx, Path, Problem, Snapshot},
    store::{Expect, Revision, Row},
    ui::{
        button::Button,
        facts::Facts,
        form::Control,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
        versions::Difference,
    },
    web::page::{
        belonging::{Formed, Ground, Overview, Sheet, Start, Titles, address, way},
        memories as words,
        typed::Typed,
    },
};

impl Formed for Bequest {
    const HOME: &'static str = "/bequests";
    const NEW: &'static str = "bequests/new";
    const OVERVIEW: Overview = Overview::THINGS;
    const TITLES: Titles = Titles {
        new: "bequests-new",
        edit: "bequests-edit",
        conflict: "bequests-conflict",
    };

    fn start(ground: &Ground<'_>, _: &Start) -> Result<Typed> {
        Self::typed(&BequestDetails::default(), ground)
    }

    fn typed(details: &BequestDetails, _: &Ground<'_>) -> Result<Typed> {
        let mut typed = Typed::default();
        typed.add("to", details.to.as_str());
        typed.add("note", details.note.as_str());
        typed.add("open", if details.open { "1" } else { "" });
        Ok(typed)
    }

    fn read(typed: &Typed, _: &Ground<'_>) -> Result<BequestDetails> {
        let details = BequestDetails {
            to: text::line(typed.get("to")),
            note: text::prose(typed.get("note")),
            open: typed.get("open") == "1",
        };
        let mut invalid = Invalid::default();
        invalid.merge(details.check());
        invalid.or(details).map_err(Error::from)
    }

    fn fields(sheet: &Sheet<'_>) -> Result<Markup> {
        let look = sheet.ground.look;
        let people = household::people(sheet.ground.rows)?.into_iter();
        let names = people.map(|person| person.body.name).collect();
        let open = sheet.field("open", "bequests-open", Control::Check);
        Ok(html! {
            div.form-fields {
                (sheet.field("to", "bequests-to", Control::Suggest(names)).required())
                (sheet.field("note", "bequests-note", Control::Area(4)))
                (open.hint(look.text("bequests-open-hint")))
            }
        })
    }

    fn joined(
        mine: &BequestDetails,
        theirs: &BequestDetails,
        side: impl Fn(&str) -> Side,
    ) -> BequestDetails {
        BequestDetails::joined(mine, theirs, |aspect| side(aspect.key()))
    }

    fn differences(
        mine: &BequestDetails,
        theirs: &BequestDetails,
        base: &BequestDetails,
        ground: &Ground<'_>,
    ) -> Result<Vec<Difference>> {
        let look = ground.look;
        let difference = |aspect: Aspect| Difference {
            name: aspect.key().to_owned(),
            label: look.text(label(aspect)),
            theirs: said(aspect, theirs, look),
            mine: said(aspect, mine, look),
            keep_mine: aspect.proposed(base, mine) == Side::Mine,
        };
        Ok(mine.differences(theirs).map(difference).collect())
    }

    fn added(row: &Row<Self>) -> String {
        format!("/items/{}", row.item)
    }
}

const fn label(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::To => "bequests-to",
        Aspect::Note => "bequests-note",
        Aspect::Open => "bequests-open",
    }
}

fn said(aspect: Aspect, details: &BequestDetails, look: &Look) -> String {
    match aspect {
        Aspect::To => details.to.clone(),
        Aspect::Note => details.note.clone(),
        Aspect::Open => look.text(if details.open {
            "thing-yes"
        } else {
            "thing-no"
        }),
    }
}

/// What the button that opens one carries.
#[derive(Deserialize)]
pub(super) struct Opening {
    /// The version that the page showed.
    revision: u64,
    /// Whether the household is to know.
    open: String,
}

/// `POST /bequests/{id}/open`.
pub(super) async fn open(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<BequestId>,
    Sent(opening): Sent<Opening>,
) -> Result<Response, Problem> {
    let seen = Expect::Revision(Revision::new(opening.revision));
    let opens = opening.open == "1";
    let saved = app
        .change(move |store| bequests::open(store, &editor, id, seen, opens))
        .await?;
    let action = if opens {
        "bequest-open"
    } else {
        "bequest-close"
    };
    let done = Done::new(&app, action, address(id)).undo(saved.undo());
    Ok(done.into_response())
}

/// `GET /bequests/{id}`.
pub(super) async fn show(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<BequestId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Things);
    let (bequest, item) = in_use_with_thing(&rows, editor.viewer(), id)?;
    let details = &bequest.details;
    let writer = words::writer(&rows, &look, &bequest)?;
    let body = html! {
        div.stack {
            (Facts::new().fact(look.text("bequests-by"), html! { (writer) }))
            @if !details.note.is_empty() { div.prose { (markdown(&details.note)) } }
        }
    };
    let own = address(id);
    let revision = bequest.revision.get().to_string();
    let (text, value) = if details.open {
        ("bequests-close", "")
    } else {
        ("bequests-let-know", "1")
    };
    let opens = Button::post(look.text(text), format!("{own}/open"))
        .with("revision", revision.clone())
        .with("open", value);
    let edit = Button::link(look.text("upkeep-change"), format!("{own}/edit")).icon(Icon::Edit);
    let remove = Button::post(look.text("upkeep-remove"), format!("{own}/remove"))
        .with("revision", revision)
        .icon(Icon::Trash);
    let changes = editor.may_change_of_thing(&item, &bequest);
    let title = look.text_with("bequests-for", "to", &details.to);
    let page = Page::new(&look, title, body)
        .breadcrumb(way::<Bequest>(&look, &item))
        .lead(words::who_knows(&look, editor.viewer(), &bequest))
        .actions(html! {
            @if changes { (opens.primary()) (Menu::new(look.text("ui-more")).row(edit).last(remove)) }
        })
        .narrow();
    Ok(page.answer(htmx))
}

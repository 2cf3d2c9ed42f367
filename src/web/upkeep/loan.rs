//! Loans: the form of one, its page, and one tap that says that the thing is back.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use crate::{
    access::Editor,
    actions::{belongings::in_use_with_thing, loans},
    app::App,
    domain::{
        aspect::Side,
        invalid::Invalid,
        loan::{Aspect, Loan, LoanDetails, LoanId},
        text,
    },
    error::{Error, Result},
    http::{Done, Form as Sent, Htmx, Path, Problem, Snapshot},
    store::Row,
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
        belonging::{Formed, Ground, Overview, Removal, Sheet, Start, Titles, address, way},
        typed::Typed,
        upkeep::{self as words, back_button},
    },
};

impl Formed for Loan {
    const HOME: &'static str = "/loans";
    const OVERVIEW: Overview = Overview::UPKEEP;
    const NEW: &'static str = "lend";
    const TITLES: Titles = Titles {
        new: "loans-new",
        edit: "loans-edit",
        conflict: "loans-conflict",
    };

    fn start(ground: &Ground<'_>, _: &Start) -> Result<Typed> {
        Self::typed(&LoanDetails::since(ground.today, String::new()), ground)
    }

    fn typed(details: &LoanDetails, _: &Ground<'_>) -> Result<Typed> {
        let mut typed = Typed::default();
        typed.add("to", details.to.as_str());
        typed.add("since", details.since.to_string());
        typed.add_known("due", details.due);
        typed.add_known("back", details.back);
        typed.add("note", details.note.as_str());
        Ok(typed)
    }

    fn read(typed: &Typed, ground: &Ground<'_>) -> Result<LoanDetails> {
        let mut invalid = Invalid::default();
        let since = typed.day("since", &mut invalid);
        let details = LoanDetails {
            to: text::line(typed.get("to")),
            since: since.unwrap_or(ground.today),
            due: typed.day("due", &mut invalid),
            back: typed.day("back", &mut invalid),
            note: text::prose(typed.get("note")),
        };
        invalid.merge(details.check());
        invalid.or(details).map_err(Error::from)
    }

    fn fields(sheet: &Sheet<'_>) -> Result<Markup> {
        let ground = &sheet.ground;
        let borrowers = loans::borrowers(ground.rows, ground.editor.viewer())?;
        let look = ground.look;
        // That it is back is no question while it is being lent.
        let is_there = !sheet.typed.get("revision").is_empty();
        Ok(html! {
            div.form-fields {
                (sheet.field("to", "loans-whom", Control::Suggest(borrowers)).required())
                (sheet.field("since", "loans-since", Control::Date).half())
                (sheet.field("due", "loans-due", Control::Date).hint(look.text("loans-due-hint")).half())
                @if is_there { (sheet.field("back", "loans-back", Control::Date).half()) }
                (sheet.field("note", "loans-note", Control::Area(3)))
            }
        })
    }

    fn joined(
        mine: &LoanDetails,
        theirs: &LoanDetails,
        side: impl Fn(&str) -> Side,
    ) -> LoanDetails {
        LoanDetails::joined(mine, theirs, |aspect| side(aspect.key()))
    }

    fn differences(
        mine: &LoanDetails,
        theirs: &LoanDetails,
        base: &LoanDetails,
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
        Aspect::To => "loans-whom",
        Aspect::Since => "loans-since",
        Aspect::Due => "loans-due",
        Aspect::Back => "loans-back",
        Aspect::Note => "loans-note",
    }
}

fn said(aspect: Aspect, details: &LoanDetails, look: &Look) -> String {
    let day = |day| look.lang.day(day);
    match aspect {
        Aspect::To => details.to.clone(),
        Aspect::Since => day(details.since),
        Aspect::Due => details.due.map(day).unwrap_or_default(),
        Aspect::Back => details.back.map(day).unwrap_or_default(),
        Aspect::Note => details.note.clone(),
    }
}

/// `POST /loans/{id}/back`.
pub(super) async fn give_back(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<LoanId>,
    Sent(shown): Sent<Removal>,
) -> Result<Response, Problem> {
    let seen = shown.seen();
    let saved = app
        .change(move |store| loans::give_back(store, &editor, id, seen))
        .await?;
    let to = format!("/items/{}", saved.value.item);
    let done = Done::new(&app, "loan-back", to).undo(saved.undo());
    Ok(done.into_response())
}

/// `GET /loans/{id}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<LoanId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Upkeep);
    let (loan, item) = in_use_with_thing(&rows, editor.viewer(), id)?;
    let today = app.store.clock().today();
    let details = &loan.details;
    let mut facts = Facts::new();
    for aspect in [Aspect::To, Aspect::Since, Aspect::Due, Aspect::Back] {
        let said = said(aspect, details, &look);
        facts = facts.known(look.text(label(aspect)), (!said.is_empty()).then_some(said));
    }
    let body = html! {
        div.stack {
            (facts)
            @if !details.note.is_empty() { div.prose { (markdown(&details.note)) } }
        }
    };
    let changes = editor.may_change_of_thing(&item, &loan);
    let own = address(id);
    let edit = Button::link(look.text("upkeep-change"), format!("{own}/edit")).icon(Icon::Edit);
    let remove = Button::post(look.text("upkeep-remove"), format!("{own}/remove"))
        .with("revision", loan.revision.get().to_string())
        .icon(Icon::Trash);
    let actions = html! {
        @if changes {
            @if details.is_out() { (back_button(&look, &loan).primary()) }
            (Menu::new(look.text("ui-more")).row(edit).last(remove))
        }
    };
    let page = Page::new(&look, look.text_with("loans-to", "to", &details.to), body)
        .breadcrumb(way::<Loan>(&look, &item))
        .lead(words::lent(&look, details, today))
        .actions(actions)
        .narrow();
    Ok(page.answer(htmx))
}

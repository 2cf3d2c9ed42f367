//! The life of a thing on one page, from its beginning.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};

use crate::{
    access::Viewer,
    actions::life::{self, Event, What},
    app::App,
    domain::item::{Acquired, ItemId},
    error::{Error, Result},
    http::{Htmx, Path, Problem, Snapshot},
    store::Reader,
    ui::{
        breadcrumb::Breadcrumb,
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
        photo::Photo,
    },
    web::page::{
        self, labels,
        memories::{Among, inherited, story},
        promises,
        wording::Wording,
    },
};

/// `GET /items/{id}/life`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Things);
    let item = viewer.item(&rows, id)?;
    if item.binned.is_some() || item.is_template() {
        return Err(Error::NotFound.into());
    }
    let events = life::of_item(&rows, &viewer, app.store.clock(), &item)?;
    let teller = Teller {
        rows: &rows,
        look: &look,
        words: Wording::new(&rows, &viewer, look.lang),
    };
    let mut told = Vec::with_capacity(events.len());
    for event in &events {
        told.push((teller.when(event), icon(&event.what), teller.told(event)?));
    }
    let name = page::name(&look, &item);
    let body = html! {
        @if told.is_empty() {
            (Empty::new(Icon::Heart, look.text("life-empty")))
        } @else {
            ol.life {
                @for (when, icon, told) in &told {
                    li {
                        span.life-icon { (icon) }
                        div.life-told { p.quiet { (when) } (told) }
                    }
                }
            }
        }
    };
    let way = Breadcrumb::new(look.text("ui-things"))
        .step(look.text("ui-things"), Section::Things.href())
        .step(name.as_str(), format!("/items/{id}"));
    let tell = Button::link(
        look.text("memories-tell"),
        format!("/items/{id}/memories/new"),
    );
    let page = Page::new(&look, look.text_with("life-title", "name", &name), body)
        .breadcrumb(way)
        .actions(html! { @if viewer.editor().is_ok() { (tell.icon(Icon::Plus).primary()) } })
        .narrow();
    Ok(page.answer(htmx))
}

/// Who tells a life in the reader's words.
struct Teller<'a> {
    rows: &'a Reader,
    look: &'a Look,
    words: Wording<'a, Reader>,
}

impl Teller<'_> {
    fn when(&self, event: &Event) -> String {
        event.on.map_or_else(
            || self.look.text("life-undated"),
            |on| self.look.lang.date(on),
        )
    }

    fn told(&self, event: &Event) -> Result<Markup> {
        let look = self.look;
        Ok(match &event.what {
            What::Came(acquired) => html! { p { (self.came(acquired)) } },
            What::Entered => html! { p { (look.text("life-entered")) } },
            What::Photos(photos) => {
                let photos: Vec<Photo> = photos.iter().map(page::photo).collect();
                html! {
                    p { (look.count("life-photos", photos.len())) }
                    div.story-photos {
                        @for photo in &photos {
                            a href=(photo.large) { (photo.picture(photo.caption.as_deref().unwrap_or(&look.text("life-photo")), "8rem", false)) }
                        }
                    }
                }
            }
            What::Memory(memory) => story(look, self.rows, memory, Among::Life)?,
            What::Moved(to) => {
                let to = self.words.location(*to)?;
                html! { p { (look.text_with("life-moved", "to", &to)) } }
            }
            What::Job(job) => html! {
                p { a href={ "/jobs/" (job.body.id) } { (job.details.what) } }
                @if !job.details.by.is_empty() { p.quiet { (job.details.by) } }
            },
            What::Claim(claim) => html! {
                p { a href={ "/claims/" (claim.body.id) } { (promises::claim(claim)) } }
            },
            What::Lent(loan) => html! {
                p { a href={ "/loans/" (loan.body.id) } { (look.text_with("loans-to", "to", &loan.details.to)) } }
            },
            What::Back(loan) => html! {
                p { (look.text_with("life-back", "from", &loan.details.to)) }
            },
            What::Left(archived) => html! { p { (self.words.departure(archived)) } },
        })
    }

    fn came(&self, acquired: &Acquired) -> String {
        let look = self.look;
        // The day stands above it already.
        let undated = Acquired {
            on: None,
            ..acquired.clone()
        };
        if let Some(inherited) = inherited(look, &undated) {
            return inherited;
        }
        let how = acquired.how.map_or_else(
            || look.text("life-came"),
            |how| look.text(labels::acquisition(how)),
        );
        if acquired.from.is_empty() {
            how
        } else {
            format!("{how} · {}", acquired.from)
        }
    }
}

const fn icon(what: &What) -> Icon {
    match what {
        What::Came(_) => Icon::Home,
        What::Entered => Icon::Tag,
        What::Photos(_) => Icon::Photo,
        What::Memory(_) => Icon::Heart,
        What::Moved(_) => Icon::Place,
        What::Job(_) => Icon::Upkeep,
        What::Claim(_) => Icon::Shield,
        What::Lent(_) | What::Back(_) => Icon::Person,
        What::Left(_) => Icon::Archive,
    }
}

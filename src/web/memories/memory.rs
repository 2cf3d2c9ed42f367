//! The form of a memory, and its page with photos and recordings.

use std::sync::Arc;

use axum::{
    extract::State,
    http::HeaderName,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use crate::{
    access::Viewer,
    actions::{attachments, belongings::in_use_with_thing},
    app::App,
    domain::{
        aspect::Side,
        attachment::{AttachmentKind, Bearer},
        invalid::Invalid,
        memory::{Aspect, Memory, MemoryDetails, MemoryId},
        text,
    },
    error::{Error, Result},
    http::{Htmx, Path, Problem, Snapshot},
    store::{Reader, Row},
    ui::{
        button::Button,
        form::{Control, Upload},
        icon::Icon,
        layout::Page,
        list::{List, Row as Line},
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
        photo::{Gallery, Photo},
        versions::Difference,
    },
    web::page::{
        self,
        belonging::{Formed, Ground, Overview, Sheet, Start, Titles, address, way},
        memories as words,
        typed::Typed,
    },
};

/// A page on which one records something may ask for the microphone and the camera; no other page may.
const RECORDS: (HeaderName, &str) = (
    HeaderName::from_static("permissions-policy"),
    "camera=(self), microphone=(self), geolocation=(), browsing-topics=()",
);

impl Formed for Memory {
    const HOME: &'static str = "/memories";
    const NEW: &'static str = "memories/new";
    const OVERVIEW: Overview = Overview::THINGS;
    const TITLES: Titles = Titles {
        new: "memories-new",
        edit: "memories-edit",
        conflict: "memories-conflict",
    };

    fn start(ground: &Ground<'_>, _: &Start) -> Result<Typed> {
        Self::typed(&MemoryDetails::default(), ground)
    }

    fn typed(details: &MemoryDetails, _: &Ground<'_>) -> Result<Typed> {
        let mut typed = Typed::default();
        typed.add("title", details.title.as_str());
        typed.add("text", details.text.as_str());
        typed.add_known("on", details.on);
        typed.add("people", details.people.join(", "));
        typed.add("place", details.place.as_str());
        Ok(typed)
    }

    fn read(typed: &Typed, _: &Ground<'_>) -> Result<MemoryDetails> {
        let mut invalid = Invalid::default();
        let mut details = MemoryDetails {
            title: text::line(typed.get("title")),
            text: text::prose(typed.get("text")),
            on: typed.known("on", &mut invalid, |text| {
                text.parse().map_err(|_| "error-date")
            }),
            people: typed.get("people").split(',').map(Into::into).collect(),
            place: text::line(typed.get("place")),
        };
        details.tidy();
        invalid.merge(details.check());
        invalid.or(details).map_err(Error::from)
    }

    fn fields(sheet: &Sheet<'_>) -> Result<Markup> {
        let look = sheet.ground.look;
        let on = sheet.field("on", "memories-on", Control::PartialDate);
        let people = sheet.field("people", "memories-people", Control::Text);
        Ok(html! {
            div.form-fields {
                (sheet.field("title", "memories-about", Control::Text).hint(look.text("memories-about-hint")).required())
                (sheet.field("text", "memories-text", Control::Area(8)).hint(look.text("memories-text-hint")))
                (on.hint(look.text("thing-date-hint")).half())
                (sheet.field("place", "memories-place", Control::Text).half())
                (people.hint(look.text("memories-people-hint")))
            }
        })
    }

    fn joined(
        mine: &MemoryDetails,
        theirs: &MemoryDetails,
        side: impl Fn(&str) -> Side,
    ) -> MemoryDetails {
        MemoryDetails::joined(mine, theirs, |aspect| side(aspect.key()))
    }

    fn differences(
        mine: &MemoryDetails,
        theirs: &MemoryDetails,
        base: &MemoryDetails,
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
        address(row.body.id)
    }
}

const fn label(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Title => "memories-about",
        Aspect::Text => "memories-text",
        Aspect::On => "memories-on",
        Aspect::People => "memories-people",
        Aspect::Place => "memories-place",
    }
}

fn said(aspect: Aspect, details: &MemoryDetails, look: &Look) -> String {
    match aspect {
        Aspect::Title => details.title.clone(),
        Aspect::Text => details.text.clone(),
        Aspect::On => details.on.map(|on| look.lang.date(on)).unwrap_or_default(),
        Aspect::People => details.people.join(", "),
        Aspect::Place => details.place.clone(),
    }
}

/// `GET /memories/{id}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<MemoryId>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Things);
    let (memory, item) = in_use_with_thing(&rows, &viewer, id)?;
    let changes = viewer
        .editor()
        .is_ok_and(|editor| editor.may_change_of_thing(&item, &memory));
    let details = &memory.details;
    let told = Told {
        rows: &rows,
        look: &look,
        memory: &memory,
        changes,
        most: app.media.limits().bytes,
    };
    let body = html! {
        div.stack {
            @if !details.text.is_empty() { div.prose { (markdown(&details.text)) } }
            (told.files()?)
        }
    };
    let own = address(id);
    let edit = Button::link(look.text("upkeep-change"), format!("{own}/edit")).icon(Icon::Edit);
    let remove = Button::post(look.text("upkeep-remove"), format!("{own}/remove"))
        .with("revision", memory.revision.get().to_string())
        .icon(Icon::Trash);
    let page = Page::new(&look, details.title.as_str(), body)
        .breadcrumb(way::<Memory>(&look, &item))
        .lead(words::when_and_where(&look, details))
        .actions(html! {
            @if changes { (edit.primary()) (Menu::new(look.text("ui-more")).last(remove)) }
        })
        .narrow();
    Ok(([RECORDS], page.answer(htmx)).into_response())
}

/// What a memory is told by, beside its words.
struct Told<'a> {
    rows: &'a Reader,
    look: &'a Look,
    memory: &'a Row<Memory>,
    changes: bool,
    /// How many bytes one file may have.
    most: u64,
}

impl Told<'_> {
    fn files(&self) -> Result<Markup> {
        let (look, changes) = (self.look, self.changes);
        let own = address(self.memory.body.id);
        let all = attachments::list(self.rows, Bearer::Memory(self.memory.body.id))?;
        let (photos, files): (Vec<_>, Vec<_>) = all
            .iter()
            .partition(|file| file.kind == AttachmentKind::Photo);
        let (recordings, papers): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|file| words::plays(file));
        let photos: Vec<Photo> = photos.into_iter().map(page::photo).collect();
        let papers: Vec<Line> = papers
            .into_iter()
            .map(|paper| page::paper(look, paper, page::picture(paper), changes))
            .collect();
        let arrange = Button::link(look.text("photos-arrange"), format!("{own}/photos"));
        let title = &self.memory.details.title;
        Ok(html! {
            @if !recordings.is_empty() || changes {
                section.section {
                    h2 { (look.text("memories-recordings")) }
                    div #recordings.recordings {
                        @for file in recordings { (words::recording(look, file, changes)) }
                    }
                    @if changes {
                        (Upload::recordings(look, format!("{own}/documents"), self.most).refresh("#recordings"))
                    }
                }
            }
            @if !photos.is_empty() || changes {
                section.section {
                    h2 { (look.text("jobs-photos")) }
                    div #gallery {
                        @if !photos.is_empty() {
                            (Gallery { look, name: title, photos: &photos, icon: Icon::Photo })
                        }
                    }
                    @if changes { (Upload::photos(look, format!("{own}/photos")).refresh("#gallery")) }
                    @if changes && !photos.is_empty() { div.row { (arrange.icon(Icon::Photo).small()) } }
                }
            }
            @if !papers.is_empty() {
                section.section { h2 { (look.text("jobs-documents")) } (List(papers)) }
            }
        })
    }
}

//! The page of one place: its photos, what is in it, and how much lies beneath.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};

use super::{arrange, kind_text, overview::size, way_to};
use crate::{
    access::Viewer,
    actions::{
        attachments, items,
        places::{self, Branch},
        totals::{self, Totals},
    },
    app::App,
    domain::{
        attachment::{AttachmentKind, Bearer},
        item::Item,
        person::Person,
        place::{Place, PlaceId},
        query::{ItemQuery, Sort, SortBy},
    },
    error::Result,
    http::{Htmx, Path, Problem},
    store::{Row, Rows},
    ui::{
        banner::Banner,
        button::Button,
        card::Cards,
        form::Upload,
        icon::Icon,
        layout::Page,
        list::{List, Row as ListRow},
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
        photo::{Gallery, Photo},
        tile::{Tile, Tiles},
    },
    web::page::{self, place_icon},
};

/// How many of the things in a place its page shows.
const SHOWN: usize = 48;

pub(super) async fn show(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<PlaceId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Places);
    let rows = app.store.read()?;
    let view = Shown {
        place: viewer.place(&rows, id)?,
        totals: totals::of_places(&rows, &viewer)?,
        rows: &rows,
        viewer: &viewer,
        look: &look,
    };
    Ok(view.page()?.answer(htmx))
}

/// One place as somebody sees it.
struct Shown<'a, R> {
    place: Row<Place>,
    totals: Totals<Place>,
    rows: &'a R,
    viewer: &'a Viewer,
    look: &'a Look,
}

/// What lies in a place itself, as far as somebody sees.
struct Contents {
    named: Vec<Row<Item>>,
    nameless: usize,
}

impl<'a, R: Rows> Shown<'a, R> {
    fn page(&self) -> Result<Page<'a>> {
        let (look, place) = (self.look, &self.place);
        let photos = self.photos()?;
        let inner = self.inner()?;
        let about = html! {
            (self.tiles())
            @if !place.details.note.is_empty() { div.prose { (markdown(&place.details.note)) } }
            @if let Some(guests) = self.guests()? { p.quiet { (guests) } }
        };
        let gallery = Gallery {
            look,
            name: &place.details.name,
            photos: &photos,
            icon: place_icon(place.details.kind),
        };
        let body = html! {
            @if photos.is_empty() { div #photos.photos {} (about) }
            @else {
                div.split {
                    div.stack { div #photos.photos { (gallery) } @if self.may_change() { div.row { (arrange(look, place.id)) } } }
                    div.stack { (about) }
                }
            }
            (self.places(&inner)?)
            (self.things()?)
            @if self.may_change() {
                (Upload::photos(look, format!("/places/{}/photos", place.id)).refresh("#photos"))
            }
        };
        let lead = html! { (look.text(kind_text(place.details.kind))) " · " span.number { (place.number) } };
        let page = Page::new(look, place.details.name.as_str(), body)
            .breadcrumb(way_to(self.rows, self.viewer, look, place.id)?)
            .lead(lead);
        Ok(if place.binned.is_some() {
            page.banner(self.binned())
        } else if self.viewer.editor().is_ok() {
            page.actions(self.actions())
        } else {
            page
        })
    }

    fn may_change(&self) -> bool {
        let Ok(editor) = self.viewer.editor() else {
            return false;
        };
        let allowed = editor.place(self.rows, self.place.id).is_ok();
        allowed && self.place.binned.is_none()
    }

    fn photos(&self) -> Result<Vec<Photo>> {
        let all = attachments::list(self.rows, Bearer::Place(self.place.id))?;
        let photos = all
            .iter()
            .filter(|attachment| attachment.kind == AttachmentKind::Photo);
        Ok(photos.map(page::photo).collect())
    }

    /// The places in this one, each with all that is in it.
    fn inner(&self) -> Result<Vec<Branch>> {
        let tree = places::tree(self.rows, self.viewer, self.look.lang)?;
        Ok(find(tree, self.place.id).unwrap_or_default())
    }

    fn contents(&self) -> Result<Contents> {
        let mut contents = Contents {
            named: Vec::new(),
            nameless: 0,
        };
        for id in items::within(self.rows, self.place.id)? {
            let item = self.rows.get(id)?;
            let elsewhere = item.binned.is_some() || item.archived.is_some() || item.is_template();
            if elsewhere || !self.viewer.sees(self.rows, &item)? {
                continue;
            }
            if item.is_nameless() {
                contents.nameless += 1;
            } else {
                contents.named.push(item);
            }
        }
        contents.named.reverse();
        Ok(contents)
    }

    fn tiles(&self) -> Tiles {
        let (look, place) = (self.look, self.place.id);
        let total = self.totals.of(place);
        let number = |count: usize| look.lang.number(u64::try_from(count).unwrap_or(u64::MAX));
        let mut tiles = vec![Tile {
            label: look.count("places-tile-things", total.things),
            number: number(total.things),
            href: format!("/items?place={place}"),
        }];
        let by_value = ItemQuery::default()
            .with_place(Some(place.uuid()))
            .with_sort(Some(Sort {
                by: SortBy::Value,
                descending: true,
            }));
        if !total.value.is_empty() {
            tiles.push(Tile {
                label: look.text("places-tile-value"),
                number: look.lang.sums(&total.value),
                href: format!("/items?{}", by_value.to_query_string()),
            });
        }
        Tiles(tiles)
    }

    /// With whom it is shared: for those of the household.
    fn guests(&self) -> Result<Option<String>> {
        if self.viewer.editor().is_err() {
            return Ok(None);
        }
        let mut names = Vec::new();
        for guest in &self.place.details.guests {
            let person: Option<Row<Person>> = self.rows.find(*guest)?;
            names.extend(
                person
                    .filter(|person| person.binned.is_none())
                    .map(|person| person.body.name),
            );
        }
        let shared = || {
            self.look
                .text_with("places-shared-with", "people", &names.join(", "))
        };
        Ok((!names.is_empty()).then(shared))
    }

    fn places(&self, inner: &[Branch]) -> Result<Markup> {
        let look = self.look;
        let adds = self.viewer.editor().is_ok() && self.place.binned.is_none();
        let mut list = Vec::with_capacity(inner.len());
        for branch in inner {
            let place = &branch.place;
            let cover = page::cover(self.rows, Bearer::Place(place.id))?;
            let total = self.totals.of(place.id);
            let row = ListRow::photo(
                cover,
                place_icon(place.details.kind),
                place.details.name.as_str(),
            )
            .href(format!("/places/{}", place.id))
            .text(look.count("ui-things-count", total.things));
            list.push(if total.value.is_empty() {
                row
            } else {
                row.end(look.lang.sums(&total.value))
            });
        }
        let count: usize = inner.iter().map(size).sum();
        Ok(html! {
            @if adds || !list.is_empty() {
                section.section {
                    div.section-head {
                        h2 { (look.text("places-inside")) @if count > 0 { " " span.quiet.number { (count) } } }
                        @if adds { a href={ "/places/new?in=" (self.place.id) } { (look.text("places-new-here")) } }
                    }
                    @if list.is_empty() { p.quiet { (look.text("places-inside-none")) } } @else { (List(list)) }
                }
            }
        })
    }

    fn things(&self) -> Result<Markup> {
        let (look, place) = (self.look, self.place.id);
        let contents = self.contents()?;
        let mut cards = page::Cards::new(self.rows, look, self.viewer);
        let cards: Vec<_> = contents
            .named
            .iter()
            .take(SHOWN)
            // Where they are is what the page is about.
            .map(|item| Ok(cards.card(item)?.place(None)))
            .collect::<Result<_>>()?;
        let total = self.totals.of(place).things;
        let waiting = ListRow::icon(
            Icon::Photo,
            look.count("places-nameless", contents.nameless),
        );
        Ok(html! {
            section.section {
                div.section-head {
                    h2 { (look.text("places-things")) }
                    @if total > cards.len() {
                        a href={ "/items?place=" (place) } { (look.count("places-things-all", total)) }
                    }
                }
                @if contents.nameless > 0 { (List(vec![waiting.href("/tray").urgent()])) }
                @if !cards.is_empty() { (Cards(cards)) }
                @else if contents.nameless == 0 { p.quiet { (look.text("places-things-none")) } }
            }
        })
    }

    fn actions(&self) -> Markup {
        let (look, place) = (self.look, &self.place);
        let (id, revision) = (place.id, place.revision.get().to_string());
        let mut menu = Menu::new(look.text("places-menu"));
        let mut has_rows = false;
        if self.may_change() {
            has_rows = true;
            menu = menu
                .row(
                    Button::link(look.text("places-edit"), format!("/places/{id}/edit"))
                        .icon(Icon::Edit),
                )
                .row(
                    Button::link(look.text("places-move"), format!("/places/{id}/move"))
                        .icon(Icon::Place),
                );
        }
        if self.viewer.manager().is_ok() {
            has_rows = true;
            menu = menu.last(
                Button::post(look.text("places-remove"), format!("/places/{id}/remove"))
                    .with("revision", revision)
                    .icon(Icon::Trash),
            );
        }
        html! {
            (Button::link(look.text("places-new-thing"), format!("/items/new?place={id}")).icon(Icon::Plus).primary())
            @if has_rows { (menu) }
        }
    }

    fn binned(&self) -> Banner {
        let look = self.look;
        let restore = self.viewer.manager().is_ok().then(|| {
            Button::post(
                look.text("places-restore"),
                format!("/places/{}/restore", self.place.id),
            )
            .icon(Icon::Undo)
        });
        let banner = Banner::warning(look.text("places-binned"));
        match restore {
            Some(button) => banner.body(html! { div.row { (button) } }),
            None => banner,
        }
    }
}

/// What is in a place, somewhere in the tree.
fn find(branches: Vec<Branch>, place: PlaceId) -> Option<Vec<Branch>> {
    branches.into_iter().find_map(|branch| {
        if branch.place.id == place {
            Some(branch.inner)
        } else {
            find(branch.inner, place)
        }
    })
}

//! The page of one person: what they own, and what a guest is shown.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use super::{role_sentence, role_text};
use crate::{
    access::{Head, Viewer},
    actions::{people, totals},
    app::App,
    domain::{
        attachment::Bearer,
        item::Item,
        person::{Person, PersonId, Role},
        place::Place,
        query::{ItemQuery, Sort, SortBy},
    },
    error::{Error, Result},
    http::{Done, Htmx, Path, Problem},
    store::{Expect, Relation, Row, Rows},
    ui::{
        banner::Banner,
        button::Button,
        icon::Icon,
        layout::Page,
        list::{List, Row as ListRow},
        look::{Look, Section},
        menu::Menu,
        tile::{Tile, Tiles},
    },
    web::page,
};

pub(super) async fn show(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<PersonId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::People);
    let rows = app.store.read()?;
    let person = people::get(&rows, &viewer, id)?;
    Ok(page(&rows, &viewer, &look, &person)?.answer(htmx))
}

pub(super) async fn remove(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    head: Head,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<PersonId>,
) -> Result<Response, Problem> {
    let removed = app
        .change(move |store| people::remove(store, &head, id, Expect::Any))
        .await;
    match removed {
        Ok(removed) => {
            let done = Done::new(&app, "person-remove", "/people").undo(removed.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let look = look.at(Section::People);
            let rows = app.store.read()?;
            let person = people::get(&rows, &viewer, id)?;
            let why = invalid.get("role").unwrap_or("error-invalid-what");
            let page = page(&rows, &viewer, &look, &person)?.banner(Banner::error(look.text(why)));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn page<'a>(
    rows: &impl Rows,
    viewer: &Viewer,
    look: &'a Look,
    person: &Row<Person>,
) -> Result<Page<'a>> {
    let shared = if person.role == Role::Guest {
        shared(rows, viewer, look, person.id)?
    } else {
        Vec::new()
    };
    let body = html! {
        p { (look.text(role_sentence(person.role))) }
        (owned(rows, viewer, look, person)?)
        @if person.role == Role::Guest {
            section.section {
                h2 { (look.text("people-shared")) }
                @if shared.is_empty() { p.quiet { (look.text("people-shared-none")) } } @else { (List(shared)) }
            }
        }
    };
    let mut page = Page::new(look, person.name.as_str(), body)
        .lead(look.text(role_text(person.role)))
        .narrow();
    if person.binned.is_some() {
        page = page.banner(gone(viewer, look, person.id));
    } else if viewer.head().is_ok() {
        page = page.actions(actions(viewer, look, person.id));
    } else if viewer.person() == person.id {
        page = page.actions(html! { (settings(look)) });
    }
    Ok(page)
}

fn settings(look: &Look) -> Button {
    Button::link(look.text("ui-settings"), "/settings").icon(Icon::Settings)
}

fn gone(viewer: &Viewer, look: &Look, id: PersonId) -> Banner {
    let banner = Banner::warning(look.text("people-is-gone"));
    if viewer.head().is_err() {
        return banner;
    }
    let back =
        Button::post(look.text("people-restore"), format!("/people/{id}/restore")).icon(Icon::Undo);
    banner.body(html! { div.row { (back) } })
}

fn actions(viewer: &Viewer, look: &Look, id: PersonId) -> Markup {
    let password = if viewer.person() == id {
        settings(look)
    } else {
        Button::link(
            look.text("people-password"),
            format!("/people/{id}/password"),
        )
        .icon(Icon::Key)
    };
    let remove =
        Button::post(look.text("people-remove"), format!("/people/{id}/remove")).icon(Icon::Trash);
    html! {
        (Button::link(look.text("people-edit"), format!("/people/{id}/edit")).icon(Icon::Edit))
        (Menu::new(look.text("people-menu")).row(password).last(remove))
    }
}

fn owned(rows: &impl Rows, viewer: &Viewer, look: &Look, person: &Person) -> Result<Markup> {
    let id = person.id;
    let total = totals::of_people(rows, viewer)?.of(id);
    if total.things == 0 && person.role == Role::Guest {
        return Ok(html! {});
    }
    if total.things == 0 {
        return Ok(html! { p.quiet { (look.text("people-owns-nothing")) } });
    }
    let theirs = ItemQuery::default().with_owner(Some(id.uuid()));
    let by_value = theirs.clone().with_sort(Some(Sort {
        by: SortBy::Value,
        descending: true,
    }));
    let mut tiles = vec![Tile {
        label: look.count("people-tile-things", total.things),
        number: look
            .lang
            .number(u64::try_from(total.things).unwrap_or(u64::MAX)),
        href: format!("/items?{}", theirs.to_query_string()),
    }];
    if !total.value.is_empty() {
        tiles.push(Tile {
            label: look.text("people-tile-value"),
            number: look.lang.sums(&total.value),
            href: format!("/items?{}", by_value.to_query_string()),
        });
    }
    Ok(html! { (Tiles(tiles)) })
}

/// What is shared with a guest by name, as far as the reader sees it.
fn shared(rows: &impl Rows, viewer: &Viewer, look: &Look, guest: PersonId) -> Result<Vec<ListRow>> {
    let mut shared = Vec::new();
    for id in rows.referring_to::<Place, _>(Relation::SharedWith, guest)? {
        let place = rows.get(id)?;
        if place.binned.is_none() && viewer.sees_place(rows, id)? {
            let cover = page::cover(rows, Bearer::Place(id))?;
            let icon = page::place_icon(place.details.kind);
            let row = ListRow::photo(cover, icon, place.details.name.as_str());
            shared.push(
                row.href(format!("/places/{id}"))
                    .text(look.text("people-shared-place")),
            );
        }
    }
    let mut cards = page::Cards::new(rows, look, viewer);
    for id in rows.referring_to::<Item, _>(Relation::SharedWith, guest)? {
        let item = rows.get(id)?;
        if item.binned.is_none() && viewer.sees(rows, &item)? {
            let cover = page::cover(rows, Bearer::Item(id))?;
            let icon = cards.icon(&item)?;
            let row = ListRow::photo(cover, icon, page::name(look, &item));
            shared.push(row.href(format!("/items/{id}")));
        }
    }
    Ok(shared)
}

//! What one does with a list: sort it, choose how it is shown, and act on what is picked.

use maud::{Markup, Render, html};

use super::{
    filters::pairs,
    link,
    results::{Shown, column_key, columns, count, usual_direction},
};
use crate::{
    domain::query::{Column, Order, Sort, SortBy, State, View},
    store::Rows,
    ui::{
        bulk::{Bulk, Picking},
        button::Button,
        form::Hidden,
        icon::Icon,
        menu::Menu,
    },
};

impl<R: Rows> Shown<'_, R> {
    /// What stands above the list: picking, sorting, cards or table, and which columns.
    pub(super) fn tools(&self) -> Markup {
        let (look, query) = (self.look, self.query);
        let view = |view| link(&query.clone().with_view(view));
        html! {
            div.tools {
                @if self.editor.is_some() && !self.listing.items.is_empty() { (Picking(look)) }
                (self.sorting())
                @match query.view {
                    View::Cards => { (Button::link(look.text("items-view-table"), view(View::Table)).icon(Icon::Table).alone()) }
                    View::Table => {
                        (self.choosing_columns())
                        (Button::link(look.text("items-view-cards"), view(View::Cards)).icon(Icon::Cards).alone())
                    }
                }
            }
        }
    }

    fn sorting(&self) -> Menu {
        let (look, query) = (self.look, self.query);
        let order = query.order();
        let mut menu = Menu::new(look.text(order_key(order))).named(Icon::Sort);
        let row = |other: Order, sort: Option<Sort>| {
            let button = Button::link(
                look.text(order_key(other)),
                link(&query.clone().with_sort(sort)),
            );
            if other == order {
                button.icon(Icon::Check)
            } else {
                button
            }
        };
        if !query.text().is_empty() {
            menu = menu.row(row(Order::Relevance, None));
        }
        for by in SortBy::ALL {
            let sort = usual_direction(by);
            // The order that suits the list anyway needs no word in the link.
            let chosen = (query.clone().with_sort(None).order() != Order::By(sort)).then_some(sort);
            menu = menu.row(row(Order::By(sort), chosen));
        }
        match order {
            Order::Relevance => menu,
            Order::By(sort) => menu.part(html! { hr; (
                Button::link(look.text("items-sort-reversed"), link(&query.clone().with_sort(Some(sort.reversed()))))
                    .icon(Icon::Sort).bare()
            ) }),
        }
    }

    fn choosing_columns(&self) -> Menu {
        let look = self.look;
        let chosen = columns(self.query);
        let form = html! {
            form action="/items" method="get" {
                @for (name, value) in pairs(self.query) {
                    @if name != "column" { (Hidden(&name, &value)) }
                }
                @for column in Column::ALL {
                    label.tick {
                        input type="checkbox" name="column" value=(column.name()) checked[chosen.contains(&column)];
                        span { (look.text(column_key(column))) }
                    }
                }
                (Button::submit(look.text("items-columns-show")).small())
            }
        };
        Menu::new(look.text("items-columns"))
            .named(Icon::Settings)
            .part(form)
    }

    /// The bar for what is picked; nothing for who only looks.
    pub(super) fn bulk(&self) -> Markup {
        if self.editor.is_none() || self.listing.items.is_empty() {
            return Markup::default();
        }
        let look = self.look;
        let query = self.query.to_query_string();
        let act = |key, act: &'static str, icon| {
            Button::submit(look.text(key)).with("do", act).icon(icon)
        };
        let remove = act("items-do-remove", "remove", Icon::Trash);
        let acts = match self.query.state {
            State::Binned => html! { (act("items-do-restore", "restore", Icon::Undo)) },
            state => {
                let mut more = Menu::new(look.text("ui-more"))
                    .named(Icon::More)
                    .row(act("items-do-untag", "untag", Icon::Tag))
                    .row(act("items-do-categorise", "categorise", Icon::Cards))
                    .row(act("items-do-give", "give", Icon::Person));
                match state {
                    State::Archived => {
                        more = more.row(act("items-do-unarchive", "unarchive", Icon::Undo));
                    }
                    State::Template => {}
                    _ => more = more.row(act("items-do-archive", "archive", Icon::Archive)),
                }
                html! {
                    (act("items-do-move", "move", Icon::Place))
                    (act("items-do-tag", "tag", Icon::Tag))
                    (more.last(remove))
                }
            }
        };
        Bulk {
            look,
            action: "/items/bulk",
            query: &query,
            total: count(self.listing.results.total),
            acts,
        }
        .render()
    }
}

const fn order_key(order: Order) -> &'static str {
    let Order::By(Sort { by, descending }) = order else {
        return "items-sort-relevance";
    };
    match (by, descending) {
        (SortBy::Added, true) => "items-sort-added-last",
        (SortBy::Added, false) => "items-sort-added-first",
        (SortBy::Changed, true) => "items-sort-changed-last",
        (SortBy::Changed, false) => "items-sort-changed-first",
        (SortBy::Name, true) => "items-sort-name-down",
        (SortBy::Name, false) => "items-sort-name-up",
        (SortBy::Value, true) => "items-sort-value-down",
        (SortBy::Value, false) => "items-sort-value-up",
        (SortBy::Acquired, true) => "items-sort-acquired-last",
        (SortBy::Acquired, false) => "items-sort-acquired-first",
        (SortBy::Number, true) => "items-sort-number-down",
        (SortBy::Number, false) => "items-sort-number-up",
    }
}

//! The things of a list, as cards or as a table, and the way to the rest of them.

use jiff::{Timestamp, tz::TimeZone};
use maud::{Markup, html};

use super::{link, names::Names};
use crate::{
    access::{Editor, Viewer},
    app::Listing,
    domain::{
        attachment::Bearer,
        id::Id,
        identifier::Identifier,
        item::Item,
        query::{Column, Cursor, ItemQuery, Order, Sort, SortBy, View},
    },
    error::Result,
    store::{Row, Rows},
    ui::{
        card::{Card, Cards},
        icon::Icon,
        look::Look,
        pager::Pager,
        table::{self, Line, Table},
    },
    web::page::{Cards as ItemCards, cover, name},
};

/// The columns that a table has when nobody has chosen.
const USUAL: [Column; 4] = [
    Column::Place,
    Column::Category,
    Column::Acquired,
    Column::Value,
];

/// A page of the list, and who looks at it.
pub(super) struct Shown<'a, R> {
    pub(super) rows: &'a R,
    pub(super) look: &'a Look,
    pub(super) viewer: &'a Viewer,
    pub(super) query: &'a ItemQuery,
    pub(super) names: &'a Names,
    /// Who may change things; nobody who only looks.
    pub(super) editor: Option<&'a Editor>,
    pub(super) listing: &'a Listing,
}

impl<R: Rows> Shown<'_, R> {
    /// The things, and the way to the rest of them.
    pub(super) fn things(&self) -> Result<Markup> {
        let results = &self.listing.results;
        let from = |cursor: &Cursor| link(&self.query.clone().with_after(cursor.clone()));
        let before = (results.skipped > 0).then(|| match &results.previous {
            Some(previous) => from(previous),
            None => link(&self.query.clone().first_page()),
        });
        let shown = results.ids.len().try_into().unwrap_or(u64::MAX);
        let pager = Pager::new(self.look, results.skipped, shown, results.total)
            .before(before)
            .after(results.next.as_ref().map(from));
        Ok(html! {
            @match self.query.view {
                View::Cards => { (self.cards()?) }
                View::Table => { (self.table()?) }
            }
            (pager)
        })
    }

    fn cards(&self) -> Result<Cards> {
        let mut cards = ItemCards::new(self.rows, self.look, self.viewer);
        let items = self.listing.items.iter();
        items
            .map(|item| {
                let card = cards.card(item)?;
                Ok(match self.pick(item, &name(self.look, item)) {
                    Some((id, label)) => card.pick(id, label),
                    None => card,
                })
            })
            .collect::<Result<Vec<Card>>>()
            .map(Cards)
    }

    fn table(&self) -> Result<Table<'_>> {
        let look = self.look;
        let columns = columns(self.query);
        let mut heads = vec![self.head(look.text("items-name"), Some(SortBy::Name))];
        heads.extend(columns.iter().map(|column| {
            let head = self.head(look.text(column_key(*column)), sorts(*column));
            if is_number(*column) {
                head.number()
            } else {
                head
            }
        }));
        let mut cards = ItemCards::new(self.rows, look, self.viewer);
        let lines = self.listing.items.iter().map(|item| {
            let name = name(look, item);
            let mut cells = vec![self.first_cell(item, &name, &mut cards)?];
            for column in &columns {
                cells.push(self.cell(item, *column, &mut cards)?);
            }
            let pick = self.pick(item, &name);
            Ok(Line { pick, cells })
        });
        Ok(Table {
            look,
            caption: look.text("ui-things"),
            lines: lines.collect::<Result<_>>()?,
            columns: heads,
        })
    }

    fn head(&self, label: String, by: Option<SortBy>) -> table::Column {
        let column = table::Column::new(label);
        let Some(by) = by else { return column };
        let present = match self.query.order() {
            Order::By(sort) if sort.by == by => Some(sort),
            _ => None,
        };
        let wanted = present.map_or_else(|| usual_direction(by), Sort::reversed);
        let order = present.map(|sort| {
            if sort.descending {
                table::Order::Falling
            } else {
                table::Order::Rising
            }
        });
        column.sort(link(&self.query.clone().with_sort(Some(wanted))), order)
    }

    fn first_cell(
        &self,
        item: &Row<Item>,
        name: &str,
        cards: &mut ItemCards<'_, R>,
    ) -> Result<Markup> {
        let photo = cover(self.rows, Bearer::Item(item.id))?;
        let icon = match photo {
            None => cards.icon(item)?,
            Some(_) => Icon::Box,
        };
        Ok(html! {
            span.table-thing {
                @match &photo {
                    Some(photo) => span.list-lead { (photo.picture("", "3rem", false)) },
                    None => span.list-lead.is-drawn { (icon) },
                }
                a href={ "/items/" (item.id) } data-move { (name) }
                @if item.details.private { span title=(self.look.text("page-private")) { (Icon::Lock) } }
            }
        })
    }

    fn cell(
        &self,
        item: &Row<Item>,
        column: Column,
        cards: &mut ItemCards<'_, R>,
    ) -> Result<Markup> {
        let (lang, details, names) = (self.look.lang, &item.details, self.names);
        let text = match column {
            Column::Number => item.number.map(|number| number.to_string()),
            Column::Place => cards.place(item)?,
            Column::Category => details
                .category
                .and_then(|id| names.category(id.uuid()))
                .map(ToOwned::to_owned),
            Column::Tags => Some(joined(
                details.tags.iter().filter_map(|id| names.tag(id.uuid())),
            )),
            Column::Owner => Some(joined(
                details
                    .owners
                    .iter()
                    .filter_map(|share| names.person(share.person.uuid())),
            )),
            Column::Quantity => Some(lang.number(details.quantity.get().into())),
            Column::Maker => Some(details.maker.clone()),
            Column::Model => Some(details.model.clone()),
            Column::Identifier => Some(joined(details.identifiers.iter().map(Identifier::text))),
            Column::Acquired => details.acquired.on.map(|on| lang.date(on)),
            Column::Price => details.acquired.price.map(|price| lang.money(price)),
            Column::Value => details.value.map(|value| lang.money(value)),
            Column::Insured => details.insured.then(|| self.look.text("items-insured-yes")),
            Column::Added => Some(self.day(item.created.at)),
            Column::Changed => Some(self.day(item.changed.at)),
        };
        Ok(html! { (text.unwrap_or_default()) })
    }

    fn day(&self, at: Timestamp) -> String {
        self.look.lang.day(at.to_zoned(TimeZone::system()).date())
    }

    fn pick(&self, item: &Row<Item>, name: &str) -> Option<(String, String)> {
        let may = self.editor.is_some_and(|editor| editor.may_change(item));
        may.then(|| {
            (
                item.id.to_string(),
                self.look.text_with("items-pick", "name", name),
            )
        })
    }
}

/// A number of things, as parts of pages count.
pub(super) fn count(total: u64) -> usize {
    usize::try_from(total).unwrap_or(usize::MAX)
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

/// The columns of a view's table beside the name.
pub(super) fn columns(query: &ItemQuery) -> Vec<Column> {
    if query.columns.is_empty() {
        USUAL.to_vec()
    } else {
        query.columns.iter().copied().collect()
    }
}

const fn sorts(column: Column) -> Option<SortBy> {
    match column {
        Column::Number => Some(SortBy::Number),
        Column::Acquired => Some(SortBy::Acquired),
        Column::Value => Some(SortBy::Value),
        Column::Added => Some(SortBy::Added),
        Column::Changed => Some(SortBy::Changed),
        _ => None,
    }
}

const fn is_number(column: Column) -> bool {
    matches!(
        column,
        Column::Number | Column::Quantity | Column::Price | Column::Value
    )
}

/// The direction that one means when one says no more: names from A, everything else from the top.
pub(super) const fn usual_direction(by: SortBy) -> Sort {
    let descending = !matches!(by, SortBy::Name | SortBy::Number);
    Sort { by, descending }
}

/// What a column is called.
pub(super) const fn column_key(column: Column) -> &'static str {
    match column {
        Column::Number => "items-number",
        Column::Place => "items-place",
        Column::Category => "items-category",
        Column::Tags => "items-tags",
        Column::Owner => "items-owner",
        Column::Quantity => "items-quantity",
        Column::Maker => "items-maker",
        Column::Model => "items-model",
        Column::Identifier => "items-identifier",
        Column::Acquired => "items-acquired",
        Column::Price => "items-price",
        Column::Value => "items-value",
        Column::Insured => "items-insured-yes",
        Column::Added => "items-added",
        Column::Changed => "items-changed",
    }
}

/// A thing in a list of suggestions: its number and name, which a field can be resolved by, and where it is.
pub(super) fn suggestion<R: Rows>(
    item: &Row<Item>,
    look: &Look,
    cards: &mut ItemCards<'_, R>,
) -> Result<Markup> {
    let name = name(look, item);
    let number = item
        .number
        .map(|number| format!("{number} "))
        .unwrap_or_default();
    let place = cards.place(item)?;
    let id: Id<Item> = item.id;
    Ok(html! {
        option value={ (number) (name) } data-id=(id) { @if let Some(place) = place { (place) } }
    })
}

//! The lots on a board: what there is to take, with who wishes for it, and what somebody has got.

use maud::{Markup, html};

use super::{HERE, words};
use crate::{
    access::Manager,
    domain::{
        attachment::Bearer,
        division::{Division, Lot, Method, Rank, Turn},
        item::Item,
        money::Sums,
    },
    error::Result,
    store::{Reader, Row},
    ui::{icon::Icon, look::Look},
    web::page::{Cards, cover, name},
};

/// A lot with its thing.
type Seen = (Lot, Row<Item>);

/// Lots on their way to a board.
pub(super) struct Lots<'a> {
    /// The archive.
    pub(super) rows: &'a Reader,
    /// Who looks.
    pub(super) manager: &'a Manager,
    /// In which language.
    pub(super) look: &'a Look,
    /// Of what.
    pub(super) division: &'a Row<Division>,
    /// Whether anything can be moved.
    pub(super) is_open: bool,
}

impl Lots<'_> {
    /// What nobody has got: a tap takes it for whoever's turn it is.
    pub(super) fn to_take(&self, lots: &[&Seen]) -> Result<Markup> {
        let turn = self.division.turn().filter(|_| self.is_open);
        let wishes = self.division.details.method == Method::Wishes;
        let mut rows = Vec::with_capacity(lots.len());
        for (lot, item) in lots {
            rows.push(html! {
                li.lot #{ "lot-" (lot.item) } {
                    (self.head(lot, item)?)
                    @if let Some(turn) = turn { (self.take(lot, item, turn)) }
                    @if wishes { (self.wishes(lot, item)) }
                }
            });
        }
        Ok(html! { ul.lots { @for row in &rows { (row) } } })
    }

    /// What is somebody's, or apart.
    pub(super) fn taken(&self, lots: &[&Seen]) -> Result<Markup> {
        let look = self.look;
        let mut rows = Vec::with_capacity(lots.len());
        for (lot, item) in lots {
            let whose = (!lot.is_divided()).then(|| words::name(self.division, lot.owner()));
            let whose = whose.filter(|name| !name.is_empty());
            rows.push(html! {
                li.lot.is-taken #{ "lot-" (lot.item) } {
                    (self.head(lot, item)?)
                    @if let Some(whose) = whose { p.lot-whose { (whose) } }
                }
            });
        }
        let none = rows.is_empty();
        Ok(html! {
            @if none { p.quiet { (look.text("divisions-nothing-yet")) } }
            @else { ul.lots.is-tight { @for row in &rows { (row) } } }
        })
    }

    /// Its picture, its name and what it counts for; both lead to where more is said of it.
    fn head(&self, lot: &Lot, item: &Row<Item>) -> Result<Markup> {
        let look = self.look;
        let thing = name(look, item);
        let photo = cover(self.rows, Bearer::Item(item.id))?;
        let icon = Cards::new(self.rows, look, self.manager.viewer()).icon(item)?;
        let href = format!("{HERE}/{}/lots/{}", self.division.id, lot.item);
        let mut sums = Sums::default();
        lot.add_to(&mut sums);
        let value = if sums.is_empty() {
            look.text("divisions-no-value")
        } else {
            look.lang.sums(&sums)
        };
        let count = lot.quantity.get();
        Ok(html! {
            span.lot-picture aria-hidden="true" {
                @match &photo { Some(photo) => (photo.picture("", "4rem", false)), None => (icon) }
            }
            div.lot-text {
                p.lot-name {
                    a href=(href) { (thing) }
                    @if item.details.private { " " (Icon::Lock) span.unseen { (look.text("page-private")) } }
                }
                p.quiet.number {
                    (value)
                    @if let Some(each) = lot.value.filter(|_| count > 1) {
                        " · " (look.lang.number(count.into())) " × " (look.lang.money(each))
                    }
                    @if lot.in_use { " · " (look.text("reports-in-use")) }
                }
            }
        })
    }

    fn take(&self, lot: &Lot, item: &Row<Item>, turn: Turn) -> Markup {
        let look = self.look;
        let who = words::name(self.division, usize::try_from(turn.party).ok());
        let thing = name(look, item);
        let arguments = [("name", who.to_owned().into()), ("thing", thing.into())];
        let label = look.lang.text_with("divisions-take-what", &arguments);
        let fields = html! {
            input type="hidden" name="do" value="take";
            input type="hidden" name="turn" value=(turn.number);
            button.button.is-small #{ "take-" (lot.item) } type="submit" aria-label=(label) { (look.text("divisions-take")) }
        };
        self.form(lot, "lot-take", &fields)
    }

    /// How much each party wishes for it: one of the household says so for themselves, anybody else for all.
    fn wishes(&self, lot: &Lot, item: &Row<Item>) -> Markup {
        let look = self.look;
        let parties = &self.division.details.parties;
        let me = self.manager.person();
        let is_me = parties.iter().any(|party| party.person == Some(me));
        let contested = lot.wishes.len() > 1;
        html! {
            div.lot-wishes {
                @for (at, party) in (0_u32..).zip(parties) {
                    @let own = !is_me || party.person == Some(me);
                    @if own && self.is_open {
                        (self.wish(lot, item, at, &party.name))
                    } @else if let Some(rank) = lot.wish_of(at) {
                        p.lot-wish { span { (party.name) } (hearts(rank)) span.unseen { (look.text(words::rank(rank))) } }
                    }
                }
                @if contested { p.lot-contested { (Icon::Warning) (look.text("divisions-contested")) } }
            }
        }
    }

    fn wish(&self, lot: &Lot, item: &Row<Item>, party: u32, who: &str) -> Markup {
        let look = self.look;
        let thing = name(look, item);
        let said = lot.wish_of(party);
        let arguments = [("name", who.to_owned().into()), ("thing", thing.into())];
        let fields = html! {
            input type="hidden" name="do" value="wish";
            input type="hidden" name="party" value=(party);
            span aria-hidden="true" { (who) }
            div.wish-ranks role="group" aria-label=(look.lang.text_with("divisions-wish-for", &arguments)) {
                @for rank in Rank::ALL {
                    @let pressed = said == Some(rank);
                    button.wish #{ "wish-" (lot.item) "-" (party) "-" (rank.key()) } type="submit" name="rank"
                        value=(if pressed { "" } else { rank.key() }) aria-pressed=(pressed) aria-label=(look.text(words::rank(rank))) {
                        (hearts(rank))
                    }
                }
            }
        };
        self.form(lot, "lot-wish", &fields)
    }

    fn form(&self, lot: &Lot, class: &str, fields: &Markup) -> Markup {
        let action = format!("{HERE}/{}/moves", self.division.id);
        html! {
            form.(class) method="post" action=(action) hx-post=(action) hx-target="#board" hx-select="#board" hx-swap="outerHTML"
                hx-sync="#board:replace" {
                input type="hidden" name="lot" value=(lot.item);
                (fields)
            }
        }
    }
}

/// As many hearts as somebody wishes for it.
fn hearts(rank: Rank) -> Markup {
    let upto = Rank::ALL.iter().filter(|other| **other <= rank);
    html! { span.hearts.is-tight { @for _ in upto { (Icon::Heart) } } }
}

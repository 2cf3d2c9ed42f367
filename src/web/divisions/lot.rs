//! One thing in a division: whose it becomes, whether it is divided, and what it counts for.

use maud::{Markup, Render, html};

use super::{HERE, way, words};
use crate::{
    access::Manager,
    actions::{divisions, household},
    domain::{
        attachment::Bearer,
        division::{Division, DivisionId, Group, Lot},
        item::{Item, ItemId},
        money::Currency,
    },
    error::{Error, Result},
    http::{Htmx, Path, Problem, Snapshot},
    store::{Reader, Row},
    ui::{
        button::Button,
        form::{Choice, Control, Field, Form, Hidden},
        icon::Icon,
        layout::Page,
        look::{Look, Section},
    },
    web::page::{Cards, cover, name},
};

/// `GET /divisions/{id}/lots/{item}`.
pub(super) async fn show(
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path((id, item)): Path<(DivisionId, ItemId)>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Reports);
    let division = divisions::one(&rows, &manager, id)?;
    let item = manager.viewer().item(&rows, item)?;
    let lot = division.lot(item.id).ok_or(Error::NotFound)?;
    if division.binned.is_some() || item.binned.is_some() {
        return Err(Error::NotFound.into());
    }
    let shown = Shown {
        rows: &rows,
        manager: &manager,
        look: &look,
        division: &division,
        lot,
        item: &item,
    };
    Ok(shown.page()?.answer(htmx))
}

struct Shown<'a, 'b> {
    rows: &'b Reader,
    manager: &'b Manager,
    look: &'a Look,
    division: &'b Row<Division>,
    lot: &'b Lot,
    item: &'b Row<Item>,
}

impl<'a> Shown<'a, '_> {
    fn page(&self) -> Result<Page<'a>> {
        let look = self.look;
        let own = format!("{HERE}/{}", self.division.id);
        let thing = name(look, self.item);
        let icon = Cards::new(self.rows, look, self.manager.viewer()).icon(self.item)?;
        let photo = cover(self.rows, Bearer::Item(self.item.id))?;
        let currency = household::current(self.rows)?.currency;
        let body = html! {
            a.lot-large href={ "/items/" (self.item.id) } {
                span.stop-picture {
                    @match &photo { Some(photo) => (photo.picture("", "6rem", false)), None => (icon) }
                }
                span { (look.text("divisions-lot-thing")) }
            }
            @if self.division.settled.is_some() {
                p { (look.text("error-division-settled")) }
            } @else {
                section.section { h2 { (look.text("divisions-lot-to")) } (self.give()) }
                section.section { h2 { (look.text("divisions-lot-said")) } (self.say(currency)) }
                section.section { (self.drop_out()) }
            }
        };
        let title = look.text_with("divisions-lot-title", "name", &thing);
        Ok(Page::new(look, title, body)
            .breadcrumb(way(look).step(self.division.details.name.as_str(), own))
            .narrow())
    }

    fn form(&self, act: &str, fields: &Markup) -> Form<'a> {
        let own = format!("{HERE}/{}", self.division.id);
        let fields = html! {
            (Hidden("do", act))
            (Hidden("lot", &self.item.id.to_string()))
            (Hidden("known", &self.lot.changed.to_string()))
            div.form-fields { (fields) }
        };
        Form::new(self.look, format!("{own}/moves"), fields)
    }

    fn give(&self) -> Markup {
        let look = self.look;
        let nobody = Choice::new("", look.text("divisions-lot-nobody"));
        let parties = self.division.details.parties.iter().enumerate();
        let parties = parties.map(|(at, party)| Choice::new(at.to_string(), party.name.as_str()));
        let choices = std::iter::once(nobody).chain(parties).collect();
        let to = self.lot.to.map(|to| to.to_string()).unwrap_or_default();
        let field = Field::new(
            "to",
            look.text("divisions-lot-whose"),
            Control::Radio(choices),
        );
        let form = self.form("give", &html! { (field.value(to)) });
        form.save(look.text("divisions-lot-give")).render()
    }

    fn say(&self, currency: Currency) -> Markup {
        let look = self.look;
        let groups = Group::ALL.map(|it| Choice::new(it.key(), look.text(words::group(it))));
        let group = Field::new(
            "group",
            look.text("divisions-group"),
            Control::Radio(groups.into()),
        )
        .value(self.lot.group.key());
        let value = self.lot.value.map(|value| look.lang.money_field(value));
        let chosen = self.lot.value.map_or(currency, |value| value.currency);
        let label = if self.lot.quantity.get() > 1 {
            look.text_with(
                "divisions-value-each",
                "count",
                &look.lang.number(self.lot.quantity.get().into()),
            )
        } else {
            look.text("divisions-value")
        };
        let value = Field::new("value", label, money(chosen, currency))
            .value(value.unwrap_or_default())
            .hint(look.text("divisions-value-hint"))
            .half();
        let in_use = Field::new("in_use", look.text("divisions-in-use"), Control::Check)
            .value(if self.lot.in_use { "1" } else { "" })
            .hint(look.text("divisions-in-use-hint"));
        self.form("say", &html! { (group) (value) (in_use) })
            .render()
    }

    fn drop_out(&self) -> Markup {
        let look = self.look;
        let action = format!("{HERE}/{}/moves", self.division.id);
        let button = Button::post(look.text("divisions-drop"), action)
            .with("do", "drop")
            .with("lot", self.item.id.to_string())
            .with("known", self.lot.changed.to_string())
            .icon(Icon::Close);
        html! { p.quiet { (look.text("divisions-drop-what")) } div { (button) } }
    }
}

/// An amount in a currency, with others to choose.
fn money(chosen: Currency, household: Currency) -> Control {
    let mut currencies: Vec<String> = Currency::common()
        .map(|one| one.code().to_owned())
        .collect();
    for code in [household.code(), chosen.code()] {
        if !currencies.iter().any(|one| one == code) {
            currencies.insert(0, code.to_owned());
        }
    }
    Control::Money {
        currency: chosen.code().to_owned(),
        currencies,
    }
}

//! What many things at once need to know: where to, which tags, whose; asked on a page of its own.

use std::collections::BTreeMap;

use maud::{Markup, html};
use uuid::Uuid;

use super::{
    bulk::{Act, Asked, Picked},
    given::NONE,
    link,
    names::Names,
};
use crate::{
    access::Editor,
    actions::household,
    app::App,
    domain::{
        invalid::Invalid,
        item::{Departure, Item},
        money::Currency,
        person::Role,
    },
    error::Result,
    store::{Reader, Row},
    ui::{
        form::{Choice, Control, Field, Form, Hidden},
        layout::Page,
        look::Look,
    },
    web::page::{choices, labels, name},
};

/// The page that asks.
pub(super) struct Choosing<'a> {
    pub(super) look: &'a Look,
    pub(super) rows: &'a Reader,
    pub(super) names: &'a Names,
    pub(super) asked: &'a Asked,
    /// How many things it is about.
    pub(super) count: usize,
    /// Some of them, to be named.
    pub(super) some: &'a [Row<Item>],
}

impl Choosing<'_> {
    /// The household's currency.
    pub(super) fn currency(&self) -> Result<Currency> {
        Ok(household::current(self.rows)?.currency)
    }

    /// The page, with what was wrong with what was chosen.
    pub(super) async fn page(
        &self,
        editor: &Editor,
        app: &App,
        invalid: &Invalid,
    ) -> Result<Page<'_>> {
        let look = self.look;
        let (title, save) = match self.asked.act {
            Act::Move => ("items-bulk-move", "items-do-move"),
            Act::Tag => ("items-bulk-tag", "items-do-tag"),
            Act::Untag => ("items-bulk-untag", "items-do-untag"),
            Act::Categorise => ("items-bulk-categorise", "items-do-categorise"),
            Act::Give => ("items-bulk-give", "items-do-give"),
            _ => ("items-bulk-archive", "items-do-archive"),
        };
        let fields = match self.asked.act {
            Act::Move => self.place_field(editor, invalid)?,
            Act::Tag => self.tag_field(invalid),
            Act::Untag => self.tags_field(&self.tags_on(editor, app).await?, invalid),
            Act::Categorise => self.category_field(invalid),
            Act::Give => self.owner_fields(invalid),
            _ => self.departure_fields(invalid)?,
        };
        let form = Form::new(look, "/items/bulk", html! { (self.carried()) (fields) })
            .refused(invalid)
            .save(look.text(save))
            .cancel(link(&self.asked.list));
        let page = Page::new(look, look.count(title, self.count), html! { (form) });
        Ok(page.lead(self.these()).narrow())
    }

    fn carried(&self) -> Markup {
        let asked = self.asked;
        html! {
            (Hidden("do", asked.act.name()))
            (Hidden("query", &asked.list.to_query_string()))
            (Hidden("chosen", "1"))
            @match &asked.picked {
                Picked::All => (Hidden("all", "1")),
                Picked::These(ids) => { @for id in ids { (Hidden("id", &id.to_string())) } }
            }
        }
    }

    /// The first names, and how many more.
    fn these(&self) -> String {
        let names: Vec<_> = self
            .some
            .iter()
            .take(3)
            .map(|item| name(self.look, item))
            .collect();
        let first = names.join(", ");
        match self.count - names.len().min(self.count) {
            0 => first,
            more => format!("{first} {}", self.look.count("items-bulk-more", more)),
        }
    }

    fn place_field(&self, editor: &Editor, invalid: &Invalid) -> Result<Markup> {
        let look = self.look;
        let mut choices = vec![
            Choice::new("", look.text("items-choose-place")),
            Choice::new(NONE, look.text("items-choose-no-place")),
        ];
        choices.extend(choices::places(
            self.rows,
            editor.viewer(),
            look.lang,
            None,
        )?);
        let field = Field::new(
            "location",
            look.text("items-place"),
            Control::Select(choices),
        );
        let field = field.value(self.asked.given.one("location"));
        Ok(html! { (field.refused(look.lang, invalid).required().focus()) })
    }

    fn tag_field(&self, invalid: &Invalid) -> Markup {
        let look = self.look;
        let words = self
            .names
            .tags()
            .iter()
            .map(|tag| tag.name.clone())
            .collect();
        let field = Field::new("tags", look.text("items-tags"), Control::Suggest(words));
        let field = field
            .value(self.asked.given.one("tags"))
            .hint(look.text("items-choose-tags-hint"));
        html! { (field.refused(look.lang, invalid).required().focus()) }
    }

    /// The tags on the things, and on how many of them each is.
    async fn tags_on(&self, editor: &Editor, app: &App) -> Result<BTreeMap<Uuid, u32>> {
        if self.asked.picked == Picked::All {
            let query = self.asked.list.clone().with_limit(1);
            let (_, listing) = app
                .list(editor.viewer(), &query, self.look.lang, true)
                .await?;
            let counts = listing.results.counts.unwrap_or_default();
            return Ok(counts.tags.into_iter().collect());
        }
        let mut counts = BTreeMap::new();
        for tag in self.some.iter().flat_map(|item| &item.details.tags) {
            *counts.entry(tag.uuid()).or_default() += 1;
        }
        Ok(counts)
    }

    fn tags_field(&self, on: &BTreeMap<Uuid, u32>, invalid: &Invalid) -> Markup {
        let look = self.look;
        let tags = self.names.tags().iter().map(|tag| tag.id.uuid());
        let tags: Vec<_> = tags.filter(|id| on.contains_key(id)).collect();
        html! {
            @if tags.is_empty() { p { (look.text("items-choose-no-tags")) } }
            @else {
                fieldset.field.is-wrong[!invalid.is_empty()] {
                    legend { (look.text("items-tags")) }
                    div.ticks {
                        @for id in tags {
                            label.tick {
                                input type="checkbox" name="tag" value=(id);
                                span { (self.names.tag(id).unwrap_or_default()) " " span.quiet { (on.get(&id).copied().unwrap_or(0)) } }
                            }
                        }
                    }
                    (self.wrong("tag", invalid))
                }
            }
        }
    }

    fn category_field(&self, invalid: &Invalid) -> Markup {
        let look = self.look;
        let mut choices = vec![
            Choice::new("", look.text("items-choose-category")),
            Choice::new(NONE, look.text("items-choose-no-category")),
        ];
        choices.extend(self.names.categories().iter().map(|row| {
            let id = row.id.uuid();
            let name = row.name(look.lang);
            let around = row
                .parent
                .and_then(|parent| self.names.category(parent.uuid()));
            let label =
                around.map_or_else(|| name.to_owned(), |around| format!("{around} / {name}"));
            Choice::new(id.to_string(), label)
        }));
        let field = Field::new(
            "category",
            look.text("items-category"),
            Control::Select(choices),
        );
        let field = field.value(self.asked.given.one("category"));
        html! { (field.refused(look.lang, invalid).required().focus()) }
    }

    fn owner_fields(&self, invalid: &Invalid) -> Markup {
        let look = self.look;
        let given = &self.asked.given;
        let people = self
            .names
            .people()
            .iter()
            .filter(|person| person.role != Role::Guest);
        html! {
            fieldset.field.is-wrong[!invalid.is_empty()] {
                legend { (look.text("items-owner")) }
                p.field-hint { (look.text("items-choose-owners-hint")) }
                @for person in people {
                    @let id = person.id.to_string();
                    @let parts = format!("parts-{id}");
                    div.bulk-share {
                        label.tick {
                            input type="checkbox" name="owner" value=(id) checked[given.all("owner").any(|owner| owner == id)];
                            span { (person.name) }
                        }
                        input.input name=(parts) value=(given.one(&parts)) inputmode="numeric" placeholder="1" autocomplete="off"
                            aria-label=(look.text_with("items-choose-parts", "name", &person.name));
                    }
                }
                (self.wrong("owners", invalid))
                (self.wrong("private", invalid))
            }
        }
    }

    fn departure_fields(&self, invalid: &Invalid) -> Result<Markup> {
        let (look, given) = (self.look, &self.asked.given);
        let lang = look.lang;
        let currency = self.currency()?;
        let how = Departure::CHOSEN.map(|how| Choice::new(how.key(), look.text(departures(how))));
        let chosen = match given.one("archived_price_currency") {
            "" => currency.code(),
            code => code,
        };
        let mut currencies = vec![currency.code().to_owned()];
        currencies.extend(
            Currency::common()
                .filter(|other| *other != currency)
                .map(|other| other.code().to_owned()),
        );
        let money = Control::Money {
            currency: chosen.to_owned(),
            currencies,
        };
        Ok(html! {
            (Field::new("how", look.text("items-archive-how"), Control::Radio(how.into())).value(given.one("how"))
                .refused(lang, invalid).required())
            (Field::new("on", look.text("items-archive-on"), Control::PartialDate).value(given.one("on"))
                .hint(look.text("items-archive-on-hint")).refused(lang, invalid).half())
            (Field::text("archived_to", look.text("items-archive-to")).value(given.one("archived_to")).refused(lang, invalid).half())
            (Field::new("archived_price", look.text("items-archive-price"), money).value(given.one("archived_price"))
                .hint(look.text("items-archive-price-hint")).refused(lang, invalid))
        })
    }

    fn wrong(&self, field: &str, invalid: &Invalid) -> Markup {
        html! {
            @if let Some(key) = invalid.get(field) { p.field-error { (crate::ui::icon::Icon::Warning) (self.look.text(key)) } }
        }
    }
}

/// How things left, said of several.
const fn departures(how: Departure) -> &'static str {
    match how {
        Departure::Sold => "items-archive-sold",
        Departure::GivenAway => "items-archive-given",
        Departure::ThrownOut => "items-archive-thrown",
        Departure::Stolen | Departure::Lost | Departure::Destroyed => labels::departure(how),
    }
}

//! The household's own settings: its name, language, currency and country.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};
use serde::Deserialize;

use super::{Shown, answer};
use crate::{
    access::Head,
    actions::household,
    app::App,
    domain::{country::Country, household::Household, lang::Lang, money::Currency},
    error::{Error, Result},
    http::{Done, Form, Problem, Visit},
    store::{Expect, Revision, Row, Rows},
    ui::{
        form::{Choice, Control, Field, Form as Fields},
        look::Look,
    },
    web::page::{self, labels},
};

/// What the form holds.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct HouseholdForm {
    household: String,
    lang: String,
    currency: String,
    country: String,
    revision: u64,
}

impl HouseholdForm {
    fn of(row: &Row<Household>) -> Self {
        Self {
            household: row.name.clone(),
            lang: row.lang.tag().to_owned(),
            currency: row.currency.code().to_owned(),
            country: row.country.key().to_owned(),
            revision: row.revision.get(),
        }
    }

    fn parse(&self) -> Result<Household> {
        let currency = self.currency.parse();
        Ok(Household {
            name: self.household.clone(),
            lang: Lang::from_tag(&self.lang).ok_or_else(|| Error::invalid("lang", "error-form"))?,
            currency: currency.map_err(|_| Error::invalid("currency", "error-currency"))?,
            country: Country::from_key(&self.country)
                .ok_or_else(|| Error::invalid("country", "error-form"))?,
        })
    }
}

pub(super) async fn save(
    State(app): State<Arc<App>>,
    head: Head,
    visit: Visit,
    Form(form): Form<HouseholdForm>,
) -> Result<Response, Problem> {
    let given = form.clone();
    let saved = app
        .change(move |store| {
            let seen = Expect::Revision(Revision::new(given.revision));
            household::change(store, &head, seen, given.parse()?)
        })
        .await;
    let (status, shown) = match saved {
        Ok(saved) => {
            let to = "/settings#settings-household";
            let done = Done::new(&app, "household-change", to).undo(saved.undo());
            return Ok(done.into_response());
        }
        Err(Error::Invalid(invalid)) => {
            let shown = Shown {
                household: Some(form),
                household_invalid: invalid,
                ..Shown::default()
            };
            (StatusCode::UNPROCESSABLE_ENTITY, shown)
        }
        Err(Error::Conflict) => {
            let now = app.store.read()?.get(Household::ID)?;
            let lang = now.lang.text("ui-language-own");
            let shown = Shown {
                household: Some(HouseholdForm {
                    revision: now.revision.get(),
                    ..form
                }),
                household_overtaken: Some(format!(
                    "{}, {lang}, {}, {}",
                    now.name,
                    now.currency,
                    visit.look.text(labels::country(now.country))
                )),
                ..Shown::default()
            };
            (StatusCode::PRECONDITION_FAILED, shown)
        }
        Err(error) => return Err(error.into()),
    };
    Ok(answer(&app, &visit, status, &shown)?)
}

pub(super) fn section(rows: &impl Rows, look: &Look, shown: &Shown) -> Result<Markup> {
    let stored;
    let form = if let Some(form) = &shown.household {
        form
    } else {
        stored = HouseholdForm::of(&rows.get(Household::ID)?);
        &stored
    };
    let invalid = &shown.household_invalid;
    let name = Field::text("household", look.text("settings-household-name"))
        .value(&form.household)
        .refused(look.lang, invalid)
        .required();
    let langs = Lang::ALL.map(|lang| Choice::new(lang.tag(), lang.text("ui-language-own")));
    let lang = Field::new(
        "lang",
        look.text("settings-household-lang"),
        Control::Select(langs.into()),
    )
    .value(&form.lang)
    .hint(look.text("settings-household-lang-hint"))
    .refused(look.lang, invalid)
    .half();
    let currency = Field::new(
        "currency",
        look.text("settings-household-currency"),
        Control::Suggest(
            Currency::common()
                .map(|one| one.code().to_owned())
                .collect(),
        ),
    )
    .value(&form.currency)
    .hint(look.text("settings-household-currency-hint"))
    .refused(look.lang, invalid)
    .half();
    let countries = Country::ALL.map(|one| Choice::new(one.key(), look.text(labels::country(one))));
    let country = Field::new(
        "country",
        look.text("settings-household-country"),
        Control::Select(countries.into()),
    )
    .value(&form.country)
    .hint(look.text("settings-household-country-hint"))
    .refused(look.lang, invalid);
    let overtaken = shown.household_overtaken.as_deref();
    let form = Fields::new(
        look,
        "/settings/household",
        html! { (name) (lang) (currency) (country) },
    )
    .revision(form.revision)
    .refused(invalid);
    Ok(html! {
        @if let Some(now) = overtaken { (page::overtaken(look, now)) }
        (form.render())
    })
}

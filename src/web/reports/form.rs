//! The form of a new report: about what, in which language, and what is left out.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};

use super::{HERE, draft};
use crate::{
    access::Editor,
    actions::{divisions, household, incidents, reports},
    app::App,
    domain::{
        invalid::Invalid,
        item::ItemId,
        lang::Lang,
        money::Currency,
        report::{Part, ReportDetails, ReportKind},
    },
    error::{Error, Result},
    http::{Done, Form as Sent, Htmx, Problem, Query, Snapshot},
    reports::facts,
    store::Reader,
    ui::{
        breadcrumb::Breadcrumb,
        form::{Choice, Control, Field, Form, Hidden},
        layout::Page,
        look::{Look, Section},
    },
    web::page::{self, choices, incidents as words, typed::Typed},
};

/// `GET /reports/new?kind=…`.
pub(super) async fn blank(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Query(asked): Query<Typed>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Reports);
    let kind = ReportKind::from_key(asked.get("kind")).unwrap_or(ReportKind::Inventory);
    let mut details = ReportDetails::of(kind, look.lang);
    details.incident = asked.get("incident").parse().ok();
    details.item = asked.get("item").parse().ok();
    details.division = asked.get("division").parse().ok();
    if kind.needs_incident() && details.incident.is_none() {
        let latest = incidents::list(&rows, editor.viewer())?;
        details.incident = latest.first().map(|row| row.id);
    }
    let typed = draft::typed(&details);
    let sheet = Sheet {
        rows: &rows,
        editor: &editor,
        look: &look,
        kind,
        typed: &typed,
        invalid: &Invalid::default(),
    };
    Ok(sheet.page()?.answer(htmx))
}

/// `POST /reports/new`.
pub(super) async fn make(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Sent(typed): Sent<Typed>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Reports);
    let currency = household::current(&rows)?.currency;
    let made = match draft::read(&typed, look.lang, currency) {
        Ok(details) => make_as(&app, &editor, details, look.lang).await,
        Err(error) => Err(error),
    };
    match made {
        Ok(done) => Ok(done.into_response()),
        Err(Error::Invalid(invalid)) => {
            let kind = ReportKind::from_key(typed.get("kind")).unwrap_or(ReportKind::Inventory);
            let sheet = Sheet {
                rows: &rows,
                editor: &editor,
                look: &look,
                kind,
                typed: &typed,
                invalid: &invalid,
            };
            let page = sheet.page()?.answer(htmx);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn make_as(
    app: &Arc<App>,
    editor: &Editor,
    details: ReportDetails,
    lang: Lang,
) -> Result<Done> {
    let made = app.make_report(editor.clone(), details, lang).await?;
    let to = format!("{HERE}/{}", made.value.id);
    Ok(Done::new(app, "report-add", to).undo(made.undo()))
}

/// The form and what stands in it.
struct Sheet<'a, 'b> {
    rows: &'b Reader,
    editor: &'b Editor,
    look: &'a Look,
    kind: ReportKind,
    typed: &'b Typed,
    invalid: &'b Invalid,
}

impl<'a> Sheet<'a, '_> {
    fn page(&self) -> Result<Page<'a>> {
        let look = self.look;
        let fields = html! {
            (Hidden("kind", self.kind.key()))
            (Hidden("chosen", "1"))
            div.form-fields { (self.about()?) (self.language()) }
            (self.parts())
            (self.rates()?)
            (self.private())
        };
        let form = Form::new(look, "/reports/new", fields)
            .refused(self.invalid)
            .save(look.text("reports-save"))
            .cancel(HERE);
        let title = look.text("reports-title");
        let way = Breadcrumb::new(title.as_str()).step(title, HERE);
        Ok(
            Page::new(look, facts::title(self.kind, look.lang), form.render())
                .breadcrumb(way)
                .lead(look.text(&format!("reports-about-{}", self.kind.key())))
                .narrow(),
        )
    }

    fn field(&self, name: &str, label: &str, control: Control) -> Field {
        Field::new(name, self.look.text(label), control)
            .value(self.typed.get(name))
            .refused(self.look.lang, self.invalid)
    }

    /// What it is about: an incident, a thing, or a part of what there is.
    fn about(&self) -> Result<Markup> {
        let look = self.look;
        let viewer = self.editor.viewer();
        if self.kind.needs_incident() {
            let all = incidents::list(self.rows, viewer)?;
            let all = all
                .iter()
                .map(|row| Choice::new(row.id.to_string(), words::name(look, row)));
            let choices = Control::Select(all.collect());
            return Ok(html! { (self.field("incident", "reports-incident", choices).required()) });
        }
        if self.kind == ReportKind::Division {
            let manager = viewer.manager()?;
            let all = divisions::list(self.rows, &manager)?;
            let all = all
                .iter()
                .map(|row| Choice::new(row.id.to_string(), row.details.name.as_str()));
            let choices = Control::Select(all.collect());
            return Ok(html! { (self.field("division", "reports-division", choices).required()) });
        }
        if self.kind.needs_item() {
            let id: Option<ItemId> = self.typed.get("item").parse().ok();
            let thing = match id {
                Some(id) => Some(viewer.item(self.rows, id)?),
                None => None,
            };
            let wrong = self.invalid.get("item").map(|key| look.text(key));
            return Ok(html! {
                @if let Some(thing) = &thing {
                    (Hidden("item", &thing.id.to_string()))
                    p { (look.text_with("reports-of-thing", "name", &page::name(look, thing))) }
                } @else {
                    p { (look.text("reports-choose-thing")) " " a href="/items" { (look.text("ui-things")) } }
                }
                @if let Some(wrong) = wrong { p.field-error { (crate::ui::icon::Icon::Warning) (wrong) } }
            });
        }
        let any = || Choice::new("", look.text("reports-any"));
        let with_any = |choices: Vec<Choice>| {
            let all = std::iter::once(any()).chain(choices);
            Control::Select(all.collect())
        };
        let spots = with_any(choices::places(self.rows, viewer, look.lang, None)?);
        let people = with_any(choices::owners(self.rows)?);
        let categories = with_any(choices::categories(self.rows, look.lang)?);
        let search = self.typed.get("search");
        Ok(html! {
            (self.field("place", "reports-place", spots).half())
            (self.field("person", "reports-person", people).half())
            (self.field("category", "reports-category", categories).half())
            @if self.kind == ReportKind::Estate {
                (self.field("on", "reports-on", Control::Date).hint(look.text("reports-on-hint")).half())
            }
            @if !search.is_empty() { (Hidden("search", search)) p { (look.text("reports-of-search")) } }
        })
    }

    fn language(&self) -> Markup {
        let choices =
            [Lang::Sv, Lang::En].map(|lang| Choice::new(lang.tag(), lang.text("ui-language-own")));
        let field = self.field(
            "language",
            "reports-language",
            Control::Radio(choices.into()),
        );
        html! { (field) }
    }

    /// What is in it, as far as its kind has any of it.
    fn parts(&self) -> Markup {
        let look = self.look;
        let with = self.typed.all("with");
        let parts: Vec<_> = Part::ALL
            .into_iter()
            .filter(|part| self.kind.has(*part))
            .collect();
        html! {
            fieldset.field {
                legend { (look.text("reports-with")) }
                div.ticks {
                    @for part in parts {
                        label.tick {
                            input type="checkbox" name="with" value=(part.key()) checked[with.iter().any(|key| key == part.key())];
                            span { (facts::part(part, look.lang)) }
                        }
                    }
                }
            }
        }
    }

    /// What other currencies are worth, where there are any to add up.
    fn rates(&self) -> Result<Markup> {
        if !self.kind.adds_up() {
            return Ok(Markup::default());
        }
        let look = self.look;
        let foreign = reports::foreign_currencies(self.rows, self.editor.viewer())?;
        let own = household::current(self.rows)?.currency;
        let field = |from: Currency| {
            let (label, name) = (look.lang, draft::rate_field(from));
            let words = [("from", from.code().into()), ("to", own.code().into())];
            Field::new(
                &name,
                label.text_with("reports-rate-of", &words),
                Control::Decimal,
            )
            .value(self.typed.get(&name))
            .refused(look.lang, self.invalid)
            .half()
        };
        Ok(html! {
            @if !foreign.is_empty() {
                fieldset.field {
                    legend { (look.text("reports-rates")) }
                    p.quiet { (look.text("reports-rates-hint")) }
                    div.form-fields { @for from in foreign { (field(from)) } }
                }
            }
        })
    }

    /// What only its owners see is in no report by accident.
    fn private(&self) -> Markup {
        let field = self
            .field("private", "reports-private", Control::Check)
            .hint(self.look.text("reports-private-hint"));
        html! { (field) }
    }
}

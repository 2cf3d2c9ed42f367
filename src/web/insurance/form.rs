//! The form of a policy: adding one, and changing what is said about it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use jiff::civil::Date;
use maud::{Markup, Render};

use super::{HERE, conflict, draft, sheet::Sheet, way};
use crate::{
    access::Manager,
    actions::{household, policies, valuation::Holdings},
    app::App,
    domain::{
        country::Country,
        invalid::Invalid,
        money::Currency,
        policy::{Policy, PolicyDetails, PolicyId},
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem, Snapshot},
    store::{Expect, Reader, Row, Rows as _},
    ui::{
        layout::Page,
        look::{Look, Section},
    },
    web::page::typed::Typed,
};

/// Who fills a form in, and where they are at home.
struct Ground<'a, 'b> {
    look: &'a Look,
    rows: &'b Reader,
    manager: &'b Manager,
    currency: Currency,
    home: Country,
    today: Date,
}

impl<'a, 'b> Ground<'a, 'b> {
    fn of(app: &App, look: &'a Look, rows: &'b Reader, manager: &'b Manager) -> Result<Self> {
        let household = household::current(rows)?;
        Ok(Self {
            look,
            rows,
            manager,
            currency: household.currency,
            home: household.country,
            today: app.store.clock().today(),
        })
    }

    fn new_page(&self, typed: &Typed, invalid: &Invalid) -> Result<Page<'a>> {
        let holdings = Holdings::of(self.rows, self.manager.editor())?;
        let form = self
            .sheet(typed, invalid, &holdings)
            .form("/insurance/new", HERE);
        let title = self.look.text("insurance-new");
        Ok(Page::new(self.look, title, form.render())
            .breadcrumb(way(self.look))
            .narrow())
    }

    fn edit_page(
        &self,
        policy: &Row<Policy>,
        typed: &Typed,
        invalid: &Invalid,
    ) -> Result<Page<'a>> {
        let holdings = Holdings::of(self.rows, self.manager.editor())?;
        let own = format!("{HERE}/{}", policy.id);
        let form = self
            .sheet(typed, invalid, &holdings)
            .form(&format!("{own}/edit"), &own)
            .revision(typed.seen().get());
        let title = self
            .look
            .text_with("insurance-edit", "insurer", &policy.details.insurer);
        Ok(Page::new(self.look, title, form.render())
            .breadcrumb(way(self.look))
            .narrow())
    }

    const fn sheet<'c>(
        &self,
        typed: &'c Typed,
        invalid: &'c Invalid,
        holdings: &'c Holdings,
    ) -> Sheet<'a, 'c> {
        Sheet {
            look: self.look,
            typed,
            invalid,
            currency: self.currency,
            home: self.home,
            holdings,
        }
    }
}

fn asks_for_more(typed: &Typed) -> bool {
    !typed.get("more").is_empty()
}

/// `GET /insurance/new`.
pub(super) async fn blank(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Insurance);
    let ground = Ground::of(&app, &look, &rows, &manager)?;
    let typed = draft::blank(ground.home, ground.today);
    Ok(ground.new_page(&typed, &Invalid::default())?.answer(htmx))
}

/// `POST /insurance/new`.
pub(super) async fn add(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Insurance);
    let ground = Ground::of(&app, &look, &rows, &manager)?;
    if asks_for_more(&typed) {
        let page = ground.new_page(&typed, &Invalid::default())?;
        return Ok(page.answer(htmx).into_response());
    }
    let added = match draft::read(&typed, ground.currency) {
        Ok(details) => {
            let by = manager.clone();
            app.change(move |store| policies::add(store, &by, details))
                .await
        }
        Err(error) => Err(error),
    };
    match added {
        Ok(added) => {
            let done = Done::new(&app, "policy-add", HERE).undo(added.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let page = ground.new_page(&typed, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /insurance/{id}/edit`.
pub(super) async fn edit(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<PolicyId>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Insurance);
    let policy = policies::one(&rows, manager.editor(), id)?;
    if policy.binned.is_some() {
        return Ok(Redirect::to(&format!("{HERE}/{id}")).into_response());
    }
    let ground = Ground::of(&app, &look, &rows, &manager)?;
    let typed = draft::typed(&policy.details, look.lang, ground.home, ground.today)
        .filled_in_from(policy.revision);
    let page = ground.edit_page(&policy, &typed, &Invalid::default())?;
    Ok(page.answer(htmx).into_response())
}

/// `POST /insurance/{id}/edit`.
pub(super) async fn save(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<PolicyId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Insurance);
    let policy = policies::one(&rows, manager.editor(), id)?;
    let ground = Ground::of(&app, &look, &rows, &manager)?;
    if asks_for_more(&typed) {
        let page = ground.edit_page(&policy, &typed, &Invalid::default())?;
        return Ok(page.answer(htmx).into_response());
    }
    let seen = typed.seen();
    let mut mine = None;
    let saved = match draft::read(&typed, ground.currency) {
        Ok(read) => {
            let theirs = rows.version(id, seen)?.ok_or(Error::NotFound)?;
            let joined = PolicyDetails::joined(&read, &theirs.body.details, |aspect| {
                typed.side(aspect.key())
            });
            mine = Some(joined.clone());
            let by = manager.clone();
            app.change(move |store| {
                policies::change(store, &by, id, Expect::Revision(seen), joined)
            })
            .await
        }
        Err(error) => Err(error),
    };
    let rows = app.store.read()?;
    let ground = Ground::of(&app, &look, &rows, &manager)?;
    match saved {
        Ok(saved) => {
            let done = Done::new(&app, "policy-change", format!("{HERE}/{id}"));
            Ok(done.undo(saved.undo()).into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let policy = policies::one(&rows, manager.editor(), id)?;
            let page = ground.edit_page(&policy, &typed, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(Error::Conflict) => {
            let policy = policies::one(&rows, manager.editor(), id)?;
            let (Some(mine), None) = (mine, policy.binned) else {
                return Err(Error::Conflict.into());
            };
            let at = (ground.home, ground.today);
            let page = conflict::page(&rows, &look, &policy, seen, &mine, at)?;
            Ok((StatusCode::PRECONDITION_FAILED, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

//! What was done: the form of a job, and its page with papers and photos.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};

use crate::{
    access::Editor,
    actions::{
        attachments,
        belongings::{self, in_use_with_thing},
        household, jobs,
    },
    app::App,
    domain::{
        aspect::Side,
        attachment::{AttachmentKind, Bearer},
        invalid::Invalid,
        job::{Aspect, Job, JobDetails, JobId, Work},
        plan::{Plan, PlanId},
        text,
    },
    error::{Error, Result},
    http::{Htmx, Path, Problem, Snapshot},
    store::{Row, Rows},
    ui::{
        button::Button,
        facts::Facts,
        form::{Choice, Control, Upload},
        icon::Icon,
        layout::Page,
        list::{List, Row as Line},
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
        photo::{Gallery, Photo},
        versions::Difference,
    },
    web::page::{
        self,
        belonging::{Formed, Ground, Overview, Sheet, Start, Titles, address, way},
        typed::Typed,
        upkeep as words,
    },
};

impl Formed for Job {
    const HOME: &'static str = "/jobs";
    const OVERVIEW: Overview = Overview::UPKEEP;
    const NEW: &'static str = "jobs/new";
    const TITLES: Titles = Titles {
        new: "jobs-new",
        edit: "jobs-edit",
        conflict: "jobs-conflict",
    };

    fn start(ground: &Ground<'_>, start: &Start) -> Result<Typed> {
        let mut details = JobDetails::on(ground.today, String::new());
        ground.editor.viewer().name().clone_into(&mut details.by);
        if let Ok(id) = start.plan.parse::<PlanId>()
            && let Some(plan) = own_plans(ground)?.into_iter().find(|plan| plan.id == id)
        {
            details.what = plan.body.details.what;
            details.plan = Some(id);
        }
        Self::typed(&details, ground)
    }

    fn typed(details: &JobDetails, ground: &Ground<'_>) -> Result<Typed> {
        let mut typed = Typed::default();
        for (name, text) in [
            ("what", &details.what),
            ("by", &details.by),
            ("note", &details.note),
        ] {
            typed.add(name, text.as_str());
        }
        typed.add("on", details.on.to_string());
        typed.add_money("cost", details.cost, ground.look.lang);
        typed.add_known("meter", details.meter);
        typed.add("work", details.work.key());
        typed.add_known("plan", details.plan);
        Ok(typed)
    }

    fn read(typed: &Typed, ground: &Ground<'_>) -> Result<JobDetails> {
        let mut invalid = Invalid::default();
        let on = typed.day("on", &mut invalid);
        let details = JobDetails {
            what: text::line(typed.get("what")),
            on: on.unwrap_or(ground.today),
            by: text::line(typed.get("by")),
            cost: typed.money("cost", ground.currency, &mut invalid),
            meter: typed.number("meter", &mut invalid),
            note: text::prose(typed.get("note")),
            work: Work::from_key(typed.get("work")).unwrap_or_default(),
            plan: typed.known("plan", &mut invalid, |id| {
                id.parse().map_err(|_| "error-gone")
            }),
        };
        invalid.merge(details.check());
        invalid.or(details).map_err(Error::from)
    }

    fn fields(sheet: &Sheet<'_>) -> Result<Markup> {
        let ground = &sheet.ground;
        let look = ground.look;
        let mut doers: Vec<String> = household::people(ground.rows)?
            .into_iter()
            .map(|person| person.body.name)
            .collect();
        for by in jobs::doers(ground.rows, ground.editor.viewer())? {
            if !doers.contains(&by) {
                doers.push(by);
            }
        }
        let works = Work::ALL.map(|work| Choice::new(work.key(), look.text(words::work(work))));
        let mut plans = vec![Choice::new("", look.text("jobs-plan-none"))];
        for plan in own_plans(ground)? {
            plans.push(Choice::new(plan.id.to_string(), plan.body.details.what));
        }
        let chosen = sheet.typed.get("plan");
        if let Ok(id) = chosen.parse::<PlanId>()
            && !plans.iter().any(|plan| plan.value == chosen)
            && let Some(plan) = ground.rows.find::<Plan>(id)?
            && plan.item == ground.item.id
        {
            // One that lies in the bin may stay what was fulfilled.
            plans.push(Choice::new(chosen, plan.body.details.what));
        }
        Ok(html! {
            div.form-fields {
                (sheet.field("what", "jobs-what", Control::Text).required())
                (sheet.field("on", "jobs-on", Control::Date).half())
                (sheet.field("by", "jobs-by", Control::Suggest(doers)).half())
                (sheet.money("cost", "jobs-cost").half())
                (sheet.field("meter", "jobs-meter", Control::Number).half())
                (sheet.field("work", "jobs-work", Control::Select(works.into())).half())
                @if plans.len() > 1 { (sheet.field("plan", "jobs-plan", Control::Select(plans)).half()) }
                (sheet.field("note", "jobs-note", Control::Area(3)))
            }
        })
    }

    fn joined(mine: &JobDetails, theirs: &JobDetails, side: impl Fn(&str) -> Side) -> JobDetails {
        JobDetails::joined(mine, theirs, |aspect| side(aspect.key()))
    }

    fn differences(
        mine: &JobDetails,
        theirs: &JobDetails,
        base: &JobDetails,
        ground: &Ground<'_>,
    ) -> Result<Vec<Difference>> {
        let difference = |aspect: Aspect| {
            Ok(Difference {
                name: aspect.key().to_owned(),
                label: ground.look.text(label(aspect)),
                theirs: said(aspect, theirs, ground)?,
                mine: said(aspect, mine, ground)?,
                keep_mine: aspect.proposed(base, mine) == Side::Mine,
            })
        };
        mine.differences(theirs).map(difference).collect()
    }

    fn added(row: &Row<Self>) -> String {
        address(row.body.id)
    }
}

fn own_plans(ground: &Ground<'_>) -> Result<Vec<Row<Plan>>> {
    belongings::of_item(ground.rows, ground.item.id)
}

const fn label(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::What => "jobs-what",
        Aspect::On => "jobs-on",
        Aspect::By => "jobs-by",
        Aspect::Cost => "jobs-cost",
        Aspect::Meter => "jobs-meter",
        Aspect::Work => "jobs-work",
        Aspect::Plan => "jobs-plan",
        Aspect::Note => "jobs-note",
    }
}

fn said(aspect: Aspect, details: &JobDetails, ground: &Ground<'_>) -> Result<String> {
    let look = ground.look;
    Ok(match aspect {
        Aspect::What => details.what.clone(),
        Aspect::On => look.lang.day(details.on),
        Aspect::By => details.by.clone(),
        Aspect::Cost => details
            .cost
            .map(|cost| look.lang.money(cost))
            .unwrap_or_default(),
        Aspect::Meter => details
            .meter
            .map(|meter| look.lang.number(meter.into()))
            .unwrap_or_default(),
        Aspect::Work => look.text(words::work(details.work)),
        Aspect::Plan => match details.plan {
            Some(plan) => {
                let plan = ground.rows.find::<Plan>(plan)?;
                plan.map(|row| row.body.details.what).unwrap_or_default()
            }
            None => String::new(),
        },
        Aspect::Note => details.note.clone(),
    })
}

/// `GET /jobs/{id}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<JobId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Upkeep);
    let (job, item) = in_use_with_thing(&rows, editor.viewer(), id)?;
    let ground = Ground {
        rows: &rows,
        editor: &editor,
        look: &look,
        item: &item,
        today: app.store.clock().today(),
        currency: household::current(&rows)?.currency,
    };
    let changes = editor.may_change_of_thing(&item, &job);
    let details = &job.details;
    let body = html! {
        div.stack {
            (facts(&ground, details)?)
            @if !details.note.is_empty() { div.prose { (markdown(&details.note)) } }
            (files(&ground, &job, changes)?)
        }
    };
    let own = address(id);
    let edit = Button::link(look.text("upkeep-change"), format!("{own}/edit")).icon(Icon::Edit);
    let remove = Button::post(look.text("upkeep-remove"), format!("{own}/remove"))
        .with("revision", job.revision.get().to_string())
        .icon(Icon::Trash);
    let actions = html! {
        @if changes { (edit.primary()) (Menu::new(look.text("ui-more")).last(remove)) }
    };
    let page = Page::new(&look, details.what.as_str(), body)
        .breadcrumb(way::<Job>(&look, &item))
        .lead(look.lang.day(details.on))
        .actions(actions)
        .narrow();
    Ok(page.answer(htmx))
}

fn facts(ground: &Ground<'_>, details: &JobDetails) -> Result<Facts> {
    let look = ground.look;
    let mut facts = Facts::new();
    for aspect in [
        Aspect::By,
        Aspect::Cost,
        Aspect::Meter,
        Aspect::Work,
        Aspect::Plan,
    ] {
        let said = said(aspect, details, ground)?;
        facts = facts.known(look.text(label(aspect)), (!said.is_empty()).then_some(said));
    }
    Ok(facts)
}

/// Photos that show what was done, and papers that tell of it.
fn files(ground: &Ground<'_>, job: &Row<Job>, changes: bool) -> Result<Markup> {
    let look = ground.look;
    let own = address(job.body.id);
    let all = attachments::list(ground.rows, Bearer::Job(job.body.id))?;
    let (photos, papers): (Vec<_>, Vec<_>) = all
        .iter()
        .partition(|file| file.kind == AttachmentKind::Photo);
    let photos: Vec<Photo> = photos.into_iter().map(page::photo).collect();
    let papers: Vec<Line> = papers
        .into_iter()
        .map(|paper| page::paper(look, paper, page::picture(paper), changes))
        .collect();
    let arrange = Button::link(look.text("photos-arrange"), format!("{own}/photos"));
    Ok(html! {
        @if !photos.is_empty() || changes {
            section.section {
                h2 { (look.text("jobs-photos")) }
                div #gallery {
                    @if !photos.is_empty() {
                        (Gallery { look, name: &job.details.what, photos: &photos, icon: Icon::Photo })
                    }
                }
                @if changes { (Upload::photos(look, format!("{own}/photos")).refresh("#gallery")) }
                @if changes && !photos.is_empty() { div.row { (arrange.icon(Icon::Photo).small()) } }
            }
        }
        @if !papers.is_empty() || changes {
            section.section {
                h2 { (look.text("jobs-documents")) }
                div #documents { @if !papers.is_empty() { (List(papers)) } }
                @if changes { (Upload::documents(look, format!("{own}/documents")).refresh("#documents")) }
            }
        }
    })
}

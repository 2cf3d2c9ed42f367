//! Two people saved the same division: both versions, and whose words hold.

use maud::{Render, html};

use super::{HERE, draft, way, words};
use crate::{
    domain::{
        aspect::Side,
        division::{Division, DivisionDetails},
        person::Person,
    },
    error::Result,
    store::{Reader, Revision, Row, Rows},
    ui::{
        banner::Banner,
        form::{Form, Hidden},
        layout::Page,
        look::Look,
        versions::{Difference, Versions},
    },
};

/// The page that shows what is saved now beside what the reader wrote upon the version `seen`.
pub(super) fn page<'a>(
    rows: &Reader,
    look: &'a Look,
    theirs: &Row<Division>,
    seen: Revision,
    mine: &DivisionDetails,
) -> Result<Page<'a>> {
    let base = rows.version::<Division>(theirs.id, seen)?;
    let base = base.map_or_else(|| mine.clone(), |row| row.body.details);
    let who = match theirs.changed.by {
        Some(person) => rows.find::<Person>(person)?.map(|row| row.body.name),
        None => None,
    };
    let who = who.unwrap_or_else(|| look.text("thing-somebody"));
    let differences = mine.differences(&theirs.details);
    let differences = differences.map(|aspect| Difference {
        name: aspect.key().to_owned(),
        label: look.text(words::label(aspect)),
        theirs: words::aspect(look, aspect, &theirs.details),
        mine: words::aspect(look, aspect, mine),
        keep_mine: aspect.proposed(&base, mine) == Side::Mine,
    });
    let versions = Versions {
        look,
        saved_by: format!("{who}, {}", look.lang.moment(theirs.changed.at)),
        differences: differences.collect(),
    };
    let typed = draft::typed(mine);
    let fields = html! {
        @for (name, text) in typed.iter() { (Hidden(name, text)) }
        (versions)
    };
    let own = format!("{HERE}/{}", theirs.id);
    let form = Form::new(look, format!("{own}/edit"), fields)
        .revision(theirs.revision.get())
        .cancel(own);
    let warning = look.text_with("page-conflict", "who", &who);
    Ok(
        Page::new(look, look.text("divisions-conflict"), form.render())
            .breadcrumb(way(look))
            .banner(Banner::warning(warning))
            .narrow(),
    )
}

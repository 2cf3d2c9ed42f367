//! Two people saved the same policy: both versions, and whose words hold.

use jiff::civil::Date;
use maud::{Render, html};

use super::{HERE, draft, said, way};
use crate::{
    domain::{
        aspect::Side,
        country::Country,
        person::Person,
        policy::{Policy, PolicyDetails},
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
    theirs: &Row<Policy>,
    seen: Revision,
    mine: &PolicyDetails,
    (home, today): (Country, Date),
) -> Result<Page<'a>> {
    let base = rows.version::<Policy>(theirs.id, seen)?;
    let base = base.map_or_else(|| mine.clone(), |row| row.body.details);
    let who = match theirs.changed.by {
        Some(person) => rows.find::<Person>(person)?.map(|row| row.body.name),
        None => None,
    };
    let who = who.unwrap_or_else(|| look.text("thing-somebody"));
    let differences = mine.differences(&theirs.details);
    let differences = differences.map(|aspect| Difference {
        name: aspect.key().to_owned(),
        label: look.text(said::label(aspect)),
        theirs: said::aspect(look, aspect, &theirs.details),
        mine: said::aspect(look, aspect, mine),
        keep_mine: aspect.proposed(&base, mine) == Side::Mine,
    });
    let versions = Versions {
        look,
        saved_by: format!("{who}, {}", look.lang.moment(theirs.changed.at)),
        differences: differences.collect(),
    };
    let typed = draft::typed(mine, look.lang, home, today);
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
        Page::new(look, look.text("insurance-conflict"), form.render())
            .breadcrumb(way(look))
            .banner(Banner::warning(warning))
            .narrow(),
    )
}

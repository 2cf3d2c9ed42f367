//! Two people saved the same of what belongs to a thing: both versions, and whose words hold.

use maud::{Render, html};

use super::{Formed, Ground, address, way};
use crate::{
    domain::person::Person,
    error::Result,
    store::{Revision, Row, Rows},
    ui::{
        banner::Banner,
        form::{Form, Hidden},
        layout::Page,
        versions::Versions,
    },
};

/// The page that shows what is saved now beside what the reader wrote upon the version `seen`.
pub fn page<'a, T: Formed>(
    ground: Ground<'a>,
    theirs: &Row<T>,
    seen: Revision,
    mine: &T::Details,
) -> Result<Page<'a>>
where
    T::Details: Send,
{
    let (look, rows) = (ground.look, ground.rows);
    let id = theirs.body.id();
    let viewer = ground.editor.viewer();
    let base = match rows.version(id, seen)? {
        Some(row) => row.told(rows, viewer)?,
        None => mine.clone(),
    };
    let who = match theirs.changed.by {
        Some(person) => rows.find::<Person>(person)?.map(|row| row.body.name),
        None => None,
    };
    let who = who.unwrap_or_else(|| look.text("thing-somebody"));
    let differences = T::differences(mine, &theirs.told(rows, viewer)?, &base, &ground)?;
    let typed = T::typed(mine, &ground)?;
    let saved_by = format!("{who}, {}", look.lang.moment(theirs.changed.at));
    let fields = html! {
        @for (name, text) in typed.iter() { (Hidden(name, text)) }
        (Versions { look, saved_by, differences })
    };
    let own = address(id);
    let form = Form::new(look, format!("{own}/edit"), fields)
        .revision(theirs.revision.get())
        .cancel(own);
    let warning = look.text_with("page-conflict", "who", &who);
    Ok(
        Page::new(look, look.text(T::TITLES.conflict), form.render())
            .breadcrumb(way::<T>(look, ground.item))
            .banner(Banner::warning(warning))
            .narrow(),
    )
}

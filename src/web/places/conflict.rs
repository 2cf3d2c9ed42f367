//! Two people saved the same place: both versions, and whose words hold.

use maud::{Markup, Render, html};

use super::{
    form::{PlaceForm, guests},
    kind_text,
};
use crate::{
    actions::places,
    domain::{
        person::{Person, PersonId},
        place::{Place, PlaceDetails, PlaceId},
    },
    error::Result,
    store::{Revision, Row, Rows},
    ui::{
        banner::Banner,
        form::{Form as Fields, Hidden},
        layout::Page,
        look::Look,
        versions::{Difference, Versions},
    },
};

/// The page that shows what is saved now beside what the reader wrote upon the version `seen`.
pub(super) fn page<'a>(
    rows: &impl Rows,
    look: &'a Look,
    present: &Row<Place>,
    seen: Revision,
    mine: &PlaceDetails,
) -> Result<Page<'a>> {
    let base = rows.version(present.id, seen)?;
    let saved_by = saved_by(rows, look, present)?;
    let sides = Sides {
        look,
        base: base.map(|base: Row<Place>| base.body.details),
        theirs: said(rows, look, &present.details)?,
        mine: said(rows, look, mine)?,
    };
    let versions = Versions {
        look,
        saved_by: saved_by.clone(),
        differences: sides.differences(mine),
    };
    let body = html! { (versions) (whole(mine)) };
    let form = Fields::new(look, format!("/places/{}/edit", present.id), body)
        .revision(present.revision.get())
        .cancel(format!("/places/{}", present.id));
    let warning = look.text_with("places-overtaken-what", "who", &saved_by);
    Ok(
        Page::new(look, look.text("places-overtaken"), form.render())
            .banner(Banner::warning(warning))
            .narrow(),
    )
}

/// Who saved first, and when.
fn saved_by(rows: &impl Rows, look: &Look, present: &Row<Place>) -> Result<String> {
    let who = present
        .changed
        .by
        .map(|by| rows.find::<Person>(by))
        .transpose()?
        .flatten();
    let when = look.lang.moment(present.changed.at);
    Ok(match who {
        Some(who) => format!("{}, {when}", who.name),
        None => when,
    })
}

/// A place's fields in the reader's words.
struct Said {
    name: String,
    kind: String,
    parent: String,
    note: String,
    guests: String,
}

fn said(rows: &impl Rows, look: &Look, details: &PlaceDetails) -> Result<Said> {
    Ok(Said {
        name: details.name.clone(),
        kind: look.text(kind_text(details.kind)),
        parent: match details.parent {
            Some(parent) => way(rows, parent)?,
            None => look.text("places-parent-none"),
        },
        note: details.note.clone(),
        guests: names(rows, &details.guests)?,
    })
}

fn way(rows: &impl Rows, place: PlaceId) -> Result<String> {
    let path = places::path(rows, place)?;
    let names: Vec<_> = path
        .into_iter()
        .map(|place| place.body.details.name)
        .collect();
    Ok(names.join(" / "))
}

fn names(rows: &impl Rows, people: &[PersonId]) -> Result<String> {
    let all = guests(rows)?;
    let names: Vec<_> = all
        .into_iter()
        .filter(|(id, _)| people.contains(id))
        .map(|(_, name)| name)
        .collect();
    Ok(names.join(", "))
}

struct Sides<'a> {
    look: &'a Look,
    base: Option<PlaceDetails>,
    theirs: Said,
    mine: Said,
}

impl Sides<'_> {
    /// The fields that the two say differently. One that the reader left as it was is theirs unless they choose.
    fn differences(self, mine: &PlaceDetails) -> Vec<Difference> {
        let touched = |is: fn(&PlaceDetails, &PlaceDetails) -> bool| {
            self.base.as_ref().is_none_or(|base| !is(base, mine))
        };
        let keeps = [
            touched(|base, mine| base.name == mine.name),
            touched(|base, mine| base.kind == mine.kind),
            touched(|base, mine| base.parent == mine.parent),
            touched(|base, mine| base.note == mine.note),
            touched(|base, mine| base.guests == mine.guests),
        ];
        let fields = [
            ("name", "places-name", self.theirs.name, self.mine.name),
            ("kind", "places-kind", self.theirs.kind, self.mine.kind),
            (
                "parent",
                "places-parent",
                self.theirs.parent,
                self.mine.parent,
            ),
            ("note", "places-note", self.theirs.note, self.mine.note),
            (
                "guests",
                "places-guests",
                self.theirs.guests,
                self.mine.guests,
            ),
        ];
        fields
            .into_iter()
            .zip(keeps)
            .filter(|((_, _, theirs, mine), _)| theirs != mine)
            .map(|((name, label, theirs, mine), keep_mine)| Difference {
                name: name.to_owned(),
                label: self.look.text(label),
                theirs,
                mine,
                keep_mine,
            })
            .collect()
    }
}

/// The reader's whole version, for the form to carry.
fn whole(mine: &PlaceDetails) -> Markup {
    let form = PlaceForm::of(mine);
    html! {
        (Hidden("name", &form.name))
        (Hidden("kind", &form.kind))
        (Hidden("parent", &form.parent))
        (Hidden("note", &form.note))
        @for guest in &form.guests { (Hidden("guests", guest)) }
    }
}

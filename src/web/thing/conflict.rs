//! Two people changed the same thing: both versions, and a choice for each aspect, so that nobody's words are lost.

use maud::{Markup, Render, html};

use super::draft::Draft;
use crate::{
    access::Viewer,
    actions::{items::Wish, tags},
    domain::{
        aspect::Side,
        item::{Details, Item, aspect::Aspect},
    },
    error::Result,
    store::{Reader, Revision, Row, Rows},
    ui::{
        banner::Banner,
        form::{Form, Hidden},
        layout::Page,
        look::{Look, Section},
        versions::{Difference, Versions},
    },
    web::page::{labels, wording::Wording},
};

/// Whose version a form asks for; mine where it asks for nothing.
pub(super) fn side(draft: &Draft, aspect: Aspect) -> Side {
    match draft.get(&format!("keep.{}", aspect.key())) {
        "theirs" => Side::Theirs,
        _ => Side::Mine,
    }
}

/// Two versions that began as the same one.
pub(super) struct Meeting<'a> {
    /// Who saves now.
    pub(super) look: &'a Look,
    /// The archive with the version that was saved first.
    pub(super) rows: &'a Reader,
    /// As whom they look.
    pub(super) viewer: &'a Viewer,
    /// The version that they began from.
    pub(super) base: Revision,
    /// What is saved.
    pub(super) theirs: &'a Row<Item>,
    /// What they want to save.
    pub(super) mine: &'a Wish,
}

impl Meeting<'_> {
    /// The page that asks; saving it saves against the version that it shows.
    pub(super) fn page(&self, htmx: bool) -> Result<Markup> {
        let look = self.look.clone().at(Section::Things);
        let id = self.theirs.id;
        let form = Form::new(&look, format!("/items/{id}"), self.fields(&look)?)
            .revision(self.theirs.revision.get())
            .cancel(format!("/items/{id}"));
        let banner = Banner::warning(look.text_with("thing-conflict-banner", "who", &self.who()?));
        Ok(Page::new(&look, look.text("thing-conflict"), form.render())
            .narrow()
            .banner(banner)
            .answer(htmx))
    }

    fn fields(&self, look: &Look) -> Result<Markup> {
        let base = self.rows.version::<Item>(self.theirs.id, self.base)?;
        let base = base.map_or_else(Details::default, |row| row.body.details);
        let words = Wording::new(self.rows, self.viewer, look.lang);
        let (mine, new) = self.mine()?;
        let tags = [words.tags(&mine.tags)?, new.clone()].concat().join(", ");
        let theirs = &self.theirs.details;
        let aspects = Aspect::ALL.iter().copied().filter(|aspect| {
            aspect.differs(theirs, &mine) || (*aspect == Aspect::Tags && !new.is_empty())
        });
        let differences = aspects
            .map(|aspect| {
                let by_name = aspect == Aspect::Tags;
                let changed = aspect.proposed(&base, &mine) == Side::Mine;
                Ok(Difference {
                    name: aspect.key().to_owned(),
                    label: look.text(labels::aspect(aspect)),
                    theirs: words.said(aspect, theirs)?,
                    mine: if by_name {
                        tags.clone()
                    } else {
                        words.said(aspect, &mine)?
                    },
                    keep_mine: changed || (by_name && !new.is_empty()),
                })
            })
            .collect::<Result<_>>()?;
        let saved_by = format!(
            "{}, {}",
            self.who()?,
            look.lang.moment(self.theirs.changed.at)
        );
        let mut mine = Draft::of(&mine, self.rows, self.viewer, look.lang)?;
        mine.set("tags", &tags);
        Ok(html! {
            @for (name, text) in mine.iter() { (Hidden(name, text)) }
            (Versions { look, saved_by, differences })
        })
    }

    /// What they want to save, with the tags that there are, and the names of those that there are not yet.
    fn mine(&self) -> Result<(Details, Vec<String>)> {
        let mut mine = self.mine.details.clone();
        let mut new = Vec::new();
        for name in &self.mine.tags {
            match tags::named(self.rows, name)? {
                Some(tag) => mine.tags.push(tag.id),
                None => new.push(name.clone()),
            }
        }
        Ok((mine, new))
    }

    fn who(&self) -> Result<String> {
        match self.theirs.changed.by {
            Some(person) => Wording::new(self.rows, self.viewer, self.look.lang).person(person),
            None => Ok(self.look.text("thing-somebody")),
        }
    }
}

//! Many things at once: what is picked, what is done to it, and the one change that does it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::html;

use super::{choosing::Choosing, given::Given, link, names::Names};
use crate::{
    access::Editor,
    actions::bulk,
    app::App,
    domain::{
        invalid::Invalid,
        item::{Item, ItemId},
        query::ItemQuery,
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Problem},
    store::{Reader, Row},
    ui::{
        banner::Banner,
        button::Button,
        layout::Page,
        look::{Look, Section},
    },
};

/// How many of the picked things are named.
const NAMED: usize = 3;

/// What can be done to many things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Move,
    Tag,
    Untag,
    Categorise,
    Give,
    Archive,
    Unarchive,
    Remove,
    Restore,
}

impl Act {
    const ALL: [Self; 9] = [
        Self::Move,
        Self::Tag,
        Self::Untag,
        Self::Categorise,
        Self::Give,
        Self::Archive,
        Self::Unarchive,
        Self::Remove,
        Self::Restore,
    ];

    /// What forms call it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::Tag => "tag",
            Self::Untag => "untag",
            Self::Categorise => "categorise",
            Self::Give => "give",
            Self::Archive => "archive",
            Self::Unarchive => "unarchive",
            Self::Remove => "remove",
            Self::Restore => "restore",
        }
    }
}

/// The things that were picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Picked {
    /// These.
    These(Vec<ItemId>),
    /// Every result of the list, seen or not.
    All,
}

/// What a form asks for: do this to those, and come back to the list that they were picked in.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) act: Act,
    pub(super) picked: Picked,
    pub(super) list: ItemQuery,
    /// Whether the choice that the act needs has been asked for.
    pub(super) chosen: bool,
    pub(super) given: Given,
}

impl Asked {
    fn parse(fields: Vec<(String, String)>) -> Result<Self> {
        let (mut act, mut ids, mut all, mut list) = (None, Vec::new(), false, ItemQuery::default());
        let (mut chosen, mut rest) = (false, Vec::new());
        for (name, value) in fields {
            match name.as_str() {
                "do" => act = Act::ALL.into_iter().find(|act| act.name() == value),
                "id" => ids.push(value.parse().map_err(|_| Error::NotFound)?),
                "all" => all = value == "1",
                "query" => list = ItemQuery::parse(&value).0,
                "chosen" => chosen = true,
                _ => rest.push((name, value)),
            }
        }
        let picked = if all { Picked::All } else { Picked::These(ids) };
        if picked == Picked::These(Vec::new()) {
            return Err(Error::invalid("id", "items-bulk-none"));
        }
        Ok(Self {
            act: act.ok_or_else(|| Error::invalid("do", "error-form"))?,
            picked,
            list,
            chosen,
            given: Given(rest),
        })
    }

    async fn ids(&self, app: &App, editor: &Editor, look: &Look) -> Result<Vec<ItemId>> {
        match &self.picked {
            Picked::These(ids) => Ok(ids.clone()),
            Picked::All => app.list_ids(editor.viewer(), &self.list, look.lang).await,
        }
    }
}

/// Does something to many things, or asks first for what it needs to know.
pub(super) async fn act(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let asked = Asked::parse(fields)?;
    let look = look.at(Section::Things);
    let ids = asked.ids(&app, &editor, &look).await?;
    let reader = app.store.read()?;
    let names = Names::read(&reader, editor.viewer(), look.lang)?;
    let some = match some(&reader, &editor, &asked, &ids) {
        Err(Error::Denied) => return Ok(not_yours(&look, &asked, htmx)),
        some => some?,
    };
    let choosing = Choosing {
        look: &look,
        rows: &reader,
        names: &names,
        asked: &asked,
        count: ids.len(),
        some: &some,
    };
    let invalid = match asked.given.decide(asked.act, &choosing) {
        Some(Ok(operation)) => {
            let by = editor.clone();
            let done = app
                .change(move |store| {
                    let saved = bulk::apply(store, &by, &ids, &operation)?;
                    Ok((operation.action(), saved.undo()))
                })
                .await;
            match done {
                Ok((action, change)) => {
                    let done = Done::new(&app, action, link(&asked.list)).undo(change);
                    return Ok(done.into_response());
                }
                Err(Error::Denied) => return Ok(not_yours(&look, &asked, htmx)),
                Err(Error::Invalid(invalid)) => invalid,
                Err(error) => return Err(error.into()),
            }
        }
        Some(Err(invalid)) => invalid,
        None => {
            return Ok(choosing
                .page(&editor, &app, &Invalid::default())
                .await?
                .answer(htmx)
                .into_response());
        }
    };
    let page = choosing.page(&editor, &app, &invalid).await?.answer(htmx);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The first few of the things: all that were picked one by one, so that nobody is asked what they may not do.
fn some(rows: &Reader, editor: &Editor, asked: &Asked, ids: &[ItemId]) -> Result<Vec<Row<Item>>> {
    let most = match asked.picked {
        Picked::These(_) => ids.len(),
        Picked::All => NAMED,
    };
    let first = ids.iter().take(most);
    first.map(|id| editor.item(rows, *id)).collect()
}

/// A child picked what is somebody else's.
fn not_yours(look: &Look, asked: &Asked, htmx: bool) -> Response {
    let body = html! {
        (Banner::error(look.text("items-bulk-not-yours-what")))
        div.row { (Button::link(look.text("items-bulk-back"), link(&asked.list)).primary()) }
    };
    let page = Page::new(look, look.text("items-bulk-not-yours"), body).narrow();
    (StatusCode::FORBIDDEN, page.answer(htmx)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(fields: &[(&str, &str)]) -> Result<Asked> {
        let fields = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Asked::parse(fields.collect())
    }

    const ID: &str = "01980000-0000-7000-8000-000000000001";

    #[test]
    fn picked_things_come_with_what_is_done_to_them() {
        let asked = parse(&[("query", "q=cykel"), ("id", ID), ("do", "move")]).unwrap();
        assert_eq!(asked.act, Act::Move);
        assert_eq!(asked.picked, Picked::These(vec![ID.parse().unwrap()]));
        assert_eq!(asked.list.text(), "cykel");
        assert!(!asked.chosen);
    }

    #[test]
    fn all_stands_for_every_result_whatever_is_ticked() {
        let asked = parse(&[("id", ID), ("all", "1"), ("do", "remove")]).unwrap();
        assert_eq!(asked.picked, Picked::All);
    }

    #[test]
    fn nothing_picked_or_nothing_to_do_is_refused() {
        assert!(matches!(parse(&[("do", "move")]), Err(Error::Invalid(_))));
        assert!(matches!(
            parse(&[("id", ID), ("do", "eat")]),
            Err(Error::Invalid(_))
        ));
        assert!(matches!(
            parse(&[("id", "x"), ("do", "move")]),
            Err(Error::NotFound)
        ));
    }

    #[test]
    fn every_act_has_a_name_of_its_own() {
        for act in Act::ALL {
            let found = Act::ALL
                .into_iter()
                .filter(|other| other.name() == act.name());
            assert_eq!(found.count(), 1);
        }
    }
}

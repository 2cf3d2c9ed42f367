//! Suggestions while somebody names a thing or writes tags: the options of a list.

use std::sync::Arc;

use axum::{Router, extract::State, routing::get};
use maud::{Markup, html};

use crate::{
    access::Viewer,
    app::App,
    domain::tag::Tag,
    http::{Problem, Query, Snapshot},
    store::Rows,
    ui::look::Look,
    web::page::wording::labelled,
};

/// How many suggestions there are at most.
const MOST: u16 = 8;

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/suggest/things", get(things))
        .route("/suggest/tags", get(tags))
}

/// What was typed, whatever the field is called.
type Typed = Query<Vec<(String, String)>>;

fn typed(fields: &[(String, String)]) -> &str {
    fields.first().map_or("", |(_, text)| text.trim())
}

async fn things(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Query(fields): Typed,
) -> Result<Markup, Problem> {
    let words = typed(&fields);
    let found = if words.is_empty() {
        Vec::new()
    } else {
        app.suggest(&viewer, words, look.lang, MOST).await?
    };
    Ok(html! { @for item in found { option value=(labelled(&item)); } })
}

async fn tags(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Query(fields): Typed,
) -> Result<Markup, Problem> {
    viewer.editor()?;
    let words = typed(&fields);
    let mut names: Vec<String> = rows
        .all::<Tag>()?
        .into_iter()
        .map(|tag| tag.body.name)
        .collect();
    names.sort_by_key(|name| name.to_lowercase());
    Ok(html! { @for line in completed(words, &names) { option value=(line); } })
}

/// The tags typed so far with each that the last of them may become.
fn completed(typed: &str, names: &[String]) -> Vec<String> {
    let (before, last) = match typed.rsplit_once(',') {
        Some((before, last)) => (format!("{}, ", before.trim()), last.trim()),
        None => (String::new(), typed),
    };
    let last = last.to_lowercase();
    names
        .iter()
        .filter(|name| name.to_lowercase().starts_with(&last))
        .take(usize::from(MOST))
        .map(|name| format!("{before}{name}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_tag_is_completed() {
        let names = ["båt", "bär", "sommar"].map(str::to_owned);
        assert_eq!(completed("b", &names), ["båt", "bär"]);
        assert_eq!(completed("sommar, BÅ", &names), ["sommar, båt"]);
        assert_eq!(completed("sommar,", &names).len(), 3);
    }
}

//! Pages, one file or folder per feature.

mod bin;
mod claims;
mod divisions;
mod files;
mod history;
mod home;
mod incidents;
mod insights;
mod insurance;
mod items;
mod memories;
mod page;
mod people;
mod photos;
mod places;
mod quick_add;
mod ready;
mod receipts;
mod reminders;
mod reports;
mod rounds;
mod settings;
mod shared;
mod start;
mod tags;
mod thing;
mod upkeep;
mod warranties;

use std::sync::Arc;

use axum::Router;

use crate::app::App;

/// Every page's routes.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .merge(bin::routes())
        .merge(claims::routes())
        .merge(divisions::routes())
        .merge(files::routes())
        .merge(history::routes())
        .merge(home::routes())
        .merge(incidents::routes())
        .merge(insights::routes())
        .merge(insurance::routes())
        .merge(items::routes())
        .merge(people::routes())
        .merge(photos::routes())
        .merge(places::routes())
        .merge(quick_add::routes())
        .merge(ready::routes())
        .merge(receipts::routes())
        .merge(reminders::routes())
        .merge(reports::routes())
        .merge(rounds::routes())
        .merge(settings::routes())
        .merge(shared::routes())
        .merge(memories::routes())
        .merge(start::routes())
        .merge(tags::routes())
        .merge(thing::routes())
        .merge(warranties::routes())
        .merge(upkeep::routes())
}

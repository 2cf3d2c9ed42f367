//! Many at once: the bar that appears when things are picked.

use maud::{Markup, Render, html};

use crate::ui::{form::Hidden, icon::Icon, look::Look};

/// The form that every picked thing belongs to (`form="bulk"`, name `id`). With `all`, the query stands for every
/// result, seen or not.
#[derive(Clone, Debug)]
pub struct Bulk<'a> {
    /// Who picks.
    pub look: &'a Look,
    /// Where it posts to.
    pub action: &'a str,
    /// The query string of the list, so that "all" means the same things later; sent as `query`.
    pub query: &'a str,
    /// How many things the list has in all.
    pub total: usize,
    /// What can be done: submit buttons and menus with fields.
    pub acts: Markup,
}

impl Render for Bulk<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        html! {
            form #bulk.bulk method="post" action=(self.action) data-bulk data-one=(look.text("ui-bulk-one")) data-many=(look.text("ui-bulk-many")) {
                (Hidden("query", self.query))
                p.bulk-count role="status" { output data-count {} }
                label.tick.bulk-all {
                    input type="checkbox" name="all" value="1" data-all;
                    span { (look.count("ui-bulk-all", self.total)) }
                }
                div.bulk-acts { (self.acts) }
                button.button.is-bare type="reset" { (look.text("ui-bulk-none")) }
            }
        }
    }
}

/// The button that shows the boxes to pick with, where there is no pointer to hover with.
#[derive(Clone, Debug)]
pub struct Picking<'a>(pub &'a Look);

impl Render for Picking<'_> {
    fn render(&self) -> Markup {
        html! {
            label.button.picking { input.unseen type="checkbox" data-picking; (Icon::Check) span { (self.0.text("ui-pick")) } }
        }
    }
}

//! Places as a tree, each with what lies in it and beneath.

use maud::{Markup, Render, html};

use crate::ui::{icon::Icon, look::Look};

/// One place with everything beneath.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its name.
    pub label: String,
    /// Its page.
    pub href: String,
    /// What kind of place it is; none where that of the node around it says it.
    pub icon: Option<Icon>,
    /// Its short number, as on the label.
    pub number: Option<String>,
    /// How many things are in it and beneath; of none nothing is said.
    pub things: usize,
    /// What they are worth together, written for the reader; empty where nobody knows, so that the counts stand in
    /// line. None in a tree without values.
    pub value: Option<String>,
    /// Whether what is beneath is seen at once.
    pub open: bool,
    /// The places in it.
    pub children: Vec<Self>,
}

/// Places, outermost first.
#[derive(Clone, Debug)]
pub struct Tree<'a> {
    /// Who looks.
    pub look: &'a Look,
    /// The homes.
    pub roots: Vec<Node>,
}

impl Render for Tree<'_> {
    fn render(&self) -> Markup {
        html! {
            ul.tree { @for node in &self.roots { (self.node(node)) } }
        }
    }
}

impl Tree<'_> {
    fn node(&self, node: &Node) -> Markup {
        html! {
            li {
                (self.row(node))
                @if !node.children.is_empty() {
                    details open[node.open] {
                        summary aria-label=(self.look.text_with("ui-tree-in", "place", &node.label)) { (Icon::Next) }
                        ul { @for child in &node.children { (self.node(child)) } }
                    }
                }
            }
        }
    }

    fn row(&self, node: &Node) -> Markup {
        html! {
            a.tree-row href=(node.href) data-move {
                @if let Some(icon) = node.icon { (icon) }
                span.tree-name { (node.label) }
                @if let Some(number) = &node.number { span.tree-number { (number) } }
                span.tree-count { @if node.things > 0 { (self.look.count("ui-things-count", node.things)) } }
                @if let Some(value) = &node.value { span.tree-value { (value) } }
            }
        }
    }
}

//! Rows: things, people or tasks, one below the other, each a large target.

use maud::{Markup, Render, html};

use crate::ui::{icon::Icon, nav, photo::Photo};

#[derive(Clone, Debug)]
enum Lead {
    Icon(Icon),
    Photo(Photo),
    Face(String),
}

/// One row: a picture, a line, perhaps a second, and something at the end.
#[derive(Clone, Debug)]
pub struct Row {
    lead: Lead,
    title: String,
    href: Option<String>,
    text: Option<String>,
    more: Option<Markup>,
    end: Option<Markup>,
    pick: Option<(String, String)>,
    urgent: bool,
}

impl Row {
    fn new(lead: Lead, title: impl Into<String>) -> Self {
        Self {
            lead,
            title: title.into(),
            href: None,
            text: None,
            more: None,
            end: None,
            pick: None,
            urgent: false,
        }
    }

    /// A row with a drawing.
    pub fn icon(icon: Icon, title: impl Into<String>) -> Self {
        Self::new(Lead::Icon(icon), title)
    }

    /// A row with a photo, or a drawing where there is none.
    pub fn photo(photo: Option<Photo>, icon: Icon, title: impl Into<String>) -> Self {
        Self::new(photo.map_or(Lead::Icon(icon), Lead::Photo), title)
    }

    /// A row for somebody.
    pub fn person(name: &str) -> Self {
        Self::new(Lead::Face(nav::initials(name)), name)
    }

    /// Where the row leads.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// The second, quieter line.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// What stands beneath the lines, such as links; in a row that leads somewhere itself, only badges lie above its own.
    #[must_use]
    pub fn more(mut self, more: Markup) -> Self {
        self.more = Some(more);
        self
    }

    /// Can be picked among many: its id, and what a screen reader calls the box ("Välj Kajak").
    #[must_use]
    pub fn pick(mut self, id: impl Into<String>, label: impl Into<String>) -> Self {
        self.pick = Some((id.into(), label.into()));
        self
    }

    /// A number, badge, button or menu at the end.
    #[must_use]
    pub fn end(mut self, end: impl Render) -> Self {
        self.end = Some(end.render());
        self
    }

    /// Needs somebody's attention.
    #[must_use]
    pub const fn urgent(mut self) -> Self {
        self.urgent = true;
        self
    }
}

impl Render for Row {
    fn render(&self) -> Markup {
        html! {
            li.list-row.is-urgent[self.urgent] {
                @if let Some((id, label)) = &self.pick {
                    label.list-pick { input type="checkbox" name="id" value=(id) form="bulk" data-pick aria-label=(label); }
                }
                @match &self.lead {
                    Lead::Icon(icon) => { span.list-lead.is-drawn { (icon) } }
                    Lead::Photo(photo) => { span.list-lead { (photo.picture("", "3rem", false)) } }
                    Lead::Face(initials) => { span.list-lead.face aria-hidden="true" { (initials) } }
                }
                div.list-text {
                    @if let Some(href) = &self.href { a.list-title href=(href) data-move { (self.title) } }
                    @else { span.list-title { (self.title) } }
                    @if let Some(text) = &self.text { p.quiet { (text) } }
                    @if let Some(more) = &self.more { (more) }
                }
                @if let Some(end) = &self.end { div.list-end { (end) } }
            }
        }
    }
}

/// Rows one below the other.
#[derive(Clone, Debug)]
pub struct List(pub Vec<Row>);

impl Render for List {
    fn render(&self) -> Markup {
        html! {
            ul.list { @for row in &self.0 { (row) } }
        }
    }
}

//! Buttons: links that go somewhere, and buttons that do something.

use maud::{Markup, Render, html};

use crate::ui::icon::Icon;

#[derive(Clone, Debug)]
enum Act {
    Link(String),
    Submit(Option<(String, String)>),
    Post {
        action: String,
        fields: Vec<(String, String)>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Plain,
    Primary,
    Bare,
    Danger,
}

/// One button; plain unless told otherwise.
#[derive(Clone, Debug)]
pub struct Button {
    label: String,
    act: Act,
    weight: Weight,
    icon: Option<Icon>,
    alone: bool,
    small: bool,
    disabled: bool,
    class: Option<&'static str>,
}

impl Button {
    fn new(label: impl Into<String>, act: Act) -> Self {
        Self {
            label: label.into(),
            act,
            weight: Weight::Plain,
            icon: None,
            alone: false,
            small: false,
            disabled: false,
            class: None,
        }
    }

    /// Goes to another page.
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::new(label, Act::Link(href.into()))
    }

    /// Sends the form that it stands in.
    pub fn submit(label: impl Into<String>) -> Self {
        Self::new(label, Act::Submit(None))
    }

    /// Does one thing by itself: a small form of its own.
    pub fn post(label: impl Into<String>, action: impl Into<String>) -> Self {
        Self::new(
            label,
            Act::Post {
                action: action.into(),
                fields: Vec::new(),
            },
        )
    }

    /// What the form carries: a hidden field of a post, or the name and value of a submit.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let pair = (name.into(), value.into());
        match &mut self.act {
            Act::Link(_) => {}
            Act::Submit(carried) => *carried = Some(pair),
            Act::Post { fields, .. } => fields.push(pair),
        }
        self
    }

    /// The one thing to do here: at most one a page.
    #[must_use]
    pub const fn primary(mut self) -> Self {
        self.weight = Weight::Primary;
        self
    }

    /// No frame: beside something more important.
    #[must_use]
    pub const fn bare(mut self) -> Self {
        self.weight = Weight::Bare;
        self
    }

    /// Removes something.
    #[must_use]
    pub const fn danger(mut self) -> Self {
        self.weight = Weight::Danger;
        self
    }

    /// A drawing before the label.
    #[must_use]
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Only the drawing is seen; the label is read out.
    #[must_use]
    pub const fn alone(mut self) -> Self {
        self.alone = true;
        self
    }

    /// Tighter, for rows and toolbars; still 44 px to touch.
    #[must_use]
    pub const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Cannot be pressed now.
    #[must_use]
    pub const fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// One more class, such as `only-full`.
    #[must_use]
    pub const fn class(mut self, class: &'static str) -> Self {
        self.class = Some(class);
        self
    }

    fn classes(&self) -> String {
        let mut classes = String::from("button");
        classes.push_str(match self.weight {
            Weight::Plain => "",
            Weight::Primary => " is-primary",
            Weight::Bare => " is-bare",
            Weight::Danger => " is-danger",
        });
        for (wanted, class) in [(self.alone, " is-alone"), (self.small, " is-small")] {
            if wanted {
                classes.push_str(class);
            }
        }
        if let Some(class) = self.class {
            classes.push(' ');
            classes.push_str(class);
        }
        classes
    }

    fn face(&self) -> Markup {
        html! {
            @if let Some(icon) = self.icon { (icon) }
            @if self.alone { span.unseen { (self.label) } } @else { span { (self.label) } }
        }
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let title = self.alone.then_some(&self.label);
        match &self.act {
            Act::Link(href) => html! {
                a class=(self.classes()) href=(href) title=[title] { (self.face()) }
            },
            Act::Submit(carried) => html! {
                button class=(self.classes()) type="submit" title=[title] disabled[self.disabled]
                    name=[carried.as_ref().map(|pair| &pair.0)] value=[carried.as_ref().map(|pair| &pair.1)] { (self.face()) }
            },
            Act::Post { action, fields } => html! {
                form.inline method="post" action=(action) {
                    @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
                    button class=(self.classes()) type="submit" title=[title] disabled[self.disabled] { (self.face()) }
                }
            },
        }
    }
}

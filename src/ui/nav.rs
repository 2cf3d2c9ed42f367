//! The ways around the site: header, side on a wide screen, bar in thumb's reach on a phone.

use maud::{Markup, Render, html};

use crate::{
    domain::lang::Lang,
    ui::{
        button::Button,
        form::Hidden,
        icon::Icon,
        look::{Look, Section, Theme, View},
    },
};

impl Section {
    /// Where the section begins.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::Things => "/items",
            Self::Add => "/add",
            Self::Places => "/places",
            Self::Receipts => "/receipts",
            Self::Reminders => "/reminders",
            Self::Warranties => "/warranties",
            Self::Insurance => "/insurance",
            Self::Upkeep => "/upkeep",
            Self::Incidents => "/incidents",
            Self::Reports => "/reports",
            Self::Tray => "/tray",
            Self::People => "/people",
            Self::Tags => "/tags",
            Self::Insights => "/insights",
            Self::Ready => "/ready",
            Self::History => "/history",
            Self::Bin => "/bin",
            Self::Settings => "/settings",
        }
    }

    /// The key of its name.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Home => "ui-home",
            Self::Things => "ui-things",
            Self::Add => "ui-add",
            Self::Places => "ui-places",
            Self::Receipts => "ui-receipts",
            Self::Reminders => "ui-reminders",
            Self::Warranties => "ui-warranties",
            Self::Insurance => "ui-insurance",
            Self::Upkeep => "ui-upkeep",
            Self::Incidents => "ui-incidents",
            Self::Reports => "ui-reports",
            Self::Tray => "ui-tray",
            Self::People => "ui-people",
            Self::Tags => "ui-tags",
            Self::Insights => "ui-insights",
            Self::Ready => "ui-ready",
            Self::History => "ui-history",
            Self::Bin => "ui-bin",
            Self::Settings => "ui-settings",
        }
    }

    /// Its drawing.
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Home => Icon::Home,
            Self::Things => Icon::Box,
            Self::Add => Icon::Camera,
            Self::Places => Icon::Place,
            Self::Receipts => Icon::Receipt,
            Self::Reminders => Icon::Bell,
            Self::Warranties => Icon::Shield,
            Self::Insurance => Icon::Umbrella,
            Self::Upkeep => Icon::Upkeep,
            Self::Incidents => Icon::Siren,
            Self::Reports => Icon::Document,
            Self::Tray => Icon::Photo,
            Self::People => Icon::People,
            Self::Tags => Icon::Tag,
            Self::Insights => Icon::Chart,
            Self::Ready => Icon::Ready,
            Self::History => Icon::History,
            Self::Bin => Icon::Trash,
            Self::Settings => Icon::Settings,
        }
    }
}

const MAIN: [Section; 13] = [
    Section::Home,
    Section::Things,
    Section::Places,
    Section::Receipts,
    Section::Warranties,
    Section::Insurance,
    Section::Upkeep,
    Section::Incidents,
    Section::Reports,
    Section::People,
    Section::Tags,
    Section::Insights,
    Section::Ready,
];
/// What a phone's bar has no room for.
const UNDER: [Section; 10] = [
    Section::Receipts,
    Section::Warranties,
    Section::Insurance,
    Section::Upkeep,
    Section::Incidents,
    Section::Reports,
    Section::People,
    Section::Tags,
    Section::Insights,
    Section::Ready,
];
const REST: [Section; 5] = [
    Section::Reminders,
    Section::Tray,
    Section::History,
    Section::Bin,
    Section::Settings,
];

/// These sections, without what guests have no use for.
fn open(look: &Look, sections: impl IntoIterator<Item = Section>) -> impl Iterator<Item = Section> {
    let writes = look.writes();
    sections.into_iter().filter(move |section| {
        writes
            || !matches!(
                section,
                Section::Tray
                    | Section::Bin
                    | Section::Receipts
                    | Section::Warranties
                    | Section::Insurance
                    | Section::Upkeep
                    | Section::Incidents
                    | Section::Reports
                    | Section::Reminders
                    | Section::Insights
                    | Section::Ready
            )
    })
}

/// The product's mark: a house that is also an open box.
#[derive(Clone, Copy, Debug)]
pub struct Mark;

impl Render for Mark {
    fn render(&self) -> Markup {
        html! {
            svg.mark viewBox="0 0 32 32" aria-hidden="true" focusable="false" {
                path.mark-ground d="M10 0h12a10 10 0 0 1 10 10v12a10 10 0 0 1-10 10H10A10 10 0 0 1 0 22V10A10 10 0 0 1 10 0" {}
                path.mark-line d="M6.5 14.500L16 7l9.500 7.500M9.500 13v11.500h13V13M9.500 17l6.500 3 6.500-3" {}
            }
        }
    }
}

/// Household, search and who is signed in.
pub(super) struct Header<'a>(pub &'a Look);

impl Render for Header<'_> {
    fn render(&self) -> Markup {
        let look = self.0;
        let placeholder = look.text("ui-search-things");
        // Typing anywhere shows the list; only the first keystroke makes a new step in the browser's history, which
        // the server sees to with `HX-Replace-Url` once the list is what the reader looks at.
        html! {
            header.top {
                a.top-home href="/" aria-label=(look.household) { (Mark) span.top-name { (look.household) } }
                search.top-search {
                    form.search action=(Section::Things.href()) method="get" {
                        (Icon::Search)
                        @for (name, value) in &look.narrowed { (Hidden(name, value)) }
                        input #search.search-field type="search" name="q" value=(look.query) placeholder=(placeholder)
                            aria-label=(placeholder) autocomplete="off" enterkeyhint="search"
                            hx-get=(Section::Things.href()) hx-trigger="input changed delay:150ms" hx-target="#main"
                            hx-push-url="true" hx-include="closest form" hx-sync="this:replace" aria-keyshortcuts="/";
                    }
                }
                div.top-end {
                    @if look.writes() {
                        (Button::link(look.text("ui-add"), Section::Add.href()).icon(Icon::Camera).primary().class("only-wide"))
                    }
                    @if let Some(me) = &look.me {
                        details.menu name="menu" {
                            summary.face { (initials(&me.name)) span.unseen { ", " (look.text_with("ui-menu-of", "name", &me.name)) } }
                            div.menu-list { (mine(look)) }
                        }
                    }
                }
            }
        }
    }
}

/// The navigation at the side of a wide screen, in the full view.
pub(super) struct Side<'a>(pub &'a Look);

impl Render for Side<'_> {
    fn render(&self) -> Markup {
        let look = self.0;
        html! {
            nav.side data-sections aria-label=(look.text("ui-navigation")) {
                ul { @for section in open(look, MAIN) { li { (link(look, section)) } } }
                ul { @for section in open(look, REST) { li { (link(look, section)) } } }
            }
        }
    }
}

/// The bar in thumb's reach, on a phone and in the quick view.
pub(super) struct Bottom<'a>(pub &'a Look);

impl Render for Bottom<'_> {
    fn render(&self) -> Markup {
        let look = self.0;
        html! {
            nav.bottom data-sections aria-label=(look.text("ui-navigation-quick")) {
                (link(look, Section::Home))
                a.nav-link href=(Section::Things.href()) data-focus="#search" aria-current=[current(look, Section::Things)] {
                    (Icon::Search) span { (look.text("ui-search")) }
                }
                @if look.writes() {
                    a.shutter href=(Section::Add.href()) aria-current=[current(look, Section::Add)] {
                        (Icon::Camera) span.unseen { (look.text("ui-add")) }
                    }
                }
                (link(look, Section::Places))
                details.menu.is-up name="menu" {
                    summary.nav-link { (Icon::Menu) span { (look.text("ui-more")) } }
                    div.menu-list {
                        @for section in open(look, UNDER) { (link(look, section)) }
                        @for section in open(look, REST) { (link(look, section)) }
                        hr;
                        (Switch(look))
                    }
                }
            }
        }
    }
}

/// Quick or full view: one tap from anywhere, remembered by a cookie.
pub(super) struct Switch<'a>(pub &'a Look);

impl Render for Switch<'_> {
    fn render(&self) -> Markup {
        let look = self.0;
        let to = |view: View, icon, key, class| {
            Button::post(look.text(key), "/look")
                .with("view", view.tag())
                .with("back", look.path.clone())
                .icon(icon)
                .bare()
                .class(class)
        };
        html! {
            (to(View::Quick, Icon::Device, "ui-view-quick", "only-full"))
            (to(View::Full, Icon::Screen, "ui-view-full", "only-quick"))
        }
    }
}

/// The languages, each in its own words.
pub(super) struct Languages<'a>(pub &'a Look);

impl Render for Languages<'_> {
    fn render(&self) -> Markup {
        let look = self.0;
        html! {
            div.choice role="group" aria-label=(look.text("ui-language")) {
                @for lang in Lang::ALL {
                    (Button::post(lang.text("ui-language-own"), "/look").with("lang", lang.tag())
                        .with("back", look.path.clone()).bare().small().disabled(lang == look.lang))
                }
            }
        }
    }
}

fn mine(look: &Look) -> Markup {
    let theme = |theme: Theme| {
        let (icon, key) = match theme {
            Theme::Auto => (Icon::Device, "ui-theme-auto"),
            Theme::Light => (Icon::Sun, "ui-theme-light"),
            Theme::Dark => (Icon::Moon, "ui-theme-dark"),
        };
        Button::post(look.text(key), "/look")
            .with("theme", theme.tag())
            .with("back", look.path.clone())
            .icon(icon)
            .alone()
            .bare()
            .disabled(theme == look.theme)
    };
    html! {
        @if let Some(me) = &look.me { p.menu-title { (me.name) } }
        div.choice role="group" aria-label=(look.text("ui-theme")) { @for choice in Theme::ALL { (theme(choice)) } }
        (Languages(look))
        (Switch(look))
        hr;
        (Button::post(look.text("ui-sign-out"), "/sign-out").icon(Icon::SignOut).bare())
    }
}

fn link(look: &Look, section: Section) -> Markup {
    html! {
        a.nav-link href=(section.href()) aria-current=[current(look, section)] {
            (section.icon()) span { (look.text(section.text())) }
            @if section == Section::Reminders && look.reminders > 0 {
                span.nav-count { (look.reminders) span.unseen { " " (look.text("ui-reminders-wait")) } }
            }
        }
    }
}

fn current(look: &Look, section: Section) -> Option<&'static str> {
    (look.section == Some(section)).then_some("page")
}

/// At most two letters that stand for a name.
pub(super) fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_at_most_two_capitals() {
        assert_eq!(initials("åsa"), "Å");
        assert_eq!(initials("Nils Erik Holm"), "NE");
        assert_eq!(initials(""), "");
    }

    #[test]
    fn the_menu_is_called_by_what_it_shows_first() {
        let look = Look {
            me: Some(crate::ui::look::Me {
                name: "Nils Holm".into(),
                writes: true,
            }),
            ..Look::default()
        };
        let header = Header(&look).render().into_string();
        let (_, face) = header.split_once("<summary class=\"face\">").unwrap();
        assert!(face.starts_with("NH<span class=\"unseen\">, "), "{face}");
    }

    #[test]
    fn a_guest_sees_no_camera() {
        let mut look = Look::default();
        assert!(!Bottom(&look).render().into_string().contains("shutter"));
        look.me = Some(crate::ui::look::Me {
            name: "Åsa".into(),
            writes: true,
        });
        assert!(Bottom(&look).render().into_string().contains("shutter"));
    }
}

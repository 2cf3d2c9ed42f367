//! The page itself: head, header, navigation, main part, and what just happened.

use maud::{DOCTYPE, Markup, Render, html};

use crate::ui::{
    asset,
    banner::Banner,
    breadcrumb::Breadcrumb,
    look::{Look, Section},
    nav,
};

/// What htmx may do: no styles of its own, no evaluation, no private pages in the browser's storage; errors are shown.
const HTMX: &str = r#"{"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,"historyCacheSize":0,"refreshOnHistoryMiss":true,"scrollBehavior":"auto","responseHandling":[{"code":"204","swap":false},{"code":"[2345]..","swap":true}]}"#;

/// A page of the site: rendered it is whole; [`Page::partial`] is what htmx asks for.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    look: &'a Look,
    title: String,
    breadcrumb: Option<Breadcrumb>,
    lead: Option<Markup>,
    actions: Option<Markup>,
    banner: Option<Banner>,
    width: &'static str,
    body: Markup,
}

impl<'a> Page<'a> {
    /// A page with this title, which is also its heading.
    pub fn new(look: &'a Look, title: impl Into<String>, body: Markup) -> Self {
        Self {
            look,
            title: title.into(),
            breadcrumb: None,
            lead: None,
            actions: None,
            banner: None,
            width: "",
            body,
        }
    }

    /// Where in the tree of places this is.
    #[must_use]
    pub fn breadcrumb(mut self, breadcrumb: Breadcrumb) -> Self {
        self.breadcrumb = Some(breadcrumb);
        self
    }

    /// One quiet line under the heading.
    #[must_use]
    pub fn lead(mut self, lead: impl Render) -> Self {
        self.lead = Some(lead.render());
        self
    }

    /// The page's buttons and menus, beside the heading.
    #[must_use]
    pub fn actions(mut self, actions: Markup) -> Self {
        self.actions = Some(actions);
        self
    }

    /// A message above everything else.
    #[must_use]
    pub fn banner(mut self, banner: Banner) -> Self {
        self.banner = Some(banner);
        self
    }

    /// As wide as a line of text reads well: for forms and settings.
    #[must_use]
    pub const fn narrow(mut self) -> Self {
        self.width = "is-narrow";
        self
    }

    /// The whole page, or only what changes when htmx asked.
    #[must_use]
    pub fn answer(&self, htmx: bool) -> Markup {
        if htmx { self.partial() } else { self.render() }
    }

    /// The title, the inside of `#main`, and the toast, which goes to its own place.
    #[must_use]
    pub fn partial(&self) -> Markup {
        html! {
            title { (self.title) " · " (self.look.household) }
            (self.main())
            @if let Some(toast) = &self.look.toast { (toast.beside(self.look)) }
        }
    }

    fn main(&self) -> Markup {
        html! {
            div.page.(self.width) data-section=[self.look.section.map(Section::href)] {
                header.page-head {
                    div.page-title {
                        @if let Some(breadcrumb) = &self.breadcrumb { (breadcrumb) }
                        h1 { (self.title) }
                        @if let Some(lead) = &self.lead { p.lead { (lead) } }
                    }
                    @if let Some(actions) = &self.actions { div.page-actions { (actions) } }
                }
                @if let Some(banner) = &self.banner { (banner) }
                (self.body)
            }
        }
    }
}

impl Render for Page<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        let title = format!("{} · {}", self.title, look.household);
        html! {
            (DOCTYPE)
            html lang=(look.lang.tag()) data-view=(look.view.tag()) data-theme=(look.theme.tag()) {
                (head(&title, false))
                body.site {
                    a.skip href="#main" { (look.text("ui-skip")) }
                    (nav::Header(look))
                    (nav::Side(look))
                    main #main tabindex="-1" { (self.main()) }
                    div #toasts.toasts role="status" { @if let Some(toast) = &look.toast { (toast.markup(look)) } }
                    (nav::Bottom(look))
                    (keys(look))
                }
            }
        }
    }
}

/// A page without the site around it: sign in, set up, say what went wrong to somebody unknown.
#[derive(Clone, Debug)]
pub struct Bare<'a> {
    look: &'a Look,
    title: String,
    lead: Option<String>,
    is_sealed: bool,
    body: Markup,
}

impl<'a> Bare<'a> {
    /// A page with this heading.
    pub fn new(look: &'a Look, title: impl Into<String>, body: Markup) -> Self {
        Self {
            look,
            title: title.into(),
            lead: None,
            is_sealed: false,
            body,
        }
    }

    /// One quiet line under the heading.
    #[must_use]
    pub fn lead(mut self, lead: impl Into<String>) -> Self {
        self.lead = Some(lead.into());
        self
    }

    /// For a stranger, whom nothing leads further: without scripts, and without what is the same for everybody in the house.
    #[must_use]
    pub const fn sealed(mut self) -> Self {
        self.is_sealed = true;
        self
    }
}

impl Render for Bare<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        let product = look.text("product");
        html! {
            (DOCTYPE)
            html lang=(look.lang.tag()) data-view=(look.view.tag()) data-theme=(look.theme.tag()) {
                (head(&format!("{} · {product}", self.title), self.is_sealed))
                body.bare {
                    main #main.bare-main {
                        p.bare-mark { (nav::Mark) span { (product) } }
                        h1 { (self.title) }
                        @if let Some(lead) = &self.lead { p.lead { (lead) } }
                        (self.body)
                    }
                    @if !self.is_sealed { footer.bare-foot { (nav::Languages(look)) } }
                }
            }
        }
    }
}

pub(super) fn head(title: &str, is_sealed: bool) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            title { (title) }
            meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
            meta name="color-scheme" content="light dark";
            meta name="theme-color" media="(prefers-color-scheme: light)" content="#f6f5f1";
            meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121514";
            meta name="referrer" content="same-origin";
            link rel="stylesheet" href=(asset::href(asset::STYLE));
            link rel="icon" type="image/svg+xml" href=(asset::href("icons/mark.svg"));
            link rel="apple-touch-icon" href=(asset::href("icons/mark-180.png"));
            @if !is_sealed {
                link rel="manifest" href=(asset::href("icons/site.webmanifest"));
                meta name="htmx-config" content=(HTMX);
                script defer src=(asset::href("vendor/htmx/htmx.min.js")) {}
                script type="module" src=(asset::href("script/app.js")) {}
            }
        }
    }
}

/// The list of keys, opened by `?`.
fn keys(look: &Look) -> Markup {
    const KEYS: [(&str, &str); 5] = [
        ("/", "ui-keys-search"),
        ("n", "ui-keys-add"),
        ("← ↑ → ↓", "ui-keys-move"),
        ("x", "ui-keys-pick"),
        ("?", "ui-keys-help"),
    ];
    html! {
        dialog #keys.dialog aria-labelledby="keys-title" {
            h2 #keys-title { (look.text("ui-keys")) }
            dl.keys { @for (key, text) in KEYS { dt { kbd { (key) } } dd { (look.text(text)) } } }
            form method="dialog" { button.button type="submit" { (look.text("ui-close")) } }
        }
    }
}

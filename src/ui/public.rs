//! A page for everybody, with no household around it: a header with a few links, and no scripts.

use maud::{DOCTYPE, Markup, Render, html};

use crate::ui::{layout, look::Look, nav};

/// A page that whoever comes by may read.
#[derive(Clone, Debug)]
pub struct Public<'a> {
    look: &'a Look,
    site: String,
    title: String,
    lead: Option<String>,
    links: Vec<(String, &'static str)>,
    foot: Option<String>,
    body: Markup,
}

impl<'a> Public<'a> {
    /// A page of a site with this heading.
    pub fn new(
        look: &'a Look,
        site: impl Into<String>,
        title: impl Into<String>,
        body: Markup,
    ) -> Self {
        Self {
            look,
            site: site.into(),
            title: title.into(),
            lead: None,
            links: Vec::new(),
            foot: None,
            body,
        }
    }

    /// One quiet line under the heading.
    #[must_use]
    pub fn lead(mut self, lead: impl Into<String>) -> Self {
        self.lead = Some(lead.into());
        self
    }

    /// Another page of the site, in its header.
    #[must_use]
    pub fn link(mut self, label: impl Into<String>, href: &'static str) -> Self {
        self.links.push((label.into(), href));
        self
    }

    /// What stands at the end of every page.
    #[must_use]
    pub fn foot(mut self, foot: impl Into<String>) -> Self {
        self.foot = Some(foot.into());
        self
    }
}

impl Render for Public<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        html! {
            (DOCTYPE)
            html lang=(look.lang.tag()) data-view=(look.view.tag()) data-theme=(look.theme.tag()) {
                (layout::head(&format!("{} · {}", self.title, self.site), true))
                body.public {
                    a.skip href="#main" { (look.text("ui-skip")) }
                    header.public-head {
                        a.public-mark href="/" { (nav::Mark) span { (self.site) } }
                        nav.public-links {
                            @for (label, href) in &self.links {
                                a href=(href) aria-current=[(look.path == *href).then_some("page")] { (label) }
                            }
                        }
                    }
                    main #main.public-main tabindex="-1" {
                        div {
                            h1 { (self.title) }
                            @if let Some(lead) = &self.lead { p.lead { (lead) } }
                        }
                        (self.body)
                    }
                    footer.public-foot {
                        @if let Some(foot) = &self.foot { p { (foot) } }
                        (nav::Languages(look))
                    }
                }
            }
        }
    }
}

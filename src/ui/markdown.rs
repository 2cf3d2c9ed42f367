//! Running text in Markdown, shown: paragraphs, lists, emphasis and links, and nothing that could run or load.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use ammonia::Builder;
use maud::{Markup, PreEscaped};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// What a text may consist of. Pictures are not among it: a page loads nothing that is not the archive's own.
const TAGS: [&str; 23] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from(TAGS))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some("noopener noreferrer nofollow"));
    cleaner
});

/// A text in Markdown as HTML. Its headings begin below the page's own, a line break is a line break, and HTML in it is
/// shown as it was typed.
#[must_use]
pub fn markdown(text: &str) -> Markup {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let events = Parser::new_ext(text, options).map(|event| match event {
        Event::SoftBreak => Event::HardBreak,
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => Event::Start(Tag::Heading {
            level: below(level),
            id,
            classes,
            attrs,
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        event => event,
    });
    let mut unsafe_html = String::new();
    html::push_html(&mut unsafe_html, events);
    PreEscaped(CLEANER.clean(&unsafe_html).to_string())
}

/// The level of a heading in a page that has a title (`h1`) and sections (`h2`).
const fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        markdown(text).into_string()
    }

    #[test]
    fn text_is_formatted_as_it_was_meant() {
        assert_eq!(
            shown("# Kajak\n\n- **röd**\n- [vit](https://exempel.se)"),
            "<h3>Kajak</h3>\n<ul>\n<li><strong>röd</strong></li>\n<li>\
             <a href=\"https://exempel.se\" rel=\"noopener noreferrer nofollow\">vit</a></li>\n</ul>\n"
        );
        assert_eq!(shown("ett\ntvå"), "<p>ett<br>\ntvå</p>\n");
    }

    #[test]
    fn nothing_in_it_runs_or_loads() {
        for text in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "![bild](https://exempel.se/spion.gif)",
            "[a](javascript:alert(1))",
            "<a href=\"javascript:alert(1)\" onclick=\"x()\">a</a>",
            "<b onmouseover=x()>a",
            "[a]: data:text/html,x\n\n[a]",
        ] {
            let html = shown(text);
            for danger in [
                "<script",
                "<img",
                "<a href=\"javascript",
                "<a href=\"data",
                "<b",
                "<a onclick",
            ] {
                assert!(!html.contains(danger), "{text} became {html}");
            }
        }
    }

    #[test]
    fn what_looks_like_html_is_not_lost() {
        assert!(shown("a <b> c").contains("&lt;b&gt;"));
    }
}

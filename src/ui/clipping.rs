//! A clipping: the part of a photo or a page where something stands.

use maud::{Markup, Render, html};

/// Part of a picture. Places are in fractions of its width and height.
#[derive(Clone, Debug)]
pub struct Clipping {
    /// Address of the whole picture.
    pub of: String,
    /// The width of the whole by its height.
    pub ratio: f32,
    /// The left side of the part.
    pub left: f32,
    /// Its upper side.
    pub top: f32,
    /// Its right side.
    pub right: f32,
    /// Its lower side.
    pub bottom: f32,
}

impl Clipping {
    /// Left, top, width and height of what is shown, with the whole as high as 1000: a little more than the part.
    fn shown(&self) -> [f32; 4] {
        let height = (self.bottom - self.top) * 1000.0;
        let margin = height * 0.35;
        [
            self.left * 1000.0 * self.ratio - margin,
            self.top * 1000.0 - margin,
            (self.right - self.left) * 1000.0 * self.ratio + 2.0 * margin,
            height + 2.0 * margin,
        ]
    }
}

impl Render for Clipping {
    fn render(&self) -> Markup {
        let [left, top, width, height] = self.shown();
        // What it shows stands beside it in words.
        html! {
            svg.clipping aria-hidden="true" viewBox=(format!("{left:.1} {top:.1} {width:.1} {height:.1}"))
                preserveAspectRatio="xMinYMid meet" {
                image href=(self.of) width=(format!("{:.1}", self.ratio * 1000.0)) height="1000" preserveAspectRatio="none" {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clipping_shows_its_part_and_a_margin_without_bending_it() {
        let clipping = Clipping {
            of: "/photos/1/large".to_owned(),
            ratio: 0.5,
            left: 0.2,
            top: 0.1,
            right: 0.6,
            bottom: 0.2,
        };
        let html = clipping.render().into_string();
        assert!(
            html.contains(r#"viewBox="65.0 65.0 270.0 170.0""#),
            "{html}"
        );
        assert!(html.contains(r#"width="500.0" height="1000""#), "{html}");
    }
}

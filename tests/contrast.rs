//! Contrast: every colour that text or a control's edge has, on every ground it stands on, light and dark.
//!
//! The measure is that of WCAG 2.2, 1.4.3 and 1.4.11.

use std::collections::HashMap;

use smartinventory::ui::asset;

const TEXT: f64 = 4.5;
const EDGE: f64 = 3.0;

const PAIRS: [(&str, &[&str], f64); 9] = [
    (
        "ink",
        &[
            "ground",
            "surface",
            "sunken",
            "pine-wash",
            "amber-wash",
            "berry-wash",
        ],
        TEXT,
    ),
    ("quiet", &["ground", "surface", "sunken", "pine-wash"], TEXT),
    ("pine", &["ground", "surface", "sunken", "pine-wash"], TEXT),
    ("pine-deep", &["ground", "surface", "pine-wash"], TEXT),
    ("on-pine", &["pine", "pine-deep"], TEXT),
    ("berry", &["ground", "surface", "berry-wash"], TEXT),
    ("amber", &["amber-wash"], TEXT),
    ("ground", &["ink"], TEXT),
    ("edge", &["ground", "surface"], EDGE),
];

#[test]
fn every_colour_is_read_easily_on_its_ground() {
    let sheet = asset::get(asset::STYLE).unwrap().bytes;
    let colours = colours(std::str::from_utf8(&sheet).unwrap());
    for (front, grounds, least) in PAIRS {
        for ground in grounds {
            for (scheme, name) in ["light", "dark"].into_iter().enumerate() {
                let ratio = contrast(colours[front][scheme], colours[*ground][scheme]);
                assert!(ratio >= least, "{front} on {ground}, {name}: {ratio:.2}");
            }
        }
    }
}

/// Relative luminance of the light and the dark value of every `--name: light-dark(#rrggbb, #rrggbb)`.
fn colours(sheet: &str) -> HashMap<&str, [f64; 2]> {
    sheet
        .split("--")
        .filter_map(|rest| {
            let (name, value) = rest.split_once(":light-dark(")?;
            let (light, dark) = value.split_once(')')?.0.split_once(',')?;
            Some((name, [luminance(light), luminance(dark)]))
        })
        .collect()
}

fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let byte = u8::from_str_radix(&hex[at..at + 2], 16).unwrap_or_default();
        let part = f64::from(byte) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

//! Drawings of cameras and lenses.

use super::canvas::Canvas;
use super::ink::{BLACK, COAL, Colour, Ink, STEEL, WHITE, rgb};

pub(super) fn camera(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 726., 400., 60., 0.6);
    c.line(
        "M286 420 C170 430 130 640 210 730 C250 770 330 760 380 742",
        17.,
        rgb(0x6d4630),
    );
    c.path(
        "M486 330 L520 258 Q526 246 540 246 H668 Q682 246 688 258 L722 330 Z",
        COAL.lighter(0.12),
    );
    c.rounded(340., 296., 92., 36., 8., Ink::Metal(STEEL));
    c.rounded(770., 300., 66., 32., 8., Ink::Metal(STEEL));
    c.rounded(276., 322., 648., 396., 44., tint.lighter(0.1));
    c.rounded(276., 400., 648., 236., 4., tint.darker(0.42));
    for x in 0_u8..50 {
        let x = 284. + f32::from(x) * 13.;
        c.line(
            &format!("M{x} 404 V632"),
            1.5,
            Ink::Flat(WHITE.faint(0.035)),
        );
    }
    c.rounded(300., 352., 56., 30., 6., Ink::Flat(rgb(0xdfe8ea)));
    c.disc(860., 366., 10., Ink::Glow(rgb(0xff9a80), rgb(0xc23b2a)));
    lens_front(c, 600., 520., 196.);
}

/// A lens from the front, by its middle.
fn lens_front(c: &mut Canvas, x: f32, y: f32, radius: f32) {
    c.disc(
        x + 8.,
        y + 14.,
        radius,
        Ink::Glow(BLACK.faint(0.8), BLACK.faint(0.25)),
    );
    c.disc(x, y, radius, Ink::Lit(COAL.lighter(0.2)));
    c.ring(
        x,
        y,
        radius * 0.93,
        radius * 0.05,
        Ink::Flat(BLACK.faint(0.5)),
    );
    c.disc(x, y, radius * 0.82, Ink::Lit(COAL));
    c.ring(x, y, radius * 0.8, 3., Ink::Flat(WHITE.faint(0.25)));
    c.disc(x, y, radius * 0.64, Ink::Lit(rgb(0x101216)));
    c.disc(x, y, radius * 0.55, Ink::Glow(rgb(0x0b0d14), rgb(0x2c3f73)));
    c.disc(x, y, radius * 0.38, Ink::Glow(rgb(0x07080c), rgb(0x4a2d63)));
    c.oval(
        x - radius * 0.2,
        y - radius * 0.24,
        radius * 0.2,
        radius * 0.13,
        Ink::Glow(WHITE.faint(0.85), WHITE.faint(0.05)),
    );
    c.oval(
        x + radius * 0.22,
        y + radius * 0.25,
        radius * 0.1,
        radius * 0.07,
        Ink::Flat(rgb(0x8fd0d8).faint(0.4)),
    );
}

pub(super) fn lens(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 826., 300., 54., 0.6);
    c.rounded(300., 300., 400., 520., 26., Ink::Metal(tint.lighter(0.15)));
    c.rounded(284., 380., 432., 168., 12., Ink::Metal(tint.darker(0.15)));
    for rib in 0_u8..24 {
        c.rect(
            290. + f32::from(rib) * 17.6,
            384.,
            6.,
            160.,
            Ink::Flat(BLACK.faint(0.35)),
        );
    }
    c.rounded(290., 620., 420., 96., 10., Ink::Metal(tint.darker(0.1)));
    for rib in 0_u8..24 {
        c.rect(
            296. + f32::from(rib) * 17.,
            624.,
            6.,
            88.,
            Ink::Flat(BLACK.faint(0.35)),
        );
    }
    c.rect(300., 578., 400., 8., Ink::Flat(rgb(0xb3422e)));
    for mark in 0_u8..9 {
        c.rect(
            340. + f32::from(mark) * 38.,
            596.,
            3.,
            12.,
            Ink::Flat(WHITE.faint(0.7)),
        );
    }
    c.oval(500., 300., 200., 62., tint.lighter(0.2));
    c.oval(500., 302., 180., 53., Ink::Flat(rgb(0x0e0f12)));
    c.oval(
        500.,
        306.,
        150.,
        42.,
        Ink::Across(rgb(0x2a3f78), rgb(0x5a2f66)),
    );
    c.oval(440., 296., 46., 12., Ink::Flat(WHITE.faint(0.5)));
}

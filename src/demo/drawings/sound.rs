//! Drawings of what one listens with.

use super::canvas::Canvas;
use super::ink::{BLACK, BRASS, COAL, Colour, Ink, PAPER, STEEL, WHITE, rgb};

pub(super) fn headphones(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 800., 330., 46., 0.5);
    c.line("M248 600 C210 110 790 110 752 600", 56., tint);
    c.line(
        "M262 540 C240 176 760 176 738 540",
        16.,
        Ink::Flat(tint.darker(0.4).faint(0.7)),
    );
    c.line(
        "M300 350 C350 180 560 160 640 230",
        7.,
        Ink::Flat(WHITE.faint(0.3)),
    );
    for (side, x) in [(1., 250.), (-1., 750.)] {
        c.at((x, 640.), 0., (side, 1.), |c| {
            c.rounded(-26., -90., 40., 70., 14., Ink::Metal(STEEL));
            c.rounded(-62., -140., 110., 290., 54., tint);
            c.rounded(
                28.,
                -130.,
                62.,
                270.,
                31.,
                Ink::Across(COAL.lighter(0.15), COAL),
            );
            c.ring(-12., 5., 34., 5., Ink::Flat(WHITE.faint(0.22)));
        });
    }
}

pub(super) fn speaker(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1040., 330., 54., 0.6);
    c.path("M640 300 L716 330 V1010 L640 1040 Z", tint.darker(0.35));
    c.rounded(230., 296., 412., 746., 14., tint);
    for grain in 0_u8..12 {
        let y = 320. + f32::from(grain) * 60.;
        c.line(
            &format!("M238 {y} Q420 {} 634 {y}", y + 16.),
            2.,
            Ink::Flat(tint.darker(0.35).faint(0.3)),
        );
    }
    for (y, radius) in [(470., 88.), (770., 160.)] {
        c.disc(436., y + 5., radius + 14., Ink::Flat(BLACK.faint(0.35)));
        c.ring(436., y, radius + 6., 14., Ink::Lit(STEEL));
        c.disc(436., y, radius, Ink::Lit(rgb(0x2b2d31)));
        c.ring(
            436.,
            y,
            radius * 0.82,
            radius * 0.14,
            Ink::Lit(rgb(0x17181b)),
        );
        c.disc(
            436.,
            y,
            radius * 0.66,
            Ink::Glow(rgb(0x18191c), rgb(0x3c3f45)),
        );
        c.disc(
            436.,
            y,
            radius * 0.26,
            Ink::Glow(rgb(0x5c6068), rgb(0x222428)),
        );
    }
    c.rounded(388., 980., 96., 10., 5., Ink::Flat(BRASS));
}

pub(super) fn turntable(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 762., 480., 50., 0.6);
    c.path("M250 470 H950 L1040 700 H160 Z", tint.lighter(0.1));
    c.path(
        "M160 700 H1040 V752 Q1040 760 1030 760 H170 Q160 760 160 752 Z",
        tint.darker(0.2),
    );
    c.at((540., 588.), 0., (1., 0.36), |c| {
        c.disc(0., 10., 286., Ink::Lit(STEEL));
        c.disc(0., 0., 276., Ink::Lit(rgb(0x1b1b1e)));
        for groove in 0_u8..9 {
            c.ring(
                0.,
                0.,
                118. + f32::from(groove) * 17.,
                1.6,
                Ink::Flat(WHITE.faint(0.09)),
            );
        }
        c.path(
            "M0 0 L-250 -110 Q-275 -40 -268 60 Z",
            Ink::Flat(WHITE.faint(0.08)),
        );
        c.path(
            "M0 0 L250 110 Q275 40 268 -60 Z",
            Ink::Flat(WHITE.faint(0.10)),
        );
        c.disc(0., 0., 92., Ink::Lit(rgb(0xcf6a45)));
        c.ring(0., 0., 62., 5., Ink::Flat(PAPER.faint(0.7)));
        c.disc(0., 0., 8., Ink::Flat(PAPER));
    });
    c.oval(894., 520., 44., 20., Ink::Lit(STEEL));
    c.rect(880., 484., 28., 36., Ink::Metal(STEEL));
    c.line(
        "M894 490 L930 600 L772 638",
        11.,
        Ink::Lit(STEEL.lighter(0.3)),
    );
    c.rounded(736., 624., 56., 26., 6., COAL);
    for x in [900., 956.] {
        c.oval(x, 676., 19., 8., Ink::Lit(STEEL));
    }
}

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

pub(super) fn records(c: &mut Canvas, tint: Colour) {
    c.shadow(560., 780., 500., 48., 0.6);
    // The crate, its far side first, and the sleeves that stand in it, front to back.
    c.path(
        "M170 420 H800 L840 500 H130 Z",
        Ink::Flat(rgb(0x6b4a2c).darker(0.4)),
    );
    let sleeves = [
        0x37566b, 0xd9c08a, 0x8e4a3f, 0x2f3138, 0x6f8b6a, 0xe4ddcf, 0x54406a, 0xc9803f, 0x3f6f74,
        0x9a2f3a,
    ];
    for (number, colour) in (0_u8..).zip(sleeves) {
        let (x, y) = (
            150. + f32::from(number) * 4.,
            180. + f32::from(number) * 19.,
        );
        let lean = f32::from(number % 3) * 9.;
        c.path(
            &format!(
                "M{} {y} H{} L{} 740 H{x} Z",
                x + lean,
                x + 590. + lean,
                x + 590.
            ),
            rgb(colour),
        );
        c.line(
            &format!("M{} {y} H{}", x + lean, x + 590. + lean),
            4.,
            Ink::Flat(WHITE.faint(0.28)),
        );
    }
    for (y, tall) in [(520., 74.), (610., 74.), (700., 76.)] {
        c.rounded(130., y, 710., tall, 6., rgb(0xc79a63));
        c.line(
            &format!("M150 {} Q480 {} 820 {}", y + 26., y + 40., y + 30.),
            3.,
            Ink::Flat(rgb(0x7a5630).faint(0.4)),
        );
    }
    for x in [130., 800.] {
        c.rect(
            x,
            508.,
            40.,
            270.,
            Ink::Across(rgb(0xd6ae79), rgb(0xa97c49)),
        );
        for y in [556., 646., 736.] {
            c.disc(x + 20., y, 6., Ink::Flat(rgb(0x6d6a64)));
        }
    }
    // One that somebody has just taken out, half out of its sleeve.
    c.shadow(870., 784., 250., 30., 0.5);
    c.at((872., 566.), 7., (1., 1.), |c| {
        c.disc(96., -64., 176., Ink::Lit(COAL));
        for radius in [160., 142., 124., 106., 88.] {
            c.ring(96., -64., radius, 2., Ink::Flat(WHITE.faint(0.12)));
        }
        c.disc(96., -64., 58., rgb(0xe3c46a));
        c.disc(96., -64., 7., Ink::Flat(COAL));
        c.rect(-206., -200., 400., 400., tint);
        c.disc(-6., 10., 128., Ink::Down(rgb(0xf6dfa4), rgb(0xe9a15a)));
        for (y, dark) in [(60., 0.1), (96., 0.25), (132., 0.4)] {
            c.path(
                &format!(
                    "M-206 {} Q-110 {} -20 {y} Q90 {} 194 {} V200 H-206 Z",
                    y + 10.,
                    y - 50.,
                    y + 46.,
                    y - 20.
                ),
                Ink::Flat(tint.darker(dark + 0.2)),
            );
        }
        c.rounded(-180., -178., 200., 20., 4., Ink::Flat(PAPER.faint(0.9)));
        c.rounded(-180., -148., 120., 12., 4., Ink::Flat(PAPER.faint(0.6)));
    });
}

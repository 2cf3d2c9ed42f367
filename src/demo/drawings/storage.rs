//! Drawings of where boxes end up.

use super::canvas::Canvas;
use super::ink::{BRASS, COAL, Colour, Ink, OAK, PAPER, STEEL, WHITE, rgb};
use super::rooms::{room, window};

pub(super) fn garage(c: &mut Canvas, tint: Colour) {
    room(c, rgb(0xcfcec8), rgb(0x8f8e8a));
    c.rect(330., 190., 540., 420., Ink::Lit(tint));
    for y in [190., 274., 358., 442., 526.] {
        c.line(
            &format!("M330 {y} H870"),
            5.,
            Ink::Flat(tint.darker(0.4).faint(0.6)),
        );
    }
    for x in [350., 530., 700.] {
        c.rounded(
            x,
            210.,
            140.,
            50.,
            6.,
            Ink::Down(rgb(0xa9c9d8), rgb(0xe6f0ee)),
        );
    }
    c.path(
        "M0 330 L180 330 V350 L0 370 Z M0 540 L180 500 V522 L0 580 Z",
        Ink::Lit(OAK),
    );
    for (x, y, wide, colour) in [
        (10., 260., 70., 0xb98a5a),
        (92., 274., 66., 0x5d7f96),
        (8., 440., 80., 0xc8472f),
        (96., 440., 70., 0xb98a5a),
    ] {
        c.rounded(x, y, wide, 70., 6., rgb(colour));
    }
    c.at((300., 330.), 0., (0.55, 0.55), |c| {
        super::cycles::mountain_bicycle(c, rgb(0x3f7fa8));
    });
    c.at((960., 190.), 0., (0.26, 0.5), |c| {
        super::tools::ladder(c, STEEL);
    });
    c.disc(1100., 300., 46., Ink::Lit(COAL));
    c.disc(1100., 300., 22., Ink::Lit(STEEL));
}

pub(super) fn attic(c: &mut Canvas, tint: Colour) {
    c.rect(0., 0., 1200., 900., Ink::Down(rgb(0x6b4d38), rgb(0x8a6548)));
    c.path(
        "M600 -60 L1000 620 H200 Z",
        Ink::Down(rgb(0xa67c56), rgb(0xb98d64)),
    );
    for plank in 0_u8..9 {
        let y = 60. + f32::from(plank) * 66.;
        c.line(
            &format!("M0 {y} H1200"),
            3.,
            Ink::Flat(rgb(0x3c281a).faint(0.4)),
        );
    }
    c.path(
        "M200 620 H1000 L1240 900 H-40 Z",
        Ink::Down(rgb(0xa67c56), rgb(0xc49a6e)),
    );
    for board in 0_u8..13 {
        let x = 200. + f32::from(board) * 66.6;
        c.line(
            &format!("M{x} 620 L{} 900", 600. + (x - 600.) * 1.7),
            3.,
            Ink::Flat(rgb(0x4c3422).faint(0.5)),
        );
    }
    c.line(
        "M600 -40 L170 690 M600 -40 L1030 690",
        42.,
        Ink::Lit(rgb(0x7a5638)),
    );
    c.line("M370 330 H830", 34., Ink::Lit(rgb(0x7a5638)));
    window(c, 530., 390., 140., 130.);
    c.path(
        "M530 520 H670 L860 900 H420 Z",
        Ink::Down(rgb(0xfff0c8).faint(0.35), rgb(0xfff0c8).faint(0.)),
    );
    c.at((150., 380.), 0., (0.42, 0.42), |c| {
        super::tools::moving_box(c, tint);
    });
    c.at((20., 520.), 0., (0.48, 0.48), |c| {
        super::tools::moving_box(c, tint.darker(0.1));
    });
    c.at((740., 440.), 0., (0.4, 0.4), |c| {
        super::tools::moving_box(c, tint.lighter(0.1));
    });
    c.rounded(800., 640., 260., 150., 10., rgb(0x5f4a3a));
    c.rect(800., 690., 260., 10., BRASS);
    c.rounded(910., 680., 40., 34., 5., BRASS);
    for (x, y) in [
        (540., 600.),
        (600., 660.),
        (650., 560.),
        (570., 720.),
        (690., 700.),
    ] {
        c.disc(x, y, 3., Ink::Flat(WHITE.faint(0.5)));
    }
}

pub(super) fn cellar(c: &mut Canvas, tint: Colour) {
    room(c, rgb(0xb5b0a6), rgb(0x85827c));
    c.light(600., 150., 420., 420., rgb(0xffe2a8).faint(0.95));
    c.line("M600 0 V120", 4., Ink::Flat(COAL));
    c.disc(600., 146., 28., Ink::Glow(rgb(0xfffbe6), rgb(0xf6cf7f)));
    for x in [290., 640.] {
        c.line(
            &format!("M{x} 220 V620 M{} 220 V620", x + 270.),
            13.,
            Ink::Lit(OAK.darker(0.2)),
        );
        for (row, y) in (0_u8..).zip([320., 450., 590.]) {
            c.rect(x - 6., y, 282., 15., Ink::Lit(OAK));
            if (row + u8::from(x > 400.)).is_multiple_of(2) {
                for jar in 0_u8..6 {
                    let at = x + 14. + f32::from(jar) * 42.;
                    let colour = [0xa8323e, 0xd98a2f, 0x6d7f3a][usize::from(jar % 3)];
                    c.rounded(at, y - 62., 34., 62., 8., rgb(colour));
                    c.rounded(at + 2., y - 70., 30., 12., 4., BRASS);
                    c.rect(at + 4., y - 40., 26., 20., Ink::Flat(PAPER));
                }
            } else {
                for (dx, wide, shade) in [(12., 110., 0.), (136., 116., 0.2)] {
                    c.rounded(x + dx, y - 84., wide, 84., 5., tint.darker(shade));
                    c.rect(
                        x + dx + wide * 0.3,
                        y - 56.,
                        wide * 0.4,
                        26.,
                        Ink::Flat(PAPER),
                    );
                }
            }
        }
    }
    c.at((420., 560.), 0., (0.34, 0.34), |c| {
        super::tools::moving_box(c, tint);
    });
}

pub(super) fn cupboard(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1062., 340., 34., 0.6);
    c.rounded(190., 160., 520., 890., 8., tint);
    c.rect(216., 190., 468., 820., Ink::Lit(tint.darker(0.55)));
    for (shelf, y) in (0_u8..).zip([390., 590., 790., 1000.]) {
        c.rect(216., y, 468., 15., tint.lighter(0.1));
        for pile in 0_u8..3 {
            let x = 236. + f32::from(pile) * 150.;
            let colour = [0xe6dcc6, 0x6d8f96, 0xc9826a, 0xb9c4a6, 0x7b5a6e]
                [usize::from((shelf * 2 + pile) % 5)];
            for fold in 0_u8..3 {
                c.rounded(
                    x,
                    y - 36. - f32::from(fold) * 34.,
                    128.,
                    34.,
                    12.,
                    rgb(colour).lighter(f32::from(fold) * 0.1),
                );
            }
        }
    }
    c.path(
        "M190 160 L60 210 V1080 L190 1050 Z",
        Ink::Across(tint.darker(0.2), tint.lighter(0.1)),
    );
    c.path(
        "M710 160 L840 210 V1080 L710 1050 Z",
        Ink::Across(tint.lighter(0.1), tint.darker(0.2)),
    );
    c.disc(84., 640., 11., BRASS);
    c.disc(816., 640., 11., BRASS);
    c.rect(170., 140., 560., 26., tint.lighter(0.16));
}

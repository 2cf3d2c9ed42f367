//! Drawings of jewellery, watches and coins.

use super::canvas::{Canvas, outline, oval, rounded};
use super::decoration::hands;
use super::ink::{BLACK, BRASS, COAL, Colour, Ink, PAPER, STEEL, WALNUT, WHITE, rgb};

pub(super) fn wristwatch(c: &mut Canvas, tint: Colour) {
    watch_strap(c, tint);
    let case = oval(500., 510., 218., 218.);
    c.cast(&case, 18., 24.);
    c.rounded(708., 488., 34., 44., 10., Ink::Metal(STEEL));
    c.fill(&case, Ink::Lit(STEEL.lighter(0.3)));
    c.ring(500., 510., 200., 10., Ink::Flat(STEEL.darker(0.3)));
    c.disc(500., 510., 188., Ink::Glow(rgb(0x345a80), rgb(0x1c3654)));
    for hour in 0_u8..12 {
        c.at((500., 510.), f32::from(hour) * 30., (1., 1.), |c| {
            c.line("M0 -142 V-168", 9., Ink::Flat(PAPER));
        });
    }
    c.rounded(606., 494., 40., 32., 4., Ink::Flat(PAPER));
    for (degrees, data, width) in [(-54., "M0 20 V-100", 13.), (62., "M0 26 V-150", 9.)] {
        c.at((500., 510.), degrees, (1., 1.), |c| {
            c.line(data, width, Ink::Flat(PAPER));
        });
    }
    c.at((500., 510.), 200., (1., 1.), |c| {
        c.line("M0 40 V-160", 3.5, Ink::Flat(rgb(0xe0a24a)));
    });
    c.disc(500., 510., 11., Ink::Flat(rgb(0xe0a24a)));
    c.path(
        "M340 450 Q400 340 520 334 Q420 400 370 540 Q330 500 340 450 Z",
        Ink::Flat(WHITE.faint(0.14)),
    );
}

/// A strap lying from the top to the bottom of a square picture.
pub(super) fn watch_strap(c: &mut Canvas, tint: Colour) {
    for (from, to, narrow) in [(360., 40., 130.), (660., 960., 126.)] {
        let strap = outline(&format!(
            "M385 {from} H615 L{} {to} H{} Z",
            500. + narrow / 1.3,
            500. - narrow / 1.3
        ));
        c.cast(&strap, 14., 18.);
        c.fill(&strap, Ink::Across(tint.lighter(0.12), tint.darker(0.25)));
        for share in [0.3, 0.5, 0.7] {
            let y = from + (to - from) * share;
            if to > from {
                c.oval(500., y, 9., 12., Ink::Flat(tint.darker(0.6)));
            }
        }
        c.draw(&strap, 4., Ink::Flat(tint.darker(0.35).faint(0.5)));
    }
}

pub(super) fn pocket_watch(c: &mut Canvas, tint: Colour) {
    c.line(
        "M500 180 C500 60 760 60 820 200 C880 360 930 300 960 420",
        12.,
        Ink::Lit(tint),
    );
    for (x, y) in [
        (540., 104.),
        (640., 78.),
        (740., 110.),
        (820., 210.),
        (870., 300.),
        (930., 340.),
    ] {
        c.ring(x, y, 13., 5., Ink::Lit(tint.lighter(0.3)));
    }
    let case = oval(480., 560., 300., 300.);
    c.cast(&case, 20., 26.);
    c.ring(480., 222., 44., 13., Ink::Lit(tint));
    c.rounded(450., 232., 60., 46., 10., Ink::Metal(tint));
    c.fill(&case, tint.lighter(0.1));
    c.ring(480., 560., 276., 8., Ink::Flat(tint.darker(0.4)));
    c.disc(480., 560., 262., Ink::Lit(PAPER.lighter(0.4)));
    for hour in 0_u8..12 {
        c.at((480., 560.), f32::from(hour) * 30., (1., 1.), |c| {
            c.line("M0 -192 V-238", 13., Ink::Flat(COAL));
        });
    }
    c.ring(480., 690., 56., 3., Ink::Flat(COAL.faint(0.6)));
    hands(c, 480., 560., 0.86);
    c.path(
        "M270 500 Q330 330 500 320 Q370 400 310 620 Q260 570 270 500 Z",
        Ink::Flat(WHITE.faint(0.35)),
    );
}

pub(super) fn ring(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 836., 250., 44., 0.5);
    c.ring(500., 640., 190., 44., Ink::Lit(tint));
    c.ring(500., 640., 206., 7., Ink::Flat(tint.lighter(0.65)));
    c.ring(500., 640., 172., 6., Ink::Flat(tint.darker(0.4)));
    c.path(
        "M430 470 L456 400 H544 L570 470 Q500 500 430 470 Z",
        Ink::Metal(tint),
    );
    c.path(
        "M390 330 L440 270 H560 L610 330 L500 460 Z",
        Ink::Lit(rgb(0xcfe4ee)),
    );
    for (facet, colour) in [
        ("M440 270 L470 330 H390 Z", 0xf4fbff),
        ("M440 270 H560 L530 330 H470 Z", 0xffffff),
        ("M560 270 L610 330 H530 Z", 0xb7d3e2),
        ("M390 330 H470 L500 460 Z", 0xa9c9dc),
        ("M470 330 H530 L500 460 Z", 0xe4f2f9),
        ("M530 330 H610 L500 460 Z", 0x86aec6),
    ] {
        c.path(facet, Ink::Flat(rgb(colour).faint(0.9)));
    }
    for (x, y, size) in [(420., 250., 34.), (640., 300., 22.), (350., 560., 24.)] {
        sparkle(c, x, y, size);
    }
}

fn sparkle(c: &mut Canvas, x: f32, y: f32, size: f32) {
    let thin = size * 0.12;
    c.path(
        &format!(
            "M{x} {} L{} {} L{} {y} L{} {} L{x} {} L{} {} L{} {y} L{} {} Z",
            y - size,
            x + thin,
            y - thin,
            x + size,
            x + thin,
            y + thin,
            y + size,
            x - thin,
            y + thin,
            x - size,
            x - thin,
            y - thin
        ),
        Ink::Flat(WHITE.faint(0.95)),
    );
}

pub(super) fn necklace(c: &mut Canvas, tint: Colour) {
    bust(c);
    c.line(
        "M404 250 C396 480 430 720 500 770 C570 720 604 480 596 250",
        7.,
        Ink::Flat(tint.darker(0.25)),
    );
    c.line(
        "M404 248 C396 478 430 718 500 768 C570 718 604 478 596 248",
        4.,
        Ink::Flat(tint.lighter(0.4)),
    );
    let heart = outline(
        "M500 770 C540 790 570 820 560 860 C550 910 520 920 500 940 C480 920 450 910 440 860 C430 820 460 790 500 770 Z",
    );
    c.cast(&heart, 8., 10.);
    c.fill(&heart, tint);
    c.oval(
        500.,
        852.,
        32.,
        40.,
        Ink::Glow(rgb(0xf28aa0), rgb(0xa61e3f)),
    );
    c.oval(490., 838., 10., 14., Ink::Flat(WHITE.faint(0.7)));
    sparkle(c, 540., 800., 26.);
}

/// A velvet bust, for what hangs around a neck.
fn bust(c: &mut Canvas) {
    let velvet = outline(
        "M400 130 Q500 100 600 130 C600 300 640 360 760 420 C850 470 880 700 860 1010 H140 C120 700 150 470 240 420 C360 360 400 300 400 130 Z",
    );
    c.cast(&velvet, 24., 30.);
    c.fill(&velvet, Ink::Lit(rgb(0x35424c)));
    c.line(
        "M420 150 C420 320 380 390 270 446",
        14.,
        Ink::Flat(WHITE.faint(0.08)),
    );
    c.oval(500., 134., 98., 26., rgb(0x4a5964));
}

pub(super) fn pearls(c: &mut Canvas, tint: Colour) {
    bust(c);
    for bead in 0_u8..25 {
        let share = f32::from(bead) / 24.;
        let angle = (0.02 + share * 0.96) * std::f32::consts::PI;
        let (x, y) = (500. - angle.cos() * 128., 300. + angle.sin() * 330.);
        let size = 15. + (share * std::f32::consts::PI).sin() * 9.;
        c.disc(
            x + 4.,
            y + 7.,
            size,
            Ink::Glow(BLACK.faint(0.5), BLACK.faint(0.)),
        );
        c.disc(x, y, size, Ink::Lit(tint));
        c.disc(
            x - size * 0.3,
            y - size * 0.34,
            size * 0.3,
            Ink::Glow(WHITE, WHITE.faint(0.)),
        );
    }
}

pub(super) fn bracelet(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 600., 330., 200., 0.45);
    c.at((500., 540.), 0., (1., 0.72), |c| {
        for link in 0_u8..22 {
            c.at((0., 0.), f32::from(link) * 16.36, (1., 1.), |c| {
                c.at((0., -280.), 24., (1., 1.), |c| {
                    c.draw(&rounded(-44., -26., 88., 52., 26.), 17., Ink::Lit(tint));
                    c.draw(
                        &rounded(-46., -30., 88., 52., 26.),
                        4.,
                        Ink::Flat(tint.lighter(0.7)),
                    );
                });
            });
        }
    });
    sparkle(c, 330., 400., 30.);
    sparkle(c, 690., 690., 22.);
}

pub(super) fn coins(c: &mut Canvas, tint: Colour) {
    let tray = rounded(140., 130., 920., 640., 16.);
    c.cast(&tray, 20., 24.);
    c.fill(&tray, Ink::Lit(WALNUT));
    c.rounded(168., 158., 864., 584., 8., Ink::Lit(rgb(0x6d2433)));
    for row in 0_u8..3 {
        for column in 0_u8..5 {
            let (x, y) = (
                270. + f32::from(column) * 165.,
                262. + f32::from(row) * 188.,
            );
            c.disc(x, y, 76., Ink::Flat(BLACK.faint(0.35)));
            if (row, column) == (2, 4) {
                continue;
            }
            let metal =
                [tint, STEEL, BRASS, rgb(0xb06a3f)][usize::from((row * 5 + column * 3) % 4)];
            let size = 50. + f32::from((row + column * 2) % 3) * 8.;
            c.disc(x, y, size, metal);
            c.ring(x, y, size - 7., 3., Ink::Flat(metal.darker(0.4)));
            c.ring(x, y, size - 2., 3., Ink::Flat(metal.lighter(0.6)));
            if column % 2 == 0 {
                c.path(
                    &format!(
                        "M{} {} L{} {} L{x} {} L{} {} L{} {} L{} {} H{} Z",
                        x - 26.,
                        y - 16.,
                        x - 14.,
                        y + 2.,
                        y - 26.,
                        x + 14.,
                        y + 2.,
                        x + 26.,
                        y - 16.,
                        x + 22.,
                        y + 22.,
                        x - 22.
                    ),
                    Ink::Flat(metal.darker(0.35)),
                );
            } else {
                c.path(
                    &format!(
                        "M{} {} Q{} {} {} {} Q{} {} {} {} Q{} {} {} {} Z",
                        x - 6.,
                        y - 30.,
                        x + 26.,
                        y - 26.,
                        x + 20.,
                        y + 2.,
                        x + 16.,
                        y + 18.,
                        x + 22.,
                        y + 32.,
                        x - 26.,
                        y + 36.,
                        x - 18.,
                        y + 6.
                    ),
                    Ink::Flat(metal.darker(0.35)),
                );
            }
        }
    }
}

pub(super) fn brooch(c: &mut Canvas, tint: Colour) {
    let body = oval(500., 500., 260., 260.);
    c.cast(&body, 18., 24.);
    for petal in 0_u8..12 {
        c.at((500., 500.), f32::from(petal) * 30., (1., 1.), |c| {
            c.oval(0., -210., 56., 74., tint);
        });
    }
    c.disc(500., 500., 200., tint.lighter(0.12));
    c.ring(500., 500., 176., 9., Ink::Flat(tint.darker(0.35)));
    for drop in 0_u8..8 {
        c.at((500., 500.), f32::from(drop) * 45., (1., 1.), |c| {
            c.disc(0., -138., 25., tint.lighter(0.45));
            c.oval(0., -272., 17., 24., BRASS.lighter(0.2));
        });
    }
    c.disc(500., 500., 82., Ink::Glow(rgb(0x7fc0d8), rgb(0x1f5c80)));
    c.oval(474., 468., 28., 20., Ink::Flat(WHITE.faint(0.6)));
    sparkle(c, 380., 380., 28.);
}

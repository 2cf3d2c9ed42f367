//! A drawing of a set of sockets in its case.

use super::canvas::{Canvas, rounded};
use super::ink::{BLACK, COAL, Colour, Ink, STEEL, WHITE, rgb};

pub(super) fn socket_set(c: &mut Canvas, tint: Colour) {
    let case = rounded(90., 180., 820., 640., 44.);
    c.cast(&case, 24., 30.);
    c.fill(&case, tint);
    c.rounded(118., 208., 764., 584., 30., tint.darker(0.55));
    // A nest for each; the one in the upper row that is empty is the one that is always missing.
    for number in 0_u8..9 {
        let share = f32::from(number);
        let (x, radius) = (176. + share * 81., 26. + share * 1.4);
        socket(c, (x, 280.), radius, number != 3);
    }
    for number in 0_u8..7 {
        let share = f32::from(number);
        socket(c, (190. + share * 104., 700.), 38. + share * 1.8, true);
    }
    // The ratchet.
    c.rounded(160., 452., 500., 84., 42., Ink::Flat(BLACK.faint(0.45)));
    c.rounded(
        170.,
        470.,
        330.,
        48.,
        24.,
        Ink::Down(rgb(0xd0493a), rgb(0x8e2a22)),
    );
    for x in [220., 260., 300., 340., 380.] {
        c.line(&format!("M{x} 476 V512"), 6., Ink::Flat(BLACK.faint(0.3)));
    }
    c.path(
        "M494 478 H600 V510 H494 Z",
        Ink::Down(STEEL.lighter(0.6), STEEL.darker(0.35)),
    );
    c.disc(620., 494., 56., Ink::Lit(STEEL));
    c.disc(620., 494., 36., Ink::Lit(STEEL.darker(0.25)));
    c.rounded(604., 478., 32., 32., 5., Ink::Lit(STEEL.lighter(0.4)));
    c.line("M586 460 Q610 442 644 448", 6., Ink::Flat(WHITE.faint(0.6)));
    // Extensions and a joint.
    for (y, long) in [(392., 300.), (600., 420.)] {
        c.rounded(
            160.,
            y - 22.,
            long + 40.,
            44.,
            20.,
            Ink::Flat(BLACK.faint(0.4)),
        );
        c.rounded(
            176.,
            y - 11.,
            long,
            22.,
            9.,
            Ink::Down(STEEL.lighter(0.6), STEEL.darker(0.4)),
        );
        c.rounded(
            168.,
            y - 16.,
            52.,
            32.,
            8.,
            Ink::Down(STEEL.lighter(0.4), STEEL.darker(0.45)),
        );
    }
    for (x, y) in [(560., 392.), (640., 392.), (720., 392.), (800., 392.)] {
        bit(c, x, y);
    }
    for (x, y) in [
        (740., 494.),
        (810., 494.),
        (680., 600.),
        (760., 600.),
        (832., 600.),
    ] {
        bit(c, x, y);
    }
    for y in [330., 640.] {
        c.rounded(76., y, 30., 70., 8., Ink::Metal(STEEL));
    }
}

/// A socket in its nest, seen from above.
fn socket(c: &mut Canvas, (x, y): (f32, f32), radius: f32, there: bool) {
    c.disc(x, y, radius + 9., Ink::Flat(BLACK.faint(0.5)));
    if !there {
        return;
    }
    c.disc(x, y, radius, Ink::Lit(STEEL.lighter(0.15)));
    c.ring(x, y, radius * 0.84, 3., Ink::Flat(WHITE.faint(0.45)));
    let hexagon: Vec<String> = (0_u8..6)
        .map(|corner| {
            let angle = f32::from(corner).mul_add(60., 15.).to_radians();
            let (sin, cos) = angle.sin_cos();
            format!("{} {}", x + cos * radius * 0.62, y + sin * radius * 0.62)
        })
        .collect();
    c.path(
        &format!("M{} Z", hexagon.join(" L")),
        Ink::Down(BLACK, COAL.lighter(0.2)),
    );
}

/// A screwdriver bit, point up.
fn bit(c: &mut Canvas, x: f32, y: f32) {
    c.rounded(x - 20., y - 44., 40., 88., 12., Ink::Flat(BLACK.faint(0.4)));
    c.rounded(x - 12., y - 8., 24., 42., 5., Ink::Metal(STEEL));
    c.path(
        &format!(
            "M{} {} L{} {} H{} L{} {} Z",
            x - 8.,
            y - 8.,
            x - 4.,
            y - 36.,
            x + 4.,
            x + 8.,
            y - 8.
        ),
        Ink::Metal(STEEL.darker(0.1)),
    );
}

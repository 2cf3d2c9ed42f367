//! What lies behind a thing outdoors: sky, hedges, grass, water and snow.

use super::{
    canvas::Canvas,
    dice::Dice,
    ink::{Colour, Ink, WHITE, rgb},
};

/// A summer sky with two soft clouds, down to `edge`.
pub(super) fn sky(canvas: &mut Canvas, edge: f32) {
    let (width, _) = canvas.size();
    canvas.rect(0., 0., width, edge, Ink::Down(rgb(0x8fbbd6), rgb(0xe9efe6)));
    for (x, y, size) in [(0.24, 0.24, 1.), (0.76, 0.36, 0.7)] {
        for (dx, dy, across) in [(-70., 8., 90.), (0., -12., 100.), (80., 10., 80.)] {
            canvas.oval(
                width * x + dx * size,
                edge * y + dy * size,
                across * size,
                across * 0.36 * size,
                Ink::Glow(WHITE.faint(0.75), WHITE.faint(0.)),
            );
        }
    }
}

/// Grass from `edge` down, with blades and daisies.
pub(super) fn grass(canvas: &mut Canvas, edge: f32, dice: &mut Dice) {
    let (width, height) = canvas.size();
    canvas.rect(
        0.,
        edge,
        width,
        height - edge,
        Ink::Down(rgb(0x8aa85a), rgb(0x5d8240)),
    );
    for number in 0_u16..420 {
        let depth = dice.roll(0., 1.);
        let (x, y) = (dice.roll(0., width), edge + 4. + depth * (height - edge));
        let tall = 5. + depth * 20.;
        let colour = if number % 2 == 0 {
            rgb(0xb5cc7c)
        } else {
            rgb(0x44662f)
        };
        canvas.line(
            &format!("M{x} {y} L{} {}", x + dice.roll(-0.4, 0.4) * tall, y - tall),
            1.2 + depth * 1.4,
            Ink::Flat(colour.faint(0.4)),
        );
        if number % 28 == 0 {
            canvas.disc(x, y - tall, 2. + depth * 4., Ink::Flat(WHITE.faint(0.85)));
            canvas.disc(x, y - tall, 1. + depth * 1.5, Ink::Flat(rgb(0xf0c545)));
        }
    }
}

/// A dark, leafy edge of round tufts along `edge`.
pub(super) fn leaves(canvas: &mut Canvas, edge: f32, tall: f32, green: Colour, dice: &mut Dice) {
    let (width, _) = canvas.size();
    canvas.rect(
        0.,
        edge - tall * 0.8,
        width,
        tall * 0.8,
        Ink::Down(green, green.darker(0.4)),
    );
    for _ in 0..70 {
        let (x, y) = (
            dice.roll(-20., width + 20.),
            edge - dice.roll(0.15, 1.) * tall,
        );
        let size = dice.roll(0.12, 0.3) * tall;
        let tone = if dice.roll(0., 1.) > 0.5 {
            green.lighter(0.12)
        } else {
            green.darker(0.16)
        };
        canvas.disc(x, y, size, Ink::Down(tone.lighter(0.1), tone.darker(0.2)));
    }
}

pub(super) fn lawn(canvas: &mut Canvas, dice: &mut Dice) {
    let (_, height) = canvas.size();
    let edge = height * 0.62;
    sky(canvas, edge);
    leaves(canvas, edge, height * 0.26, rgb(0x6f9158), dice);
    grass(canvas, edge, dice);
}

pub(super) fn sea(canvas: &mut Canvas, dice: &mut Dice) {
    let (width, height) = canvas.size();
    let horizon = height * 0.42;
    sky(canvas, horizon);
    for (x, across, tall) in [(0.16, 0.3, 40.), (0.78, 0.36, 56.), (0.5, 0.12, 18.)] {
        let (x, across) = (width * x, width * across);
        canvas.path(
            &format!(
                "M{} {horizon} Q{x} {} {} {horizon} Z",
                x - across,
                horizon - tall * 2.,
                x + across
            ),
            Ink::Down(rgb(0x5d7d66), rgb(0x8b8f86)),
        );
        for _ in 0..14 {
            let at = x + dice.roll(-0.62, 0.62) * across;
            let top = horizon - tall * dice.roll(0.9, 1.5);
            canvas.path(
                &format!(
                    "M{at} {top} L{} {horizon} L{} {horizon} Z",
                    at + 11.,
                    at - 11.
                ),
                Ink::Flat(rgb(0x3f5f4c)),
            );
        }
    }
    ripples(canvas, horizon, dice);
}

/// Water from `edge` down, with glints.
pub(super) fn ripples(canvas: &mut Canvas, edge: f32, dice: &mut Dice) {
    let (width, height) = canvas.size();
    canvas.rect(
        0.,
        edge,
        width,
        height - edge,
        Ink::Down(rgb(0x9dbfc9), rgb(0x3f7286)),
    );
    for number in 0_u16..110 {
        let depth = dice.roll(0., 1.);
        let (x, y) = (
            dice.roll(-50., width),
            edge + 6. + depth * depth * (height - edge),
        );
        let long = 20. + depth * 130.;
        let colour = if number % 3 == 0 {
            rgb(0x22495c)
        } else {
            rgb(0xe8f4f2)
        };
        canvas.line(
            &format!(
                "M{x} {y} Q{} {} {} {y}",
                x + long / 2.,
                y - 3. - depth * 5.,
                x + long
            ),
            1. + depth * 2.5,
            Ink::Flat(colour.faint(0.22)),
        );
    }
}

pub(super) fn snow(canvas: &mut Canvas, dice: &mut Dice) {
    let (width, height) = canvas.size();
    let edge = height * 0.6;
    canvas.rect(0., 0., width, edge, Ink::Down(rgb(0xb7cfe0), rgb(0xf3ece4)));
    for number in 0_u16..22 {
        let x = width * (f32::from(number) / 21.) + dice.roll(-24., 24.);
        let tall = height * dice.roll(0.2, 0.42);
        let far = rgb(0x8fa9ac).towards(rgb(0x55767a), dice.roll(0., 1.));
        for tier in [0., 0.26, 0.5] {
            let (top, low) = (edge - tall * (1. - tier), edge - tall * (0.5 - tier));
            let half = 26. + tall * tier * 0.3;
            canvas.path(
                &format!("M{x} {top} L{} {low} L{} {low} Z", x + half, x - half),
                Ink::Down(far.lighter(0.5), far),
            );
        }
    }
    canvas.rect(
        0.,
        edge,
        width,
        height - edge,
        Ink::Down(rgb(0xf4f6f8), rgb(0xcfdbe6)),
    );
    canvas.path(
        &format!(
            "M0 {0} C{1} {2} {3} {4} {width} {0} V{edge} H0 Z",
            edge + 30.,
            width * 0.3,
            edge - 50.,
            width * 0.6,
            edge + 70.
        ),
        Ink::Flat(rgb(0xf8fafb)),
    );
    for _ in 0..40 {
        canvas.oval(
            dice.roll(0., width),
            dice.roll(edge + 40., height),
            dice.roll(20., 80.),
            3.,
            Ink::Flat(rgb(0x9db4c9).faint(0.16)),
        );
    }
}

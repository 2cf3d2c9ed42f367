//! What stands behind a thing in its picture: a table by a wall, a floor, a cloth, or the open air.

use super::{
    canvas::Canvas,
    dice::Dice,
    ink::{Colour, Ink, OAK, WHITE, rgb},
    landscape::{lawn, sea, snow},
};

/// Where a picture is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Backdrop {
    /// A table top before a wall; the edge lies at 0.6 of the height.
    Table,
    /// A wooden floor before a wall; the skirting ends at 0.72 of the height.
    Floor,
    /// A wall, straight on.
    Wall,
    /// A cloth, from above.
    Cloth,
    /// Grass before a hedge; the grass begins at 0.62 of the height.
    Lawn,
    /// A garage: concrete floor from 0.7 of the height.
    Concrete,
    /// The sea before islands; the horizon lies at 0.42 of the height.
    Sea,
    /// Snow before spruces; the snow begins at 0.6 of the height.
    Snow,
    /// The drawing fills its picture by itself.
    Bare,
}

const WALLS: [Colour; 7] = [
    rgb(0xe4dccd),
    rgb(0xc3cfc4),
    rgb(0xc4d3dc),
    rgb(0xe3cfc2),
    rgb(0xd6d3cf),
    rgb(0xd9cba6),
    rgb(0xb4c2c9),
];
const WOODS: [Colour; 4] = [OAK, rgb(0xb98553), rgb(0xd9b98c), rgb(0x9a7050)];
const CLOTHS: [Colour; 5] = [
    rgb(0xdcd3c4),
    rgb(0x6d8088),
    rgb(0xc9b7a6),
    rgb(0x56635c),
    rgb(0xb9c4c6),
];

impl Backdrop {
    pub(super) fn draw(self, canvas: &mut Canvas, dice: &mut Dice) {
        let wall = dice.pick(&WALLS, WHITE);
        let wood = dice.pick(&WOODS, OAK);
        let cloth = dice.pick(&CLOTHS, WHITE);
        match self {
            Self::Table => {
                paper(canvas, wall);
                sunlight(canvas, dice);
                table(canvas, wood, dice);
            }
            Self::Floor => {
                paper(canvas, wall);
                sunlight(canvas, dice);
                floor(canvas, wood);
            }
            Self::Wall => {
                paper(canvas, wall);
                sunlight(canvas, dice);
            }
            Self::Cloth => weave(canvas, cloth),
            Self::Lawn => lawn(canvas, dice),
            Self::Concrete => concrete(canvas, dice),
            Self::Sea => sea(canvas, dice),
            Self::Snow => snow(canvas, dice),
            Self::Bare => {}
        }
    }
}

fn paper(canvas: &mut Canvas, wall: Colour) {
    let (width, height) = canvas.size();
    canvas.rect(
        0.,
        0.,
        width,
        height,
        Ink::Down(wall.lighter(0.12), wall.darker(0.1)),
    );
}

/// The panes of a window, thrown aslant on the wall by a low sun.
fn sunlight(canvas: &mut Canvas, dice: &mut Dice) {
    let (width, height) = canvas.size();
    let left = width * dice.roll(0.08, 0.5);
    let (pane, tall) = (width * 0.13, height * 0.22);
    for row in [0., 1.] {
        for column in [0., 1.] {
            let (x, y) = (
                left + column * pane * 1.12 - row * tall * 0.42,
                height * 0.06 + row * tall * 1.08 + column * pane * 0.22,
            );
            let lean = tall * 0.38;
            canvas.path(
                &format!(
                    "M{x} {y} L{} {} L{} {} L{} {} Z",
                    x + pane,
                    y + pane * 0.2,
                    x + pane - lean,
                    y + pane * 0.2 + tall,
                    x - lean,
                    y + tall,
                ),
                Ink::Down(rgb(0xfff4da).faint(0.30), rgb(0xfff4da).faint(0.16)),
            );
        }
    }
}

fn table(canvas: &mut Canvas, wood: Colour, dice: &mut Dice) {
    let (width, height) = canvas.size();
    let edge = height * 0.6;
    canvas.rect(
        0.,
        edge,
        width,
        height - edge,
        Ink::Down(wood.lighter(0.24), wood.darker(0.16)),
    );
    for _ in 0..26 {
        let depth = dice.roll(0., 1.);
        let y = edge + depth * depth * (height - edge);
        let x = dice.roll(-0.2, 0.8) * width;
        let long = dice.roll(0.2, 0.7) * width;
        let bend = y + dice.roll(-6., 6.);
        canvas.line(
            &format!("M{x} {y} Q{} {bend} {} {y}", x + long / 2., x + long),
            1.5 + depth * 2.5,
            Ink::Flat(wood.darker(0.3).faint(0.13)),
        );
    }
    canvas.rect(
        0.,
        edge - 3.,
        width,
        5.,
        Ink::Flat(wood.darker(0.5).faint(0.25)),
    );
    canvas.rect(
        0.,
        edge - 40.,
        width,
        40.,
        Ink::Down(rgb(0x2a2024).faint(0.), rgb(0x2a2024).faint(0.12)),
    );
}

fn floor(canvas: &mut Canvas, wood: Colour) {
    let (width, height) = canvas.size();
    let edge = height * 0.72;
    canvas.rect(
        0.,
        edge,
        width,
        height - edge,
        Ink::Down(wood.darker(0.06), wood.lighter(0.16)),
    );
    let mut x = -1.4;
    while x < 1.5 {
        canvas.line(
            &format!(
                "M{} {edge} L{} {height}",
                width * (0.5 + x * 0.6),
                width * (0.5 + x * 1.25)
            ),
            2.,
            Ink::Flat(wood.darker(0.5).faint(0.3)),
        );
        x += 0.14;
    }
    let skirting = height * 0.045;
    canvas.rect(
        0.,
        edge - skirting,
        width,
        skirting,
        Ink::Down(rgb(0xfaf7f1), rgb(0xdcd7cd)),
    );
    canvas.rect(
        0.,
        edge - 2.,
        width,
        4.,
        Ink::Flat(rgb(0x3a2c22).faint(0.4)),
    );
}

fn weave(canvas: &mut Canvas, cloth: Colour) {
    let (width, height) = canvas.size();
    canvas.rect(0., 0., width, height, Ink::Lit(cloth));
    let thread = Ink::Flat(cloth.darker(0.3).faint(0.10));
    let mut at = 3.;
    while at < width.max(height) {
        canvas.line(&format!("M{at} 0 V{height}"), 2., thread);
        canvas.line(&format!("M0 {at} H{width}"), 2., thread);
        at += 7.;
    }
    for (x, lean) in [(0.12, 90.), (0.86, -120.)] {
        let x = width * x;
        canvas.line(
            &format!(
                "M{x} 0 Q{} {} {} {height}",
                x + lean,
                height / 2.,
                x + lean / 3.
            ),
            46.,
            Ink::Flat(cloth.darker(0.35).faint(0.07)),
        );
        canvas.line(
            &format!(
                "M{} 0 Q{} {} {} {height}",
                x - 34.,
                x - 34. + lean,
                height / 2.,
                x - 34. + lean / 3.
            ),
            30.,
            Ink::Flat(WHITE.faint(0.07)),
        );
    }
}

fn concrete(canvas: &mut Canvas, dice: &mut Dice) {
    let (width, height) = canvas.size();
    let edge = height * 0.7;
    canvas.rect(0., 0., width, edge, Ink::Down(rgb(0xd9d8d2), rgb(0xc2c1bb)));
    let mut y = height * 0.06;
    while y < edge {
        canvas.rect(0., y, width, 2.5, Ink::Flat(rgb(0x8d8b84).faint(0.35)));
        y += height * 0.064;
    }
    canvas.rect(
        0.,
        edge,
        width,
        height - edge,
        Ink::Down(rgb(0x9b9a95), rgb(0x7f7e7a)),
    );
    for _ in 0..60 {
        let (x, y) = (dice.roll(0., width), dice.roll(edge, height));
        canvas.oval(
            x,
            y,
            dice.roll(2., 14.),
            dice.roll(1., 4.),
            Ink::Flat(rgb(0x4c4b48).faint(0.09)),
        );
    }
    canvas.rect(
        0.,
        edge - 3.,
        width,
        6.,
        Ink::Flat(rgb(0x3c3b38).faint(0.4)),
    );
}

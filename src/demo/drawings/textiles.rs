//! Drawings of what is sewn.

use super::canvas::{Canvas, rounded};
use super::ink::{BLACK, Colour, Ink, PAPER, rgb};

pub(super) fn quilt(c: &mut Canvas, tint: Colour) {
    let stuffs = [
        tint,
        rgb(0x5c7f99),
        rgb(0xe8dcc3),
        rgb(0xd8a24a),
        rgb(0x7d9470),
        rgb(0xc98a86),
        rgb(0x39506b),
    ];
    c.at((500., 500.), -3., (1., 1.), |c| {
        let cloth = rounded(-390., -390., 780., 780., 26.);
        c.cast(&cloth, 22., 30.);
        c.fill(&cloth, tint.darker(0.25));
        for patch in 0_u8..36 {
            let (column, row) = (patch % 6, patch / 6);
            let (x, y) = (
                -354. + f32::from(column) * 118.,
                -354. + f32::from(row) * 118.,
            );
            let pick = |turn: u8| {
                let number = usize::from(column * 3 + row * 5 + turn);
                stuffs.get(number % stuffs.len()).copied().unwrap_or(tint)
            };
            let (ground, other) = (pick(0), pick(2));
            c.rect(x, y, 118., 118., ground);
            match (column + row * 2) % 4 {
                0 => c.path(
                    &format!("M{x} {y} L{} {} L{x} {} Z", x + 118., y + 118., y + 118.),
                    other,
                ),
                // Grandfather's shirt.
                1 => {
                    for line in 1_u8..6 {
                        let at = f32::from(line) * 20.;
                        let ink = Ink::Flat(other.faint(0.55));
                        c.line(&format!("M{} {y} V{}", x + at, y + 118.), 7., ink);
                        c.line(&format!("M{x} {} H{}", y + at, x + 118.), 7., ink);
                    }
                }
                2 => {
                    for dot in 0_u8..9 {
                        let (right, down) = (f32::from(dot % 3), f32::from(dot / 3));
                        c.disc(
                            x + 24. + right * 35.,
                            y + 24. + down * 35.,
                            8.,
                            Ink::Flat(PAPER.faint(0.8)),
                        );
                    }
                }
                _ => c.path(
                    &format!(
                        "M{} {y} L{} {} L{} {} L{x} {} Z",
                        x + 59.,
                        x + 118.,
                        y + 59.,
                        x + 59.,
                        y + 118.,
                        y + 59.
                    ),
                    other,
                ),
            }
        }
        for seam in 0_u8..7 {
            let at = -354. + f32::from(seam) * 118.;
            for (width, ink) in [
                (9., Ink::Flat(BLACK.faint(0.13))),
                (2.5, Ink::Flat(PAPER.faint(0.55))),
            ] {
                c.line(&format!("M{at} -354 V354"), width, ink);
                c.line(&format!("M-354 {at} H354"), width, ink);
            }
        }
        for (path, width) in [
            ("M-330 -120 Q-100 -20 40 -160 Q200 -300 380 -250", 60.),
            ("M-380 210 Q-120 120 90 230 Q240 300 340 380", 70.),
        ] {
            c.line(path, width, Ink::Flat(BLACK.faint(0.06)));
        }
        // One corner lies turned over and shows the lining.
        c.path(
            "M390 390 L210 390 Q220 250 390 200 Z",
            Ink::Flat(BLACK.faint(0.3)),
        );
        c.path(
            "M396 196 Q250 210 196 396 Q214 300 250 260 Q300 214 396 196 Z",
            tint.lighter(0.1),
        );
        c.path("M396 196 Q206 206 196 396 Z", Ink::Lit(rgb(0xefe4cf)));
    });
}

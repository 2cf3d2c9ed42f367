//! Drawings of houses, from outside.

use super::canvas::{Canvas, rounded};
use super::dice::Dice;
use super::ink::{BLACK, BRASS, COAL, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, rgb};
use super::landscape::{grass, leaves, ripples, sky};

fn falun_house(c: &mut Canvas, (x, y): (f32, f32), size: f32, tint: Colour) {
    c.at((x, y), 0., (size, size), |c| {
        c.shadow(0., 4., 460., 26., 0.5);
        c.rect(-380., -30., 760., 40., Ink::Lit(STEEL.darker(0.2)));
        c.rect(-380., -310., 760., 286., tint);
        for board in 0_u8..38 {
            c.rect(
                -380. + f32::from(board) * 20.,
                -310.,
                3.,
                286.,
                Ink::Flat(tint.darker(0.35).faint(0.5)),
            );
        }
        c.path(
            "M-420 -300 L-300 -500 H300 L420 -300 Z",
            Ink::Lit(rgb(0x6d5650)),
        );
        for row in 0_u8..6 {
            let y = -330. - f32::from(row) * 32.;
            let half = 402. - f32::from(row) * 19.;
            c.line(
                &format!("M-{half} {y} H{half}"),
                3.,
                Ink::Flat(BLACK.faint(0.18)),
            );
        }
        c.rect(120., -560., 60., 100., Ink::Lit(rgb(0x9a5a48)));
        c.path("M-110 -300 L0 -440 L110 -300 Z", tint);
        c.line(
            "M-124 -290 L0 -446 L124 -290",
            17.,
            Ink::Lit(WHITE.darker(0.04)),
        );
        c.disc(0., -346., 30., Ink::Lit(rgb(0x9cc0d0)));
        c.ring(0., -346., 32., 9., Ink::Flat(WHITE));
        for x in [-310., -180., 180., 310.] {
            c.rect(x - 52., -250., 104., 140., Ink::Flat(WHITE));
            c.rect(
                x - 40.,
                -238.,
                80.,
                116.,
                Ink::Down(rgb(0x87a9b9), rgb(0xdce9e6)),
            );
            c.line(
                &format!("M{x} -238 V-122 M{} -194 H{}", x - 40., x + 40.),
                7.,
                Ink::Flat(WHITE),
            );
            c.path(
                &format!(
                    "M{} -238 Q{} -190 {} -130 V-238 Z",
                    x - 40.,
                    x - 20.,
                    x - 40.
                ),
                Ink::Flat(WHITE.faint(0.7)),
            );
        }
        c.rect(-66., -250., 132., 230., Ink::Flat(WHITE));
        c.rect(-50., -236., 100., 216., Ink::Lit(rgb(0x3f6a5a)));
        c.rect(
            -30.,
            -216.,
            60.,
            70.,
            Ink::Down(rgb(0x9cc0d0), rgb(0xe4efe9)),
        );
        c.disc(36., -110., 7., BRASS);
        c.path("M-110 -20 H110 L130 20 H-130 Z", Ink::Lit(STEEL));
        for x in [-380., 366.] {
            c.rect(x, -310., 16., 286., Ink::Flat(WHITE));
        }
    });
}

pub(super) fn villa(c: &mut Canvas, tint: Colour) {
    let mut dice = Dice::new(5);
    sky(c, 560.);
    leaves(c, 570., 260., rgb(0x6f9158), &mut dice);
    grass(c, 560., &mut dice);
    c.path(
        "M520 640 H680 L860 900 H340 Z",
        Ink::Down(rgb(0xcfc6b4), rgb(0xb9ae9a)),
    );
    falun_house(c, (600., 650.), 1.12, tint);
    birch(c, 1090., 700.);
    for x in [170., 250., 950.] {
        c.disc(x, 670., 54., Ink::Lit(rgb(0x6a8f55)));
        for bloom in 0_u8..7 {
            let turn = f32::from(bloom);
            c.disc(
                x - 34. + turn * 11.,
                650. + (turn * 2.3).sin() * 24.,
                9.,
                Ink::Flat(rgb(0xf2c7d2)),
            );
        }
    }
}

fn birch(c: &mut Canvas, x: f32, y: f32) {
    let mut dice = Dice::new(77);
    c.shadow(x, y, 130., 16., 0.4);
    c.path(
        &format!(
            "M{} {y} L{} 200 H{} L{} {y} Z",
            x - 22.,
            x - 8.,
            x + 8.,
            x + 20.
        ),
        Ink::Across(WHITE, PAPER.darker(0.25)),
    );
    for _ in 0..16 {
        let mark = dice.roll(260., y - 20.);
        c.line(
            &format!(
                "M{} {mark} H{}",
                x - dice.roll(2., 14.),
                x + dice.roll(0., 12.)
            ),
            4.,
            Ink::Flat(COAL.faint(0.75)),
        );
    }
    for _ in 0..46 {
        let (dx, dy) = (dice.roll(-120., 120.), dice.roll(-190., 190.));
        c.disc(
            x + dx * (1. - dy.abs() / 320.),
            260. + dy,
            dice.roll(22., 44.),
            Ink::Lit(rgb(0x8fb45f).faint(0.85)),
        );
    }
}

pub(super) fn cottage(c: &mut Canvas, tint: Colour) {
    let mut dice = Dice::new(19);
    sky(c, 520.);
    c.path(
        "M0 500 Q200 450 400 490 Q700 520 1200 470 V560 H0 Z",
        Ink::Down(rgb(0x66836c), rgb(0x8aa18a)),
    );
    c.inside(&rounded(0., 510., 1200., 110., 0.), |c| {
        ripples(c, 510., &mut Dice::new(3));
    });
    leaves(c, 600., 120., rgb(0x5d8052), &mut dice);
    grass(c, 590., &mut dice);
    falun_house(c, (520., 690.), 0.86, tint);
    birch(c, 1010., 720.);
    c.path(
        "M60 740 Q160 690 280 740 Q220 790 60 780 Z",
        Ink::Lit(STEEL.darker(0.1)),
    );
    c.rect(930., 500., 8., 220., Ink::Flat(WHITE));
    c.path("M938 506 H1010 V552 H938 Z", rgb(0x2c6aa8));
    c.rect(958., 506., 11., 46., Ink::Flat(rgb(0xf2ca3f)));
    c.rect(938., 524., 72., 11., Ink::Flat(rgb(0xf2ca3f)));
}

pub(super) fn boathouse(c: &mut Canvas, tint: Colour) {
    let mut dice = Dice::new(8);
    sky(c, 420.);
    leaves(c, 440., 200., rgb(0x5d8052), &mut dice);
    ripples(c, 430., &mut dice);
    c.path("M300 620 V250 L560 120 L820 250 V620 Z", tint);
    for board in 0_u8..26 {
        c.rect(
            300. + f32::from(board) * 20.,
            250.,
            3.,
            370.,
            Ink::Flat(tint.darker(0.4).faint(0.45)),
        );
    }
    c.line(
        "M270 270 L560 116 L850 270",
        26.,
        Ink::Lit(COAL.lighter(0.1)),
    );
    c.rect(430., 360., 260., 260., Ink::Flat(rgb(0x1c1a1e)));
    c.path(
        "M430 360 L360 380 V640 L430 620 Z M690 360 L760 380 V640 L690 620 Z",
        Ink::Lit(rgb(0x3f6a5a)),
    );
    c.path(
        "M470 590 Q560 620 650 590 L630 640 H490 Z",
        Ink::Lit(WHITE.darker(0.06)),
    );
    c.disc(560., 230., 34., Ink::Lit(rgb(0xd8473a)));
    c.disc(560., 230., 17., Ink::Flat(tint));
    c.path(
        "M200 620 H920 L1010 690 H120 Z",
        Ink::Lit(OAK.towards(STEEL, 0.5)),
    );
    for plank in 0_u8..12 {
        let x = 220. + f32::from(plank) * 60.;
        c.line(
            &format!("M{x} 620 L{} 690", 560. + (x - 560.) * 1.24),
            3.,
            Ink::Flat(BLACK.faint(0.3)),
        );
    }
    for x in [180., 420., 700., 940.] {
        c.rect(x, 690., 26., 110., Ink::Metal(WALNUT));
    }
}

pub(super) fn shed(c: &mut Canvas, tint: Colour) {
    let mut dice = Dice::new(23);
    sky(c, 560.);
    leaves(c, 580., 300., rgb(0x6f9158), &mut dice);
    grass(c, 570., &mut dice);
    c.shadow(600., 720., 380., 26., 0.5);
    c.path("M330 710 V370 L600 270 L870 370 V710 Z", tint);
    for board in 0_u8..27 {
        c.rect(
            330. + f32::from(board) * 20.,
            330.,
            3.,
            380.,
            Ink::Flat(tint.darker(0.4).faint(0.4)),
        );
    }
    c.line(
        "M300 384 L600 270 L900 384",
        24.,
        Ink::Lit(COAL.lighter(0.2)),
    );
    c.rect(410., 450., 150., 262., Ink::Lit(tint.darker(0.2)));
    c.line(
        "M410 450 L560 712 M410 712 L560 450",
        9.,
        Ink::Flat(tint.lighter(0.15)),
    );
    c.rect(640., 460., 150., 120., Ink::Flat(WHITE));
    c.rect(
        652.,
        472.,
        126.,
        96.,
        Ink::Down(rgb(0x87a9b9), rgb(0xdce9e6)),
    );
    c.line("M715 472 V568", 7., Ink::Flat(WHITE));
    c.line("M960 720 L900 440", 13., Ink::Lit(OAK));
    c.path("M874 380 H920 L926 460 Q900 480 874 460 Z", Ink::Lit(STEEL));
    for row in 0_u8..4 {
        for log in 0_u8..(9 - row) {
            c.disc(
                640. + f32::from(row) * 14. + f32::from(log) * 28.,
                698. - f32::from(row) * 25.,
                14.,
                Ink::Lit(OAK.lighter(0.1)),
            );
            c.ring(
                640. + f32::from(row) * 14. + f32::from(log) * 28.,
                698. - f32::from(row) * 25.,
                7.,
                2.,
                Ink::Flat(WALNUT.faint(0.6)),
            );
        }
    }
}

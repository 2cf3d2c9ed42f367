//! Drawings of rooms.

use super::canvas::{Canvas, rounded};
use super::ink::{BRASS, COAL, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, rgb};

/// A room with its back wall, side walls, ceiling and floor in one-point perspective.
pub(super) fn room(c: &mut Canvas, wall: Colour, wood: Colour) {
    c.rect(
        0.,
        0.,
        1200.,
        900.,
        Ink::Down(wall.lighter(0.4), wall.lighter(0.2)),
    );
    c.path(
        "M0 0 L240 110 V610 L0 860 Z",
        Ink::Across(wall.darker(0.16), wall.darker(0.05)),
    );
    c.path(
        "M1200 0 L960 110 V610 L1200 860 Z",
        Ink::Across(wall.darker(0.02), wall.darker(0.2)),
    );
    c.rect(240., 110., 720., 500., Ink::Down(wall.lighter(0.2), wall));
    c.path(
        "M240 610 H960 L1210 900 H-10 Z",
        Ink::Down(wood.darker(0.1), wood.lighter(0.2)),
    );
    for board in 0_u8..15 {
        let x = 240. + f32::from(board) * 51.4;
        c.line(
            &format!("M{x} 610 L{} 900", 600. + (x - 600.) * 1.8),
            2.,
            Ink::Flat(wood.darker(0.5).faint(0.35)),
        );
    }
    c.rect(240., 592., 720., 20., Ink::Down(WHITE, PAPER.darker(0.14)));
}

/// A window with light behind it.
pub(super) fn window(c: &mut Canvas, x: f32, y: f32, width: f32, height: f32) {
    c.light(
        x + width / 2.,
        y + height / 2.,
        width * 1.6,
        height * 1.6,
        rgb(0xfff6dc).faint(0.9),
    );
    c.rect(x - 12., y - 12., width + 24., height + 24., Ink::Lit(PAPER));
    c.rect(x, y, width, height, Ink::Down(rgb(0xb9d8ea), rgb(0xf0f4e4)));
    let pane = rounded(x, y, width, height, 0.);
    c.inside(&pane, |c| {
        c.disc(x + width * 0.2, y + height, height * 0.36, rgb(0x8fb07a));
        c.disc(
            x + width * 0.7,
            y + height * 1.1,
            height * 0.46,
            rgb(0x7a9f68),
        );
    });
    let middle = x + width / 2.;
    c.line(
        &format!(
            "M{middle} {y} V{} M{x} {} H{}",
            y + height,
            y + height * 0.42,
            x + width
        ),
        9.,
        Ink::Flat(PAPER),
    );
    c.rect(
        x - 22.,
        y + height + 8.,
        width + 44.,
        15.,
        Ink::Down(WHITE, PAPER.darker(0.2)),
    );
}

pub(super) fn hall(c: &mut Canvas, tint: Colour) {
    room(c, tint, OAK);
    c.rect(500., 190., 200., 420., Ink::Lit(PAPER));
    for y in [220., 420.] {
        c.rounded(530., y, 140., 160., 6., Ink::Lit(PAPER.darker(0.08)));
    }
    c.disc(680., 420., 10., BRASS);
    c.line("M290 250 H450", 17., Ink::Lit(OAK));
    for (x, colour, long) in [
        (320., 0x3f5f73, 210.),
        (370., 0xb5563f, 170.),
        (420., 0x56635c, 230.),
    ] {
        c.path(
            &format!(
                "M{x} 256 Q{} 290 {} {} H{} Q{} 290 {x} 256 Z",
                x + 40.,
                x + 36.,
                260. + long,
                x - 36.,
                x - 40.
            ),
            rgb(colour),
        );
    }
    c.rounded(290., 560., 170., 24., 6., OAK);
    for (x, colour) in [(300., 0x5a3a28), (350., 0x26282c), (404., 0xb8433a)] {
        c.path(
            &format!(
                "M{x} 612 V590 Q{} 586 {} 600 L{} 612 Z",
                x + 20.,
                x + 34.,
                x + 42.
            ),
            rgb(colour),
        );
    }
    c.oval(830., 330., 70., 96., BRASS);
    c.oval(
        830.,
        330.,
        60.,
        86.,
        Ink::Down(rgb(0xe9eef0), rgb(0xb4c2c6)),
    );
    c.rounded(750., 480., 170., 20., 5., OAK);
    c.line("M766 500 V606 M904 500 V606", 11., Ink::Lit(OAK));
    c.path("M420 700 H780 L850 820 H350 Z", Ink::Lit(rgb(0x8f4a3f)));
    c.line(
        "M440 720 H760 M380 800 H820",
        7.,
        Ink::Flat(PAPER.faint(0.7)),
    );
}

pub(super) fn kitchen(c: &mut Canvas, tint: Colour) {
    room(c, rgb(0xe9e4d8), OAK);
    c.rect(250., 130., 210., 140., tint);
    c.rect(740., 130., 210., 140., tint);
    for x in [355., 845.] {
        c.line(&format!("M{x} 134 V266"), 3., Ink::Flat(tint.darker(0.4)));
    }
    window(c, 490., 170., 220., 190.);
    c.rect(240., 420., 720., 30., Ink::Lit(OAK));
    c.rect(240., 450., 720., 150., tint);
    for x in [384., 528., 672., 816.] {
        c.line(&format!("M{x} 452 V598"), 3., Ink::Flat(tint.darker(0.4)));
        c.rounded(x - 100., 470., 50., 8., 4., BRASS);
    }
    c.rect(680., 456., 130., 142., Ink::Lit(COAL));
    c.rounded(
        696.,
        500.,
        98.,
        80.,
        6.,
        Ink::Down(rgb(0x4a4540), rgb(0x8a5a38)),
    );
    c.line("M590 420 V380 Q590 350 630 364 V380", 9., Ink::Lit(STEEL));
    c.rounded(290., 380., 60., 40., 8., rgb(0xc9564a));
    c.path("M770 420 V392 H830 V420 Z", STEEL);
    c.shadow(600., 880., 420., 30., 0.4);
    for x in [260., 910.] {
        c.path(
            &format!("M{x} 800 H{} L{} 890 H{} Z", x + 34., x + 28., x + 6.),
            OAK.darker(0.25),
        );
    }
    c.path("M300 720 H900 L980 790 H220 Z", Ink::Lit(OAK.lighter(0.15)));
    c.rect(220., 788., 760., 22., OAK.darker(0.15));
    c.oval(600., 740., 90., 17., PAPER);
    for (x, colour) in [(560., 0xd0523f), (600., 0xe2a33f), (640., 0xb6c25a)] {
        c.disc(x, 724., 23., rgb(colour));
    }
    for x in [460., 740.] {
        c.line(&format!("M{x} 0 V150"), 3., Ink::Flat(COAL));
        c.path(
            &format!("M{} 210 Q{x} 110 {} 210 Z", x - 56., x + 56.),
            COAL,
        );
        c.oval(x, 210., 50., 9., Ink::Glow(rgb(0xfff4cf), rgb(0xf5cf86)));
    }
}

pub(super) fn living_room(c: &mut Canvas, tint: Colour) {
    room(c, tint, OAK);
    window(c, 300., 180., 200., 260.);
    c.rect(620., 190., 220., 150., BRASS);
    c.rect(
        634.,
        204.,
        192.,
        122.,
        Ink::Down(rgb(0x7fa9c4), rgb(0xf2d9a8)),
    );
    c.path(
        "M634 290 Q720 250 826 296 V326 H634 Z",
        Ink::Flat(rgb(0x5f7a58)),
    );
    c.path("M280 720 H960 L1080 850 H160 Z", Ink::Lit(rgb(0xd8c7a8)));
    c.at((420., 190.), 0., (0.6, 0.6), |c| {
        super::furniture::sofa(c, rgb(0x55746f));
    });
    c.oval(650., 760., 150., 34., OAK.lighter(0.1));
    c.oval(650., 752., 150., 34., OAK.lighter(0.25));
    c.rounded(610., 728., 80., 16., 4., rgb(0xb5563f));
    c.line("M280 640 V330", 8., Ink::Lit(BRASS));
    c.light(280., 300., 240., 240., rgb(0xffdf9c).faint(0.9));
    c.path(
        "M220 340 L250 250 H310 L340 340 Z",
        Ink::Down(rgb(0xfff4d8), rgb(0xf0d49a)),
    );
    c.path("M980 640 L990 540 H1070 L1080 640 Z", rgb(0xe9e2d4));
    for (x, y) in [
        (970., 380.),
        (1020., 320.),
        (1080., 390.),
        (1000., 440.),
        (1060., 450.),
    ] {
        c.line(
            &format!("M1030 546 Q1030 470 {x} {y}"),
            6.,
            Ink::Flat(rgb(0x557a4c)),
        );
        c.oval(x, y, 32., 50., rgb(0x6b9560));
    }
}

pub(super) fn bedroom(c: &mut Canvas, tint: Colour) {
    room(c, tint, rgb(0xd9b98c));
    window(c, 690., 170., 190., 240.);
    c.at((190., 190.), 0., (0.72, 0.72), |c| {
        super::furniture::bed(c, rgb(0x7d95a6));
    });
    c.rounded(900., 520., 120., 140., 6., OAK);
    c.line("M960 520 V460", 9., Ink::Lit(BRASS));
    c.light(960., 420., 200., 200., rgb(0xffdf9c).faint(0.9));
    c.path(
        "M906 460 L930 390 H990 L1014 460 Z",
        Ink::Down(rgb(0xfff4d8), rgb(0xf0d49a)),
    );
    c.rect(430., 180., 150., 180., OAK);
    c.rect(442., 192., 126., 156., Ink::Lit(PAPER));
    c.disc(505., 270., 44., Ink::Flat(rgb(0xd99a6c)));
}

pub(super) fn nursery(c: &mut Canvas, tint: Colour) {
    room(c, tint, rgb(0xd9b98c));
    window(c, 500., 170., 200., 210.);
    for flag in 0_u8..9 {
        let x = 270. + f32::from(flag) * 76.;
        let colour = [0xe8637a, 0xf4c64e, 0x5fa7d8, 0x7db872][usize::from(flag % 4)];
        c.path(
            &format!("M{x} 140 H{} L{} 190 Z", x + 56., x + 28.),
            rgb(colour),
        );
    }
    c.at((70., 260.), 0., (0.5, 0.5), |c| {
        super::furniture::bed(c, rgb(0xe3a0a8));
    });
    c.at((690., 360.), 0., (0.42, 0.42), |c| {
        super::play::doll_house(c, rgb(0xe9b7a4));
    });
    c.oval(600., 780., 330., 70., rgb(0xf3e3b0));
    c.oval(600., 780., 260., 52., rgb(0xf7efd2));
    c.at((480., 540.), 0., (0.3, 0.3), |c| {
        super::play::teddy(c, rgb(0xb98352));
    });
    for (x, colour) in [(680., 0xd9584a), (720., 0x4f86b8), (760., 0xf2c14e)] {
        c.rounded(x, 760., 34., 34., 4., rgb(colour));
    }
    c.rounded(702., 728., 34., 34., 4., rgb(0x5d9b67));
}

pub(super) fn study(c: &mut Canvas, tint: Colour) {
    room(c, tint, WALNUT);
    window(c, 290., 180., 190., 230.);
    c.at((560., 110.), 0., (0.5, 0.5), |c| {
        super::furniture::bookshelf(c, OAK);
    });
    c.at((130., 270.), 0., (0.6, 0.56), |c| {
        super::furniture::desk(c, OAK);
    });
    c.path("M330 760 H900 L980 850 H250 Z", Ink::Lit(rgb(0x6f4a4a)));
}

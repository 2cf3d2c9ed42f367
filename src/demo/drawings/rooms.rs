//! Drawings of places: houses from outside, rooms from within, and where boxes end up.

use super::backdrop::{grass, leaves, ripples, sky};
use super::canvas::{BLACK, BRASS, COAL, Canvas, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, rgb, rounded};
use super::dice::Dice;

/// A room with its back wall, side walls, ceiling and floor in one-point perspective.
fn room(c: &mut Canvas, wall: Colour, wood: Colour) {
    c.rect(0., 0., 1200., 900., Ink::Down(wall.lighter(0.4), wall.lighter(0.2)));
    c.path("M0 0 L240 110 V610 L0 860 Z", Ink::Across(wall.darker(0.16), wall.darker(0.05)));
    c.path("M1200 0 L960 110 V610 L1200 860 Z", Ink::Across(wall.darker(0.02), wall.darker(0.2)));
    c.rect(240., 110., 720., 500., Ink::Down(wall.lighter(0.2), wall));
    c.path("M240 610 H960 L1210 900 H-10 Z", Ink::Down(wood.darker(0.1), wood.lighter(0.2)));
    for board in 0_u8..15 {
        let x = 240. + f32::from(board) * 51.4;
        c.line(&format!("M{x} 610 L{} 900", 600. + (x - 600.) * 1.8), 2., Ink::Flat(wood.darker(0.5).faint(0.35)));
    }
    c.rect(240., 592., 720., 20., Ink::Down(WHITE, PAPER.darker(0.14)));
}

/// A window with light behind it.
fn window(c: &mut Canvas, x: f32, y: f32, width: f32, height: f32) {
    c.light(x + width / 2., y + height / 2., width * 1.6, height * 1.6, rgb(0xfff6dc).faint(0.9));
    c.rect(x - 12., y - 12., width + 24., height + 24., Ink::Lit(PAPER));
    c.rect(x, y, width, height, Ink::Down(rgb(0xb9d8ea), rgb(0xf0f4e4)));
    let pane = rounded(x, y, width, height, 0.);
    c.inside(&pane, |c| {
        c.disc(x + width * 0.2, y + height, height * 0.36, rgb(0x8fb07a));
        c.disc(x + width * 0.7, y + height * 1.1, height * 0.46, rgb(0x7a9f68));
    });
    let middle = x + width / 2.;
    c.line(&format!("M{middle} {y} V{} M{x} {} H{}", y + height, y + height * 0.42, x + width), 9., Ink::Flat(PAPER));
    c.rect(x - 22., y + height + 8., width + 44., 15., Ink::Down(WHITE, PAPER.darker(0.2)));
}

fn falun_house(c: &mut Canvas, (x, y): (f32, f32), size: f32, tint: Colour) {
    c.at((x, y), 0., (size, size), |c| {
        c.shadow(0., 4., 460., 26., 0.5);
        c.rect(-380., -30., 760., 40., Ink::Lit(STEEL.darker(0.2)));
        c.rect(-380., -310., 760., 286., tint);
        for board in 0_u8..38 {
            c.rect(-380. + f32::from(board) * 20., -310., 3., 286., Ink::Flat(tint.darker(0.35).faint(0.5)));
        }
        c.path("M-420 -300 L-300 -500 H300 L420 -300 Z", Ink::Lit(rgb(0x6d5650)));
        for row in 0_u8..6 {
            let y = -330. - f32::from(row) * 32.;
            let half = 402. - f32::from(row) * 19.;
            c.line(&format!("M-{half} {y} H{half}"), 3., Ink::Flat(BLACK.faint(0.18)));
        }
        c.rect(120., -560., 60., 100., Ink::Lit(rgb(0x9a5a48)));
        c.path("M-110 -300 L0 -440 L110 -300 Z", tint);
        c.line("M-124 -290 L0 -446 L124 -290", 17., Ink::Lit(WHITE.darker(0.04)));
        c.disc(0., -346., 30., Ink::Lit(rgb(0x9cc0d0)));
        c.ring(0., -346., 32., 9., Ink::Flat(WHITE));
        for x in [-310., -180., 180., 310.] {
            c.rect(x - 52., -250., 104., 140., Ink::Flat(WHITE));
            c.rect(x - 40., -238., 80., 116., Ink::Down(rgb(0x87a9b9), rgb(0xdce9e6)));
            c.line(&format!("M{x} -238 V-122 M{} -194 H{}", x - 40., x + 40.), 7., Ink::Flat(WHITE));
            c.path(&format!("M{} -238 Q{} -190 {} -130 V-238 Z", x - 40., x - 20., x - 40.), Ink::Flat(WHITE.faint(0.7)));
        }
        c.rect(-66., -250., 132., 230., Ink::Flat(WHITE));
        c.rect(-50., -236., 100., 216., Ink::Lit(rgb(0x3f6a5a)));
        c.rect(-30., -216., 60., 70., Ink::Down(rgb(0x9cc0d0), rgb(0xe4efe9)));
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
    c.path("M520 640 H680 L860 900 H340 Z", Ink::Down(rgb(0xcfc6b4), rgb(0xb9ae9a)));
    falun_house(c, (600., 650.), 1.12, tint);
    birch(c, 1090., 700.);
    for x in [170., 250., 950.] {
        c.disc(x, 670., 54., Ink::Lit(rgb(0x6a8f55)));
        for bloom in 0_u8..7 {
            let turn = f32::from(bloom);
            c.disc(x - 34. + turn * 11., 650. + (turn * 2.3).sin() * 24., 9., Ink::Flat(rgb(0xf2c7d2)));
        }
    }
}

fn birch(c: &mut Canvas, x: f32, y: f32) {
    let mut dice = Dice::new(77);
    c.shadow(x, y, 130., 16., 0.4);
    c.path(&format!("M{} {y} L{} 200 H{} L{} {y} Z", x - 22., x - 8., x + 8., x + 20.), Ink::Across(WHITE, PAPER.darker(0.25)));
    for _ in 0..16 {
        let mark = dice.roll(260., y - 20.);
        c.line(&format!("M{} {mark} H{}", x - dice.roll(2., 14.), x + dice.roll(0., 12.)), 4., Ink::Flat(COAL.faint(0.75)));
    }
    for _ in 0..46 {
        let (dx, dy) = (dice.roll(-120., 120.), dice.roll(-190., 190.));
        c.disc(x + dx * (1. - dy.abs() / 320.), 260. + dy, dice.roll(22., 44.), Ink::Lit(rgb(0x8fb45f).faint(0.85)));
    }
}

pub(super) fn cottage(c: &mut Canvas, tint: Colour) {
    let mut dice = Dice::new(19);
    sky(c, 520.);
    c.path("M0 500 Q200 450 400 490 Q700 520 1200 470 V560 H0 Z", Ink::Down(rgb(0x66836c), rgb(0x8aa18a)));
    c.inside(&rounded(0., 510., 1200., 110., 0.), |c| ripples(c, 510., &mut Dice::new(3)));
    leaves(c, 600., 120., rgb(0x5d8052), &mut dice);
    grass(c, 590., &mut dice);
    falun_house(c, (520., 690.), 0.86, tint);
    birch(c, 1010., 720.);
    c.path("M60 740 Q160 690 280 740 Q220 790 60 780 Z", Ink::Lit(STEEL.darker(0.1)));
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
        c.rect(300. + f32::from(board) * 20., 250., 3., 370., Ink::Flat(tint.darker(0.4).faint(0.45)));
    }
    c.line("M270 270 L560 116 L850 270", 26., Ink::Lit(COAL.lighter(0.1)));
    c.rect(430., 360., 260., 260., Ink::Flat(rgb(0x1c1a1e)));
    c.path("M430 360 L360 380 V640 L430 620 Z M690 360 L760 380 V640 L690 620 Z", Ink::Lit(rgb(0x3f6a5a)));
    c.path("M470 590 Q560 620 650 590 L630 640 H490 Z", Ink::Lit(WHITE.darker(0.06)));
    c.disc(560., 230., 34., Ink::Lit(rgb(0xd8473a)));
    c.disc(560., 230., 17., Ink::Flat(tint));
    c.path("M200 620 H920 L1010 690 H120 Z", Ink::Lit(OAK.towards(STEEL, 0.5)));
    for plank in 0_u8..12 {
        let x = 220. + f32::from(plank) * 60.;
        c.line(&format!("M{x} 620 L{} 690", 560. + (x - 560.) * 1.24), 3., Ink::Flat(BLACK.faint(0.3)));
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
        c.rect(330. + f32::from(board) * 20., 330., 3., 380., Ink::Flat(tint.darker(0.4).faint(0.4)));
    }
    c.line("M300 384 L600 270 L900 384", 24., Ink::Lit(COAL.lighter(0.2)));
    c.rect(410., 450., 150., 262., Ink::Lit(tint.darker(0.2)));
    c.line("M410 450 L560 712 M410 712 L560 450", 9., Ink::Flat(tint.lighter(0.15)));
    c.rect(640., 460., 150., 120., Ink::Flat(WHITE));
    c.rect(652., 472., 126., 96., Ink::Down(rgb(0x87a9b9), rgb(0xdce9e6)));
    c.line("M715 472 V568", 7., Ink::Flat(WHITE));
    c.line("M960 720 L900 440", 13., Ink::Lit(OAK));
    c.path("M874 380 H920 L926 460 Q900 480 874 460 Z", Ink::Lit(STEEL));
    for row in 0_u8..4 {
        for log in 0_u8..(9 - row) {
            c.disc(640. + f32::from(row) * 14. + f32::from(log) * 28., 698. - f32::from(row) * 25., 14., Ink::Lit(OAK.lighter(0.1)));
            c.ring(640. + f32::from(row) * 14. + f32::from(log) * 28., 698. - f32::from(row) * 25., 7., 2., Ink::Flat(WALNUT.faint(0.6)));
        }
    }
}

pub(super) fn hall(c: &mut Canvas, tint: Colour) {
    room(c, tint, OAK);
    c.rect(500., 190., 200., 420., Ink::Lit(PAPER));
    for y in [220., 420.] {
        c.rounded(530., y, 140., 160., 6., Ink::Lit(PAPER.darker(0.08)));
    }
    c.disc(680., 420., 10., BRASS);
    c.line("M290 250 H450", 17., Ink::Lit(OAK));
    for (x, colour, long) in [(320., 0x3f5f73, 210.), (370., 0xb5563f, 170.), (420., 0x56635c, 230.)] {
        c.path(&format!("M{x} 256 Q{} 290 {} {} H{} Q{} 290 {x} 256 Z", x + 40., x + 36., 260. + long, x - 36., x - 40.), rgb(colour));
    }
    c.rounded(290., 560., 170., 24., 6., OAK);
    for (x, colour) in [(300., 0x5a3a28), (350., 0x26282c), (404., 0xb8433a)] {
        c.path(&format!("M{x} 612 V590 Q{} 586 {} 600 L{} 612 Z", x + 20., x + 34., x + 42.), rgb(colour));
    }
    c.oval(830., 330., 70., 96., BRASS);
    c.oval(830., 330., 60., 86., Ink::Down(rgb(0xe9eef0), rgb(0xb4c2c6)));
    c.rounded(750., 480., 170., 20., 5., OAK);
    c.line("M766 500 V606 M904 500 V606", 11., Ink::Lit(OAK));
    c.path("M420 700 H780 L850 820 H350 Z", Ink::Lit(rgb(0x8f4a3f)));
    c.line("M440 720 H760 M380 800 H820", 7., Ink::Flat(PAPER.faint(0.7)));
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
    c.rounded(696., 500., 98., 80., 6., Ink::Down(rgb(0x4a4540), rgb(0x8a5a38)));
    c.line("M590 420 V380 Q590 350 630 364 V380", 9., Ink::Lit(STEEL));
    c.rounded(290., 380., 60., 40., 8., rgb(0xc9564a));
    c.path("M770 420 V392 H830 V420 Z", STEEL);
    c.path("M300 720 H900 L980 790 H220 Z", Ink::Lit(OAK.lighter(0.15)));
    c.rect(220., 788., 760., 22., OAK.darker(0.15));
    c.oval(600., 740., 90., 17., PAPER);
    for (x, colour) in [(560., 0xd0523f), (600., 0xe2a33f), (640., 0xb6c25a)] {
        c.disc(x, 724., 23., rgb(colour));
    }
    for x in [460., 740.] {
        c.line(&format!("M{x} 0 V150"), 3., Ink::Flat(COAL));
        c.path(&format!("M{} 210 Q{x} 110 {} 210 Z", x - 56., x + 56.), COAL);
        c.oval(x, 210., 50., 9., Ink::Glow(rgb(0xfff4cf), rgb(0xf5cf86)));
    }
}

pub(super) fn living_room(c: &mut Canvas, tint: Colour) {
    room(c, tint, OAK);
    window(c, 300., 180., 200., 260.);
    c.rect(620., 190., 220., 150., BRASS);
    c.rect(634., 204., 192., 122., Ink::Down(rgb(0x7fa9c4), rgb(0xf2d9a8)));
    c.path("M634 290 Q720 250 826 296 V326 H634 Z", Ink::Flat(rgb(0x5f7a58)));
    c.path("M280 720 H960 L1080 850 H160 Z", Ink::Lit(rgb(0xd8c7a8)));
    c.at((420., 190.), 0., (0.6, 0.6), |c| super::furniture::sofa(c, rgb(0x55746f)));
    c.oval(650., 760., 150., 34., OAK.lighter(0.1));
    c.oval(650., 752., 150., 34., OAK.lighter(0.25));
    c.rounded(610., 728., 80., 16., 4., rgb(0xb5563f));
    c.line("M280 640 V330", 8., Ink::Lit(BRASS));
    c.light(280., 300., 240., 240., rgb(0xffdf9c).faint(0.9));
    c.path("M220 340 L250 250 H310 L340 340 Z", Ink::Down(rgb(0xfff4d8), rgb(0xf0d49a)));
    c.path("M980 640 L990 540 H1070 L1080 640 Z", rgb(0xe9e2d4));
    for (x, y) in [(970., 380.), (1020., 320.), (1080., 390.), (1000., 440.), (1060., 450.)] {
        c.line(&format!("M1030 546 Q1030 470 {x} {y}"), 6., Ink::Flat(rgb(0x557a4c)));
        c.oval(x, y, 32., 50., rgb(0x6b9560));
    }
}

pub(super) fn bedroom(c: &mut Canvas, tint: Colour) {
    room(c, tint, rgb(0xd9b98c));
    window(c, 690., 170., 190., 240.);
    c.at((190., 190.), 0., (0.72, 0.72), |c| super::furniture::bed(c, rgb(0x7d95a6)));
    c.rounded(900., 520., 120., 140., 6., OAK);
    c.line("M960 520 V460", 9., Ink::Lit(BRASS));
    c.light(960., 420., 200., 200., rgb(0xffdf9c).faint(0.9));
    c.path("M906 460 L930 390 H990 L1014 460 Z", Ink::Down(rgb(0xfff4d8), rgb(0xf0d49a)));
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
        c.path(&format!("M{x} 140 H{} L{} 190 Z", x + 56., x + 28.), rgb(colour));
    }
    c.at((70., 260.), 0., (0.5, 0.5), |c| super::furniture::bed(c, rgb(0xe3a0a8)));
    c.at((690., 360.), 0., (0.42, 0.42), |c| super::leisure::doll_house(c, rgb(0xe9b7a4)));
    c.oval(600., 780., 330., 70., rgb(0xf3e3b0));
    c.oval(600., 780., 260., 52., rgb(0xf7efd2));
    c.at((480., 540.), 0., (0.3, 0.3), |c| super::leisure::teddy(c, rgb(0xb98352)));
    for (x, colour) in [(680., 0xd9584a), (720., 0x4f86b8), (760., 0xf2c14e)] {
        c.rounded(x, 760., 34., 34., 4., rgb(colour));
    }
    c.rounded(702., 728., 34., 34., 4., rgb(0x5d9b67));
}

pub(super) fn study(c: &mut Canvas, tint: Colour) {
    room(c, tint, WALNUT);
    window(c, 290., 180., 190., 230.);
    c.at((560., 110.), 0., (0.5, 0.5), |c| super::furniture::bookshelf(c, OAK));
    c.at((130., 270.), 0., (0.6, 0.56), |c| super::furniture::desk(c, OAK));
    c.path("M330 760 H900 L980 850 H250 Z", Ink::Lit(rgb(0x6f4a4a)));
}

pub(super) fn garage(c: &mut Canvas, tint: Colour) {
    room(c, rgb(0xcfcec8), rgb(0x8f8e8a));
    c.rect(330., 190., 540., 420., Ink::Lit(tint));
    for y in [190., 274., 358., 442., 526.] {
        c.line(&format!("M330 {y} H870"), 5., Ink::Flat(tint.darker(0.4).faint(0.6)));
    }
    for x in [350., 530., 700.] {
        c.rounded(x, 210., 140., 50., 6., Ink::Down(rgb(0xa9c9d8), rgb(0xe6f0ee)));
    }
    c.path("M0 330 L180 330 V350 L0 370 Z M0 540 L180 500 V522 L0 580 Z", Ink::Lit(OAK));
    for (x, y, wide, colour) in [(10., 260., 70., 0xb98a5a), (92., 274., 66., 0x5d7f96), (8., 440., 80., 0xc8472f), (96., 440., 70., 0xb98a5a)] {
        c.rounded(x, y, wide, 70., 6., rgb(colour));
    }
    c.at((300., 330.), 0., (0.55, 0.55), |c| super::outdoors::mountain_bicycle(c, rgb(0x3f7fa8)));
    c.at((960., 190.), 0., (0.26, 0.5), |c| super::tools::ladder(c, STEEL));
    c.disc(1100., 300., 46., Ink::Lit(COAL));
    c.disc(1100., 300., 22., Ink::Lit(STEEL));
}

pub(super) fn attic(c: &mut Canvas, tint: Colour) {
    c.rect(0., 0., 1200., 900., Ink::Down(rgb(0x6b4d38), rgb(0x8a6548)));
    c.path("M600 -60 L1000 620 H200 Z", Ink::Down(rgb(0xa67c56), rgb(0xb98d64)));
    for plank in 0_u8..9 {
        let y = 60. + f32::from(plank) * 66.;
        c.line(&format!("M0 {y} H1200"), 3., Ink::Flat(rgb(0x3c281a).faint(0.4)));
    }
    c.path("M200 620 H1000 L1240 900 H-40 Z", Ink::Down(rgb(0xa67c56), rgb(0xc49a6e)));
    for board in 0_u8..13 {
        let x = 200. + f32::from(board) * 66.6;
        c.line(&format!("M{x} 620 L{} 900", 600. + (x - 600.) * 1.7), 3., Ink::Flat(rgb(0x4c3422).faint(0.5)));
    }
    c.line("M600 -40 L170 690 M600 -40 L1030 690", 42., Ink::Lit(rgb(0x7a5638)));
    c.line("M370 330 H830", 34., Ink::Lit(rgb(0x7a5638)));
    window(c, 530., 390., 140., 130.);
    c.path("M530 520 H670 L860 900 H420 Z", Ink::Down(rgb(0xfff0c8).faint(0.35), rgb(0xfff0c8).faint(0.)));
    c.at((150., 380.), 0., (0.42, 0.42), |c| super::tools::moving_box(c, tint));
    c.at((20., 520.), 0., (0.48, 0.48), |c| super::tools::moving_box(c, tint.darker(0.1)));
    c.at((740., 440.), 0., (0.4, 0.4), |c| super::tools::moving_box(c, tint.lighter(0.1)));
    c.rounded(800., 640., 260., 150., 10., rgb(0x5f4a3a));
    c.rect(800., 690., 260., 10., BRASS);
    c.rounded(910., 680., 40., 34., 5., BRASS);
    for (x, y) in [(540., 600.), (600., 660.), (650., 560.), (570., 720.), (690., 700.)] {
        c.disc(x, y, 3., Ink::Flat(WHITE.faint(0.5)));
    }
}

pub(super) fn cellar(c: &mut Canvas, tint: Colour) {
    room(c, rgb(0xb5b0a6), rgb(0x85827c));
    c.light(600., 150., 420., 420., rgb(0xffe2a8).faint(0.95));
    c.line("M600 0 V120", 4., Ink::Flat(COAL));
    c.disc(600., 146., 28., Ink::Glow(rgb(0xfffbe6), rgb(0xf6cf7f)));
    for x in [290., 640.] {
        c.line(&format!("M{x} 220 V620 M{} 220 V620", x + 270.), 13., Ink::Lit(OAK.darker(0.2)));
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
                    c.rect(x + dx + wide * 0.3, y - 56., wide * 0.4, 26., Ink::Flat(PAPER));
                }
            }
        }
    }
    c.at((420., 560.), 0., (0.34, 0.34), |c| super::tools::moving_box(c, tint));
}

pub(super) fn cupboard(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1062., 340., 34., 0.6);
    c.rounded(190., 160., 520., 890., 8., tint);
    c.rect(216., 190., 468., 820., Ink::Lit(tint.darker(0.55)));
    for (shelf, y) in (0_u8..).zip([390., 590., 790., 1000.]) {
        c.rect(216., y, 468., 15., tint.lighter(0.1));
        for pile in 0_u8..3 {
            let x = 236. + f32::from(pile) * 150.;
            let colour = [0xe6dcc6, 0x6d8f96, 0xc9826a, 0xb9c4a6, 0x7b5a6e][usize::from((shelf * 2 + pile) % 5)];
            for fold in 0_u8..3 {
                c.rounded(x, y - 36. - f32::from(fold) * 34., 128., 34., 12., rgb(colour).lighter(f32::from(fold) * 0.1));
            }
        }
    }
    c.path("M190 160 L60 210 V1080 L190 1050 Z", Ink::Across(tint.darker(0.2), tint.lighter(0.1)));
    c.path("M710 160 L840 210 V1080 L710 1050 Z", Ink::Across(tint.lighter(0.1), tint.darker(0.2)));
    c.disc(84., 640., 11., BRASS);
    c.disc(816., 640., 11., BRASS);
    c.rect(170., 140., 560., 26., tint.lighter(0.16));
}

//! Drawings of books, games and what children have.

use super::canvas::{Canvas, outline};
use super::ink::{BLACK, BRASS, COAL, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, rgb};

pub(super) fn books(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 766., 440., 50., 0.6);
    let stack = [
        (0., 700., 560., 64., tint),
        (34., 640., 500., 60., rgb(0x3f6173)),
        (-10., 572., 530., 68., rgb(0xd6bd84)),
        (30., 520., 440., 52., rgb(0x5c7258)),
        (10., 462., 480., 58., rgb(0x7b4a5e)),
    ];
    for (shift, y, wide, tall, colour) in stack {
        let x = 320. + shift;
        c.rounded(x, y, wide, tall, 10., colour);
        c.path(
            &format!(
                "M{} {} H{} V{} H{} Q{} {} {} {} Z",
                x + wide - 90.,
                y + 8.,
                x + wide - 4.,
                y + tall - 8.,
                x + wide - 90.,
                x + wide - 110.,
                y + tall / 2.,
                x + wide - 90.,
                y + 8.
            ),
            Ink::Down(PAPER, PAPER.darker(0.2)),
        );
        for page in 1_u8..4 {
            let y = y + 8. + f32::from(page) * (tall - 16.) / 4.;
            c.line(
                &format!("M{} {y} H{}", x + wide - 92., x + wide - 6.),
                1.5,
                Ink::Flat(WALNUT.faint(0.3)),
            );
        }
        c.rounded(
            x + 130.,
            y + tall / 2. - 6.,
            wide * 0.3,
            12.,
            6.,
            Ink::Flat(BRASS.lighter(0.3).faint(0.85)),
        );
        c.rect(x + 40., y, 8., tall, Ink::Flat(BRASS.faint(0.7)));
        c.rect(x + 60., y, 4., tall, Ink::Flat(BRASS.faint(0.7)));
    }
    c.path(
        "M396 440 Q540 400 600 440 Q660 400 800 440 V462 Q660 430 600 462 Q540 430 396 462 Z",
        Ink::Down(WHITE, PAPER.darker(0.15)),
    );
    for (from, to) in [(420., 580.), (620., 780.)] {
        for y in [432., 440., 448.] {
            c.line(
                &format!(
                    "M{from} {} Q{} {} {to} {y}",
                    y - 2.,
                    f32::midpoint(from, to),
                    y - 20.
                ),
                1.8,
                Ink::Flat(COAL.faint(0.4)),
            );
        }
    }
    c.ring(470., 400., 44., 6., Ink::Flat(COAL));
    c.ring(580., 400., 44., 6., Ink::Flat(COAL));
    c.line(
        "M512 394 Q526 384 538 394 M624 394 L700 430",
        6.,
        Ink::Flat(COAL),
    );
}

pub(super) fn board_game(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 770., 520., 56., 0.5);
    c.path("M300 440 H900 L1060 760 H140 Z", tint.lighter(0.4));
    c.path("M140 760 H1060 V782 H140 Z", tint.darker(0.3));
    let edge = outline("M336 460 H864 L1000 740 H200 Z");
    c.fill(&edge, rgb(0xbfd9c2));
    c.inside(&edge, |c| {
        c.path(
            "M300 600 Q440 500 560 590 Q700 690 1000 560 V640 Q700 760 540 650 Q440 580 300 690 Z",
            Ink::Flat(rgb(0x86b6cc)),
        );
        let colours = [0xd9584a, 0xf2c14e, 0x4f86b8, 0x5d9b67];
        for step in 0_u8..22 {
            let share = f32::from(step) / 21.;
            let (x, y) = (
                300. + share * 600. + (share * 9.).sin() * 60.,
                500. + share * 190. + (share * 11.).cos() * 46.,
            );
            c.oval(x, y + 4., 27., 16., Ink::Flat(BLACK.faint(0.2)));
            c.oval(x, y, 27., 16., rgb(colours[usize::from(step % 4)]));
        }
    });
    for (x, y, colour) in [
        (420., 560., 0xd9584a),
        (560., 640., 0x4f86b8),
        (760., 600., 0xf2c14e),
        (850., 690., 0x5d9b67),
    ] {
        c.shadow(x + 8., y + 4., 50., 16., 0.5);
        c.path(
            &format!(
                "M{} {y} Q{x} {} {} {y} L{} {} H{} Z",
                x - 36.,
                y + 20.,
                x + 36.,
                x + 12.,
                y - 74.,
                x - 12.
            ),
            rgb(colour),
        );
        c.disc(x, y - 88., 26., rgb(colour));
    }
    for (x, y, turn) in [(980., 640., 12.), (1060., 690., -18.)] {
        c.at((x, y), turn, (1., 1.), |c| {
            c.rounded(-38., -38., 76., 76., 14., WHITE.darker(0.03));
            for (x, y) in [(-18., -18.), (0., 0.), (18., 18.), (18., -18.), (-18., 18.)] {
                c.disc(x, y, 7., Ink::Flat(COAL));
            }
        });
    }
}

pub(super) fn teddy(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 846., 290., 44., 0.55);
    for side in [-1., 1.] {
        c.at((500., 0.), 0., (side, 1.), |c| {
            c.disc(136., 230., 66., tint);
            c.disc(140., 236., 38., rgb(0xe9c9a0));
            c.at((190., 560.), -32., (1., 1.), |c| {
                c.oval(0., 0., 62., 140., tint.darker(0.08));
            });
            c.at((150., 780.), 24., (1., 1.), |c| {
                c.oval(0., 0., 86., 100., tint.darker(0.05));
            });
            c.oval(182., 800., 52., 60., rgb(0xe9c9a0));
        });
    }
    c.oval(500., 640., 186., 206., tint);
    c.oval(500., 666., 112., 134., tint.lighter(0.3));
    c.oval(500., 350., 184., 166., tint.lighter(0.05));
    c.oval(500., 410., 84., 64., rgb(0xecd2ae));
    c.oval(500., 380., 30., 21., Ink::Lit(rgb(0x3a2519)));
    c.line(
        "M500 400 V424 M464 436 Q500 464 536 436",
        7.,
        Ink::Flat(rgb(0x3a2519)),
    );
    for x in [430., 570.] {
        c.disc(x, 326., 17., Ink::Flat(rgb(0x241710)));
        c.disc(x - 5., 320., 5., Ink::Flat(WHITE));
    }
    c.path(
        "M500 516 L390 476 Q370 520 392 566 Z M500 516 L610 476 Q630 520 608 566 Z",
        rgb(0xb8433a),
    );
    c.disc(500., 518., 26., rgb(0xc9554a));
}

pub(super) fn doll_house(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 782., 420., 40., 0.6);
    c.path("M270 330 L600 130 L930 330 Z", Ink::Lit(rgb(0x5b4a4f)));
    c.rect(300., 326., 600., 450., tint);
    let rooms = [
        (322., 346., 0xf0d9c8),
        (612., 346., 0xcfe0d8),
        (322., 560., 0xd6def0),
        (612., 560., 0xf3e6b8),
    ];
    for (x, y, colour) in rooms {
        c.rect(x, y, 266., 196., Ink::Lit(rgb(colour)));
        c.rect(x, y + 164., 266., 32., Ink::Lit(OAK));
        c.rect(
            x,
            y,
            266.,
            20.,
            Ink::Down(BLACK.faint(0.3), BLACK.faint(0.)),
        );
    }
    c.rounded(350., 450., 150., 60., 8., rgb(0xb8606a));
    c.rounded(350., 424., 20., 92., 6., WALNUT);
    c.rounded(370., 440., 46., 24., 8., PAPER);
    c.rounded(660., 470., 170., 50., 16., rgb(0x4f7f8f));
    c.rounded(670., 436., 150., 50., 14., rgb(0x5f93a3));
    c.rect(360., 668., 70., 60., PAPER);
    c.disc(395., 690., 14., Ink::Flat(COAL));
    c.rect(450., 640., 90., 88., rgb(0x7f9f7a));
    c.line(
        "M700 690 H820 M714 690 V728 M806 690 V728",
        11.,
        Ink::Lit(WALNUT),
    );
    c.line("M745 562 V610", 3., Ink::Flat(COAL));
    c.path("M715 640 L730 606 H760 L775 640 Z", rgb(0xd9a441));
    c.disc(600., 250., 34., Ink::Lit(rgb(0xf5efe2)));
    c.line("M600 216 V284 M566 250 H634", 5., Ink::Flat(rgb(0x5b4a4f)));
    c.rect(730., 160., 44., 90., rgb(0xa65d47));
    c.line(
        "M262 336 L600 130 L938 336",
        20.,
        Ink::Lit(tint.lighter(0.3)),
    );
}

pub(super) fn building_blocks(c: &mut Canvas, _tint: Colour) {
    c.shadow(600., 770., 460., 50., 0.55);
    let rows: [(f32, f32, f32, u32); 13] = [
        (260., 690., 4., 0x4f86b8),
        (500., 690., 4., 0xd9584a),
        (740., 690., 3., 0xf2c14e),
        (320., 616., 3., 0xf2c14e),
        (500., 616., 2., 0x5d9b67),
        (620., 616., 4., 0x4f86b8),
        (380., 542., 4., 0xd9584a),
        (620., 542., 2., 0xf4f0e6),
        (440., 468., 3., 0x5d9b67),
        (620., 468., 2., 0xf2c14e),
        (500., 394., 2., 0x4f86b8),
        (560., 320., 1., 0xd9584a),
        (900., 730., 2., 0x5d9b67),
    ];
    for (x, y, studs, colour) in rows {
        let colour = rgb(colour);
        let mut stud = 0.;
        while stud < studs {
            c.rounded(
                x + 12. + stud * 60.,
                y - 16.,
                36.,
                24.,
                6.,
                colour.lighter(0.1),
            );
            stud += 1.;
        }
        c.rounded(x, y, studs * 60., 74., 6., colour);
        c.rect(
            x + 6.,
            y + 5.,
            studs * 60. - 12.,
            5.,
            Ink::Flat(WHITE.faint(0.35)),
        );
    }
}

pub(super) fn pram(c: &mut Canvas, tint: Colour) {
    c.shadow(580., 790., 430., 36., 0.5);
    c.line("M800 440 L960 300 Q1000 280 1010 320", 17., Ink::Lit(STEEL));
    c.line("M966 296 L1012 322", 26., COAL);
    c.line("M330 600 L800 740 M830 590 L360 740", 17., Ink::Lit(STEEL));
    c.path(
        "M250 440 H840 C840 560 760 630 640 636 H420 C310 630 250 560 250 440 Z",
        tint,
    );
    c.path(
        "M500 440 C490 260 400 210 330 220 C240 240 230 340 250 440 Z",
        tint.lighter(0.12),
    );
    for (x, y) in [(300., 232.), (390., 226.), (456., 290.)] {
        c.line(
            &format!("M500 440 L{x} {y}"),
            5.,
            Ink::Flat(tint.darker(0.4).faint(0.6)),
        );
    }
    c.rounded(236., 428., 612., 24., 12., WHITE.darker(0.05));
    c.path("M520 430 Q660 370 830 430 Z", PAPER);
    c.line(
        "M300 520 C320 580 380 606 440 608",
        9.,
        Ink::Flat(WHITE.faint(0.35)),
    );
    for (x, radius) in [(350., 66.), (810., 82.)] {
        c.ring(x, 790. - radius, radius, 14., Ink::Lit(COAL));
        for spoke in 0_u8..8 {
            c.at((x, 790. - radius), f32::from(spoke) * 45., (1., 1.), |c| {
                c.line(&format!("M0 0 V-{}", radius - 8.), 3., Ink::Flat(STEEL));
            });
        }
        c.disc(x, 790. - radius, 14., Ink::Lit(STEEL));
    }
}

pub(super) fn sledge(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 770., 480., 40., 0.4);
    c.line(
        "M230 760 H900 Q1010 750 1020 620 Q1010 560 950 570",
        18.,
        Ink::Lit(OAK),
    );
    c.line(
        "M260 720 H880 Q980 710 984 620",
        15.,
        Ink::Lit(OAK.darker(0.3)),
    );
    for x in [330., 560., 790.] {
        c.line(&format!("M{x} 756 V600"), 15., Ink::Lit(OAK));
    }
    for (y, shade) in [(560., 0.25), (590., 0.1), (618., 0.)] {
        c.rounded(230. + (618. - y), y, 660., 22., 8., tint.lighter(shade));
    }
    c.line(
        "M960 574 C1060 440 1010 330 900 400 C820 450 760 430 700 470",
        9.,
        Ink::Flat(rgb(0xc8472f)),
    );
    c.path("M330 556 Q480 516 640 556 L660 580 H310 Z", rgb(0xb5483b));
    for x in [380., 440., 500., 560., 610.] {
        c.line(
            &format!("M{x} 540 L{} 578", x + 8.),
            5.,
            Ink::Flat(PAPER.faint(0.7)),
        );
    }
}

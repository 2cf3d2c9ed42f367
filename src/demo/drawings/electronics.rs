//! Drawings of what has a screen.

use super::canvas::{Canvas, outline, rounded};
use super::ink::{BLACK, COAL, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, rgb};
use super::kitchen::mug;
use super::valuables::watch_strap;

/// An evening by a lake: what screens show.
fn screen(c: &mut Canvas, x: f32, y: f32, width: f32, height: f32) {
    let frame = rounded(x, y, width, height, 6.);
    c.inside(&frame, |c| {
        c.at((x, y), 0., (width / 100., height / 60.), |c| {
            c.rect(0., 0., 100., 60., Ink::Down(rgb(0x233a63), rgb(0xf0a878)));
            c.disc(68., 30., 7., Ink::Glow(rgb(0xfff2cf), rgb(0xffd9a0)));
            c.path(
                "M0 38 L16 20 L28 32 L44 12 L64 36 L78 26 L100 40 V60 H0 Z",
                Ink::Down(rgb(0x5d5b86), rgb(0x33406a)),
            );
            c.path(
                "M0 42 Q24 32 50 41 Q76 48 100 38 V60 H0 Z",
                Ink::Down(rgb(0x1f3554), rgb(0x16263f)),
            );
            c.rect(
                0.,
                46.,
                100.,
                14.,
                Ink::Down(rgb(0xd18f78).faint(0.75), rgb(0x2b3c60)),
            );
            for (at, long) in [(49., 26.), (52., 18.), (55., 30.)] {
                c.rect(
                    68. - long / 2.,
                    at,
                    long,
                    0.7,
                    Ink::Flat(rgb(0xffe6bd).faint(0.6)),
                );
            }
        });
        c.path(
            &format!(
                "M{} {y} L{} {y} L{} {} L{} {} Z",
                x + width * 0.55,
                x + width * 0.8,
                x + width * 0.5,
                y + height,
                x + width * 0.25,
                y + height
            ),
            Ink::Flat(WHITE.faint(0.06)),
        );
    });
}

pub(super) fn television(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 772., 470., 46., 0.6);
    for x in [270., 900.] {
        c.path(
            &format!("M{x} 724 H{} L{} 776 H{} Z", x + 34., x + 26., x + 8.),
            WALNUT,
        );
    }
    c.rounded(220., 604., 760., 128., 8., OAK);
    for x in [240., 486., 732.] {
        c.rounded(x, 622., 230., 92., 5., OAK.lighter(0.12));
        c.rounded(x + 92., 634., 46., 7., 3., Ink::Flat(WALNUT));
    }
    c.cast(&rounded(250., 150., 700., 408., 10.), 14., 22.);
    c.path("M500 604 L520 588 H680 L700 604 Z", COAL);
    c.rect(584., 550., 32., 42., Ink::Metal(COAL.lighter(0.2)));
    c.rounded(250., 150., 700., 408., 10., tint.darker(0.5));
    screen(c, 262., 162., 676., 376.);
    c.oval(890., 590., 24., 10., rgb(0x4c6a52));
    c.path("M868 604 L874 560 H906 L912 604 Z", rgb(0xe9e2d4));
    for (x, y) in [(862., 500.), (882., 470.), (904., 482.), (920., 516.)] {
        c.line(
            &format!("M890 562 Q{} 530 {x} {y}", f32::midpoint(890., x)),
            7.,
            Ink::Flat(rgb(0x5b7f58)),
        );
        c.oval(x, y, 13., 18., rgb(0x76a06c));
    }
}

pub(super) fn laptop(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 745., 460., 60., 0.55);
    c.path(
        "M300 660 L900 660 L1000 762 Q1002 776 986 776 H214 Q198 776 200 762 Z",
        tint,
    );
    c.path(
        "M200 762 H1000 Q1002 780 984 780 H216 Q198 780 200 762 Z",
        Ink::Flat(tint.darker(0.35)),
    );
    c.path("M324 668 H876 L916 716 H284 Z", Ink::Flat(tint.darker(0.3)));
    for row in 0_u8..5 {
        let row = f32::from(row);
        let (y, left, wide) = (670. + row * 9., 327. - row * 8., 546. + row * 16.);
        for key in 0_u8..14 {
            let x = left + f32::from(key) * wide / 14.;
            c.rounded(x, y, wide / 14. - 4., 6.5, 2., Ink::Flat(COAL));
        }
    }
    c.path(
        "M510 726 H690 L702 756 H498 Z",
        Ink::Flat(tint.darker(0.16)),
    );
    c.rounded(288., 246., 624., 412., 18., tint.darker(0.2));
    c.rounded(296., 253., 608., 400., 12., Ink::Flat(rgb(0x17181b)));
    screen(c, 312., 268., 576., 366.);
    c.disc(600., 260., 3., Ink::Flat(rgb(0x3d4450)));
    c.rect(
        290.,
        652.,
        620.,
        10.,
        Ink::Down(tint.darker(0.5), tint.darker(0.1)),
    );
    c.oval(1064., 720., 62., 20., rgb(0xded7ca));
    mug(c, 1020., 620., rgb(0xd9765a));
}

pub(super) fn phone(c: &mut Canvas, tint: Colour) {
    c.at((450., 610.), -14., (1., 1.), |c| {
        let body = rounded(-205., -420., 410., 840., 62.);
        c.cast(&body, 20., 26.);
        c.fill(&body, tint.lighter(0.15));
        c.rounded(-199., -414., 398., 828., 56., Ink::Flat(rgb(0x0d0e11)));
        let glass = rounded(-186., -400., 372., 800., 46.);
        c.inside(&glass, |c| {
            c.rect(
                -186.,
                -400.,
                372.,
                800.,
                Ink::Down(rgb(0x33587a), rgb(0xe8b08a)),
            );
            c.path(
                "M-186 150 Q-80 40 10 130 Q90 200 186 90 V400 H-186 Z",
                Ink::Down(rgb(0x3d6f72), rgb(0x24464f)),
            );
            c.path(
                "M-186 260 Q-60 170 60 240 Q130 280 186 230 V400 H-186 Z",
                Ink::Down(rgb(0x234a4c), rgb(0x15303a)),
            );
            let colours = [
                rgb(0xf2f0ea),
                rgb(0xe98b5f),
                rgb(0x6aa88a),
                rgb(0xf3c66b),
                rgb(0x7f9fce),
                rgb(0xd7768a),
                rgb(0xf2f0ea),
                rgb(0x5b6fa6),
            ];
            for (number, colour) in (0_u8..).zip(colours) {
                let (x, y) = (
                    -160. + f32::from(number % 4) * 84.,
                    196. + f32::from(number / 4) * 88.,
                );
                c.rounded(x, y, 66., 66., 17., colour);
            }
            c.path(
                "M-20 -400 L186 -400 V-40 L-186 330 V60 Z",
                Ink::Flat(WHITE.faint(0.07)),
            );
        });
        c.rounded(-52., -382., 104., 28., 14., Ink::Flat(BLACK));
        c.rounded(-90., -270., 180., 16., 8., Ink::Flat(WHITE.faint(0.85)));
        c.rounded(-54., -236., 108., 10., 5., Ink::Flat(WHITE.faint(0.55)));
        c.rounded(202., -210., 7., 110., 3., Ink::Flat(tint.darker(0.4)));
    });
}

pub(super) fn tablet(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 742., 400., 46., 0.55);
    c.path("M300 735 H900 L880 760 H320 Z", WALNUT);
    c.rounded(232., 210., 736., 528., 32., tint);
    c.rounded(242., 220., 716., 508., 25., Ink::Flat(rgb(0x101114)));
    c.rect(268., 246., 664., 456., Ink::Flat(PAPER));
    // A child's drawing: a house, a sun and a tree.
    let crayon = |colour: u32| Ink::Flat(rgb(colour));
    c.line(
        "M360 620 V470 L470 380 L580 470 V620 Z",
        12.,
        crayon(0xd2504a),
    );
    c.line("M440 620 V540 H500 V620", 10., crayon(0x3f6fb5));
    c.rounded(385., 490., 44., 40., 4., crayon(0xf0c04a));
    c.line("M290 624 Q600 606 910 626", 14., crayon(0x5a9a55));
    c.disc(820., 340., 46., crayon(0xf4b93e));
    for turn in 0_u8..10 {
        c.at((820., 340.), f32::from(turn) * 36., (1., 1.), |c| {
            c.line("M62 0 H92", 9., crayon(0xf4b93e));
        });
    }
    c.line("M730 620 V520", 16., crayon(0x8a5a3b));
    for (x, y) in [(730., 478.), (692., 504.), (768., 502.)] {
        c.disc(x, y, 42., crayon(0x6fae62));
    }
    c.path(
        "M620 246 H932 V420 L520 702 H300 Z",
        Ink::Flat(WHITE.faint(0.10)),
    );
    c.line("M1000 760 L1084 640", 13., rgb(0xe9e6df));
    c.line("M1000 760 L1006 751", 9., Ink::Flat(COAL));
}

pub(super) fn console(c: &mut Canvas, tint: Colour) {
    c.shadow(560., 640., 440., 40., 0.5);
    c.rounded(200., 520., 640., 108., 22., WHITE.darker(0.07));
    c.rounded(200., 566., 640., 20., 2., Ink::Flat(rgb(0x1d2026)));
    c.rounded(236., 548., 30., 6., 3., Ink::Flat(rgb(0x6fb4e8)));
    c.shadow(780., 800., 250., 42., 0.55);
    let grip = outline(
        "M590 660 C620 610 690 616 720 636 H840 C870 616 940 610 970 660 C1000 716 1020 800 976 812 C930 822 900 760 868 744 H692 C660 760 630 822 584 812 C540 800 560 716 590 660 Z",
    );
    c.fill(&grip, tint);
    c.line(
        "M606 654 C640 622 690 630 720 648 H840 C870 630 920 622 954 654",
        6.,
        Ink::Flat(WHITE.faint(0.3)),
    );
    c.path(
        "M636 672 H654 V690 H672 V708 H654 V726 H636 V708 H618 V690 H636 Z",
        Ink::Flat(COAL),
    );
    for (x, y, colour) in [
        (910., 672., 0xe6b84c),
        (938., 698., 0xd0574f),
        (910., 724., 0x63a570),
        (882., 698., 0x5b87c5),
    ] {
        c.disc(x, y, 14., Ink::Lit(rgb(colour)));
    }
    for x in [716., 844.] {
        c.disc(x, 722., 34., Ink::Flat(BLACK.faint(0.3)));
        c.disc(x, 716., 30., Ink::Lit(COAL.lighter(0.2)));
    }
    c.rounded(756., 664., 48., 14., 7., Ink::Flat(rgb(0x8fc4ef)));
}

pub(super) fn smartwatch(c: &mut Canvas, tint: Colour) {
    watch_strap(c, tint);
    let body = rounded(330., 320., 340., 380., 96.);
    c.cast(&body, 16., 22.);
    c.fill(&body, Ink::Lit(COAL.lighter(0.35)));
    c.rounded(344., 334., 312., 352., 84., Ink::Flat(rgb(0x0c0d10)));
    for (radius, colour) in [(118., 0xe9566b), (90., 0x8fd14f), (62., 0x4fc3e8)] {
        c.ring(500., 510., radius, 20., Ink::Flat(rgb(colour).faint(0.22)));
        c.line(
            &format!(
                "M500 {} C{} {} {} {} 500 {}",
                510. - radius,
                500. + radius * 1.34,
                510. - radius,
                500. + radius * 1.34,
                510. + radius,
                510. + radius
            ),
            20.,
            Ink::Flat(rgb(colour)),
        );
    }
    c.rounded(668., 440., 16., 70., 8., Ink::Metal(STEEL));
    c.path(
        "M360 400 Q400 344 500 340 L420 680 Q350 660 350 600 Z",
        Ink::Flat(WHITE.faint(0.05)),
    );
}

pub(super) fn printer(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 764., 420., 50., 0.55);
    c.path(
        "M390 300 H810 L830 470 H370 Z",
        Ink::Down(WHITE, PAPER.darker(0.1)),
    );
    c.rounded(260., 450., 680., 300., 28., tint);
    c.rounded(260., 450., 680., 70., 24., tint.lighter(0.25));
    c.rounded(340., 600., 520., 44., 10., Ink::Flat(COAL));
    c.path(
        "M370 622 H830 L890 800 H310 Z",
        Ink::Down(WHITE.darker(0.08), WHITE),
    );
    for line in 0_u8..5 {
        let y = 676. + f32::from(line) * 22.;
        c.rounded(
            400.,
            y,
            400. - f32::from(line % 3) * 90.,
            8.,
            4.,
            Ink::Flat(STEEL),
        );
    }
    c.rounded(
        780.,
        474.,
        120.,
        60.,
        8.,
        Ink::Down(rgb(0x20354a), rgb(0x42708a)),
    );
    for x in [700., 738.] {
        c.disc(x, 504., 11., Ink::Flat(rgb(0x8fc7a4)));
    }
}

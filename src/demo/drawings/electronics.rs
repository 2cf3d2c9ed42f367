//! Drawings of what has a screen, a lens or a loudspeaker.

use super::canvas::{BLACK, BRASS, COAL, Canvas, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, outline, rgb, rounded};

/// An evening by a lake: what screens show.
fn screen(c: &mut Canvas, x: f32, y: f32, width: f32, height: f32) {
    let frame = rounded(x, y, width, height, 6.);
    c.inside(&frame, |c| {
        c.at((x, y), 0., (width / 100., height / 60.), |c| {
            c.rect(0., 0., 100., 60., Ink::Down(rgb(0x233a63), rgb(0xf0a878)));
            c.disc(68., 30., 7., Ink::Glow(rgb(0xfff2cf), rgb(0xffd9a0)));
            c.path("M0 38 L16 20 L28 32 L44 12 L64 36 L78 26 L100 40 V60 H0 Z", Ink::Down(rgb(0x5d5b86), rgb(0x33406a)));
            c.path("M0 42 Q24 32 50 41 Q76 48 100 38 V60 H0 Z", Ink::Down(rgb(0x1f3554), rgb(0x16263f)));
            c.rect(0., 46., 100., 14., Ink::Down(rgb(0xd18f78).faint(0.75), rgb(0x2b3c60)));
            for (at, long) in [(49., 26.), (52., 18.), (55., 30.)] {
                c.rect(68. - long / 2., at, long, 0.7, Ink::Flat(rgb(0xffe6bd).faint(0.6)));
            }
        });
        c.path(
            &format!("M{} {y} L{} {y} L{} {} L{} {} Z", x + width * 0.55, x + width * 0.8, x + width * 0.5, y + height, x + width * 0.25, y + height),
            Ink::Flat(WHITE.faint(0.06)),
        );
    });
}

pub(super) fn television(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 772., 470., 46., 0.6);
    for x in [270., 900.] {
        c.path(&format!("M{x} 724 H{} L{} 776 H{} Z", x + 34., x + 26., x + 8.), WALNUT);
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
        c.line(&format!("M890 562 Q{} 530 {x} {y}", (890. + x) / 2.), 7., Ink::Flat(rgb(0x5b7f58)));
        c.oval(x, y, 13., 18., rgb(0x76a06c));
    }
}

pub(super) fn laptop(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 745., 460., 60., 0.55);
    c.path("M300 660 L900 660 L1000 762 Q1002 776 986 776 H214 Q198 776 200 762 Z", tint);
    c.path("M200 762 H1000 Q1002 780 984 780 H216 Q198 780 200 762 Z", Ink::Flat(tint.darker(0.35)));
    c.path("M324 668 H876 L916 716 H284 Z", Ink::Flat(tint.darker(0.3)));
    for row in 0_u8..5 {
        let row = f32::from(row);
        let (y, left, wide) = (670. + row * 9., 327. - row * 8., 546. + row * 16.);
        for key in 0_u8..14 {
            let x = left + f32::from(key) * wide / 14.;
            c.rounded(x, y, wide / 14. - 4., 6.5, 2., Ink::Flat(COAL));
        }
    }
    c.path("M510 726 H690 L702 756 H498 Z", Ink::Flat(tint.darker(0.16)));
    c.rounded(288., 246., 624., 412., 18., tint.darker(0.2));
    c.rounded(296., 253., 608., 400., 12., Ink::Flat(rgb(0x17181b)));
    screen(c, 312., 268., 576., 366.);
    c.disc(600., 260., 3., Ink::Flat(rgb(0x3d4450)));
    c.rect(290., 652., 620., 10., Ink::Down(tint.darker(0.5), tint.darker(0.1)));
    c.oval(1064., 720., 62., 20., rgb(0xded7ca));
    mug(c, 1020., 620., rgb(0xd9765a));
}

/// A mug, 90 wide and 100 high, by its upper left corner.
pub(super) fn mug(c: &mut Canvas, x: f32, y: f32, tint: Colour) {
    c.at((x, y), 0., (1., 1.), |c| {
        c.line("M84 26 C122 20 122 78 80 74", 12., tint.darker(0.1));
        c.path("M0 12 L6 90 Q45 108 84 90 L90 12 Z", Ink::Across(tint.lighter(0.2), tint.darker(0.25)));
        c.oval(45., 12., 45., 12., tint.lighter(0.3));
        c.oval(45., 14., 38., 9., Ink::Flat(rgb(0x4a2c1c)));
    });
}

pub(super) fn phone(c: &mut Canvas, tint: Colour) {
    c.at((450., 610.), -14., (1., 1.), |c| {
        let body = rounded(-205., -420., 410., 840., 62.);
        c.cast(&body, 20., 26.);
        c.fill(&body, tint.lighter(0.15));
        c.rounded(-199., -414., 398., 828., 56., Ink::Flat(rgb(0x0d0e11)));
        let glass = rounded(-186., -400., 372., 800., 46.);
        c.inside(&glass, |c| {
            c.rect(-186., -400., 372., 800., Ink::Down(rgb(0x33587a), rgb(0xe8b08a)));
            c.path("M-186 150 Q-80 40 10 130 Q90 200 186 90 V400 H-186 Z", Ink::Down(rgb(0x3d6f72), rgb(0x24464f)));
            c.path("M-186 260 Q-60 170 60 240 Q130 280 186 230 V400 H-186 Z", Ink::Down(rgb(0x234a4c), rgb(0x15303a)));
            let colours = [rgb(0xf2f0ea), rgb(0xe98b5f), rgb(0x6aa88a), rgb(0xf3c66b), rgb(0x7f9fce), rgb(0xd7768a), rgb(0xf2f0ea), rgb(0x5b6fa6)];
            for (number, colour) in (0_u8..).zip(colours) {
                let (x, y) = (-160. + f32::from(number % 4) * 84., 196. + f32::from(number / 4) * 88.);
                c.rounded(x, y, 66., 66., 17., colour);
            }
            c.path("M-20 -400 L186 -400 V-40 L-186 330 V60 Z", Ink::Flat(WHITE.faint(0.07)));
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
    c.line("M360 620 V470 L470 380 L580 470 V620 Z", 12., crayon(0xd2504a));
    c.line("M440 620 V540 H500 V620", 10., crayon(0x3f6fb5));
    c.rounded(385., 490., 44., 40., 4., crayon(0xf0c04a));
    c.line("M290 624 Q600 606 910 626", 14., crayon(0x5a9a55));
    c.disc(820., 340., 46., crayon(0xf4b93e));
    for turn in 0_u8..10 {
        c.at((820., 340.), f32::from(turn) * 36., (1., 1.), |c| c.line("M62 0 H92", 9., crayon(0xf4b93e)));
    }
    c.line("M730 620 V520", 16., crayon(0x8a5a3b));
    for (x, y) in [(730., 478.), (692., 504.), (768., 502.)] {
        c.disc(x, y, 42., crayon(0x6fae62));
    }
    c.path("M620 246 H932 V420 L520 702 H300 Z", Ink::Flat(WHITE.faint(0.10)));
    c.line("M1000 760 L1084 640", 13., rgb(0xe9e6df));
    c.line("M1000 760 L1006 751", 9., Ink::Flat(COAL));
}

pub(super) fn camera(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 726., 400., 60., 0.6);
    c.line("M286 420 C170 430 130 640 210 730 C250 770 330 760 380 742", 17., rgb(0x6d4630));
    c.path("M486 330 L520 258 Q526 246 540 246 H668 Q682 246 688 258 L722 330 Z", COAL.lighter(0.12));
    c.rounded(340., 296., 92., 36., 8., Ink::Metal(STEEL));
    c.rounded(770., 300., 66., 32., 8., Ink::Metal(STEEL));
    c.rounded(276., 322., 648., 396., 44., tint.lighter(0.1));
    c.rounded(276., 400., 648., 236., 4., tint.darker(0.42));
    for x in 0_u8..50 {
        let x = 284. + f32::from(x) * 13.;
        c.line(&format!("M{x} 404 V632"), 1.5, Ink::Flat(WHITE.faint(0.035)));
    }
    c.rounded(300., 352., 56., 30., 6., Ink::Flat(rgb(0xdfe8ea)));
    c.disc(860., 366., 10., Ink::Glow(rgb(0xff9a80), rgb(0xc23b2a)));
    lens_front(c, 600., 520., 196.);
}

/// A lens from the front, by its middle.
fn lens_front(c: &mut Canvas, x: f32, y: f32, radius: f32) {
    c.disc(x + 8., y + 14., radius, Ink::Glow(BLACK.faint(0.8), BLACK.faint(0.25)));
    c.disc(x, y, radius, Ink::Lit(COAL.lighter(0.2)));
    c.ring(x, y, radius * 0.93, radius * 0.05, Ink::Flat(BLACK.faint(0.5)));
    c.disc(x, y, radius * 0.82, Ink::Lit(COAL));
    c.ring(x, y, radius * 0.8, 3., Ink::Flat(WHITE.faint(0.25)));
    c.disc(x, y, radius * 0.64, Ink::Lit(rgb(0x101216)));
    c.disc(x, y, radius * 0.55, Ink::Glow(rgb(0x0b0d14), rgb(0x2c3f73)));
    c.disc(x, y, radius * 0.38, Ink::Glow(rgb(0x07080c), rgb(0x4a2d63)));
    c.oval(x - radius * 0.2, y - radius * 0.24, radius * 0.2, radius * 0.13, Ink::Glow(WHITE.faint(0.85), WHITE.faint(0.05)));
    c.oval(x + radius * 0.22, y + radius * 0.25, radius * 0.1, radius * 0.07, Ink::Flat(rgb(0x8fd0d8).faint(0.4)));
}

pub(super) fn lens(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 826., 300., 54., 0.6);
    c.rounded(300., 300., 400., 520., 26., Ink::Metal(tint.lighter(0.15)));
    c.rounded(284., 380., 432., 168., 12., Ink::Metal(tint.darker(0.15)));
    for rib in 0_u8..24 {
        c.rect(290. + f32::from(rib) * 17.6, 384., 6., 160., Ink::Flat(BLACK.faint(0.35)));
    }
    c.rounded(290., 620., 420., 96., 10., Ink::Metal(tint.darker(0.1)));
    for rib in 0_u8..24 {
        c.rect(296. + f32::from(rib) * 17., 624., 6., 88., Ink::Flat(BLACK.faint(0.35)));
    }
    c.rect(300., 578., 400., 8., Ink::Flat(rgb(0xb3422e)));
    for mark in 0_u8..9 {
        c.rect(340. + f32::from(mark) * 38., 596., 3., 12., Ink::Flat(WHITE.faint(0.7)));
    }
    c.oval(500., 300., 200., 62., tint.lighter(0.2));
    c.oval(500., 302., 180., 53., Ink::Flat(rgb(0x0e0f12)));
    c.oval(500., 306., 150., 42., Ink::Across(rgb(0x2a3f78), rgb(0x5a2f66)));
    c.oval(440., 296., 46., 12., Ink::Flat(WHITE.faint(0.5)));
}

pub(super) fn headphones(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 800., 330., 46., 0.5);
    c.line("M248 600 C210 110 790 110 752 600", 56., tint);
    c.line("M262 540 C240 176 760 176 738 540", 16., Ink::Flat(tint.darker(0.4).faint(0.7)));
    c.line("M300 350 C350 180 560 160 640 230", 7., Ink::Flat(WHITE.faint(0.3)));
    for (side, x) in [(1., 250.), (-1., 750.)] {
        c.at((x, 640.), 0., (side, 1.), |c| {
            c.rounded(-26., -90., 40., 70., 14., Ink::Metal(STEEL));
            c.rounded(-62., -140., 110., 290., 54., tint);
            c.rounded(28., -130., 62., 270., 31., Ink::Across(COAL.lighter(0.15), COAL));
            c.ring(-12., 5., 34., 5., Ink::Flat(WHITE.faint(0.22)));
        });
    }
}

pub(super) fn speaker(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1040., 330., 54., 0.6);
    c.path("M640 300 L716 330 V1010 L640 1040 Z", tint.darker(0.35));
    c.rounded(230., 296., 412., 746., 14., tint);
    for grain in 0_u8..12 {
        let y = 320. + f32::from(grain) * 60.;
        c.line(&format!("M238 {y} Q420 {} 634 {y}", y + 16.), 2., Ink::Flat(tint.darker(0.35).faint(0.3)));
    }
    for (y, radius) in [(470., 88.), (770., 160.)] {
        c.disc(436., y + 5., radius + 14., Ink::Flat(BLACK.faint(0.35)));
        c.ring(436., y, radius + 6., 14., Ink::Lit(STEEL));
        c.disc(436., y, radius, Ink::Lit(rgb(0x2b2d31)));
        c.ring(436., y, radius * 0.82, radius * 0.14, Ink::Lit(rgb(0x17181b)));
        c.disc(436., y, radius * 0.66, Ink::Glow(rgb(0x18191c), rgb(0x3c3f45)));
        c.disc(436., y, radius * 0.26, Ink::Glow(rgb(0x5c6068), rgb(0x222428)));
    }
    c.rounded(388., 980., 96., 10., 5., Ink::Flat(BRASS));
}

pub(super) fn turntable(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 762., 480., 50., 0.6);
    c.path("M250 470 H950 L1040 700 H160 Z", tint.lighter(0.1));
    c.path("M160 700 H1040 V752 Q1040 760 1030 760 H170 Q160 760 160 752 Z", tint.darker(0.2));
    c.at((540., 588.), 0., (1., 0.36), |c| {
        c.disc(0., 10., 286., Ink::Lit(STEEL));
        c.disc(0., 0., 276., Ink::Lit(rgb(0x1b1b1e)));
        for groove in 0_u8..9 {
            c.ring(0., 0., 118. + f32::from(groove) * 17., 1.6, Ink::Flat(WHITE.faint(0.09)));
        }
        c.path("M0 0 L-250 -110 Q-275 -40 -268 60 Z", Ink::Flat(WHITE.faint(0.08)));
        c.path("M0 0 L250 110 Q275 40 268 -60 Z", Ink::Flat(WHITE.faint(0.10)));
        c.disc(0., 0., 92., Ink::Lit(rgb(0xcf6a45)));
        c.ring(0., 0., 62., 5., Ink::Flat(PAPER.faint(0.7)));
        c.disc(0., 0., 8., Ink::Flat(PAPER));
    });
    c.oval(894., 520., 44., 20., Ink::Lit(STEEL));
    c.rect(880., 484., 28., 36., Ink::Metal(STEEL));
    c.line("M894 490 L930 600 L772 638", 11., Ink::Lit(STEEL.lighter(0.3)));
    c.rounded(736., 624., 56., 26., 6., COAL);
    for x in [900., 956.] {
        c.oval(x, 676., 19., 8., Ink::Lit(STEEL));
    }
}

pub(super) fn console(c: &mut Canvas, tint: Colour) {
    c.shadow(560., 640., 440., 40., 0.5);
    c.rounded(200., 520., 640., 108., 22., WHITE.darker(0.07));
    c.rounded(200., 566., 640., 20., 2., Ink::Flat(rgb(0x1d2026)));
    c.rounded(236., 548., 30., 6., 3., Ink::Flat(rgb(0x6fb4e8)));
    c.shadow(780., 800., 250., 42., 0.55);
    let grip = outline("M590 660 C620 610 690 616 720 636 H840 C870 616 940 610 970 660 C1000 716 1020 800 976 812 C930 822 900 760 868 744 H692 C660 760 630 822 584 812 C540 800 560 716 590 660 Z");
    c.fill(&grip, tint);
    c.line("M606 654 C640 622 690 630 720 648 H840 C870 630 920 622 954 654", 6., Ink::Flat(WHITE.faint(0.3)));
    c.path("M636 672 H654 V690 H672 V708 H654 V726 H636 V708 H618 V690 H636 Z", Ink::Flat(COAL));
    for (x, y, colour) in [(910., 672., 0xe6b84c), (938., 698., 0xd0574f), (910., 724., 0x63a570), (882., 698., 0x5b87c5)] {
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
        c.line(&format!("M500 {} C{} {} {} {} 500 {}", 510. - radius, 500. + radius * 1.34, 510. - radius, 500. + radius * 1.34, 510. + radius, 510. + radius), 20., Ink::Flat(rgb(colour)));
    }
    c.rounded(668., 440., 16., 70., 8., Ink::Metal(STEEL));
    c.path("M360 400 Q400 344 500 340 L420 680 Q350 660 350 600 Z", Ink::Flat(WHITE.faint(0.05)));
}

/// A strap lying from the top to the bottom of a square picture.
pub(super) fn watch_strap(c: &mut Canvas, tint: Colour) {
    for (from, to, narrow) in [(360., 40., 130.), (660., 960., 126.)] {
        let strap = outline(&format!("M385 {from} H615 L{} {to} H{} Z", 500. + narrow / 1.3, 500. - narrow / 1.3));
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

pub(super) fn printer(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 764., 420., 50., 0.55);
    c.path("M390 300 H810 L830 470 H370 Z", Ink::Down(WHITE, PAPER.darker(0.1)));
    c.rounded(260., 450., 680., 300., 28., tint);
    c.rounded(260., 450., 680., 70., 24., tint.lighter(0.25));
    c.rounded(340., 600., 520., 44., 10., Ink::Flat(COAL));
    c.path("M370 622 H830 L890 800 H310 Z", Ink::Down(WHITE.darker(0.08), WHITE));
    for line in 0_u8..5 {
        let y = 676. + f32::from(line) * 22.;
        c.rounded(400., y, 400. - f32::from(line % 3) * 90., 8., 4., Ink::Flat(STEEL));
    }
    c.rounded(780., 474., 120., 60., 8., Ink::Down(rgb(0x20354a), rgb(0x42708a)));
    for x in [700., 738.] {
        c.disc(x, 504., 11., Ink::Flat(rgb(0x8fc7a4)));
    }
}

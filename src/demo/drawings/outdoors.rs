//! Drawings of what one takes into the woods and onto the snow.

use super::canvas::{Canvas, rounded};
use super::ink::{BRASS, COAL, Colour, Ink, PAPER, STEEL, WALNUT, WHITE, rgb};

pub(super) fn tent(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 776., 560., 50., 0.55);
    c.path(
        "M140 770 C240 420 420 320 600 320 C780 320 960 420 1060 770 Z",
        tint,
    );
    c.path(
        "M600 320 C780 320 960 420 1060 770 H760 C760 560 700 400 600 320 Z",
        tint.darker(0.2),
    );
    c.path(
        "M430 770 C440 560 520 420 600 360 C680 420 740 560 750 770 Z",
        tint.darker(0.62),
    );
    c.path(
        "M430 770 C440 560 520 420 600 360 C560 500 540 620 470 770 Z",
        tint.lighter(0.25),
    );
    c.line(
        "M600 330 C640 460 740 560 756 768",
        6.,
        Ink::Flat(PAPER.faint(0.7)),
    );
    c.line(
        "M150 760 C250 420 430 330 600 324 C770 330 950 420 1050 760",
        9.,
        Ink::Flat(rgb(0xe2a03c)),
    );
    for (path, x) in [
        ("M190 640 L70 790", 70.),
        ("M1010 640 L1130 790", 1130.),
        ("M330 450 L200 800", 200.),
    ] {
        c.line(path, 3., Ink::Flat(PAPER));
        c.line(&format!("M{x} 784 V810"), 8., Ink::Flat(rgb(0xe2a03c)));
    }
    c.path("M500 740 Q600 700 716 744 V770 H500 Z", rgb(0x4d7ba6));
    c.oval(548., 738., 46., 24., rgb(0xe6d9bd));
}

pub(super) fn backpack(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1046., 300., 40., 0.6);
    c.rounded(250., 930., 400., 84., 42., rgb(0xb98a4a));
    c.line("M330 250 C330 150 570 150 570 250", 20., COAL);
    c.path("M240 1000 C200 800 220 380 330 260 Q450 200 570 260 C680 380 700 800 660 1000 Q450 1050 240 1000 Z", tint);
    c.path(
        "M280 420 C290 240 360 214 450 214 C540 214 610 240 620 420 Q450 470 280 420 Z",
        tint.lighter(0.12),
    );
    c.rounded(286., 600., 328., 320., 46., tint.darker(0.1));
    c.path(
        "M286 640 Q450 600 614 640 V700 Q450 740 286 700 Z",
        tint.lighter(0.06),
    );
    for x in [350., 520.] {
        c.rect(x, 380., 26., 560., Ink::Across(WALNUT.lighter(0.1), WALNUT));
        c.rounded(x - 8., 560., 42., 40., 6., BRASS);
    }
    for side in [196., 654.] {
        c.rounded(side, 620., 54., 270., 24., tint.darker(0.22));
    }
    c.line("M300 800 V640", 7., Ink::Flat(WHITE.faint(0.25)));
    c.rounded(400., 770., 100., 60., 8., rgb(0xe9e2d2));
}

pub(super) fn skis(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1090., 330., 40., 0.3);
    for (x, lean) in [(330., -4.), (450., 3.)] {
        c.at((x, 1080.), lean, (1., 1.), |c| {
            c.path(
                "M-30 40 V-860 Q-30 -960 6 -980 Q36 -950 34 -860 V40 Z",
                tint,
            );
            c.path("M-30 -300 H34 V-120 H-30 Z", tint.lighter(0.5));
            c.path("M-30 -640 L34 -700 V-640 L-30 -580 Z", Ink::Flat(PAPER));
            c.path(
                "M-30 -560 L34 -620 V-590 L-30 -530 Z",
                Ink::Flat(rgb(0xe2a03c)),
            );
            c.rounded(-26., -330., 56., 130., 12., COAL);
            c.rounded(-16., -350., 36., 40., 8., Ink::Metal(STEEL));
            c.line("M-20 -20 V-840", 4., Ink::Flat(WHITE.faint(0.35)));
        });
    }
    for (x, lean) in [(610., 6.), (680., 11.)] {
        c.at((x, 1090.), lean, (1., 1.), |c| {
            c.line("M0 0 V-760", 10., Ink::Lit(STEEL));
            c.line("M0 -760 V-850", 26., COAL);
            c.line("M0 -840 C-60 -800 -50 -720 0 -740", 7., Ink::Flat(COAL));
            c.oval(0., -60., 40., 12., COAL);
        });
    }
}

pub(super) fn snowboard(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1080., 240., 40., 0.35);
    c.at((450., 600.), 7., (1., 1.), |c| {
        let board = rounded(-116., -500., 232., 1000., 116.);
        c.cast(&board, 14., 20.);
        c.fill(&board, tint);
        c.inside(&board, |c| {
            c.path(
                "M-116 100 L116 -160 V60 L-116 320 Z",
                Ink::Flat(rgb(0xf1c75b)),
            );
            c.path("M-116 320 L116 60 V180 L-116 440 Z", Ink::Flat(PAPER));
            c.path(
                "M-116 -500 L0 -500 L116 -360 V-260 L-116 -460 Z",
                Ink::Flat(tint.lighter(0.4)),
            );
            c.disc(10., -330., 70., Ink::Flat(rgb(0xe0664d)));
        });
        for y in [-200., 190.] {
            c.rounded(-90., y - 40., 180., 80., 30., COAL);
            c.line(
                &format!("M-84 {y} Q0 {} 84 {y}", y - 70.),
                26.,
                Ink::Lit(COAL.lighter(0.25)),
            );
            c.disc(66., y - 18., 13., Ink::Lit(STEEL));
        }
        c.line("M-90 -360 V300", 6., Ink::Flat(WHITE.faint(0.35)));
    });
}

pub(super) fn skates(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 766., 430., 44., 0.5);
    for (x, y, size) in [(330., -30., 0.94), (560., 30., 1.)] {
        c.at((x, y), 0., (size, size), |c| {
            c.rounded(-110., 700., 460., 22., 11., Ink::Metal(STEEL.lighter(0.3)));
            c.path("M-60 640 H-10 V704 H-60 Z M220 640 H270 V704 H220 Z", Ink::Metal(STEEL));
            c.rounded(-100., 626., 420., 26., 8., COAL);
            c.path("M-90 630 C-110 500 -80 420 -86 250 Q0 220 110 250 C110 380 130 450 220 490 C310 520 330 570 322 630 Z", tint);
            c.path("M-86 250 Q0 220 110 250 V290 Q0 262 -86 290 Z", tint.lighter(0.5));
            for step in 0_u8..6 {
                let (x, y) = (104. + f32::from(step) * 21., 330. + f32::from(step) * 32.);
                c.line(&format!("M{} {} L{x} {y}", x - 50., y + 22.), 7., Ink::Flat(PAPER));
            }
            c.line("M-60 580 C-76 480 -50 420 -56 310", 8., Ink::Flat(WHITE.faint(0.3)));
        });
    }
}

pub(super) fn golf_bag(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1050., 300., 36., 0.55);
    for (x, top, club) in [
        (380., 120., true),
        (430., 80., false),
        (480., 110., true),
        (530., 150., false),
    ] {
        c.line(
            &format!("M{} 420 L{x} {top}", 430. + (x - 450.) * 0.5),
            9.,
            Ink::Lit(STEEL),
        );
        if club {
            c.path(
                &format!(
                    "M{} {} Q{x} {} {} {} Q{} {} {} {} Z",
                    x - 14.,
                    top + 10.,
                    top - 50.,
                    x + 60.,
                    top - 10.,
                    x + 60.,
                    top + 40.,
                    x - 10.,
                    top + 30.
                ),
                COAL.lighter(0.1),
            );
        } else {
            c.path(
                &format!(
                    "M{} {top} L{} {} L{} {} Z",
                    x - 6.,
                    x + 60.,
                    top + 34.,
                    x,
                    top + 60.
                ),
                Ink::Metal(STEEL),
            );
        }
    }
    c.line("M560 560 L690 1040", 14., Ink::Lit(STEEL));
    c.path("M310 400 H590 L560 1030 Q450 1060 340 1030 Z", tint);
    c.oval(450., 400., 142., 34., tint.darker(0.4));
    c.path("M308 396 Q450 450 592 396 V440 Q450 494 308 440 Z", PAPER);
    c.rounded(370., 700., 160., 250., 30., tint.lighter(0.1));
    c.rounded(390., 560., 120., 100., 24., tint.darker(0.15));
    c.line("M330 480 C180 560 200 860 336 940", 26., Ink::Lit(COAL));
    c.line("M380 740 H520", 5., Ink::Flat(STEEL));
    c.disc(620., 1036., 20., Ink::Lit(WHITE));
}

pub(super) fn fishing_rod(c: &mut Canvas, tint: Colour) {
    c.shadow(560., 790., 500., 40., 0.4);
    c.line("M170 790 L1090 130", 12., Ink::Lit(COAL));
    c.line("M170 790 L420 610", 28., Ink::Lit(rgb(0xb98a5a)));
    c.line("M440 596 L520 540", 22., Ink::Lit(rgb(0xb98a5a)));
    c.line("M424 606 L444 594", 30., Ink::Lit(tint));
    for (x, y, radius) in [
        (690., 442., 15.),
        (850., 324., 12.),
        (980., 228., 9.),
        (1080., 150., 7.),
    ] {
        c.ring(x, y, radius, 4., Ink::Flat(STEEL));
    }
    c.line(
        "M470 640 Q690 470 850 336 Q1000 220 1084 154 Q1150 300 1120 560",
        2.,
        Ink::Flat(WHITE.faint(0.8)),
    );
    c.line("M440 610 L470 660", 16., Ink::Lit(STEEL));
    c.disc(490., 690., 60., Ink::Lit(COAL.lighter(0.15)));
    c.disc(490., 690., 42., Ink::Lit(tint));
    c.disc(490., 690., 14., Ink::Lit(STEEL));
    c.line("M490 690 L570 740", 10., Ink::Lit(STEEL));
    c.rounded(556., 724., 46., 30., 12., COAL);
    c.path(
        "M1120 560 Q1096 590 1104 640 Q1120 668 1136 640 Q1144 590 1120 560 Z",
        Ink::Down(rgb(0xe86a4a), rgb(0xf2d66b)),
    );
    c.line("M1120 652 Q1116 690 1140 680", 4., Ink::Flat(COAL));
    c.rounded(760., 700., 270., 96., 12., rgb(0x55715c));
    c.rounded(760., 700., 270., 36., 12., rgb(0x6d8c74));
    c.rounded(872., 724., 46., 26., 6., Ink::Metal(STEEL));
}

//! Drawings of boats and what belongs to them.

use super::canvas::{Canvas, outline};
use super::ink::{BLACK, BRASS, COAL, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, rgb};

pub(super) fn kayak(c: &mut Canvas, tint: Colour) {
    c.oval(
        600.,
        690.,
        560.,
        44.,
        Ink::Glow(rgb(0x14303c).faint(0.55), rgb(0x14303c).faint(0.)),
    );
    c.path("M60 570 Q120 560 300 590 Q600 610 900 590 Q1080 560 1140 570 Q1080 660 900 686 Q600 716 300 686 Q120 660 60 570 Z", tint);
    c.path("M60 570 Q120 560 300 590 Q600 610 900 590 Q1080 560 1140 570 Q1000 620 600 630 Q200 620 60 570 Z", tint.lighter(0.3));
    c.oval(600., 602., 150., 26., Ink::Lit(COAL));
    c.oval(600., 604., 126., 18., Ink::Flat(BLACK));
    c.path("M536 600 Q560 540 620 550 L640 606 Z", COAL.lighter(0.2));
    for x in [330., 870.] {
        c.oval(x, 604., 54., 10., COAL);
        c.line(
            &format!(
                "M{} 596 L{} 612 M{} 612 L{} 596",
                x - 80.,
                x + 80.,
                x - 80.,
                x + 80.
            ),
            3.,
            Ink::Flat(PAPER),
        );
    }
    c.line("M250 690 L950 470", 11., Ink::Lit(COAL));
    c.at((214., 702.), -17., (1., 1.), |c| {
        c.oval(0., 0., 76., 30., rgb(0xf3c94f));
    });
    c.at((986., 458.), -17., (1., 1.), |c| {
        c.oval(0., 0., 76., 30., rgb(0xf3c94f));
    });
    for x in [140., 420., 760.] {
        c.line(
            &format!("M{x} 730 H{}", x + 240.),
            5.,
            Ink::Flat(WHITE.faint(0.4)),
        );
    }
}

pub(super) fn rowing_boat(c: &mut Canvas, tint: Colour) {
    c.oval(
        600.,
        720.,
        520.,
        50.,
        Ink::Glow(rgb(0x14303c).faint(0.6), rgb(0x14303c).faint(0.)),
    );
    c.path(
        "M130 520 Q600 620 1080 500 Q1040 680 960 720 H280 Q180 660 130 520 Z",
        tint,
    );
    for (y, dy) in [(570., 40.), (620., 34.), (668., 24.)] {
        c.line(
            &format!(
                "M{} {y} Q600 {} {} {}",
                90. + (y - 480.) * 0.9,
                y + dy * 1.4,
                1090. - (y - 480.) * 0.45,
                y - 12.
            ),
            3.,
            Ink::Flat(tint.darker(0.4).faint(0.5)),
        );
    }
    c.path(
        "M130 520 Q600 620 1080 500 Q1000 490 880 508 Q600 552 300 520 Z",
        Ink::Lit(WALNUT.darker(0.3)),
    );
    c.path(
        "M420 540 Q440 560 470 566 L500 536 Z M700 536 L730 560 L800 548 L770 520 Z",
        Ink::Lit(OAK),
    );
    c.line("M130 520 Q600 620 1080 500", 15., Ink::Lit(OAK));
    c.line(
        "M300 520 Q600 552 880 508 Q1000 490 1080 500",
        8.,
        Ink::Lit(OAK),
    );
    c.line("M610 540 L300 760", 13., Ink::Lit(OAK.lighter(0.2)));
    c.path(
        "M310 740 L220 790 Q200 810 236 812 L330 776 Z",
        OAK.lighter(0.2),
    );
    c.line("M700 540 L980 740", 13., Ink::Lit(OAK));
    c.path("M970 724 L1060 770 Q1084 790 1046 796 L956 756 Z", OAK);
    c.line("M1070 508 Q1140 560 1190 540", 5., Ink::Flat(PAPER));
}

pub(super) fn motor_boat(c: &mut Canvas, tint: Colour) {
    c.oval(
        600.,
        736.,
        560.,
        50.,
        Ink::Glow(rgb(0x14303c).faint(0.6), rgb(0x14303c).faint(0.)),
    );
    c.path(
        "M130 540 H900 Q1040 530 1120 490 Q1080 660 960 724 H220 Q150 700 130 540 Z",
        Ink::Lit(WHITE.darker(0.03)),
    );
    c.path(
        "M140 610 Q600 640 1090 570 L1074 606 Q600 676 146 650 Z",
        Ink::Flat(tint),
    );
    c.path(
        "M210 724 H960 Q1000 704 1024 676 H160 Q180 716 210 724 Z",
        tint.darker(0.3),
    );
    c.path(
        "M150 540 H900 Q1040 530 1120 490 L1100 480 Q960 500 860 500 H160 Z",
        Ink::Lit(OAK),
    );
    c.path(
        "M520 500 L600 380 H800 L900 500 Z",
        Ink::Lit(WHITE.darker(0.06)),
    );
    c.path(
        "M620 398 H790 L850 470 H580 Z",
        Ink::Down(rgb(0x35505e), rgb(0x8fb0ba)),
    );
    c.rounded(560., 362., 270., 22., 10., tint);
    c.rounded(300., 440., 130., 64., 16., rgb(0xd8b98c));
    c.line(
        "M870 496 V440 H1060 L1090 484 M960 440 V494",
        7.,
        Ink::Lit(STEEL),
    );
    c.rounded(80., 470., 74., 110., 20., COAL.lighter(0.1));
    c.rect(100., 576., 34., 130., Ink::Lit(COAL));
    c.line("M250 500 V330", 6., Ink::Flat(STEEL));
    c.path("M250 330 H330 V384 H250 Z", rgb(0x2c6aa8));
    c.rect(270., 330., 12., 54., Ink::Flat(rgb(0xf2ca3f)));
    c.rect(250., 351., 80., 12., Ink::Flat(rgb(0xf2ca3f)));
    for x in [120., 430., 800.] {
        c.line(
            &format!("M{x} 752 H{}", x + 230.),
            6.,
            Ink::Flat(WHITE.faint(0.45)),
        );
    }
}

pub(super) fn outboard_motor(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1060., 280., 34., 0.6);
    for path in ["M450 700 L270 1050", "M450 700 L640 1050"] {
        c.line(path, 22., Ink::Lit(OAK));
    }
    c.line("M310 960 H600", 18., Ink::Lit(OAK));
    c.rounded(300., 560., 260., 60., 8., Ink::Lit(OAK.darker(0.1)));
    c.path(
        "M400 460 H520 L500 960 H420 Z",
        Ink::Metal(STEEL.darker(0.2)),
    );
    c.path("M380 850 H560 L540 880 H400 Z", COAL);
    c.path(
        "M410 940 H520 Q540 990 500 1010 L440 1040 Q420 990 410 940 Z",
        COAL.lighter(0.15),
    );
    for lean in [-50., 50., 0.] {
        c.at((560., 960.), lean, (1., 1.), |c| {
            c.oval(0., -36., 17., 44., BRASS);
        });
    }
    c.disc(556., 960., 16., Ink::Lit(STEEL));
    c.path("M300 220 Q300 150 380 140 H560 Q640 160 640 260 V430 Q630 480 560 490 H360 Q300 480 300 420 Z", tint);
    c.path("M300 320 H640 V370 H300 Z", Ink::Flat(PAPER));
    c.line(
        "M330 250 Q330 180 400 172 H520",
        10.,
        Ink::Flat(WHITE.faint(0.4)),
    );
    c.line("M310 450 L130 400", 26., Ink::Lit(COAL));
    c.line("M170 412 L110 394", 38., COAL.lighter(0.15));
}

pub(super) fn life_jacket(c: &mut Canvas, tint: Colour) {
    let vest = outline(
        "M300 270 Q350 230 410 250 Q450 380 450 400 Q450 380 490 250 Q550 230 600 270 C640 360 640 420 700 480 V920 Q580 960 460 930 H440 Q320 960 200 920 V480 C260 420 260 360 300 270 Z",
    );
    c.cast(&vest, 22., 26.);
    c.fill(&vest, tint);
    c.line("M450 400 V930", 6., Ink::Flat(COAL));
    for (y, colour) in [(560., COAL), (740., COAL)] {
        c.rect(200., y, 500., 36., Ink::Flat(colour));
        c.rounded(404., y - 14., 92., 64., 12., Ink::Lit(COAL.lighter(0.25)));
    }
    for x in [280., 560.] {
        c.rounded(x, 460., 70., 46., 6., Ink::Down(WHITE, STEEL));
    }
    c.line(
        "M236 880 V500 C290 440 290 380 330 300",
        9.,
        Ink::Flat(WHITE.faint(0.35)),
    );
}

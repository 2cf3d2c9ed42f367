//! Drawings of bicycles, boats and what one takes into the woods, onto the snow and out to sea.

use super::canvas::{BLACK, BRASS, COAL, Canvas, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, outline, rgb, rounded};

fn wheel(c: &mut Canvas, x: f32, y: f32, radius: f32, tyre: f32) {
    c.ring(x, y, radius, tyre, Ink::Lit(COAL));
    c.ring(x, y, radius - tyre * 0.7, tyre * 0.35, Ink::Lit(STEEL.lighter(0.3)));
    for spoke in 0_u8..14 {
        c.at((x, y), f32::from(spoke) * 25.7, (1., 1.), |c| {
            c.line(&format!("M0 0 L12 -{}", radius - tyre * 0.6), 1.6, Ink::Flat(rgb(0x6d7278).faint(0.7)));
        });
    }
    c.disc(x, y, 12., Ink::Lit(STEEL));
}

fn crank(c: &mut Canvas, x: f32, y: f32) {
    c.ring(x, y, 34., 9., Ink::Lit(STEEL.darker(0.25)));
    c.line(&format!("M{x} {y} L{} {}", x + 36., y + 56.), 10., Ink::Lit(STEEL));
    c.rounded(x + 12., y + 52., 54., 14., 6., COAL);
}

pub(super) fn city_bicycle(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 806., 500., 30., 0.55);
    wheel(c, 320., 650., 150., 16.);
    wheel(c, 880., 650., 150., 16.);
    c.line("M150 640 C160 470 470 440 494 620", 10., Ink::Lit(tint.darker(0.2)));
    c.line("M720 610 C740 460 1020 450 1046 600", 10., Ink::Lit(tint.darker(0.2)));
    c.line("M320 650 H560 M320 650 L470 390 M560 650 L450 330", 16., tint);
    c.line("M560 650 C640 620 760 520 800 376", 20., tint.lighter(0.08));
    c.line("M794 330 L836 480 Q850 580 880 650", 16., tint);
    c.line("M500 520 C600 560 720 470 790 360", 12., tint);
    c.line("M790 330 L776 270 C760 236 700 250 680 280", 13., Ink::Lit(STEEL));
    c.line("M690 268 L650 296", 22., Ink::Lit(WALNUT));
    c.path("M370 318 Q400 296 500 300 Q520 306 510 322 Q450 330 430 350 Q390 348 370 318 Z", WALNUT);
    c.path("M840 330 H1030 L1000 450 H866 Z", Ink::Lit(rgb(0xb98a55)));
    for y in [360., 390., 420.] {
        c.line(&format!("M{} {y} H{}", 846. + (y - 330.) * 0.2, 1024. - (y - 330.) * 0.26), 5., Ink::Flat(rgb(0x7d5730).faint(0.6)));
    }
    for x in [880., 920., 960., 1000.] {
        c.line(&format!("M{x} 334 L{} 448", 935. + (x - 935.) * 0.75), 4., Ink::Flat(rgb(0x7d5730).faint(0.5)));
    }
    c.rounded(828., 318., 214., 18., 9., WALNUT);
    c.line("M220 520 H440 M240 520 L310 640", 9., Ink::Lit(STEEL));
    c.path("M330 600 L600 628 Q620 660 596 684 L330 680 Q300 640 330 600 Z", tint.darker(0.1));
    crank(c, 560., 654.);
    c.disc(850., 480., 18., Ink::Glow(rgb(0xfff3c8), STEEL));
}

pub(super) fn mountain_bicycle(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 812., 510., 30., 0.55);
    wheel(c, 310., 646., 158., 28.);
    wheel(c, 890., 646., 158., 28.);
    c.line("M310 646 H570 M310 646 L486 420", 17., tint.darker(0.1));
    c.line("M570 646 L460 350", 20., tint);
    c.line("M482 420 L770 380", 20., tint.lighter(0.1));
    c.line("M570 646 L786 420", 30., tint);
    c.line("M770 350 L800 450", 28., Ink::Lit(COAL));
    c.line("M800 450 L890 646", 20., Ink::Lit(COAL.lighter(0.15)));
    c.line("M812 470 L850 556", 28., Ink::Lit(STEEL));
    c.line("M460 350 L448 310", 12., Ink::Lit(COAL));
    c.path("M370 296 Q420 280 520 300 Q530 314 510 318 Q440 320 420 330 Q380 326 370 296 Z", COAL);
    c.line("M768 350 L760 310 L700 300", 15., Ink::Lit(COAL));
    c.line("M716 302 L660 306", 22., COAL.lighter(0.15));
    c.line("M330 690 L580 686 M330 604 L570 620", 4., Ink::Flat(COAL));
    c.disc(310., 646., 34., Ink::Lit(STEEL.darker(0.3)));
    crank(c, 570., 648.);
    c.line("M610 590 L760 430", 6., Ink::Flat(WHITE.faint(0.5)));
    c.line("M786 330 C880 330 860 480 880 600", 4., Ink::Flat(COAL));
}

pub(super) fn child_bicycle(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 808., 420., 30., 0.5);
    wheel(c, 390., 680., 122., 22.);
    wheel(c, 810., 680., 122., 22.);
    c.line("M390 680 H580 L460 480 Z", 18., tint.darker(0.1));
    c.line("M580 680 C640 660 720 560 742 450", 22., tint);
    c.line("M738 400 L760 500 L810 680", 18., tint.lighter(0.1));
    c.line("M738 400 C720 330 650 340 640 370", 14., Ink::Lit(STEEL));
    c.line("M652 352 L620 384", 24., rgb(0xf4f0e6));
    for (lean, colour) in [(-18., 0xe8637a), (0., 0xf4c64e), (18., 0x5fa7d8)] {
        c.line(&format!("M624 384 Q{} 420 {} 470", 616. + lean, 610. + lean), 6., Ink::Flat(rgb(colour)));
    }
    c.path("M390 440 Q430 420 520 440 Q526 456 500 460 L420 470 Q390 462 390 440 Z", rgb(0xf4f0e6));
    c.line("M470 470 L478 520", 12., Ink::Lit(STEEL));
    c.path("M400 640 L590 656 Q606 680 586 704 L400 708 Q380 680 400 640 Z", rgb(0xf4f0e6));
    crank(c, 580., 684.);
    c.line("M300 790 L390 690", 10., Ink::Lit(STEEL));
    c.line("M390 560 L360 340", 8., Ink::Lit(OAK));
    c.path("M360 340 L290 360 L364 400 Z", rgb(0xf28a3c));
    c.disc(700., 396., 20., Ink::Lit(STEEL.lighter(0.4)));
}

pub(super) fn helmet(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 770., 330., 50., 0.6);
    c.line("M300 640 C330 780 420 820 460 800 M700 640 C660 780 560 820 470 800", 14., Ink::Lit(COAL));
    c.path("M180 620 C170 380 330 260 520 260 C720 260 840 420 830 600 Q820 650 760 650 Q500 600 240 664 Q184 670 180 620 Z", tint);
    for (from, to) in [("M280 540 C300 430 380 350 470 320", 34.), ("M430 560 C450 440 500 360 560 320", 36.), ("M590 560 C610 460 640 390 670 350", 34.)] {
        c.line(from, to, Ink::Flat(COAL));
        c.line(from, to * 0.5, Ink::Flat(BLACK));
    }
    c.line("M210 560 C220 400 340 300 480 284", 12., Ink::Flat(WHITE.faint(0.45)));
    c.path("M180 620 Q500 560 830 600 Q826 650 760 650 Q500 600 240 664 Q184 670 180 620 Z", COAL.lighter(0.1));
    c.disc(752., 470., 20., Ink::Lit(rgb(0xd8402f)));
}

pub(super) fn tent(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 776., 560., 50., 0.55);
    c.path("M140 770 C240 420 420 320 600 320 C780 320 960 420 1060 770 Z", tint);
    c.path("M600 320 C780 320 960 420 1060 770 H760 C760 560 700 400 600 320 Z", tint.darker(0.2));
    c.path("M430 770 C440 560 520 420 600 360 C680 420 740 560 750 770 Z", tint.darker(0.62));
    c.path("M430 770 C440 560 520 420 600 360 C560 500 540 620 470 770 Z", tint.lighter(0.25));
    c.line("M600 330 C640 460 740 560 756 768", 6., Ink::Flat(PAPER.faint(0.7)));
    c.line("M150 760 C250 420 430 330 600 324 C770 330 950 420 1050 760", 9., Ink::Flat(rgb(0xe2a03c)));
    for (path, x) in [("M190 640 L70 790", 70.), ("M1010 640 L1130 790", 1130.), ("M330 450 L200 800", 200.)] {
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
    c.path("M280 420 C290 240 360 214 450 214 C540 214 610 240 620 420 Q450 470 280 420 Z", tint.lighter(0.12));
    c.rounded(286., 600., 328., 320., 46., tint.darker(0.1));
    c.path("M286 640 Q450 600 614 640 V700 Q450 740 286 700 Z", tint.lighter(0.06));
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
            c.path("M-30 40 V-860 Q-30 -960 6 -980 Q36 -950 34 -860 V40 Z", tint);
            c.path("M-30 -300 H34 V-120 H-30 Z", tint.lighter(0.5));
            c.path("M-30 -640 L34 -700 V-640 L-30 -580 Z", Ink::Flat(PAPER));
            c.path("M-30 -560 L34 -620 V-590 L-30 -530 Z", Ink::Flat(rgb(0xe2a03c)));
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
            c.path("M-116 100 L116 -160 V60 L-116 320 Z", Ink::Flat(rgb(0xf1c75b)));
            c.path("M-116 320 L116 60 V180 L-116 440 Z", Ink::Flat(PAPER));
            c.path("M-116 -500 L0 -500 L116 -360 V-260 L-116 -460 Z", Ink::Flat(tint.lighter(0.4)));
            c.disc(10., -330., 70., Ink::Flat(rgb(0xe0664d)));
        });
        for y in [-200., 190.] {
            c.rounded(-90., y - 40., 180., 80., 30., COAL);
            c.line(&format!("M-84 {y} Q0 {} 84 {y}", y - 70.), 26., Ink::Lit(COAL.lighter(0.25)));
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
    for (x, top, club) in [(380., 120., true), (430., 80., false), (480., 110., true), (530., 150., false)] {
        c.line(&format!("M{} 420 L{x} {top}", 430. + (x - 450.) * 0.5), 9., Ink::Lit(STEEL));
        if club {
            c.path(&format!("M{} {} Q{x} {} {} {} Q{} {} {} {} Z", x - 14., top + 10., top - 50., x + 60., top - 10., x + 60., top + 40., x - 10., top + 30.), COAL.lighter(0.1));
        } else {
            c.path(&format!("M{} {top} L{} {} L{} {} Z", x - 6., x + 60., top + 34., x, top + 60.), Ink::Metal(STEEL));
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
    for (x, y, radius) in [(690., 442., 15.), (850., 324., 12.), (980., 228., 9.), (1080., 150., 7.)] {
        c.ring(x, y, radius, 4., Ink::Flat(STEEL));
    }
    c.line("M470 640 Q690 470 850 336 Q1000 220 1084 154 Q1150 300 1120 560", 2., Ink::Flat(WHITE.faint(0.8)));
    c.line("M440 610 L470 660", 16., Ink::Lit(STEEL));
    c.disc(490., 690., 60., Ink::Lit(COAL.lighter(0.15)));
    c.disc(490., 690., 42., Ink::Lit(tint));
    c.disc(490., 690., 14., Ink::Lit(STEEL));
    c.line("M490 690 L570 740", 10., Ink::Lit(STEEL));
    c.rounded(556., 724., 46., 30., 12., COAL);
    c.path("M1120 560 Q1096 590 1104 640 Q1120 668 1136 640 Q1144 590 1120 560 Z", Ink::Down(rgb(0xe86a4a), rgb(0xf2d66b)));
    c.line("M1120 652 Q1116 690 1140 680", 4., Ink::Flat(COAL));
    c.rounded(760., 700., 270., 96., 12., rgb(0x55715c));
    c.rounded(760., 700., 270., 36., 12., rgb(0x6d8c74));
    c.rounded(872., 724., 46., 26., 6., Ink::Metal(STEEL));
}

pub(super) fn kayak(c: &mut Canvas, tint: Colour) {
    c.oval(600., 690., 560., 44., Ink::Glow(rgb(0x14303c).faint(0.55), rgb(0x14303c).faint(0.)));
    c.path("M60 570 Q120 560 300 590 Q600 610 900 590 Q1080 560 1140 570 Q1080 660 900 686 Q600 716 300 686 Q120 660 60 570 Z", tint);
    c.path("M60 570 Q120 560 300 590 Q600 610 900 590 Q1080 560 1140 570 Q1000 620 600 630 Q200 620 60 570 Z", tint.lighter(0.3));
    c.oval(600., 602., 150., 26., Ink::Lit(COAL));
    c.oval(600., 604., 126., 18., Ink::Flat(BLACK));
    c.path("M536 600 Q560 540 620 550 L640 606 Z", COAL.lighter(0.2));
    for x in [330., 870.] {
        c.oval(x, 604., 54., 10., COAL);
        c.line(&format!("M{} 596 L{} 612 M{} 612 L{} 596", x - 80., x + 80., x - 80., x + 80.), 3., Ink::Flat(PAPER));
    }
    c.line("M250 690 L950 470", 11., Ink::Lit(COAL));
    c.at((214., 702.), -17., (1., 1.), |c| c.oval(0., 0., 76., 30., rgb(0xf3c94f)));
    c.at((986., 458.), -17., (1., 1.), |c| c.oval(0., 0., 76., 30., rgb(0xf3c94f)));
    for x in [140., 420., 760.] {
        c.line(&format!("M{x} 730 H{}", x + 240.), 5., Ink::Flat(WHITE.faint(0.4)));
    }
}

pub(super) fn rowing_boat(c: &mut Canvas, tint: Colour) {
    c.oval(600., 720., 520., 50., Ink::Glow(rgb(0x14303c).faint(0.6), rgb(0x14303c).faint(0.)));
    c.path("M130 520 Q600 620 1080 500 Q1040 680 960 720 H280 Q180 660 130 520 Z", tint);
    for (y, dy) in [(570., 40.), (620., 34.), (668., 24.)] {
        c.line(&format!("M{} {y} Q600 {} {} {}", 90. + (y - 480.) * 0.9, y + dy * 1.4, 1090. - (y - 480.) * 0.45, y - 12.), 3., Ink::Flat(tint.darker(0.4).faint(0.5)));
    }
    c.path("M130 520 Q600 620 1080 500 Q1000 490 880 508 Q600 552 300 520 Z", Ink::Lit(WALNUT.darker(0.3)));
    c.path("M420 540 Q440 560 470 566 L500 536 Z M700 536 L730 560 L800 548 L770 520 Z", Ink::Lit(OAK));
    c.line("M130 520 Q600 620 1080 500", 15., Ink::Lit(OAK));
    c.line("M300 520 Q600 552 880 508 Q1000 490 1080 500", 8., Ink::Lit(OAK));
    c.line("M610 540 L300 760", 13., Ink::Lit(OAK.lighter(0.2)));
    c.path("M310 740 L220 790 Q200 810 236 812 L330 776 Z", OAK.lighter(0.2));
    c.line("M700 540 L980 740", 13., Ink::Lit(OAK));
    c.path("M970 724 L1060 770 Q1084 790 1046 796 L956 756 Z", OAK);
    c.line("M1070 508 Q1140 560 1190 540", 5., Ink::Flat(PAPER));
}

pub(super) fn motor_boat(c: &mut Canvas, tint: Colour) {
    c.oval(600., 736., 560., 50., Ink::Glow(rgb(0x14303c).faint(0.6), rgb(0x14303c).faint(0.)));
    c.path("M130 540 H900 Q1040 530 1120 490 Q1080 660 960 724 H220 Q150 700 130 540 Z", Ink::Lit(WHITE.darker(0.03)));
    c.path("M140 610 Q600 640 1090 570 L1074 606 Q600 676 146 650 Z", Ink::Flat(tint));
    c.path("M210 724 H960 Q1000 704 1024 676 H160 Q180 716 210 724 Z", tint.darker(0.3));
    c.path("M150 540 H900 Q1040 530 1120 490 L1100 480 Q960 500 860 500 H160 Z", Ink::Lit(OAK));
    c.path("M520 500 L600 380 H800 L900 500 Z", Ink::Lit(WHITE.darker(0.06)));
    c.path("M620 398 H790 L850 470 H580 Z", Ink::Down(rgb(0x35505e), rgb(0x8fb0ba)));
    c.rounded(560., 362., 270., 22., 10., tint);
    c.rounded(300., 440., 130., 64., 16., rgb(0xd8b98c));
    c.line("M870 496 V440 H1060 L1090 484 M960 440 V494", 7., Ink::Lit(STEEL));
    c.rounded(80., 470., 74., 110., 20., COAL.lighter(0.1));
    c.rect(100., 576., 34., 130., Ink::Lit(COAL));
    c.line("M250 500 V330", 6., Ink::Flat(STEEL));
    c.path("M250 330 H330 V384 H250 Z", rgb(0x2c6aa8));
    c.rect(270., 330., 12., 54., Ink::Flat(rgb(0xf2ca3f)));
    c.rect(250., 351., 80., 12., Ink::Flat(rgb(0xf2ca3f)));
    for x in [120., 430., 800.] {
        c.line(&format!("M{x} 752 H{}", x + 230.), 6., Ink::Flat(WHITE.faint(0.45)));
    }
}

pub(super) fn outboard_motor(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1060., 280., 34., 0.6);
    for path in ["M450 700 L270 1050", "M450 700 L640 1050"] {
        c.line(path, 22., Ink::Lit(OAK));
    }
    c.line("M310 960 H600", 18., Ink::Lit(OAK));
    c.rounded(300., 560., 260., 60., 8., Ink::Lit(OAK.darker(0.1)));
    c.path("M400 460 H520 L500 960 H420 Z", Ink::Metal(STEEL.darker(0.2)));
    c.path("M380 850 H560 L540 880 H400 Z", COAL);
    c.path("M410 940 H520 Q540 990 500 1010 L440 1040 Q420 990 410 940 Z", COAL.lighter(0.15));
    for lean in [-50., 50., 0.] {
        c.at((560., 960.), lean, (1., 1.), |c| c.oval(0., -36., 17., 44., BRASS));
    }
    c.disc(556., 960., 16., Ink::Lit(STEEL));
    c.path("M300 220 Q300 150 380 140 H560 Q640 160 640 260 V430 Q630 480 560 490 H360 Q300 480 300 420 Z", tint);
    c.path("M300 320 H640 V370 H300 Z", Ink::Flat(PAPER));
    c.line("M330 250 Q330 180 400 172 H520", 10., Ink::Flat(WHITE.faint(0.4)));
    c.line("M310 450 L130 400", 26., Ink::Lit(COAL));
    c.line("M170 412 L110 394", 38., COAL.lighter(0.15));
}

pub(super) fn life_jacket(c: &mut Canvas, tint: Colour) {
    let vest = outline("M300 270 Q350 230 410 250 Q450 380 450 400 Q450 380 490 250 Q550 230 600 270 C640 360 640 420 700 480 V920 Q580 960 460 930 H440 Q320 960 200 920 V480 C260 420 260 360 300 270 Z");
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
    c.line("M236 880 V500 C290 440 290 380 330 300", 9., Ink::Flat(WHITE.faint(0.35)));
}

pub(super) fn sledge(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 770., 480., 40., 0.4);
    c.line("M230 760 H900 Q1010 750 1020 620 Q1010 560 950 570", 18., Ink::Lit(OAK));
    c.line("M260 720 H880 Q980 710 984 620", 15., Ink::Lit(OAK.darker(0.3)));
    for x in [330., 560., 790.] {
        c.line(&format!("M{x} 756 V600"), 15., Ink::Lit(OAK));
    }
    for (y, shade) in [(560., 0.25), (590., 0.1), (618., 0.)] {
        c.rounded(230. + (618. - y), y, 660., 22., 8., tint.lighter(shade));
    }
    c.line("M960 574 C1060 440 1010 330 900 400 C820 450 760 430 700 470", 9., Ink::Flat(rgb(0xc8472f)));
    c.path("M330 556 Q480 516 640 556 L660 580 H310 Z", rgb(0xb5483b));
    for x in [380., 440., 500., 560., 610.] {
        c.line(&format!("M{x} 540 L{} 578", x + 8.), 5., Ink::Flat(PAPER.faint(0.7)));
    }
}

//! Drawings of what stands in kitchens and wash rooms.

use super::canvas::{BLACK, BRASS, COAL, Canvas, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, outline, rgb, rounded};
use super::electronics::mug;

pub(super) fn coffee_maker(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1000., 330., 50., 0.6);
    c.rounded(220., 930., 470., 66., 18., tint.darker(0.25));
    c.rounded(540., 330., 140., 640., 22., Ink::Across(tint, tint.darker(0.3)));
    c.rounded(210., 300., 480., 190., 30., tint);
    c.rounded(236., 322., 300., 10., 5., Ink::Flat(WHITE.faint(0.4)));
    c.path("M270 490 H480 L440 580 H310 Z", tint.darker(0.3));
    c.rounded(576., 560., 70., 220., 12., Ink::Down(rgb(0xcfe0e6).faint(0.9), rgb(0x7fa3b3)));
    c.line("M566 760 C470 780 470 640 520 640", 20., Ink::Flat(COAL));
    c.path("M250 640 H500 C560 760 540 880 480 926 H270 C210 880 190 760 250 640 Z", Ink::Across(rgb(0xe8f0f2).faint(0.75), rgb(0x9fb4bc).faint(0.75)));
    c.path("M222 760 H528 C536 830 520 890 480 926 H270 C230 890 214 830 222 760 Z", Ink::Down(rgb(0x5a3421), rgb(0x2c170e)));
    c.rounded(240., 620., 270., 30., 12., Ink::Flat(COAL));
    c.line("M256 700 Q236 780 266 870", 9., Ink::Flat(WHITE.faint(0.6)));
    c.disc(270., 962., 11., Ink::Glow(rgb(0xffb080), rgb(0xe2552f)));
    mug(c, 730., 900., rgb(0xe6dfd0));
}

pub(super) fn espresso_machine(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 766., 420., 52., 0.6);
    c.rounded(300., 250., 600., 500., 26., tint);
    c.rounded(330., 440., 540., 240., 10., tint.darker(0.45));
    c.rounded(290., 700., 620., 60., 14., Ink::Metal(STEEL));
    for slot in 0_u8..14 {
        c.rounded(330. + f32::from(slot) * 39., 712., 26., 8., 4., Ink::Flat(COAL));
    }
    c.rounded(300., 250., 600., 60., 24., Ink::Metal(STEEL.lighter(0.2)));
    c.disc(420., 376., 46., Ink::Lit(STEEL));
    c.disc(420., 376., 38., Ink::Flat(PAPER));
    c.line("M420 376 L398 352", 5., Ink::Flat(rgb(0xc4452f)));
    for x in [560., 640., 720.] {
        c.disc(x, 376., 26., Ink::Lit(STEEL));
        c.disc(x, 374., 18., Ink::Lit(COAL.lighter(0.2)));
    }
    c.rect(540., 440., 120., 44., Ink::Metal(STEEL));
    c.rounded(520., 480., 160., 36., 10., Ink::Metal(STEEL.darker(0.1)));
    c.path("M660 488 L800 508 L796 534 L656 514 Z", WALNUT);
    c.path("M570 516 H630 L620 548 H580 Z", Ink::Flat(COAL));
    c.rect(586., 548., 4., 74., Ink::Flat(rgb(0x3a1f12)));
    c.rect(610., 548., 4., 74., Ink::Flat(rgb(0x3a1f12)));
    c.path("M552 620 H648 L638 692 Q600 704 562 692 Z", PAPER);
    c.line("M648 636 Q680 640 672 664 Q664 680 642 676", 8., Ink::Flat(PAPER.darker(0.1)));
    c.line("M830 450 V560 L812 620", 12., Ink::Lit(STEEL));
    for x in [380., 450., 760., 830.] {
        c.path(&format!("M{} 200 H{} L{} 250 H{} Z", x - 36., x + 36., x + 28., x - 28.), PAPER);
    }
}

pub(super) fn kettle(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 804., 300., 48., 0.6);
    c.line("M420 330 C440 190 720 190 720 400 C720 520 700 600 690 650", 34., COAL.lighter(0.1));
    c.path("M330 800 C280 600 330 420 400 360 H600 C670 420 720 600 670 800 Z", Ink::Metal(tint));
    c.path("M352 500 L246 400 L300 386 L384 420 Z", tint.darker(0.1));
    c.path("M396 366 Q500 300 604 366 Z", tint.lighter(0.1));
    c.disc(500., 318., 24., COAL.lighter(0.2));
    c.rounded(320., 784., 360., 36., 16., COAL);
    c.line("M374 720 C350 600 380 480 420 420", 12., Ink::Flat(WHITE.faint(0.45)));
}

pub(super) fn toaster(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 756., 380., 50., 0.6);
    for x in [400., 600.] {
        c.path(&format!("M{x} 420 V330 Q{x} 280 {} 286 Q{} 262 {} 286 Q{} 280 {} 330 V420 Z", x + 40., x + 90., x + 140., x + 180., x + 180.), rgb(0xc98d4b));
        c.rounded(x + 16., 316., 148., 110., 26., rgb(0xeecb91));
    }
    c.path("M280 740 V500 Q280 400 390 400 H810 Q920 400 920 500 V740 Z", Ink::Lit(tint));
    c.rounded(350., 398., 500., 22., 11., Ink::Flat(COAL));
    c.rounded(260., 720., 680., 36., 16., COAL);
    c.rounded(920., 520., 40., 22., 8., COAL);
    c.rect(914., 470., 10., 180., Ink::Flat(COAL.faint(0.6)));
    c.disc(780., 640., 34., Ink::Lit(STEEL));
    c.line("M780 640 L764 618", 6., Ink::Flat(COAL));
    c.line("M320 660 V520 Q322 450 400 440", 12., Ink::Flat(WHITE.faint(0.4)));
}

pub(super) fn stand_mixer(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 832., 380., 50., 0.6);
    c.path("M190 824 Q190 770 260 770 H600 L640 420 H780 Q830 600 810 824 Z", tint);
    c.rounded(180., 786., 650., 46., 20., tint.darker(0.2));
    c.path("M230 300 Q230 210 360 210 H700 Q830 220 830 350 Q820 440 700 440 H320 Q230 420 230 300 Z", tint.lighter(0.06));
    c.line("M276 280 Q300 240 380 240 H640", 11., Ink::Flat(WHITE.faint(0.45)));
    c.rect(236., 346., 590., 14., Ink::Metal(STEEL));
    c.rounded(330., 430., 90., 50., 10., Ink::Metal(STEEL));
    c.line("M376 480 C320 560 330 640 376 680 C420 640 432 560 376 480 M376 480 V690", 8., Ink::Flat(STEEL));
    c.path("M216 540 H540 C540 680 500 770 440 776 H316 C256 770 216 680 216 540 Z", Ink::Metal(STEEL.lighter(0.1)));
    c.oval(378., 540., 162., 22., STEEL.lighter(0.4));
    c.oval(378., 544., 146., 15., Ink::Flat(STEEL.darker(0.35)));
    c.disc(740., 326., 26., Ink::Lit(STEEL));
}

pub(super) fn pots(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 766., 480., 56., 0.6);
    c.path("M250 440 H610 V640 Q600 690 550 690 H310 Q260 690 250 640 Z", Ink::Metal(tint.darker(0.05)));
    c.rounded(190., 470., 70., 26., 13., COAL);
    c.rounded(600., 470., 70., 26., 13., COAL);
    c.path("M240 440 Q430 340 620 440 Z", tint.lighter(0.1));
    c.disc(430., 376., 26., COAL);
    c.path("M520 560 H860 L850 720 Q840 756 800 756 H580 Q540 756 530 720 Z", Ink::Metal(rgb(0xc07a4e)));
    c.path("M850 590 L1080 566 L1082 592 L852 622 Z", Ink::Metal(BRASS));
    c.oval(690., 560., 170., 28., rgb(0xe0a274));
    c.oval(690., 564., 154., 20., Ink::Flat(rgb(0x7d4529)));
    c.path("M160 690 H440 Q430 764 380 766 H220 Q170 764 160 690 Z", Ink::Lit(COAL));
    c.path("M150 690 L40 650 L46 630 L166 672 Z", WALNUT);
    c.oval(300., 690., 142., 20., COAL.lighter(0.25));
    c.oval(300., 693., 126., 14., Ink::Flat(rgb(0x121316)));
}

pub(super) fn knives(c: &mut Canvas, tint: Colour) {
    c.rounded(130., 640., 940., 120., 16., OAK.darker(0.2));
    for (x, long, wide) in [(180., 450., 74.), (340., 380., 56.), (500., 420., 44.), (650., 300., 50.), (800., 240., 36.), (930., 460., 30.)] {
        let blade = outline(&format!("M{x} 420 V{} Q{} {} {} {} V420 Z", 420. - long * 0.5, x + wide * 0.2, 420. - long * 0.8, x + wide, 420. - long * 0.86));
        c.at((0., 130.), 0., (1., 1.), |c| {
            c.cast(&blade, 12., 12.);
            c.fill(&blade, Ink::Across(STEEL.lighter(0.6), STEEL));
            c.rect(x + wide * 0.2, 412., wide * 0.8, 22., Ink::Metal(STEEL));
            c.rounded(x + wide * 0.1, 430., wide * 0.9, 190., 14., tint);
            for y in [470., 530., 590.] {
                c.disc(x + wide * 0.55, y, 6., Ink::Flat(BRASS));
            }
        });
    }
}

pub(super) fn refrigerator(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1066., 300., 34., 0.6);
    c.cast(&rounded(240., 130., 420., 934., 16.), 18., 26.);
    c.rounded(240., 130., 420., 934., 16., tint);
    c.rect(240., 690., 420., 8., Ink::Flat(tint.darker(0.5)));
    c.rounded(270., 470., 18., 190., 9., Ink::Metal(STEEL));
    c.rounded(270., 730., 18., 150., 9., Ink::Metal(STEEL));
    c.path("M250 140 H380 L250 640 Z", Ink::Flat(WHITE.faint(0.18)));
    c.at((460., 280.), 5., (1., 1.), |c| {
        c.rect(-60., -50., 120., 150., Ink::Lit(PAPER));
        c.line("M-36 60 L-10 10 L10 40 L34 -10", 8., Ink::Flat(rgb(0xd96c4f)));
        c.disc(0., -42., 12., Ink::Lit(rgb(0x3f7fa8)));
    });
    c.at((560., 430.), -8., (1., 1.), |c| {
        c.rect(-42., -36., 84., 84., Ink::Lit(rgb(0xf2d76b)));
        c.line("M-24 -10 H24 M-24 8 H16 M-24 26 H20", 4., Ink::Flat(COAL.faint(0.6)));
        c.disc(0., -32., 9., Ink::Lit(rgb(0xc2412f)));
    });
}

pub(super) fn washing_machine(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 886., 340., 36., 0.6);
    c.cast(&rounded(210., 190., 580., 690., 18.), 16., 22.);
    c.rounded(210., 190., 580., 690., 18., tint);
    c.rect(210., 330., 580., 4., Ink::Flat(STEEL.darker(0.2)));
    c.rounded(240., 220., 180., 84., 8., tint.darker(0.06));
    c.disc(540., 262., 42., Ink::Metal(STEEL));
    c.line("M540 262 V230", 6., Ink::Flat(COAL));
    c.rounded(620., 234., 136., 56., 8., Ink::Flat(rgb(0x1d2a30)));
    c.rounded(636., 252., 60., 20., 4., Ink::Flat(rgb(0x7fd6c2)));
    c.disc(500., 600., 220., Ink::Lit(STEEL));
    c.disc(500., 600., 186., Ink::Lit(COAL.lighter(0.1)));
    let drum = super::canvas::oval(500., 600., 168., 168.);
    c.inside(&drum, |c| {
        c.rect(300., 400., 400., 400., Ink::Down(rgb(0x54636d), rgb(0x2b353c)));
        c.path("M320 680 Q400 560 470 640 Q560 560 690 660 V800 H320 Z", Ink::Lit(rgb(0x4f7fa8)));
        c.path("M330 730 Q440 640 520 710 Q600 660 690 730 V800 H330 Z", Ink::Lit(rgb(0xe7dcc8)));
        c.path("M460 740 Q540 690 640 740 V800 H460 Z", Ink::Lit(rgb(0xcf6b58)));
        c.path("M360 480 Q460 420 560 440 Q420 500 370 620 Q330 560 360 480 Z", Ink::Flat(WHITE.faint(0.25)));
    });
    c.ring(500., 600., 168., 8., Ink::Flat(BLACK.faint(0.35)));
}

pub(super) fn vacuum_cleaner(c: &mut Canvas, tint: Colour) {
    c.shadow(560., 770., 460., 46., 0.6);
    c.line("M470 600 C330 300 240 250 330 160 C470 60 620 200 760 330", 34., COAL.lighter(0.25));
    c.line("M760 330 L1000 720", 26., Ink::Metal(STEEL));
    c.path("M900 724 H1100 Q1116 726 1112 756 Q1110 766 1100 766 H890 Q876 740 900 724 Z", COAL);
    c.path("M220 740 C200 560 330 480 480 480 C640 480 720 600 716 740 Z", tint);
    c.path("M330 560 C380 500 560 500 610 580 Q540 620 470 620 Q390 620 330 560 Z", tint.darker(0.3));
    c.line("M262 660 Q290 560 380 526", 11., Ink::Flat(WHITE.faint(0.4)));
    c.line("M400 486 Q470 430 560 490", 20., COAL);
    c.disc(320., 724., 70., Ink::Lit(COAL));
    c.disc(320., 724., 36., Ink::Lit(STEEL));
    c.disc(650., 744., 40., Ink::Lit(COAL));
    c.disc(650., 744., 18., Ink::Lit(STEEL));
}

pub(super) fn sewing_machine(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 756., 450., 50., 0.6);
    c.rounded(210., 670., 780., 80., 18., tint.darker(0.2));
    c.path("M300 340 Q300 260 390 260 H880 Q950 270 950 350 V680 H790 V440 H470 Q440 440 440 480 V520 H320 Q300 500 300 340 Z", tint);
    c.line("M330 340 Q336 292 400 290 H840", 11., Ink::Flat(WHITE.faint(0.4)));
    c.disc(960., 400., 60., Ink::Lit(COAL.lighter(0.1)));
    c.disc(960., 400., 30., Ink::Lit(STEEL));
    c.rect(374., 520., 26., 70., Ink::Metal(STEEL));
    c.line("M387 590 V660", 5., Ink::Flat(STEEL));
    c.path("M350 640 H424 L410 666 H364 Z", Ink::Metal(STEEL));
    c.path("M240 668 Q430 630 640 668 Q700 700 720 756 H200 Q200 690 240 668 Z", Ink::Lit(rgb(0xc76f5d)));
    for dot in 0_u8..14 {
        c.disc(260. + f32::from(dot) * 32., 700. + f32::from(dot % 3) * 18., 6., Ink::Flat(PAPER.faint(0.85)));
    }
    c.rounded(620., 200., 60., 66., 8., rgb(0xd9a441));
    c.rect(612., 194., 76., 10., OAK);
    c.rect(612., 262., 76., 8., OAK);
    c.line("M640 210 Q500 200 392 300 V590", 2.5, Ink::Flat(rgb(0xd9a441)));
    c.disc(850., 540., 34., Ink::Lit(PAPER));
    c.line("M850 540 L866 522", 5., Ink::Flat(COAL));
    for (x, colour) in [(520., 0xb5563f), (560., 0x5f7f52), (600., 0x3f6f9a), (640., 0xb5563f)] {
        c.disc(x, 380., 12., Ink::Flat(rgb(colour).faint(0.8)));
    }
}

pub(super) fn porcelain(c: &mut Canvas, tint: Colour) {
    c.shadow(560., 772., 480., 50., 0.55);
    for (number, y) in (0_u8..).zip([752., 734., 716., 698., 680.]) {
        c.oval(400., y, 232., 34., PAPER.lighter(0.4).darker(f32::from(number % 2) * 0.08));
        c.draw(&super::canvas::oval(400., y, 226., 31.), 5., Ink::Flat(tint));
    }
    c.oval(400., 676., 150., 19., WHITE.darker(0.05));
    for turn in 0_u8..9 {
        let x = 270. + f32::from(turn) * 32.;
        c.disc(x, 676., 7., Ink::Flat(tint.faint(0.8)));
    }
    // The coffee pot.
    c.line("M906 470 C1020 440 1010 640 900 630", 22., PAPER);
    c.path("M690 560 C650 520 640 460 590 420 L630 410 C680 440 700 480 716 500 Z", PAPER.darker(0.04));
    c.path("M700 740 C640 620 690 470 740 420 H880 C930 470 980 620 920 740 Z", Ink::Across(WHITE, PAPER.darker(0.18)));
    c.path("M736 424 Q810 350 884 424 Z", PAPER.lighter(0.4));
    c.disc(810., 370., 20., tint);
    c.line("M692 580 Q810 620 932 580", 10., Ink::Flat(tint));
    c.line("M690 700 Q810 730 930 700", 6., Ink::Flat(tint));
    for (x, y) in [(760., 660.), (810., 650.), (860., 660.)] {
        c.disc(x, y, 17., Ink::Flat(tint.faint(0.85)));
        c.disc(x, y, 6., Ink::Flat(rgb(0xe6b84c)));
    }
    // A cup on the plates.
    c.line("M470 590 C520 580 520 640 460 640", 11., PAPER);
    c.path("M310 570 H480 Q474 660 420 668 H370 Q316 660 310 570 Z", Ink::Across(WHITE, PAPER.darker(0.15)));
    c.oval(395., 570., 85., 15., WHITE);
    c.oval(395., 573., 74., 10., Ink::Flat(rgb(0x5b3722)));
    c.line("M318 600 Q395 620 473 600", 7., Ink::Flat(tint));
}

pub(super) fn cutlery(c: &mut Canvas, tint: Colour) {
    let case = rounded(150., 170., 900., 560., 18.);
    c.cast(&case, 18., 22.);
    c.fill(&case, Ink::Lit(WALNUT));
    c.rounded(180., 200., 840., 500., 8., Ink::Lit(rgb(0x35506b)));
    for set in 0_u8..6 {
        let x = 250. + f32::from(set) * 140.;
        c.line(&format!("M{x} 420 V650"), 15., Ink::Lit(tint));
        if set % 3 == 0 {
            c.oval(x, 320., 32., 62., tint.lighter(0.2));
            c.oval(x - 4., 316., 20., 44., tint.darker(0.15));
            c.line(&format!("M{x} 372 V440"), 10., Ink::Lit(tint));
        } else if set % 3 == 1 {
            for lean in [-24., -8., 8., 24.] {
                c.line(&format!("M{} 260 V350", x + lean), 8., Ink::Lit(tint.lighter(0.2)));
            }
            c.path(&format!("M{} 340 H{} Q{} 420 {x} 436 Q{} 420 {} 340 Z", x - 28., x + 28., x + 26., x - 26., x - 28.), tint);
        } else {
            c.path(&format!("M{} 440 V280 Q{} 240 {} 236 V440 Z", x - 16., x - 6., x + 18.), tint.lighter(0.3));
        }
        c.oval(x, 654., 14., 24., tint.lighter(0.15));
        c.line(&format!("M{} 450 V630", x - 3.), 3., Ink::Flat(WHITE.faint(0.6)));
    }
}

//! Drawings of what stands in kitchens.

use super::canvas::{Canvas, outline, rounded};
use super::ink::{BRASS, COAL, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, rgb};

/// A mug, 90 wide and 100 high, by its upper left corner.
pub(super) fn mug(c: &mut Canvas, x: f32, y: f32, tint: Colour) {
    c.at((x, y), 0., (1., 1.), |c| {
        c.line("M84 26 C122 20 122 78 80 74", 12., tint.darker(0.1));
        c.path(
            "M0 12 L6 90 Q45 108 84 90 L90 12 Z",
            Ink::Across(tint.lighter(0.2), tint.darker(0.25)),
        );
        c.oval(45., 12., 45., 12., tint.lighter(0.3));
        c.oval(45., 14., 38., 9., Ink::Flat(rgb(0x4a2c1c)));
    });
}

pub(super) fn coffee_maker(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1000., 330., 50., 0.6);
    c.rounded(220., 930., 470., 66., 18., tint.darker(0.25));
    c.rounded(
        540.,
        330.,
        140.,
        640.,
        22.,
        Ink::Across(tint, tint.darker(0.3)),
    );
    c.rounded(210., 300., 480., 190., 30., tint);
    c.rounded(236., 322., 300., 10., 5., Ink::Flat(WHITE.faint(0.4)));
    c.path("M270 490 H480 L440 580 H310 Z", tint.darker(0.3));
    c.rounded(
        576.,
        560.,
        70.,
        220.,
        12.,
        Ink::Down(rgb(0xcfe0e6).faint(0.9), rgb(0x7fa3b3)),
    );
    c.line("M566 760 C470 780 470 640 520 640", 20., Ink::Flat(COAL));
    c.path(
        "M250 640 H500 C560 760 540 880 480 926 H270 C210 880 190 760 250 640 Z",
        Ink::Across(rgb(0xe8f0f2).faint(0.75), rgb(0x9fb4bc).faint(0.75)),
    );
    c.path(
        "M222 760 H528 C536 830 520 890 480 926 H270 C230 890 214 830 222 760 Z",
        Ink::Down(rgb(0x5a3421), rgb(0x2c170e)),
    );
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
        c.rounded(
            330. + f32::from(slot) * 39.,
            712.,
            26.,
            8.,
            4.,
            Ink::Flat(COAL),
        );
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
    c.line(
        "M648 636 Q680 640 672 664 Q664 680 642 676",
        8.,
        Ink::Flat(PAPER.darker(0.1)),
    );
    c.line("M830 450 V560 L812 620", 12., Ink::Lit(STEEL));
    for x in [380., 450., 760., 830.] {
        c.path(
            &format!(
                "M{} 200 H{} L{} 250 H{} Z",
                x - 36.,
                x + 36.,
                x + 28.,
                x - 28.
            ),
            PAPER,
        );
    }
}

pub(super) fn kettle(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 804., 300., 48., 0.6);
    c.line(
        "M420 330 C440 190 720 190 720 400 C720 520 700 600 690 650",
        34.,
        COAL.lighter(0.1),
    );
    c.path(
        "M330 800 C280 600 330 420 400 360 H600 C670 420 720 600 670 800 Z",
        Ink::Metal(tint),
    );
    c.path("M352 500 L246 400 L300 386 L384 420 Z", tint.darker(0.1));
    c.path("M396 366 Q500 300 604 366 Z", tint.lighter(0.1));
    c.disc(500., 318., 24., COAL.lighter(0.2));
    c.rounded(320., 784., 360., 36., 16., COAL);
    c.line(
        "M374 720 C350 600 380 480 420 420",
        12.,
        Ink::Flat(WHITE.faint(0.45)),
    );
}

pub(super) fn toaster(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 756., 380., 50., 0.6);
    for x in [400., 600.] {
        c.path(
            &format!(
                "M{x} 420 V330 Q{x} 280 {} 286 Q{} 262 {} 286 Q{} 280 {} 330 V420 Z",
                x + 40.,
                x + 90.,
                x + 140.,
                x + 180.,
                x + 180.
            ),
            rgb(0xc98d4b),
        );
        c.rounded(x + 16., 316., 148., 110., 26., rgb(0xeecb91));
    }
    c.path(
        "M280 740 V500 Q280 400 390 400 H810 Q920 400 920 500 V740 Z",
        Ink::Lit(tint),
    );
    c.rounded(350., 398., 500., 22., 11., Ink::Flat(COAL));
    c.rounded(260., 720., 680., 36., 16., COAL);
    c.rounded(920., 520., 40., 22., 8., COAL);
    c.rect(914., 470., 10., 180., Ink::Flat(COAL.faint(0.6)));
    c.disc(780., 640., 34., Ink::Lit(STEEL));
    c.line("M780 640 L764 618", 6., Ink::Flat(COAL));
    c.line(
        "M320 660 V520 Q322 450 400 440",
        12.,
        Ink::Flat(WHITE.faint(0.4)),
    );
}

pub(super) fn stand_mixer(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 832., 380., 50., 0.6);
    c.path(
        "M190 824 Q190 770 260 770 H600 L640 420 H780 Q830 600 810 824 Z",
        tint,
    );
    c.rounded(180., 786., 650., 46., 20., tint.darker(0.2));
    c.path(
        "M230 300 Q230 210 360 210 H700 Q830 220 830 350 Q820 440 700 440 H320 Q230 420 230 300 Z",
        tint.lighter(0.06),
    );
    c.line(
        "M276 280 Q300 240 380 240 H640",
        11.,
        Ink::Flat(WHITE.faint(0.45)),
    );
    c.rect(236., 346., 590., 14., Ink::Metal(STEEL));
    c.rounded(330., 430., 90., 50., 10., Ink::Metal(STEEL));
    c.line(
        "M376 480 C320 560 330 640 376 680 C420 640 432 560 376 480 M376 480 V690",
        8.,
        Ink::Flat(STEEL),
    );
    c.path(
        "M216 540 H540 C540 680 500 770 440 776 H316 C256 770 216 680 216 540 Z",
        Ink::Metal(STEEL.lighter(0.1)),
    );
    c.oval(378., 540., 162., 22., STEEL.lighter(0.4));
    c.oval(378., 544., 146., 15., Ink::Flat(STEEL.darker(0.35)));
    c.disc(740., 326., 26., Ink::Lit(STEEL));
}

pub(super) fn pots(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 766., 480., 56., 0.6);
    c.path(
        "M250 440 H610 V640 Q600 690 550 690 H310 Q260 690 250 640 Z",
        Ink::Metal(tint.darker(0.05)),
    );
    c.rounded(190., 470., 70., 26., 13., COAL);
    c.rounded(600., 470., 70., 26., 13., COAL);
    c.path("M240 440 Q430 340 620 440 Z", tint.lighter(0.1));
    c.disc(430., 376., 26., COAL);
    c.path(
        "M520 560 H860 L850 720 Q840 756 800 756 H580 Q540 756 530 720 Z",
        Ink::Metal(rgb(0xc07a4e)),
    );
    c.path("M850 590 L1080 566 L1082 592 L852 622 Z", Ink::Metal(BRASS));
    c.oval(690., 560., 170., 28., rgb(0xe0a274));
    c.oval(690., 564., 154., 20., Ink::Flat(rgb(0x7d4529)));
    c.path(
        "M160 690 H440 Q430 764 380 766 H220 Q170 764 160 690 Z",
        Ink::Lit(COAL),
    );
    c.path("M150 690 L40 650 L46 630 L166 672 Z", WALNUT);
    c.oval(300., 690., 142., 20., COAL.lighter(0.25));
    c.oval(300., 693., 126., 14., Ink::Flat(rgb(0x121316)));
}

pub(super) fn knives(c: &mut Canvas, tint: Colour) {
    c.rounded(130., 640., 940., 120., 16., OAK.darker(0.2));
    for (x, long, wide) in [
        (180., 450., 74.),
        (340., 380., 56.),
        (500., 420., 44.),
        (650., 300., 50.),
        (800., 240., 36.),
        (930., 460., 30.),
    ] {
        let blade = outline(&format!(
            "M{x} 420 V{} Q{} {} {} {} V420 Z",
            420. - long * 0.5,
            x + wide * 0.2,
            420. - long * 0.8,
            x + wide,
            420. - long * 0.86
        ));
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
        c.line(
            "M-36 60 L-10 10 L10 40 L34 -10",
            8.,
            Ink::Flat(rgb(0xd96c4f)),
        );
        c.disc(0., -42., 12., Ink::Lit(rgb(0x3f7fa8)));
    });
    c.at((560., 430.), -8., (1., 1.), |c| {
        c.rect(-42., -36., 84., 84., Ink::Lit(rgb(0xf2d76b)));
        c.line(
            "M-24 -10 H24 M-24 8 H16 M-24 26 H20",
            4.,
            Ink::Flat(COAL.faint(0.6)),
        );
        c.disc(0., -32., 9., Ink::Lit(rgb(0xc2412f)));
    });
}

//! Drawings of tools, garden machines and what stands in a garage.

use super::canvas::{Canvas, outline};
use super::ink::{BLACK, COAL, Colour, Ink, OAK, STEEL, WALNUT, WHITE, rgb};

pub(super) fn drill(c: &mut Canvas, tint: Colour) {
    c.shadow(590., 764., 380., 46., 0.6);
    c.path(
        "M540 470 H690 Q700 560 730 660 H590 Q560 560 540 470 Z",
        COAL.lighter(0.12),
    );
    for y in [520., 550., 580., 610.] {
        c.line(
            &format!("M570 {y} L690 {}", y - 4.),
            5.,
            Ink::Flat(BLACK.faint(0.35)),
        );
    }
    c.path("M540 660 H800 Q816 660 814 690 L808 750 Q806 764 790 764 H530 Q516 764 516 750 V690 Q516 660 540 660 Z", tint);
    c.rect(516., 706., 296., 16., Ink::Flat(COAL));
    c.path(
        "M400 300 H760 Q830 310 830 390 Q830 470 760 480 H470 Q400 480 400 440 Z",
        tint,
    );
    c.path(
        "M640 300 H760 Q830 310 830 390 Q830 470 760 480 H680 Z",
        COAL.lighter(0.1),
    );
    for y in [350., 380., 410.] {
        c.rounded(730., y, 76., 12., 6., Ink::Flat(BLACK.faint(0.6)));
    }
    c.path(
        "M400 320 L310 340 V440 L400 462 Z",
        Ink::Down(COAL.lighter(0.3), COAL),
    );
    c.path("M310 352 L270 364 V418 L310 428 Z", Ink::Down(STEEL, COAL));
    c.path(
        "M270 382 H130 L110 391 L130 400 H270 Z",
        Ink::Down(STEEL.lighter(0.5), STEEL.darker(0.3)),
    );
    c.path(
        "M500 480 H556 Q540 540 516 540 Q500 530 500 480 Z",
        rgb(0xc8472f),
    );
    c.rounded(440., 330., 150., 14., 7., Ink::Flat(WHITE.faint(0.35)));
    c.disc(460., 432., 13., Ink::Flat(COAL));
}

pub(super) fn saw(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 752., 430., 44., 0.6);
    c.rounded(230., 716., 740., 32., 8., Ink::Metal(STEEL));
    c.disc(540., 640., 168., Ink::Lit(STEEL.lighter(0.2)));
    for tooth in 0_u8..30 {
        c.at((540., 640.), f32::from(tooth) * 12., (1., 1.), |c| {
            c.path("M-8 -164 L12 -184 L12 -160 Z", Ink::Flat(STEEL.darker(0.2)));
        });
    }
    c.path(
        "M340 640 C340 500 430 440 540 440 C650 440 740 500 740 640 Z",
        tint,
    );
    c.rounded(480., 520., 250., 130., 40., COAL.lighter(0.15));
    c.path("M620 500 C640 360 760 300 900 360 C980 400 980 560 900 640 L840 610 C890 540 890 450 850 430 C780 400 720 450 720 540 Z", COAL.lighter(0.1));
    c.line("M660 450 C700 360 800 336 880 370", 10., Ink::Flat(tint));
    c.disc(540., 640., 36., Ink::Lit(COAL));
    c.disc(540., 640., 14., Ink::Lit(STEEL));
    c.line("M390 560 Q440 480 540 474", 9., Ink::Flat(WHITE.faint(0.4)));
}

pub(super) fn toolbox(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 770., 450., 52., 0.6);
    c.line("M380 470 L330 240", 22., Ink::Lit(OAK));
    c.path(
        "M280 210 L400 186 L410 236 L290 260 Z",
        Ink::Lit(STEEL.darker(0.2)),
    );
    c.line("M500 470 L520 280", 14., Ink::Lit(STEEL));
    c.rounded(500., 180., 44., 130., 16., rgb(0xd9a441));
    c.line("M700 480 L760 300", 26., Ink::Lit(STEEL));
    c.path(
        "M740 310 Q720 240 770 220 L766 260 L796 268 L820 236 Q836 300 786 316 Z",
        Ink::Lit(STEEL),
    );
    c.line("M860 470 L850 350", 20., Ink::Lit(rgb(0xc8472f)));
    c.line("M890 470 L912 350", 20., Ink::Lit(rgb(0xc8472f)));
    c.path("M250 470 L420 400 H780 L950 470 Z", tint.darker(0.45));
    c.line(
        "M400 480 V380 Q400 350 440 350 H760 Q800 350 800 380 V480",
        26.,
        Ink::Lit(COAL),
    );
    c.rounded(210., 466., 780., 296., 20., tint);
    c.rounded(210., 466., 780., 66., 18., tint.lighter(0.14));
    c.rect(210., 534., 780., 6., Ink::Flat(BLACK.faint(0.3)));
    for x in [340., 790.] {
        c.rounded(x, 510., 74., 66., 8., Ink::Metal(STEEL));
    }
    c.rounded(480., 600., 240., 90., 10., tint.darker(0.18));
    c.line("M236 700 V560", 8., Ink::Flat(WHITE.faint(0.25)));
}

pub(super) fn ladder(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1050., 360., 36., 0.55);
    c.line("M560 140 L700 1040", 20., tint.darker(0.35));
    c.line("M440 150 L560 1036", 16., tint.darker(0.4));
    for step in 0_u8..7 {
        let share = f32::from(step) / 7.;
        let y = 250. + share * 760.;
        let (left, right) = (370. - share * 120., 556. - share * 26.);
        c.path(
            &format!(
                "M{left} {y} L{right} {} V{} L{left} {} Z",
                y - 6.,
                y + 18.,
                y + 26.
            ),
            tint.lighter(0.2),
        );
    }
    c.line(
        "M390 140 L240 1046",
        26.,
        Ink::Across(tint.lighter(0.3), tint),
    );
    c.line(
        "M556 140 L540 1046",
        26.,
        Ink::Across(tint.lighter(0.3), tint.darker(0.2)),
    );
    c.path("M360 118 H600 L606 170 H352 Z", rgb(0xd2762f));
    for x in [226., 528.] {
        c.rounded(x, 1030., 34., 26., 6., COAL);
    }
}

pub(super) fn lawnmower(c: &mut Canvas, tint: Colour) {
    c.shadow(560., 800., 400., 40., 0.6);
    c.line("M640 620 L1010 260 L960 210", 18., Ink::Lit(COAL));
    c.line("M560 630 L950 250", 18., Ink::Lit(COAL.lighter(0.2)));
    c.line("M940 200 L1030 280", 30., Ink::Lit(COAL));
    c.path(
        "M640 560 L860 480 Q900 580 850 690 L700 740 Z",
        Ink::Lit(rgb(0x3f4a3d)),
    );
    c.path(
        "M230 720 Q240 620 340 600 H680 Q760 610 780 720 L760 770 H250 Z",
        tint,
    );
    c.rounded(380., 500., 220., 120., 26., COAL.lighter(0.1));
    c.path("M410 500 Q490 430 570 500 Z", tint.darker(0.1));
    c.rounded(440., 530., 100., 34., 10., Ink::Lit(STEEL));
    c.line(
        "M270 680 Q290 630 360 620 H480",
        9.,
        Ink::Flat(WHITE.faint(0.4)),
    );
    for (x, radius) in [(310., 72.), (740., 88.)] {
        c.disc(x, 800. - radius, radius, Ink::Lit(COAL));
        c.disc(x, 800. - radius, radius * 0.56, Ink::Lit(tint.lighter(0.3)));
        c.disc(x, 800. - radius, radius * 0.18, Ink::Flat(COAL));
    }
}

pub(super) fn grill(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1050., 300., 34., 0.6);
    for path in [
        "M330 660 L210 1040",
        "M570 660 L690 1040",
        "M450 680 L450 1010",
    ] {
        c.line(path, 20., Ink::Lit(STEEL));
    }
    c.line("M262 880 H638", 14., Ink::Lit(STEEL));
    c.path(
        "M190 520 H710 C700 680 600 740 450 740 C300 740 200 680 190 520 Z",
        tint,
    );
    c.path(
        "M190 500 C200 330 320 280 450 280 C580 280 700 330 710 500 Z",
        tint.lighter(0.06),
    );
    c.rounded(176., 496., 548., 30., 12., Ink::Metal(STEEL));
    c.line(
        "M250 440 C280 360 350 330 430 322",
        14.,
        Ink::Flat(WHITE.faint(0.4)),
    );
    c.rounded(400., 240., 100., 24., 12., OAK);
    c.line("M410 280 V256 M490 280 V256", 10., Ink::Flat(STEEL));
    c.disc(560., 400., 34., Ink::Lit(STEEL));
    c.disc(560., 400., 26., Ink::Flat(WHITE));
    c.line("M560 400 L574 384", 4., Ink::Flat(rgb(0xc4452f)));
    for x in [210., 690.] {
        c.disc(x, 1000., 48., Ink::Lit(COAL));
        c.disc(x, 1000., 24., Ink::Lit(STEEL));
    }
    for (x, lean) in [(380., 20.), (450., -20.)] {
        c.line(
            &format!("M{x} 200 Q{} 150 {x} 100 Q{} 60 {x} 30", x + lean, x - lean),
            16.,
            Ink::Flat(WHITE.faint(0.22)),
        );
    }
}

pub(super) fn chainsaw(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 752., 500., 40., 0.6);
    c.path("M120 560 Q90 600 120 650 H620 V560 Z", Ink::Lit(STEEL));
    for tooth in 0_u8..24 {
        let x = 128. + f32::from(tooth) * 20.;
        c.rect(x, 550., 11., 13., Ink::Flat(COAL));
        c.rect(x + 4., 648., 11., 13., Ink::Flat(COAL));
    }
    c.path(
        "M560 480 H920 Q960 490 960 560 V700 Q950 740 900 740 H600 Q560 730 560 690 Z",
        tint,
    );
    c.line(
        "M620 520 C600 380 700 340 840 400 L880 470",
        30.,
        Ink::Lit(COAL),
    );
    c.line(
        "M900 500 C1060 480 1080 640 1010 720 H900",
        34.,
        Ink::Lit(COAL.lighter(0.1)),
    );
    c.rounded(620., 600., 200., 100., 16., COAL.lighter(0.15));
    for x in [650., 690., 730., 770.] {
        c.rounded(x, 620., 16., 60., 8., Ink::Flat(BLACK.faint(0.5)));
    }
    c.disc(880., 560., 26., Ink::Lit(rgb(0xf0ece2)));
    c.line("M590 500 H760", 9., Ink::Flat(WHITE.faint(0.4)));
    c.path("M540 440 L600 420 L640 560 L580 570 Z", COAL);
}

pub(super) fn car(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 784., 560., 44., 0.7);
    c.path("M90 690 Q84 600 150 570 L300 540 L420 420 Q440 396 480 394 H900 Q950 396 980 430 L1060 540 Q1110 560 1112 620 V720 Q1110 740 1080 740 H120 Q92 736 90 690 Z", tint);
    c.path(
        "M350 540 L448 440 Q460 428 480 428 H640 V540 Z",
        Ink::Down(rgb(0x4a606b), rgb(0x9fb6bc)),
    );
    c.path(
        "M664 428 H800 V540 H664 Z",
        Ink::Down(rgb(0x4a606b), rgb(0x9fb6bc)),
    );
    c.path(
        "M822 428 H896 Q926 430 944 456 L996 540 H822 Z",
        Ink::Down(rgb(0x4a606b), rgb(0x9fb6bc)),
    );
    c.path(
        "M420 520 L500 440 H560 L470 530 Z",
        Ink::Flat(WHITE.faint(0.25)),
    );
    c.line(
        "M160 584 Q600 548 1096 590",
        6.,
        Ink::Flat(WHITE.faint(0.45)),
    );
    c.line("M120 690 H1090", 10., Ink::Flat(BLACK.faint(0.3)));
    for x in [652., 812.] {
        c.line(&format!("M{x} 546 V720"), 3., Ink::Flat(BLACK.faint(0.35)));
    }
    for x in [690., 840.] {
        c.rounded(x, 590., 52., 11., 5., Ink::Flat(tint.darker(0.5)));
    }
    c.path(
        "M108 606 Q150 580 220 580 L190 626 H100 Z",
        Ink::Down(WHITE, rgb(0xcfdbe0)),
    );
    c.path("M1076 560 L1112 590 V650 H1080 Z", rgb(0xb83a30));
    c.line("M480 388 H900", 9., Ink::Flat(COAL));
    for x in [290., 900.] {
        c.disc(x, 712., 92., Ink::Flat(rgb(0x17181b)));
        c.disc(x, 712., 80., Ink::Lit(COAL));
        c.disc(x, 712., 54., Ink::Lit(STEEL.lighter(0.2)));
        for turn in 0_u8..5 {
            c.at((x, 712.), f32::from(turn) * 72., (1., 1.), |c| {
                c.path(
                    "M-6 -12 L-14 -50 H14 L6 -12 Z",
                    Ink::Flat(COAL.lighter(0.25)),
                );
            });
        }
        c.disc(x, 712., 12., Ink::Flat(STEEL));
    }
}

pub(super) fn trailer(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 792., 520., 40., 0.6);
    c.line("M420 690 L110 716", 26., Ink::Metal(STEEL));
    c.line("M150 716 V790", 14., Ink::Lit(STEEL));
    c.disc(150., 780., 24., Ink::Lit(COAL));
    c.rounded(90., 694., 60., 34., 12., COAL);
    c.path("M330 460 L380 430 H1010 L1050 460 Z", Ink::Lit(WALNUT));
    c.rounded(330., 456., 720., 216., 6., tint);
    for x in [330., 510., 690., 870., 1036.] {
        c.rect(x, 450., 16., 230., Ink::Metal(STEEL.darker(0.1)));
    }
    c.rect(330., 556., 720., 10., Ink::Metal(STEEL));
    c.rounded(320., 666., 740., 26., 6., Ink::Metal(STEEL.darker(0.2)));
    c.path(
        "M560 690 Q570 620 700 620 Q830 620 840 690 H800 Q790 654 700 654 Q610 654 600 690 Z",
        COAL,
    );
    c.disc(700., 716., 76., Ink::Lit(COAL));
    c.disc(700., 716., 46., Ink::Lit(STEEL));
    c.disc(700., 716., 12., Ink::Flat(COAL));
    c.rounded(1030., 692., 30., 40., 6., rgb(0xb83a30));
    c.rounded(350., 480., 30., 16., 4., Ink::Flat(rgb(0xe2953a)));
}

pub(super) fn moving_box(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 776., 440., 52., 0.6);
    c.path("M280 430 L600 390 L920 430 L600 486 Z", tint.darker(0.5));
    c.path("M280 430 L180 330 L500 300 L600 390 Z", tint.lighter(0.1));
    c.path("M920 430 L1020 330 L700 300 L600 390 Z", tint.darker(0.12));
    c.path("M280 430 L600 486 V780 L300 712 Z", tint);
    c.path("M920 430 L600 486 V780 L900 712 Z", tint.darker(0.2));
    c.path("M280 430 L600 486 L540 580 L200 510 Z", tint.lighter(0.2));
    c.path("M920 430 L600 486 L664 580 L1000 510 Z", tint.darker(0.04));
    c.rounded(700., 640., 130., 70., 4., Ink::Flat(WHITE.faint(0.85)));
    c.line(
        "M720 664 H806 M720 686 H780",
        6.,
        Ink::Flat(COAL.faint(0.7)),
    );
    let cloth = outline(
        "M420 420 C380 330 470 300 520 340 C570 280 680 300 700 350 C760 330 800 380 770 424 L600 474 Z",
    );
    c.fill(&cloth, rgb(0xc9d6da));
    c.disc(520., 380., 34., Ink::Glow(rgb(0xe9a08e), rgb(0xb5483b)));
    c.disc(640., 370., 40., Ink::Glow(rgb(0xf0d68e), rgb(0xb88a35)));
}

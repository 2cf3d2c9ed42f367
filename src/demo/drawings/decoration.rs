//! Drawings of what hangs on walls, lies on floors and lights a room.

use super::canvas::{Canvas, outline, oval, rounded};
use super::ink::{BLACK, BRASS, COAL, Colour, Ink, PAPER, WHITE, rgb};

pub(super) fn floor_lamp(c: &mut Canvas, tint: Colour) {
    c.light(450., 420., 620., 620., rgb(0xffe2a8).faint(0.95));
    c.shadow(450., 1052., 200., 30., 0.6);
    c.oval(450., 1040., 128., 26., BRASS);
    c.rect(443., 420., 14., 616., Ink::Metal(BRASS));
    c.path(
        "M330 180 H570 L660 440 Q450 476 240 440 Z",
        Ink::Down(tint.lighter(0.35), tint),
    );
    c.path(
        "M330 180 H570 L660 440 Q450 476 240 440 Z",
        Ink::Glow(rgb(0xfff4d2).faint(0.9), rgb(0xffe2a0).faint(0.)),
    );
    c.oval(450., 180., 120., 14., tint.lighter(0.5));
    for x in [-1.6, -0.8, 0., 0.8, 1.6] {
        c.line(
            &format!("M{} 190 L{} 452", 450. + x * 62., 450. + x * 112.),
            2.,
            Ink::Flat(tint.darker(0.3).faint(0.2)),
        );
    }
    c.line("M520 452 V560", 3., Ink::Flat(BRASS));
    c.disc(520., 566., 8., BRASS);
}

pub(super) fn table_lamp(c: &mut Canvas, tint: Colour) {
    c.light(450., 480., 560., 560., rgb(0xffe2a8).faint(0.95));
    c.shadow(450., 966., 220., 36., 0.6);
    c.path("M370 960 Q360 930 400 910 C300 840 320 690 430 660 H470 C580 690 600 840 500 910 Q540 930 530 960 Z", Ink::Metal(tint));
    c.rect(436., 590., 28., 76., Ink::Metal(BRASS));
    c.path(
        "M350 300 H550 L660 610 Q450 650 240 610 Z",
        Ink::Down(rgb(0xfdf3dc), rgb(0xefd9ac)),
    );
    c.path(
        "M350 300 H550 L660 610 Q450 650 240 610 Z",
        Ink::Glow(rgb(0xfffbe8), rgb(0xffe6ae).faint(0.)),
    );
    c.oval(450., 300., 100., 13., rgb(0xfffaf0));
    c.line(
        "M360 800 Q362 730 412 700",
        8.,
        Ink::Flat(WHITE.faint(0.45)),
    );
}

pub(super) fn rug(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 790., 560., 70., 0.35);
    let edge = outline("M270 668 H930 L1090 846 H110 Z");
    c.fill(&edge, tint);
    c.inside(&edge, |c| {
        c.path(
            "M290 676 H910 L1058 836 H142 Z",
            Ink::Flat(PAPER.faint(0.85)),
        );
        c.path(
            "M304 684 H896 L1030 826 H170 Z",
            Ink::Flat(tint.darker(0.15)),
        );
        for row in 0_u8..4 {
            let y = 700. + f32::from(row * row) * 5. + f32::from(row) * 20.;
            let half = 9. + f32::from(row) * 3.5;
            let wide = 290. + (y - 684.) * 0.95;
            for column in 0_u8..9 {
                let x = 600. + (f32::from(column) - 4.) * wide / 4.6;
                let colour = if (row + column) % 2 == 0 {
                    rgb(0xe4c48a)
                } else {
                    PAPER
                };
                c.path(
                    &format!(
                        "M{x} {} L{} {y} L{x} {} L{} {y} Z",
                        y - half,
                        x + half * 1.7,
                        y + half,
                        x - half * 1.7
                    ),
                    Ink::Flat(colour),
                );
            }
        }
    });
    for fringe in 0_u8..48 {
        let x = 112. + f32::from(fringe) * 20.7;
        c.line(
            &format!("M{x} 846 L{} 862", x + (x - 600.) * 0.014),
            4.,
            Ink::Flat(PAPER),
        );
    }
}

pub(super) fn mirror(c: &mut Canvas, tint: Colour) {
    let frame = oval(450., 580., 290., 410.);
    c.cast(&frame, 22., 30.);
    c.fill(&frame, tint);
    c.draw(
        &oval(450., 580., 276., 396.),
        6.,
        Ink::Flat(tint.darker(0.4)),
    );
    c.draw(
        &oval(450., 580., 284., 404.),
        4.,
        Ink::Flat(tint.lighter(0.6)),
    );
    let glass = oval(450., 580., 252., 372.);
    c.inside(&glass, |c| {
        c.rect(
            190.,
            200.,
            520.,
            760.,
            Ink::Down(rgb(0xe9eef0), rgb(0xa9b8bd)),
        );
        c.rect(
            190.,
            760.,
            520.,
            220.,
            Ink::Down(rgb(0xb59a7c), rgb(0x8f765c)),
        );
        c.rect(
            520.,
            380.,
            150.,
            260.,
            Ink::Down(rgb(0xf7fbff), rgb(0xd3e4ee)),
        );
        c.line("M595 380 V640 M520 500 H670", 8., Ink::Flat(PAPER));
        c.path(
            "M300 180 L460 180 L240 980 L120 980 Z",
            Ink::Flat(WHITE.faint(0.28)),
        );
        c.path(
            "M500 180 L540 180 L330 980 L300 980 Z",
            Ink::Flat(WHITE.faint(0.22)),
        );
    });
    c.draw(&glass, 5., Ink::Flat(BLACK.faint(0.3)));
    c.path(
        "M390 170 Q450 100 510 170 Q480 190 450 176 Q420 190 390 170 Z",
        tint.lighter(0.1),
    );
}

pub(super) fn wall_clock(c: &mut Canvas, tint: Colour) {
    let case = oval(500., 500., 330., 330.);
    c.cast(&case, 24., 30.);
    c.fill(&case, tint);
    c.disc(500., 500., 296., Ink::Lit(rgb(0xfaf7f0)));
    for hour in 0_u8..60 {
        let (long, width) = if hour % 5 == 0 {
            (238., 12.)
        } else {
            (262., 3.)
        };
        c.at((500., 500.), f32::from(hour) * 6., (1., 1.), |c| {
            c.line(&format!("M0 -{long} V-270"), width, Ink::Flat(COAL));
        });
    }
    hands(c, 500., 500., 1.);
    c.path(
        "M290 330 Q400 220 560 220 Q380 300 300 520 Q260 430 290 330 Z",
        Ink::Flat(WHITE.faint(0.35)),
    );
}

/// Hands that show ten past ten, as in every shop window.
pub(super) fn hands(c: &mut Canvas, x: f32, y: f32, size: f32) {
    for (degrees, data, width) in [(-54., "M0 30 V-140", 16.), (62., "M0 40 V-220", 10.)] {
        c.at((x, y), degrees, (size, size), |c| {
            c.line(data, width, Ink::Flat(COAL));
        });
    }
    c.at((x, y), 200., (size, size), |c| {
        c.line("M0 50 V-230", 4., Ink::Flat(rgb(0xc4452f)));
    });
    c.disc(x, y, 15. * size, Ink::Flat(COAL));
}

pub(super) fn long_case_clock(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1072., 260., 34., 0.6);
    let body = outline(
        "M330 1064 Q320 900 380 820 C290 720 300 560 370 470 Q250 400 260 280 Q270 120 450 110 Q630 120 640 280 Q650 400 530 470 C600 560 610 720 520 820 Q580 900 570 1064 Z",
    );
    c.cast(&body, 20., 24.);
    c.fill(&body, tint);
    c.draw(&body, 6., Ink::Flat(BRASS.darker(0.1)));
    c.path(
        "M450 520 C520 580 520 720 450 780 C380 720 380 580 450 520 Z",
        tint.lighter(0.2),
    );
    c.draw(
        &outline("M450 520 C520 580 520 720 450 780 C380 720 380 580 450 520 Z"),
        5.,
        Ink::Flat(BRASS),
    );
    c.disc(450., 670., 30., BRASS);
    c.line("M450 540 V650", 5., Ink::Flat(BRASS));
    c.disc(450., 286., 146., BRASS);
    c.disc(450., 286., 130., Ink::Lit(PAPER));
    for hour in 0_u8..12 {
        c.at((450., 286.), f32::from(hour) * 30., (1., 1.), |c| {
            c.line("M0 -100 V-116", 8., Ink::Flat(COAL));
        });
    }
    hands(c, 450., 286., 0.46);
    c.path("M410 112 Q450 40 490 112 Z", BRASS);
    for (x, y) in [(450., 900.), (430., 930.), (470., 930.), (450., 960.)] {
        c.oval(x, y, 13., 16., Ink::Flat(rgb(0xb5563f).faint(0.75)));
    }
    for lean in [-1., 1.] {
        c.line(
            &format!(
                "M450 1010 Q{} 990 {} 940",
                450. + lean * 60.,
                450. + lean * 54.
            ),
            6.,
            Ink::Flat(rgb(0x5f7f52).faint(0.8)),
        );
    }
}

pub(super) fn painting(c: &mut Canvas, tint: Colour) {
    let frame = rounded(190., 120., 820., 640., 4.);
    c.cast(&frame, 26., 34.);
    c.fill(&frame, tint);
    c.draw(
        &rounded(206., 136., 788., 608., 2.),
        5.,
        Ink::Flat(tint.lighter(0.5)),
    );
    c.draw(
        &rounded(240., 170., 720., 540., 2.),
        8.,
        Ink::Flat(tint.darker(0.45)),
    );
    let picture = rounded(246., 176., 708., 528., 0.);
    c.inside(&picture, |c| {
        c.rect(
            246.,
            176.,
            708.,
            300.,
            Ink::Down(rgb(0x6f9fc0), rgb(0xf4dcae)),
        );
        c.disc(740., 390., 54., Ink::Glow(rgb(0xfff3c8), rgb(0xf6c777)));
        c.path(
            "M246 440 Q380 370 500 430 Q640 380 760 436 Q880 400 954 430 V520 H246 Z",
            Ink::Down(rgb(0x6f8796), rgb(0x8fa39a)),
        );
        c.rect(
            246.,
            460.,
            708.,
            250.,
            Ink::Down(rgb(0xb9cfce), rgb(0x4d7d90)),
        );
        for (x, y, long) in [
            (690., 476., 120.),
            (670., 500., 150.),
            (700., 530., 110.),
            (640., 566., 190.),
            (420., 520., 120.),
            (330., 580., 160.),
        ] {
            c.line(
                &format!("M{x} {y} H{}", x + long),
                7.,
                Ink::Flat(rgb(0xfde9bd).faint(0.6)),
            );
        }
        c.path(
            "M246 704 V560 Q340 540 420 600 Q520 660 600 704 Z",
            Ink::Down(rgb(0x8a8f66), rgb(0x55603d)),
        );
        c.path(
            "M300 580 V500 L350 462 L400 500 V590 Z",
            Ink::Flat(rgb(0x9c3b2e)),
        );
        c.path("M288 506 L350 456 L412 506 Z", Ink::Flat(rgb(0x463a3a)));
        c.rect(336., 520., 28., 34., Ink::Flat(rgb(0xf5e7b8)));
        c.path("M560 540 H690 L668 570 H582 Z", Ink::Flat(rgb(0x5a3526)));
        c.path(
            "M626 400 L680 528 H626 Z M618 420 L574 528 H618 Z",
            Ink::Flat(rgb(0xf6efdd)),
        );
    });
    c.draw(&picture, 3., Ink::Flat(BLACK.faint(0.4)));
}

pub(super) fn poster(c: &mut Canvas, tint: Colour) {
    let frame = rounded(170., 130., 560., 800., 4.);
    c.cast(&frame, 22., 28.);
    c.fill(&frame, Ink::Lit(rgb(0x2a2b2d)));
    c.rect(188., 148., 524., 764., Ink::Flat(rgb(0xf7f2e8)));
    c.rect(244., 212., 412., 560., tint.lighter(0.55));
    c.disc(520., 350., 84., Ink::Flat(rgb(0xe9a15b)));
    c.path(
        "M244 560 Q340 420 450 540 Q560 640 656 500 V772 H244 Z",
        Ink::Flat(tint),
    );
    c.path(
        "M244 660 Q400 560 520 660 Q600 720 656 650 V772 H244 Z",
        Ink::Flat(tint.darker(0.4)),
    );
    c.rounded(300., 812., 300., 16., 8., Ink::Flat(COAL.lighter(0.2)));
    c.rounded(360., 846., 180., 9., 4., Ink::Flat(COAL.lighter(0.5)));
    c.path("M188 148 H500 L188 700 Z", Ink::Flat(WHITE.faint(0.16)));
}

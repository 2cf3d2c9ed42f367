//! Drawings of what one sits at, on and in.

use super::canvas::{Canvas, outline, rounded};
use super::dice::Dice;
use super::ink::{BLACK, BRASS, COAL, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, rgb};

/// A cushion, by its middle.
fn cushion(c: &mut Canvas, x: f32, y: f32, size: f32, degrees: f32, tint: Colour) {
    c.at((x, y), degrees, (size / 100., size / 100.), |c| {
        let shape =
            outline("M-100 -90 Q0 -70 100 -90 Q80 0 100 90 Q0 72 -100 90 Q-82 0 -100 -90 Z");
        c.cast(&shape, 8., 10.);
        c.fill(&shape, tint);
        c.line("M-70 -60 Q0 -46 60 -64", 4., Ink::Flat(WHITE.faint(0.25)));
    });
}

pub(super) fn sofa(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 764., 560., 48., 0.6);
    for x in [200., 976.] {
        c.path(
            &format!("M{x} 716 H{} L{} 776 H{} Z", x + 30., x + 22., x + 8.),
            WALNUT,
        );
    }
    c.rounded(170., 368., 860., 330., 54., tint.darker(0.1));
    for x in [206., 604.] {
        c.rounded(x, 392., 390., 210., 40., tint.lighter(0.08));
    }
    c.rounded(130., 470., 120., 262., 48., tint);
    c.rounded(950., 470., 120., 262., 48., tint.darker(0.08));
    for x in [232., 602.] {
        c.rounded(x, 562., 366., 96., 34., tint.lighter(0.14));
        c.line(
            &format!("M{} 576 H{}", x + 40., x + 300.),
            5.,
            Ink::Flat(WHITE.faint(0.2)),
        );
    }
    c.rounded(228., 640., 744., 88., 18., tint.darker(0.12));
    cushion(c, 318., 512., 92., -8., rgb(0xe0b878));
    cushion(c, 878., 514., 86., 10., rgb(0xd9d2c3));
    c.path(
        "M690 470 L800 462 L830 700 L716 712 Z",
        Ink::Down(rgb(0xf0e8d8), rgb(0xd5c6ae)),
    );
    for y in [500., 540., 580., 620., 660.] {
        c.line(
            &format!(
                "M{} {y} L{} {}",
                692. + (y - 470.) * 0.11,
                804. + (y - 470.) * 0.12,
                y - 9.
            ),
            6.,
            Ink::Flat(rgb(0xc0765a).faint(0.7)),
        );
    }
}

pub(super) fn armchair(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1050., 330., 46., 0.6);
    for x in [220., 640.] {
        c.path(
            &format!("M{x} 960 H{} L{} 1062 H{} Z", x + 40., x + 26., x + 10.),
            WALNUT,
        );
    }
    c.path(
        "M250 880 C220 560 260 350 330 330 Q450 300 570 330 C640 350 680 560 650 880 Z",
        tint,
    );
    c.path(
        "M300 860 C280 600 310 400 360 384 Q450 364 540 384 C590 400 620 600 600 860 Z",
        tint.lighter(0.1),
    );
    for (x, y) in [(450., 470.), (380., 560.), (520., 560.), (450., 650.)] {
        c.disc(x, y, 7., Ink::Flat(tint.darker(0.5)));
        c.line(
            &format!("M{x} {y} L{} {}", x - 60., y - 70.),
            2.5,
            Ink::Flat(tint.darker(0.4).faint(0.25)),
        );
    }
    c.rounded(270., 760., 360., 130., 46., tint.lighter(0.16));
    for x in [166., 620.] {
        c.rounded(x, 640., 114., 330., 54., tint.darker(0.06));
        c.line(
            &format!("M{} 680 Q{} 652 {} 672", x + 24., x + 46., x + 76.),
            6.,
            Ink::Flat(WHITE.faint(0.2)),
        );
    }
    c.rounded(230., 868., 440., 104., 22., tint.darker(0.16));
    cushion(c, 462., 680., 96., 6., rgb(0xe8dcc4));
}

pub(super) fn chair(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1046., 280., 40., 0.55);
    for path in ["M320 760 L286 1044", "M580 760 L614 1044"] {
        c.line(path, 24., tint.darker(0.1));
    }
    for path in ["M352 700 L352 960", "M548 700 L548 960"] {
        c.line(path, 20., tint.darker(0.4));
    }
    for (x, lean) in [(330., -22.), (570., 22.)] {
        c.line(
            &format!("M{x} 720 Q{} 520 {} 300", x + lean, x + lean),
            24.,
            tint,
        );
    }
    for x in [378., 426., 474., 522.] {
        c.line(
            &format!(
                "M{x} 720 Q{} 520 {} 320",
                450. + (x - 450.) * 1.14,
                450. + (x - 450.) * 1.2
            ),
            12.,
            tint.lighter(0.06),
        );
    }
    c.path(
        "M290 300 Q450 240 610 300 L606 348 Q450 296 294 348 Z",
        tint.lighter(0.1),
    );
    c.path(
        "M286 726 Q450 690 614 726 L640 786 Q450 812 260 786 Z",
        tint.lighter(0.16),
    );
    c.path(
        "M260 786 Q450 812 640 786 V806 Q450 832 260 806 Z",
        tint.darker(0.25),
    );
    c.line("M300 920 H600", 14., tint.darker(0.15));
}

pub(super) fn table(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 776., 500., 44., 0.5);
    for x in [268., 880.] {
        c.path(
            &format!("M{x} 520 H{} L{} 780 H{} Z", x + 52., x + 40., x + 14.),
            tint.darker(0.1),
        );
    }
    for x in [360., 806.] {
        c.path(
            &format!("M{x} 520 H{} L{} 690 H{} Z", x + 34., x + 28., x + 8.),
            tint.darker(0.42),
        );
    }
    c.rect(250., 500., 700., 46., tint.darker(0.14));
    c.path("M260 440 H940 L1010 496 H190 Z", tint.lighter(0.2));
    c.rounded(190., 494., 820., 22., 6., tint.darker(0.05));
    for y in [456., 474.] {
        c.line(
            &format!("M{} {y} H{}", 500. - y * 0.5, 700. + y * 0.5),
            2.,
            Ink::Flat(tint.darker(0.3).faint(0.3)),
        );
    }
    c.oval(600., 462., 130., 20., Ink::Flat(BLACK.faint(0.15)));
    c.path(
        "M490 412 Q500 462 600 464 Q700 462 710 412 Z",
        rgb(0xe7e2d8),
    );
    for (x, y, colour) in [
        (540., 402., 0xd0523f),
        (590., 392., 0xb6c25a),
        (640., 402., 0xd0523f),
        (566., 380., 0xe2a33f),
        (618., 374., 0xc94c3c),
    ] {
        c.disc(x, y, 32., Ink::Lit(rgb(colour)));
    }
    c.path(
        "M488 410 Q600 440 712 410 L708 424 Q600 456 492 424 Z",
        rgb(0xf3efe6),
    );
}

pub(super) fn bookshelf(c: &mut Canvas, tint: Colour) {
    let mut dice = Dice::new(41);
    c.shadow(450., 1066., 370., 36., 0.6);
    c.cast(&rounded(150., 130., 600., 930., 6.), 18., 24.);
    c.rect(150., 130., 600., 930., tint.darker(0.05));
    c.rect(172., 152., 556., 886., Ink::Lit(tint.darker(0.5)));
    for shelf in 0_u8..5 {
        let floor = 322. + f32::from(shelf) * 178.;
        let mut x = 182.;
        let stop = if shelf == 1 || shelf == 3 { 540. } else { 690. };
        while x < stop {
            let (wide, tall) = (dice.roll(20., 44.), dice.roll(96., 142.));
            let colour = dice.pick(
                &[
                    rgb(0x9c4a3c),
                    rgb(0x3f5f73),
                    rgb(0xd9c69a),
                    rgb(0x5c7258),
                    rgb(0x2f3a4a),
                    rgb(0xc98c4a),
                    rgb(0xe8e2d4),
                    rgb(0x7b4a5e),
                ],
                PAPER,
            );
            c.rounded(
                x,
                floor - tall,
                wide - 2.,
                tall,
                3.,
                Ink::Across(colour.lighter(0.12), colour.darker(0.25)),
            );
            c.rect(
                x + 4.,
                floor - tall + 16.,
                wide - 10.,
                5.,
                Ink::Flat(PAPER.faint(0.5)),
            );
            c.rect(
                x + 4.,
                floor - 26.,
                wide - 10.,
                3.,
                Ink::Flat(PAPER.faint(0.4)),
            );
            x += wide;
        }
        c.rect(160., floor, 580., 17., tint.lighter(0.1));
        c.rect(
            172.,
            floor + 17.,
            556.,
            14.,
            Ink::Down(BLACK.faint(0.35), BLACK.faint(0.)),
        );
    }
    c.path(
        "M600 500 Q580 440 616 420 H664 Q700 440 680 500 Z",
        rgb(0x6f9aa8),
    );
    c.oval(634., 830., 46., 24., rgb(0x5d8a58));
    c.path("M600 856 L608 824 H660 L668 856 Z", rgb(0xe0d8c8));
    for x in [590., 612., 634., 656., 678.] {
        c.line(
            &format!("M634 826 Q{x} 800 {x} 764"),
            8.,
            Ink::Flat(rgb(0x6f9e64)),
        );
    }
    c.rect(140., 116., 620., 20., tint.lighter(0.14));
}

pub(super) fn bed(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 786., 560., 46., 0.55);
    c.rounded(230., 280., 740., 360., 30., OAK);
    c.rounded(256., 304., 688., 300., 18., OAK.lighter(0.1));
    for x in [300., 620.] {
        c.rounded(x, 440., 280., 128., 50., PAPER);
        c.line(
            &format!("M{} 470 Q{} 452 {} 472", x + 40., x + 130., x + 220.),
            5.,
            Ink::Flat(WHITE.faint(0.7)),
        );
    }
    c.path(
        "M190 560 Q600 520 1010 560 L1060 730 Q600 770 140 730 Z",
        tint.lighter(0.08),
    );
    c.path(
        "M190 560 Q600 520 1010 560 L1022 604 Q600 564 178 604 Z",
        PAPER.lighter(0.3),
    );
    c.path(
        "M140 730 Q600 770 1060 730 V770 Q600 806 140 770 Z",
        tint.darker(0.2),
    );
    for x in [330., 520., 700., 880.] {
        c.line(
            &format!(
                "M{x} 604 Q{} 680 {} 752",
                x + (x - 600.) * 0.05,
                x + (x - 600.) * 0.16
            ),
            5.,
            Ink::Flat(tint.darker(0.3).faint(0.3)),
        );
    }
    c.path(
        "M240 660 Q600 700 960 660 L976 716 Q600 752 224 716 Z",
        Ink::Down(rgb(0xd9a05e), rgb(0xb97d42)),
    );
    for x in [150., 1016.] {
        c.path(
            &format!("M{x} 766 H{} V800 H{} Z", x + 36., x + 6.),
            OAK.darker(0.3),
        );
    }
}

pub(super) fn chest_of_drawers(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 780., 430., 40., 0.6);
    for x in [280., 866.] {
        c.path(
            &format!("M{x} 740 H{} L{} 786 H{} Z", x + 54., x + 40., x + 14.),
            tint.darker(0.3),
        );
    }
    c.cast(&rounded(250., 320., 700., 424., 10.), 14., 18.);
    c.rounded(250., 320., 700., 424., 8., tint);
    c.rounded(232., 300., 736., 32., 8., tint.lighter(0.18));
    for row in 0_u8..3 {
        let y = 350. + f32::from(row) * 128.;
        c.rounded(276., y + 4., 648., 112., 8., Ink::Flat(tint.darker(0.5)));
        c.rounded(276., y, 648., 112., 8., tint.lighter(0.08));
        c.line(
            &format!("M300 {} Q600 {} 900 {}", y + 40., y + 64., y + 36.),
            2.5,
            Ink::Flat(tint.darker(0.35).faint(0.35)),
        );
        for x in [420., 780.] {
            c.line(
                &format!(
                    "M{} {} Q{x} {} {} {}",
                    x - 30.,
                    y + 52.,
                    y + 80.,
                    x + 30.,
                    y + 52.
                ),
                7.,
                BRASS,
            );
            c.disc(x - 30., y + 52., 9., BRASS);
            c.disc(x + 30., y + 52., 9., BRASS);
        }
    }
    c.shadow(380., 298., 100., 14., 0.4);
    c.path(
        "M340 296 C300 250 330 190 360 170 H400 C430 190 460 250 420 296 Z",
        Ink::Metal(rgb(0x5f8f9d)),
    );
    for (x, y) in [(330., 80.), (378., 50.), (430., 86.), (404., 110.)] {
        c.line(
            &format!("M380 172 Q{} 130 {x} {y}", f32::midpoint(380., x)),
            5.,
            Ink::Flat(rgb(0x5d8152)),
        );
        c.disc(x, y, 20., Ink::Glow(rgb(0xf7d6c4), rgb(0xe08f76)));
    }
}

pub(super) fn desk(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 780., 480., 40., 0.5);
    for x in [200., 960.] {
        c.rect(x, 460., 34., 322., tint.darker(0.12));
    }
    c.rect(700., 470., 240., 280., tint);
    for y in [484., 576., 668.] {
        c.rounded(716., y, 208., 78., 6., tint.lighter(0.1));
        c.rounded(796., y + 14., 50., 8., 4., Ink::Flat(COAL));
    }
    c.rounded(170., 430., 860., 36., 6., tint.lighter(0.2));
    c.rounded(410., 150., 380., 232., 10., COAL);
    c.rounded(
        420.,
        160.,
        360.,
        204.,
        4.,
        Ink::Down(rgb(0x2e5470), rgb(0x7fb0a8)),
    );
    c.path(
        "M420 330 L500 250 L560 310 L650 220 L780 340 V364 H420 Z",
        Ink::Flat(rgb(0x24475a)),
    );
    c.rect(586., 380., 28., 40., Ink::Metal(STEEL));
    c.rounded(530., 416., 140., 14., 6., Ink::Metal(STEEL));
    c.line("M270 430 L250 330 L330 240", 10., Ink::Lit(COAL));
    c.path("M318 214 L380 270 L330 300 L290 250 Z", rgb(0xd9a441));
    c.rounded(220., 420., 100., 12., 6., COAL);
    for (y, colour) in [(410., 0x9a4d3e), (390., 0x3f6173), (370., 0xd8c396)] {
        c.rounded(850., y, 120., 20., 4., rgb(colour));
    }
}

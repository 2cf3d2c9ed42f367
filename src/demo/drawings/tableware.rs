//! Drawings of what tables are laid with, and of vases.

use super::canvas::{Canvas, oval, rounded};
use super::ink::{COAL, Colour, Ink, PAPER, WALNUT, WHITE, rgb};

pub(super) fn porcelain(c: &mut Canvas, tint: Colour) {
    c.shadow(560., 772., 480., 50., 0.55);
    for (number, y) in (0_u8..).zip([752., 734., 716., 698., 680.]) {
        c.oval(
            400.,
            y,
            232.,
            34.,
            PAPER.lighter(0.4).darker(f32::from(number % 2) * 0.08),
        );
        c.draw(&oval(400., y, 226., 31.), 5., Ink::Flat(tint));
    }
    c.oval(400., 676., 150., 19., WHITE.darker(0.05));
    for turn in 0_u8..9 {
        let x = 270. + f32::from(turn) * 32.;
        c.disc(x, 676., 7., Ink::Flat(tint.faint(0.8)));
    }
    // The coffee pot.
    c.line("M906 470 C1020 440 1010 640 900 630", 22., PAPER);
    c.path(
        "M690 560 C650 520 640 460 590 420 L630 410 C680 440 700 480 716 500 Z",
        PAPER.darker(0.04),
    );
    c.path(
        "M700 740 C640 620 690 470 740 420 H880 C930 470 980 620 920 740 Z",
        Ink::Across(WHITE, PAPER.darker(0.18)),
    );
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
    c.path(
        "M310 570 H480 Q474 660 420 668 H370 Q316 660 310 570 Z",
        Ink::Across(WHITE, PAPER.darker(0.15)),
    );
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
                c.line(
                    &format!("M{} 260 V350", x + lean),
                    8.,
                    Ink::Lit(tint.lighter(0.2)),
                );
            }
            c.path(
                &format!(
                    "M{} 340 H{} Q{} 420 {x} 436 Q{} 420 {} 340 Z",
                    x - 28.,
                    x + 28.,
                    x + 26.,
                    x - 26.,
                    x - 28.
                ),
                tint,
            );
        } else {
            c.path(
                &format!(
                    "M{} 440 V280 Q{} 240 {} 236 V440 Z",
                    x - 16.,
                    x - 6.,
                    x + 18.
                ),
                tint.lighter(0.3),
            );
        }
        c.oval(x, 654., 14., 24., tint.lighter(0.15));
        c.line(
            &format!("M{} 450 V630", x - 3.),
            3.,
            Ink::Flat(WHITE.faint(0.6)),
        );
    }
}

pub(super) fn glassware(c: &mut Canvas, tint: Colour) {
    for x in [250., 480., 710., 940.] {
        c.shadow(x, 770., 120., 26., 0.4);
        c.oval(
            x,
            762.,
            86.,
            16.,
            Ink::Glow(WHITE.faint(0.2), tint.faint(0.55)),
        );
        c.rect(
            x - 5.,
            560.,
            10.,
            200.,
            Ink::Across(WHITE.faint(0.9), tint.faint(0.5)),
        );
        let bowl = format!(
            "M{} 300 H{} C{} 470 {} 560 {x} 570 C{} 560 {} 470 {} 300 Z",
            x - 84.,
            x + 84.,
            x + 104.,
            x + 40.,
            x - 40.,
            x - 104.,
            x - 84.
        );
        c.path(&bowl, Ink::Across(WHITE.faint(0.55), tint.faint(0.4)));
        c.path(
            &format!(
                "M{} 420 H{} C{} 500 {} 556 {x} 566 C{} 556 {} 500 {} 420 Z",
                x - 91.,
                x + 91.,
                x + 80.,
                x + 40.,
                x - 40.,
                x - 80.,
                x - 91.
            ),
            Ink::Down(rgb(0xa63a4a).faint(0.8), rgb(0x6d1f30).faint(0.9)),
        );
        c.line(&bowl, 3., Ink::Flat(WHITE.faint(0.75)));
        c.oval(x, 300., 84., 12., WHITE.faint(0.35));
        c.line(
            &format!(
                "M{} 330 C{} 420 {} 470 {} 500",
                x - 64.,
                x - 74.,
                x - 66.,
                x - 46.
            ),
            9.,
            Ink::Flat(WHITE.faint(0.7)),
        );
    }
}

pub(super) fn candlesticks(c: &mut Canvas, tint: Colour) {
    for (x, y, size) in [(310., 40., 0.9), (580., 0., 1.)] {
        c.shadow(x, y + 975., 150., 28., 0.55);
        c.at((x, y), 0., (size, size), |c| {
            let (down, light) = (970. / size - y * 0.1, rgb(0xfff0c8));
            c.light(0., 200., 300., 300., rgb(0xffd98a).faint(0.9));
            c.rect(-20., 250., 40., 260., Ink::Across(PAPER, PAPER.darker(0.16)));
            c.line("M0 250 V236", 4., Ink::Flat(COAL));
            c.path("M0 150 C30 190 26 232 0 240 C-26 232 -30 190 0 150 Z", Ink::Down(light, rgb(0xf0a33c)));
            c.path("M-54 500 H54 L38 534 H-38 Z", Ink::Metal(tint));
            c.path(&format!("M-16 534 H16 C40 600 20 640 16 700 C60 730 40 780 18 800 L26 880 H-26 L-18 800 C-40 780 -60 730 -16 700 C-20 640 -40 600 -16 534 Z M-26 870 H26 L120 {} Q122 {down} 110 {down} H-110 Q-122 {down} -120 {} Z", down - 30., down - 30.), Ink::Metal(tint));
        });
    }
}

pub(super) fn vase(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 996., 240., 44., 0.55);
    for (x, y, colour) in [
        (300., 250., 0xf0b6a6),
        (450., 170., 0xf6e3c4),
        (600., 260., 0xd97c6c),
        (380., 330., 0xf6e3c4),
        (530., 340., 0xe8a08e),
    ] {
        c.line(
            &format!("M450 640 Q{} 500 {x} {y}", f32::midpoint(450., x)),
            8.,
            Ink::Flat(rgb(0x557a4c)),
        );
        for petal in 0_u8..7 {
            c.at((x, y), f32::from(petal) * 51.4, (1., 1.), |c| {
                c.oval(0., -36., 24., 40., rgb(colour));
            });
        }
        c.disc(x, y, 18., Ink::Glow(rgb(0xf3cf62), rgb(0xc98d30)));
    }
    for (x, y, turn) in [(250., 440., -60.), (650., 450., 60.)] {
        c.at((x, y), turn, (1., 1.), |c| {
            c.oval(0., 0., 30., 86., rgb(0x6b9560));
        });
    }
    c.path("M390 520 H510 C500 600 620 680 620 810 C620 930 560 990 520 996 H380 C340 990 280 930 280 810 C280 680 400 600 390 520 Z", Ink::Metal(tint));
    c.oval(450., 520., 60., 13., tint.darker(0.4));
    c.line("M286 790 Q450 850 614 790", 9., Ink::Flat(PAPER.faint(0.6)));
    c.line("M288 840 Q450 900 612 840", 5., Ink::Flat(PAPER.faint(0.5)));
    c.line(
        "M330 860 C310 780 350 700 396 650",
        14.,
        Ink::Flat(WHITE.faint(0.5)),
    );
}

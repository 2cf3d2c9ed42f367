//! Drawings of instruments.

use super::canvas::{Canvas, outline};
use super::ink::{BLACK, BRASS, COAL, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, rgb};

pub(super) fn guitar(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1066., 260., 34., 0.5);
    c.at((450., 640.), 5., (1., 1.), |c| {
        let body = outline("M-100 -60 C-170 -60 -190 40 -150 110 C-240 180 -240 400 0 410 C240 400 240 180 150 110 C190 40 170 -60 100 -60 C60 -60 40 -30 0 -30 C-40 -30 -60 -60 -100 -60 Z");
        c.cast(&body, 20., 24.);
        c.fill(&body, tint.lighter(0.1));
        c.draw(&body, 10., Ink::Lit(WALNUT.darker(0.2)));
        c.disc(0., 100., 66., Ink::Lit(WALNUT.darker(0.4)));
        c.disc(0., 100., 54., Ink::Flat(rgb(0x1c1310)));
        c.rect(-24., -450., 48., 500., Ink::Across(WALNUT.darker(0.2), WALNUT.darker(0.5)));
        for fret in 0_u8..14 {
            c.rect(-24., -430. + f32::from(fret) * 32., 48., 3., Ink::Flat(STEEL));
        }
        c.path("M-36 -440 L-44 -570 H44 L36 -440 Z", WALNUT.darker(0.3));
        for peg in 0_u8..3 {
            let y = -550. + f32::from(peg) * 40.;
            c.oval(-62., y, 16., 10., PAPER);
            c.oval(62., y, 16., 10., PAPER);
        }
        c.rounded(-76., 270., 152., 24., 6., WALNUT.darker(0.4));
        for string in 0_u8..6 {
            let x = -16. + f32::from(string) * 6.4;
            c.line(&format!("M{x} -440 L{} 282", x * 1.6), 1.8, Ink::Flat(PAPER.faint(0.8)));
        }
        c.line("M-176 300 C-190 220 -160 170 -130 140", 10., Ink::Flat(WHITE.faint(0.35)));
    });
}

pub(super) fn violin(c: &mut Canvas, tint: Colour) {
    c.at((420., 640.), -16., (1.1, 1.1), |c| {
        let body = outline("M-70 -110 C-130 -110 -140 -20 -104 20 C-80 50 -84 90 -110 110 C-170 160 -160 320 0 326 C160 320 170 160 110 110 C84 90 80 50 104 20 C140 -20 130 -110 70 -110 C40 -110 30 -130 0 -130 C-30 -130 -40 -110 -70 -110 Z");
        c.cast(&body, 20., 26.);
        c.fill(&body, tint);
        c.draw(&body, 6., Ink::Flat(tint.darker(0.5)));
        c.rect(-16., -420., 32., 420., Ink::Across(COAL.lighter(0.15), COAL));
        c.path("M-20 -400 C-30 -460 -30 -500 6 -506 C40 -506 40 -460 10 -466 L20 -400 Z", tint.darker(0.2));
        for y in [-440., -470.] {
            c.line(&format!("M-50 {y} H50"), 11., COAL);
        }
        for side in [-1., 1.] {
            c.line(&format!("M{} 30 C{} 60 {} 110 {} 140", side * 44., side * 70., side * 34., side * 66.), 7., Ink::Flat(rgb(0x23130c)));
        }
        c.rounded(-40., 96., 80., 14., 5., OAK.lighter(0.3));
        c.path("M-26 180 H26 L16 300 H-16 Z", COAL);
        c.path("M-110 270 C-90 230 -30 230 -20 300 L-40 330 Q-90 320 -110 270 Z", COAL);
        for x in [-9., -3., 3., 9.] {
            c.line(&format!("M{x} -420 L{} 180", x * 1.7), 1.6, Ink::Flat(PAPER.faint(0.85)));
        }
        c.line("M-128 240 C-136 190 -120 160 -100 140", 8., Ink::Flat(WHITE.faint(0.35)));
    });
    c.line("M700 180 L790 1040", 11., Ink::Lit(WALNUT));
    c.line("M684 190 L768 1034", 4., Ink::Flat(PAPER));
    c.line("M760 1030 L792 1030", 26., COAL);
}

pub(super) fn piano(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 788., 480., 36., 0.6);
    c.rounded(230., 270., 740., 500., 10., tint);
    c.rounded(214., 246., 772., 36., 8., tint.lighter(0.2));
    c.rounded(280., 316., 640., 150., 8., tint.darker(0.25));
    c.path(
        "M500 330 H598 V450 H480 Z M602 330 H700 L720 450 H602 Z",
        Ink::Lit(PAPER),
    );
    for line in 0_u8..5 {
        let y = 350. + f32::from(line) * 20.;
        c.line(
            &format!("M502 {y} H590 M612 {y} H700"),
            2.,
            Ink::Flat(COAL.faint(0.5)),
        );
    }
    c.rounded(200., 480., 800., 34., 8., tint.darker(0.3));
    c.path(
        "M220 512 H980 L1000 560 H200 Z",
        Ink::Lit(WHITE.darker(0.03)),
    );
    for key in 0_u8..36 {
        let x = 226. + f32::from(key) * 20.9;
        c.line(
            &format!("M{x} 512 L{} 560", 600. + (x - 600.) * 1.05),
            1.6,
            Ink::Flat(COAL.faint(0.4)),
        );
        if ![2, 6].contains(&(key % 7)) {
            c.path(
                &format!(
                    "M{} 512 H{} L{} 540 H{} Z",
                    x + 14.,
                    x + 25.,
                    x + 26.,
                    x + 13.
                ),
                COAL,
            );
        }
    }
    c.rounded(190., 556., 820., 36., 8., tint.lighter(0.08));
    c.rounded(300., 630., 600., 110., 8., tint.darker(0.2));
    for x in [206., 950.] {
        c.path(
            &format!("M{x} 592 H{} L{} 776 H{} Z", x + 44., x + 34., x + 10.),
            tint.darker(0.1),
        );
    }
    c.rect(570., 752., 22., 14., BRASS);
    c.rect(610., 752., 22., 14., BRASS);
    c.oval(320., 236., 46., 12., Ink::Flat(BLACK.faint(0.2)));
    c.rect(306., 150., 28., 90., Ink::Across(PAPER, PAPER.darker(0.15)));
    c.rounded(280., 232., 80., 14., 5., BRASS);
    c.path("M790 246 L810 150 H900 L920 246 Z", Ink::Lit(WALNUT));
    c.rect(818., 160., 76., 76., Ink::Lit(rgb(0xc9d3cc)));
}

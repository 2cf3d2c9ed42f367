//! Drawings of clothes, bags and papers.

use super::canvas::{Canvas, outline, rounded};
use super::ink::{BLACK, BRASS, COAL, Colour, Ink, OAK, PAPER, STEEL, WHITE, rgb};

pub(super) fn suitcase(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1050., 270., 34., 0.6);
    c.line(
        "M360 330 V150 Q360 130 380 130 H520 Q540 130 540 150 V330",
        17.,
        Ink::Metal(STEEL),
    );
    c.line("M384 132 H516", 28., COAL);
    c.cast(&rounded(230., 320., 440., 700., 56.), 16., 20.);
    c.rounded(230., 320., 440., 700., 56., tint);
    for rib in 0_u8..6 {
        let x = 276. + f32::from(rib) * 66.;
        c.rounded(
            x,
            346.,
            20.,
            648.,
            10.,
            Ink::Across(tint.lighter(0.25), tint.darker(0.15)),
        );
    }
    c.rect(230., 650., 440., 12., Ink::Flat(COAL));
    c.rounded(400., 630., 100., 52., 10., Ink::Metal(STEEL));
    for x in [270., 570.] {
        c.rounded(x, 1012., 60., 44., 16., COAL);
    }
    c.at((360., 470.), -12., (1., 1.), |c| {
        c.rounded(-56., -36., 112., 72., 10., rgb(0xf2e3b8));
        c.line("M-36 -8 H36 M-36 12 H10", 6., Ink::Flat(rgb(0xb5483b)));
    });
    c.disc(540., 860., 46., Ink::Lit(rgb(0x3f7fa8)));
    c.path("M510 870 L540 826 L570 870 Z", Ink::Flat(PAPER));
}

pub(super) fn coat(c: &mut Canvas, tint: Colour) {
    c.line(
        "M450 170 C430 130 480 110 480 150 C480 176 450 176 450 210",
        9.,
        Ink::Flat(STEEL),
    );
    c.line("M250 310 L450 210 L650 310", 18., Ink::Lit(OAK));
    let coat = outline(
        "M360 256 Q450 300 540 256 L650 310 Q720 360 740 760 L650 780 L636 560 L660 1040 Q450 1080 240 1040 L264 560 L250 780 L160 760 Q180 360 250 310 Z",
    );
    c.cast(&coat, 22., 26.);
    c.fill(&coat, tint);
    c.line(
        "M264 560 L290 420 M636 560 L610 420",
        5.,
        Ink::Flat(tint.darker(0.5).faint(0.6)),
    );
    c.line("M450 480 V1056", 5., Ink::Flat(tint.darker(0.5)));
    c.path(
        "M360 256 L330 340 L390 400 L370 440 L450 500 L450 300 Z",
        tint.lighter(0.12),
    );
    c.path(
        "M540 256 L570 340 L510 400 L530 440 L450 500 L450 300 Z",
        tint.darker(0.1),
    );
    for y in [560., 680., 800.] {
        c.disc(480., y, 15., Ink::Lit(tint.darker(0.6)));
        c.disc(420., y, 15., Ink::Lit(tint.darker(0.6)));
    }
    for x in [300., 520.] {
        c.rounded(x, 730., 90., 28., 6., tint.darker(0.2));
    }
    c.line(
        "M220 400 Q200 560 204 720",
        11.,
        Ink::Flat(WHITE.faint(0.14)),
    );
}

pub(super) fn jacket(c: &mut Canvas, tint: Colour) {
    c.line(
        "M450 190 C430 150 480 130 480 170 C480 196 450 196 450 230",
        9.,
        Ink::Flat(STEEL),
    );
    let jacket = outline(
        "M350 290 Q450 330 550 290 L670 350 Q750 420 770 820 L670 840 L640 600 L650 900 Q450 930 250 900 L260 600 L230 840 L130 820 Q150 420 230 350 Z",
    );
    c.cast(&jacket, 22., 26.);
    c.fill(&jacket, tint);
    c.path(
        "M330 300 C330 210 570 210 570 300 Q540 380 450 380 Q360 380 330 300 Z",
        tint.darker(0.3),
    );
    c.path(
        "M360 290 C370 240 530 240 540 290 Q520 340 450 340 Q380 340 360 290 Z",
        tint.darker(0.6),
    );
    c.inside(&jacket, |c| {
        c.rect(100., 460., 700., 60., Ink::Flat(PAPER.faint(0.9)));
        c.rect(100., 520., 700., 26., Ink::Flat(rgb(0xe2a03c)));
        for y in [620., 700., 780., 860.] {
            c.line(
                &format!("M120 {y} Q450 {} 780 {y}", y + 26.),
                4.,
                Ink::Flat(tint.darker(0.35).faint(0.5)),
            );
        }
    });
    c.line("M450 350 V912", 8., Ink::Flat(COAL));
    c.rounded(442., 420., 16., 40., 6., STEEL);
    for (x, lean) in [(300., 40.), (600., -40.)] {
        c.line(&format!("M{x} 660 L{} 760", x + lean), 8., Ink::Flat(COAL));
    }
}

pub(super) fn handbag(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 820., 340., 44., 0.6);
    c.line("M330 430 C330 170 670 170 670 430", 28., tint.darker(0.2));
    c.path(
        "M230 430 H770 L830 790 Q830 820 790 820 H210 Q170 820 170 790 Z",
        tint,
    );
    c.path(
        "M230 430 H770 L796 590 Q500 700 204 590 Z",
        tint.lighter(0.14),
    );
    c.line("M206 588 Q500 696 794 588", 3., Ink::Flat(PAPER.faint(0.6)));
    c.rounded(456., 600., 88., 70., 14., BRASS);
    c.rounded(476., 624., 48., 14., 7., Ink::Flat(BRASS.darker(0.5)));
    for x in [330., 670.] {
        c.ring(x, 440., 26., 9., BRASS);
    }
    c.line("M212 760 L240 620", 10., Ink::Flat(WHITE.faint(0.25)));
}

pub(super) fn album(c: &mut Canvas, tint: Colour) {
    let left = outline("M150 230 Q380 190 600 240 V740 Q380 690 150 730 Z");
    let right = outline("M1050 230 Q820 190 600 240 V740 Q820 690 1050 730 Z");
    c.cast(&rounded(130., 200., 940., 560., 20.), 16., 22.);
    c.rounded(126., 200., 948., 560., 16., tint);
    c.fill(&left, Ink::Across(PAPER, PAPER.darker(0.16)));
    c.fill(&right, Ink::Across(PAPER.darker(0.22), PAPER));
    for (x, y, turn, sky, land) in [
        (300., 350., -3., 0xbfd3d8, 0x6f8a5d),
        (450., 580., 2., 0xe9dcc0, 0x9a7a58),
        (760., 370., 3., 0xd8c9b0, 0x6b5a4c),
        (900., 590., -4., 0xb9cfe0, 0x54707a),
    ] {
        c.at((x, y), turn, (1., 1.), |c| {
            c.rect(-114., -84., 228., 168., Ink::Flat(BLACK.faint(0.15)));
            c.rect(-118., -90., 228., 168., Ink::Flat(WHITE));
            c.rect(
                -106.,
                -78.,
                204.,
                144.,
                Ink::Down(rgb(sky), rgb(sky).lighter(0.4)),
            );
            c.path("M-106 30 Q-40 -30 20 20 Q60 0 98 24 V66 H-106 Z", rgb(land));
            c.disc(20., -10., 17., Ink::Flat(rgb(0xe3b692)));
            c.path(
                "M-6 66 Q-4 10 20 10 Q44 10 46 66 Z",
                Ink::Flat(rgb(land).darker(0.5)),
            );
        });
    }
}

pub(super) fn folder(c: &mut Canvas, tint: Colour) {
    let back = outline("M250 190 H520 L560 240 H950 V730 H250 Z");
    c.cast(&back, 20., 24.);
    c.fill(&back, tint.darker(0.2));
    for (turn, y) in [(-4., 210.), (3., 200.)] {
        c.at((600., y), turn, (1., 1.), |c| {
            c.rect(-280., 0., 560., 440., Ink::Lit(WHITE.darker(0.02)));
            c.rounded(-230., 50., 220., 22., 8., Ink::Flat(COAL.lighter(0.2)));
            for line in 0_u8..7 {
                c.rounded(
                    -230.,
                    100. + f32::from(line) * 34.,
                    440. - f32::from(line % 3) * 70.,
                    11.,
                    5.,
                    Ink::Flat(STEEL),
                );
            }
            c.disc(180., 70., 38., Ink::Flat(rgb(0xb5483b).faint(0.8)));
        });
    }
    c.path(
        "M230 380 H970 L940 740 Q936 756 920 756 H280 Q264 756 260 740 Z",
        tint.lighter(0.1),
    );
    c.rounded(480., 520., 240., 90., 10., PAPER);
    c.line(
        "M510 552 H680 M510 580 H620",
        7.,
        Ink::Flat(COAL.faint(0.6)),
    );
}

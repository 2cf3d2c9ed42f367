//! Drawings of what washes, cleans and sews.

use super::canvas::{Canvas, oval, rounded};
use super::ink::{BLACK, COAL, Colour, Ink, OAK, PAPER, STEEL, WHITE, rgb};

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
    let drum = oval(500., 600., 168., 168.);
    c.inside(&drum, |c| {
        c.rect(
            300.,
            400.,
            400.,
            400.,
            Ink::Down(rgb(0x54636d), rgb(0x2b353c)),
        );
        c.path(
            "M320 680 Q400 560 470 640 Q560 560 690 660 V800 H320 Z",
            Ink::Lit(rgb(0x4f7fa8)),
        );
        c.path(
            "M330 730 Q440 640 520 710 Q600 660 690 730 V800 H330 Z",
            Ink::Lit(rgb(0xe7dcc8)),
        );
        c.path(
            "M460 740 Q540 690 640 740 V800 H460 Z",
            Ink::Lit(rgb(0xcf6b58)),
        );
        c.path(
            "M360 480 Q460 420 560 440 Q420 500 370 620 Q330 560 360 480 Z",
            Ink::Flat(WHITE.faint(0.25)),
        );
    });
    c.ring(500., 600., 168., 8., Ink::Flat(BLACK.faint(0.35)));
}

pub(super) fn vacuum_cleaner(c: &mut Canvas, tint: Colour) {
    c.shadow(560., 770., 460., 46., 0.6);
    c.line(
        "M470 600 C330 300 240 250 330 160 C470 60 620 200 760 330",
        34.,
        COAL.lighter(0.25),
    );
    c.line("M760 330 L1000 720", 26., Ink::Metal(STEEL));
    c.path(
        "M900 724 H1100 Q1116 726 1112 756 Q1110 766 1100 766 H890 Q876 740 900 724 Z",
        COAL,
    );
    c.path(
        "M220 740 C200 560 330 480 480 480 C640 480 720 600 716 740 Z",
        tint,
    );
    c.path(
        "M330 560 C380 500 560 500 610 580 Q540 620 470 620 Q390 620 330 560 Z",
        tint.darker(0.3),
    );
    c.line(
        "M262 660 Q290 560 380 526",
        11.,
        Ink::Flat(WHITE.faint(0.4)),
    );
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
    c.line(
        "M330 340 Q336 292 400 290 H840",
        11.,
        Ink::Flat(WHITE.faint(0.4)),
    );
    c.disc(960., 400., 60., Ink::Lit(COAL.lighter(0.1)));
    c.disc(960., 400., 30., Ink::Lit(STEEL));
    c.rect(374., 520., 26., 70., Ink::Metal(STEEL));
    c.line("M387 590 V660", 5., Ink::Flat(STEEL));
    c.path("M350 640 H424 L410 666 H364 Z", Ink::Metal(STEEL));
    c.path(
        "M240 668 Q430 630 640 668 Q700 700 720 756 H200 Q200 690 240 668 Z",
        Ink::Lit(rgb(0xc76f5d)),
    );
    for dot in 0_u8..14 {
        c.disc(
            260. + f32::from(dot) * 32.,
            700. + f32::from(dot % 3) * 18.,
            6.,
            Ink::Flat(PAPER.faint(0.85)),
        );
    }
    c.rounded(620., 200., 60., 66., 8., rgb(0xd9a441));
    c.rect(612., 194., 76., 10., OAK);
    c.rect(612., 262., 76., 8., OAK);
    c.line(
        "M640 210 Q500 200 392 300 V590",
        2.5,
        Ink::Flat(rgb(0xd9a441)),
    );
    c.disc(850., 540., 34., Ink::Lit(PAPER));
    c.line("M850 540 L866 522", 5., Ink::Flat(COAL));
    for (x, colour) in [
        (520., 0xb5563f),
        (560., 0x5f7f52),
        (600., 0x3f6f9a),
        (640., 0xb5563f),
    ] {
        c.disc(x, 380., 12., Ink::Flat(rgb(colour).faint(0.8)));
    }
}

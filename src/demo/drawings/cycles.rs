//! Drawings of bicycles.

use super::canvas::Canvas;
use super::ink::{BLACK, COAL, Colour, Ink, OAK, STEEL, WALNUT, WHITE, rgb};

fn wheel(c: &mut Canvas, x: f32, y: f32, radius: f32, tyre: f32) {
    c.ring(x, y, radius, tyre, Ink::Lit(COAL));
    c.ring(
        x,
        y,
        radius - tyre * 0.7,
        tyre * 0.35,
        Ink::Lit(STEEL.lighter(0.3)),
    );
    for spoke in 0_u8..14 {
        c.at((x, y), f32::from(spoke) * 25.7, (1., 1.), |c| {
            c.line(
                &format!("M0 0 L12 -{}", radius - tyre * 0.6),
                1.6,
                Ink::Flat(rgb(0x6d7278).faint(0.7)),
            );
        });
    }
    c.disc(x, y, 12., Ink::Lit(STEEL));
}

fn crank(c: &mut Canvas, x: f32, y: f32) {
    c.ring(x, y, 34., 9., Ink::Lit(STEEL.darker(0.25)));
    c.line(
        &format!("M{x} {y} L{} {}", x + 36., y + 56.),
        10.,
        Ink::Lit(STEEL),
    );
    c.rounded(x + 12., y + 52., 54., 14., 6., COAL);
}

pub(super) fn city_bicycle(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 806., 500., 30., 0.55);
    wheel(c, 320., 650., 150., 16.);
    wheel(c, 880., 650., 150., 16.);
    c.line(
        "M150 640 C160 470 470 440 494 620",
        10.,
        Ink::Lit(tint.darker(0.2)),
    );
    c.line(
        "M720 610 C740 460 1020 450 1046 600",
        10.,
        Ink::Lit(tint.darker(0.2)),
    );
    c.line(
        "M320 650 H560 M320 650 L470 390 M560 650 L450 330",
        16.,
        tint,
    );
    c.line("M560 650 C640 620 760 520 800 376", 20., tint.lighter(0.08));
    c.line("M794 330 L836 480 Q850 580 880 650", 16., tint);
    c.line("M500 520 C600 560 720 470 790 360", 12., tint);
    c.line(
        "M790 330 L776 270 C760 236 700 250 680 280",
        13.,
        Ink::Lit(STEEL),
    );
    c.line("M690 268 L650 296", 22., Ink::Lit(WALNUT));
    c.path(
        "M370 318 Q400 296 500 300 Q520 306 510 322 Q450 330 430 350 Q390 348 370 318 Z",
        WALNUT,
    );
    c.path("M840 330 H1030 L1000 450 H866 Z", Ink::Lit(rgb(0xb98a55)));
    for y in [360., 390., 420.] {
        c.line(
            &format!(
                "M{} {y} H{}",
                846. + (y - 330.) * 0.2,
                1024. - (y - 330.) * 0.26
            ),
            5.,
            Ink::Flat(rgb(0x7d5730).faint(0.6)),
        );
    }
    for x in [880., 920., 960., 1000.] {
        c.line(
            &format!("M{x} 334 L{} 448", 935. + (x - 935.) * 0.75),
            4.,
            Ink::Flat(rgb(0x7d5730).faint(0.5)),
        );
    }
    c.rounded(828., 318., 214., 18., 9., WALNUT);
    c.line("M220 520 H440 M240 520 L310 640", 9., Ink::Lit(STEEL));
    c.path(
        "M330 600 L600 628 Q620 660 596 684 L330 680 Q300 640 330 600 Z",
        tint.darker(0.1),
    );
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
    c.path(
        "M370 296 Q420 280 520 300 Q530 314 510 318 Q440 320 420 330 Q380 326 370 296 Z",
        COAL,
    );
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
        c.line(
            &format!("M624 384 Q{} 420 {} 470", 616. + lean, 610. + lean),
            6.,
            Ink::Flat(rgb(colour)),
        );
    }
    c.path(
        "M390 440 Q430 420 520 440 Q526 456 500 460 L420 470 Q390 462 390 440 Z",
        rgb(0xf4f0e6),
    );
    c.line("M470 470 L478 520", 12., Ink::Lit(STEEL));
    c.path(
        "M400 640 L590 656 Q606 680 586 704 L400 708 Q380 680 400 640 Z",
        rgb(0xf4f0e6),
    );
    crank(c, 580., 684.);
    c.line("M300 790 L390 690", 10., Ink::Lit(STEEL));
    c.line("M390 560 L360 340", 8., Ink::Lit(OAK));
    c.path("M360 340 L290 360 L364 400 Z", rgb(0xf28a3c));
    c.disc(700., 396., 20., Ink::Lit(STEEL.lighter(0.4)));
}

pub(super) fn helmet(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 770., 330., 50., 0.6);
    c.line(
        "M300 640 C330 780 420 820 460 800 M700 640 C660 780 560 820 470 800",
        14.,
        Ink::Lit(COAL),
    );
    c.path("M180 620 C170 380 330 260 520 260 C720 260 840 420 830 600 Q820 650 760 650 Q500 600 240 664 Q184 670 180 620 Z", tint);
    for (from, to) in [
        ("M280 540 C300 430 380 350 470 320", 34.),
        ("M430 560 C450 440 500 360 560 320", 36.),
        ("M590 560 C610 460 640 390 670 350", 34.),
    ] {
        c.line(from, to, Ink::Flat(COAL));
        c.line(from, to * 0.5, Ink::Flat(BLACK));
    }
    c.line(
        "M210 560 C220 400 340 300 480 284",
        12.,
        Ink::Flat(WHITE.faint(0.45)),
    );
    c.path(
        "M180 620 Q500 560 830 600 Q826 650 760 650 Q500 600 240 664 Q184 670 180 620 Z",
        COAL.lighter(0.1),
    );
    c.disc(752., 470., 20., Ink::Lit(rgb(0xd8402f)));
}

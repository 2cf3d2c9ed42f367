//! Drawings of instruments, books, games, toys, bags and clothes.

use super::canvas::{BLACK, BRASS, COAL, Canvas, Colour, Ink, OAK, PAPER, STEEL, WALNUT, WHITE, outline, rgb, rounded};

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
    c.path("M500 330 H598 V450 H480 Z M602 330 H700 L720 450 H602 Z", Ink::Lit(PAPER));
    for line in 0_u8..5 {
        let y = 350. + f32::from(line) * 20.;
        c.line(&format!("M502 {y} H590 M612 {y} H700"), 2., Ink::Flat(COAL.faint(0.5)));
    }
    c.rounded(200., 480., 800., 34., 8., tint.darker(0.3));
    c.path("M220 512 H980 L1000 560 H200 Z", Ink::Lit(WHITE.darker(0.03)));
    for key in 0_u8..36 {
        let x = 226. + f32::from(key) * 20.9;
        c.line(&format!("M{x} 512 L{} 560", 600. + (x - 600.) * 1.05), 1.6, Ink::Flat(COAL.faint(0.4)));
        if ![2, 6].contains(&(key % 7)) {
            c.path(&format!("M{} 512 H{} L{} 540 H{} Z", x + 14., x + 25., x + 26., x + 13.), COAL);
        }
    }
    c.rounded(190., 556., 820., 36., 8., tint.lighter(0.08));
    c.rounded(300., 630., 600., 110., 8., tint.darker(0.2));
    for x in [206., 950.] {
        c.path(&format!("M{x} 592 H{} L{} 776 H{} Z", x + 44., x + 34., x + 10.), tint.darker(0.1));
    }
    c.rect(570., 752., 22., 14., BRASS);
    c.rect(610., 752., 22., 14., BRASS);
    c.oval(320., 236., 46., 12., Ink::Flat(BLACK.faint(0.2)));
    c.rect(306., 150., 28., 90., Ink::Across(PAPER, PAPER.darker(0.15)));
    c.rounded(280., 232., 80., 14., 5., BRASS);
    c.path("M790 246 L810 150 H900 L920 246 Z", Ink::Lit(WALNUT));
    c.rect(818., 160., 76., 76., Ink::Lit(rgb(0xc9d3cc)));
}

pub(super) fn books(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 766., 440., 50., 0.6);
    let stack = [(0., 700., 560., 64., tint), (34., 640., 500., 60., rgb(0x3f6173)), (-10., 572., 530., 68., rgb(0xd6bd84)), (30., 520., 440., 52., rgb(0x5c7258)), (10., 462., 480., 58., rgb(0x7b4a5e))];
    for (shift, y, wide, tall, colour) in stack {
        let x = 320. + shift;
        c.rounded(x, y, wide, tall, 10., colour);
        c.path(&format!("M{} {} H{} V{} H{} Q{} {} {} {} Z", x + wide - 90., y + 8., x + wide - 4., y + tall - 8., x + wide - 90., x + wide - 110., y + tall / 2., x + wide - 90., y + 8.), Ink::Down(PAPER, PAPER.darker(0.2)));
        for page in 1_u8..4 {
            let y = y + 8. + f32::from(page) * (tall - 16.) / 4.;
            c.line(&format!("M{} {y} H{}", x + wide - 92., x + wide - 6.), 1.5, Ink::Flat(WALNUT.faint(0.3)));
        }
        c.rounded(x + 130., y + tall / 2. - 6., wide * 0.3, 12., 6., Ink::Flat(BRASS.lighter(0.3).faint(0.85)));
        c.rect(x + 40., y, 8., tall, Ink::Flat(BRASS.faint(0.7)));
        c.rect(x + 60., y, 4., tall, Ink::Flat(BRASS.faint(0.7)));
    }
    c.path("M396 440 Q540 400 600 440 Q660 400 800 440 V462 Q660 430 600 462 Q540 430 396 462 Z", Ink::Down(WHITE, PAPER.darker(0.15)));
    for (from, to) in [(420., 580.), (620., 780.)] {
        for y in [432., 440., 448.] {
            c.line(&format!("M{from} {} Q{} {} {to} {y}", y - 2., f32::midpoint(from, to), y - 20.), 1.8, Ink::Flat(COAL.faint(0.4)));
        }
    }
    c.ring(470., 400., 44., 6., Ink::Flat(COAL));
    c.ring(580., 400., 44., 6., Ink::Flat(COAL));
    c.line("M512 394 Q526 384 538 394 M624 394 L700 430", 6., Ink::Flat(COAL));
}

pub(super) fn board_game(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 770., 520., 56., 0.5);
    c.path("M300 440 H900 L1060 760 H140 Z", tint.lighter(0.4));
    c.path("M140 760 H1060 V782 H140 Z", tint.darker(0.3));
    let edge = outline("M336 460 H864 L1000 740 H200 Z");
    c.fill(&edge, rgb(0xbfd9c2));
    c.inside(&edge, |c| {
        c.path("M300 600 Q440 500 560 590 Q700 690 1000 560 V640 Q700 760 540 650 Q440 580 300 690 Z", Ink::Flat(rgb(0x86b6cc)));
        let colours = [0xd9584a, 0xf2c14e, 0x4f86b8, 0x5d9b67];
        for step in 0_u8..22 {
            let share = f32::from(step) / 21.;
            let (x, y) = (300. + share * 600. + (share * 9.).sin() * 60., 500. + share * 190. + (share * 11.).cos() * 46.);
            c.oval(x, y + 4., 27., 16., Ink::Flat(BLACK.faint(0.2)));
            c.oval(x, y, 27., 16., rgb(colours[usize::from(step % 4)]));
        }
    });
    for (x, y, colour) in [(420., 560., 0xd9584a), (560., 640., 0x4f86b8), (760., 600., 0xf2c14e), (850., 690., 0x5d9b67)] {
        c.shadow(x + 8., y + 4., 50., 16., 0.5);
        c.path(&format!("M{} {y} Q{x} {} {} {y} L{} {} H{} Z", x - 36., y + 20., x + 36., x + 12., y - 74., x - 12.), rgb(colour));
        c.disc(x, y - 88., 26., rgb(colour));
    }
    for (x, y, turn) in [(980., 640., 12.), (1060., 690., -18.)] {
        c.at((x, y), turn, (1., 1.), |c| {
            c.rounded(-38., -38., 76., 76., 14., WHITE.darker(0.03));
            for (x, y) in [(-18., -18.), (0., 0.), (18., 18.), (18., -18.), (-18., 18.)] {
                c.disc(x, y, 7., Ink::Flat(COAL));
            }
        });
    }
}

pub(super) fn teddy(c: &mut Canvas, tint: Colour) {
    c.shadow(500., 846., 290., 44., 0.55);
    for side in [-1., 1.] {
        c.at((500., 0.), 0., (side, 1.), |c| {
            c.disc(136., 230., 66., tint);
            c.disc(140., 236., 38., rgb(0xe9c9a0));
            c.at((190., 560.), -32., (1., 1.), |c| c.oval(0., 0., 62., 140., tint.darker(0.08)));
            c.at((150., 780.), 24., (1., 1.), |c| c.oval(0., 0., 86., 100., tint.darker(0.05)));
            c.oval(182., 800., 52., 60., rgb(0xe9c9a0));
        });
    }
    c.oval(500., 640., 186., 206., tint);
    c.oval(500., 666., 112., 134., tint.lighter(0.3));
    c.oval(500., 350., 184., 166., tint.lighter(0.05));
    c.oval(500., 410., 84., 64., rgb(0xecd2ae));
    c.oval(500., 380., 30., 21., Ink::Lit(rgb(0x3a2519)));
    c.line("M500 400 V424 M464 436 Q500 464 536 436", 7., Ink::Flat(rgb(0x3a2519)));
    for x in [430., 570.] {
        c.disc(x, 326., 17., Ink::Flat(rgb(0x241710)));
        c.disc(x - 5., 320., 5., Ink::Flat(WHITE));
    }
    c.path("M500 516 L390 476 Q370 520 392 566 Z M500 516 L610 476 Q630 520 608 566 Z", rgb(0xb8433a));
    c.disc(500., 518., 26., rgb(0xc9554a));
}

pub(super) fn doll_house(c: &mut Canvas, tint: Colour) {
    c.shadow(600., 782., 420., 40., 0.6);
    c.path("M270 330 L600 130 L930 330 Z", Ink::Lit(rgb(0x5b4a4f)));
    c.rect(300., 326., 600., 450., tint);
    let rooms = [(322., 346., 0xf0d9c8), (612., 346., 0xcfe0d8), (322., 560., 0xd6def0), (612., 560., 0xf3e6b8)];
    for (x, y, colour) in rooms {
        c.rect(x, y, 266., 196., Ink::Lit(rgb(colour)));
        c.rect(x, y + 164., 266., 32., Ink::Lit(OAK));
        c.rect(x, y, 266., 20., Ink::Down(BLACK.faint(0.3), BLACK.faint(0.)));
    }
    c.rounded(350., 450., 150., 60., 8., rgb(0xb8606a));
    c.rounded(350., 424., 20., 92., 6., WALNUT);
    c.rounded(370., 440., 46., 24., 8., PAPER);
    c.rounded(660., 470., 170., 50., 16., rgb(0x4f7f8f));
    c.rounded(670., 436., 150., 50., 14., rgb(0x5f93a3));
    c.rect(360., 668., 70., 60., PAPER);
    c.disc(395., 690., 14., Ink::Flat(COAL));
    c.rect(450., 640., 90., 88., rgb(0x7f9f7a));
    c.line("M700 690 H820 M714 690 V728 M806 690 V728", 11., Ink::Lit(WALNUT));
    c.line("M745 562 V610", 3., Ink::Flat(COAL));
    c.path("M715 640 L730 606 H760 L775 640 Z", rgb(0xd9a441));
    c.disc(600., 250., 34., Ink::Lit(rgb(0xf5efe2)));
    c.line("M600 216 V284 M566 250 H634", 5., Ink::Flat(rgb(0x5b4a4f)));
    c.rect(730., 160., 44., 90., rgb(0xa65d47));
    c.line("M262 336 L600 130 L938 336", 20., Ink::Lit(tint.lighter(0.3)));
}

pub(super) fn building_blocks(c: &mut Canvas, _tint: Colour) {
    c.shadow(600., 770., 460., 50., 0.55);
    let rows: [(f32, f32, f32, u32); 13] = [(260., 690., 4., 0x4f86b8), (500., 690., 4., 0xd9584a), (740., 690., 3., 0xf2c14e), (320., 616., 3., 0xf2c14e), (500., 616., 2., 0x5d9b67), (620., 616., 4., 0x4f86b8), (380., 542., 4., 0xd9584a), (620., 542., 2., 0xf4f0e6), (440., 468., 3., 0x5d9b67), (620., 468., 2., 0xf2c14e), (500., 394., 2., 0x4f86b8), (560., 320., 1., 0xd9584a), (900., 730., 2., 0x5d9b67)];
    for (x, y, studs, colour) in rows {
        let colour = rgb(colour);
        let mut stud = 0.;
        while stud < studs {
            c.rounded(x + 12. + stud * 60., y - 16., 36., 24., 6., colour.lighter(0.1));
            stud += 1.;
        }
        c.rounded(x, y, studs * 60., 74., 6., colour);
        c.rect(x + 6., y + 5., studs * 60. - 12., 5., Ink::Flat(WHITE.faint(0.35)));
    }
}

pub(super) fn pram(c: &mut Canvas, tint: Colour) {
    c.shadow(580., 790., 430., 36., 0.5);
    c.line("M800 440 L960 300 Q1000 280 1010 320", 17., Ink::Lit(STEEL));
    c.line("M966 296 L1012 322", 26., COAL);
    c.line("M330 600 L800 740 M830 590 L360 740", 17., Ink::Lit(STEEL));
    c.path("M250 440 H840 C840 560 760 630 640 636 H420 C310 630 250 560 250 440 Z", tint);
    c.path("M500 440 C490 260 400 210 330 220 C240 240 230 340 250 440 Z", tint.lighter(0.12));
    for (x, y) in [(300., 232.), (390., 226.), (456., 290.)] {
        c.line(&format!("M500 440 L{x} {y}"), 5., Ink::Flat(tint.darker(0.4).faint(0.6)));
    }
    c.rounded(236., 428., 612., 24., 12., WHITE.darker(0.05));
    c.path("M520 430 Q660 370 830 430 Z", PAPER);
    c.line("M300 520 C320 580 380 606 440 608", 9., Ink::Flat(WHITE.faint(0.35)));
    for (x, radius) in [(350., 66.), (810., 82.)] {
        c.ring(x, 790. - radius, radius, 14., Ink::Lit(COAL));
        for spoke in 0_u8..8 {
            c.at((x, 790. - radius), f32::from(spoke) * 45., (1., 1.), |c| c.line(&format!("M0 0 V-{}", radius - 8.), 3., Ink::Flat(STEEL)));
        }
        c.disc(x, 790. - radius, 14., Ink::Lit(STEEL));
    }
}

pub(super) fn suitcase(c: &mut Canvas, tint: Colour) {
    c.shadow(450., 1050., 270., 34., 0.6);
    c.line("M360 330 V150 Q360 130 380 130 H520 Q540 130 540 150 V330", 17., Ink::Metal(STEEL));
    c.line("M384 132 H516", 28., COAL);
    c.cast(&rounded(230., 320., 440., 700., 56.), 16., 20.);
    c.rounded(230., 320., 440., 700., 56., tint);
    for rib in 0_u8..6 {
        let x = 276. + f32::from(rib) * 66.;
        c.rounded(x, 346., 20., 648., 10., Ink::Across(tint.lighter(0.25), tint.darker(0.15)));
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
    c.line("M450 170 C430 130 480 110 480 150 C480 176 450 176 450 210", 9., Ink::Flat(STEEL));
    c.line("M250 310 L450 210 L650 310", 18., Ink::Lit(OAK));
    let coat = outline("M360 256 Q450 300 540 256 L650 310 Q720 360 740 760 L650 780 L636 560 L660 1040 Q450 1080 240 1040 L264 560 L250 780 L160 760 Q180 360 250 310 Z");
    c.cast(&coat, 22., 26.);
    c.fill(&coat, tint);
    c.line("M264 560 L290 420 M636 560 L610 420", 5., Ink::Flat(tint.darker(0.5).faint(0.6)));
    c.line("M450 480 V1056", 5., Ink::Flat(tint.darker(0.5)));
    c.path("M360 256 L330 340 L390 400 L370 440 L450 500 L450 300 Z", tint.lighter(0.12));
    c.path("M540 256 L570 340 L510 400 L530 440 L450 500 L450 300 Z", tint.darker(0.1));
    for y in [560., 680., 800.] {
        c.disc(480., y, 15., Ink::Lit(tint.darker(0.6)));
        c.disc(420., y, 15., Ink::Lit(tint.darker(0.6)));
    }
    for x in [300., 520.] {
        c.rounded(x, 730., 90., 28., 6., tint.darker(0.2));
    }
    c.line("M220 400 Q200 560 204 720", 11., Ink::Flat(WHITE.faint(0.14)));
}

pub(super) fn jacket(c: &mut Canvas, tint: Colour) {
    c.line("M450 190 C430 150 480 130 480 170 C480 196 450 196 450 230", 9., Ink::Flat(STEEL));
    let jacket = outline("M350 290 Q450 330 550 290 L670 350 Q750 420 770 820 L670 840 L640 600 L650 900 Q450 930 250 900 L260 600 L230 840 L130 820 Q150 420 230 350 Z");
    c.cast(&jacket, 22., 26.);
    c.fill(&jacket, tint);
    c.path("M330 300 C330 210 570 210 570 300 Q540 380 450 380 Q360 380 330 300 Z", tint.darker(0.3));
    c.path("M360 290 C370 240 530 240 540 290 Q520 340 450 340 Q380 340 360 290 Z", tint.darker(0.6));
    c.inside(&jacket, |c| {
        c.rect(100., 460., 700., 60., Ink::Flat(PAPER.faint(0.9)));
        c.rect(100., 520., 700., 26., Ink::Flat(rgb(0xe2a03c)));
        for y in [620., 700., 780., 860.] {
            c.line(&format!("M120 {y} Q450 {} 780 {y}", y + 26.), 4., Ink::Flat(tint.darker(0.35).faint(0.5)));
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
    c.path("M230 430 H770 L830 790 Q830 820 790 820 H210 Q170 820 170 790 Z", tint);
    c.path("M230 430 H770 L796 590 Q500 700 204 590 Z", tint.lighter(0.14));
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
    for (x, y, turn, sky, land) in [(300., 350., -3., 0xbfd3d8, 0x6f8a5d), (450., 580., 2., 0xe9dcc0, 0x9a7a58), (760., 370., 3., 0xd8c9b0, 0x6b5a4c), (900., 590., -4., 0xb9cfe0, 0x54707a)] {
        c.at((x, y), turn, (1., 1.), |c| {
            c.rect(-114., -84., 228., 168., Ink::Flat(BLACK.faint(0.15)));
            c.rect(-118., -90., 228., 168., Ink::Flat(WHITE));
            c.rect(-106., -78., 204., 144., Ink::Down(rgb(sky), rgb(sky).lighter(0.4)));
            c.path("M-106 30 Q-40 -30 20 20 Q60 0 98 24 V66 H-106 Z", rgb(land));
            c.disc(20., -10., 17., Ink::Flat(rgb(0xe3b692)));
            c.path("M-6 66 Q-4 10 20 10 Q44 10 46 66 Z", Ink::Flat(rgb(land).darker(0.5)));
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
                c.rounded(-230., 100. + f32::from(line) * 34., 440. - f32::from(line % 3) * 70., 11., 5., Ink::Flat(STEEL));
            }
            c.disc(180., 70., 38., Ink::Flat(rgb(0xb5483b).faint(0.8)));
        });
    }
    c.path("M230 380 H970 L940 740 Q936 756 920 756 H280 Q264 756 260 740 Z", tint.lighter(0.1));
    c.rounded(480., 520., 240., 90., 10., PAPER);
    c.line("M510 552 H680 M510 580 H620", 7., Ink::Flat(COAL.faint(0.6)));
}

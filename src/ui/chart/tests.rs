//! Charts as they are drawn.

use super::*;

fn bar(name: &str, to: f64) -> Bar {
    Bar {
        name: name.to_owned(),
        from: 0.0,
        to,
        said: format!("{to} kr"),
    }
}

fn bars(bars: Vec<Bar>, marks: Vec<(f64, String)>) -> String {
    let label = "Värde per rum".to_owned();
    Bars { label, bars, marks }.render().into_string()
}

/// The widths of the rectangles in a colour, in the order drawn.
fn widths(svg: &str, colour: &str) -> Vec<u32> {
    let drawn = svg.split("<rect ").skip(1).filter(|rect| {
        let end = rect.find("/>").unwrap();
        rect[..end].contains(colour)
    });
    drawn
        .map(|rect| {
            let from = rect.find("width=\"").unwrap() + 7;
            let end = rect[from..].find('"').unwrap();
            rect[from..from + end].parse().unwrap()
        })
        .collect()
}

#[test]
fn bars_are_as_long_as_what_they_stand_for() {
    let svg = bars(
        vec![bar("Kök", 100.0), bar("Hall", 50.0), bar("Vind", 0.0)],
        Vec::new(),
    );
    let drawn = widths(&svg, "#17594A");
    assert_eq!(drawn[0], WIDTH - 1, "from the first point to the last");
    assert!(drawn[1].abs_diff(WIDTH / 2) <= 1, "{drawn:?}");
    assert!(
        (1..=4).contains(&drawn[2]),
        "even nothing is seen: {drawn:?}"
    );
    assert!(svg.contains("Kök") && svg.contains("50 kr"));
    assert!(svg.starts_with(r#"<div class="chart" role="img" aria-label="Värde per rum"><svg "#));
}

#[test]
fn a_name_without_room_is_cut_off() {
    let svg = bars(
        vec![bar(&"Ett mycket långt namn på ett rum ".repeat(3), 1.0)],
        Vec::new(),
    );
    assert!(
        svg.contains("Ett mycket långt namn på ett rum") && svg.contains('…'),
        "{svg}"
    );
    assert!(
        !svg.contains("rum Ett mycket långt namn på ett rum"),
        "{svg}"
    );
}

#[test]
fn names_are_shown_as_written_and_nothing_in_them_runs() {
    let svg = bars(
        vec![bar("<script>&\"'", 1.0)],
        vec![(1.0, "<b>".to_owned())],
    );
    assert!(
        svg.contains("&lt;script&gt;&amp;&quot;&apos;") && svg.contains("&lt;b&gt;"),
        "{svg}"
    );
    assert!(!svg.contains("<script") && !svg.contains("<b>"), "{svg}");
}

#[test]
fn marks_stand_below_all_bars_and_within_the_picture() {
    let svg = bars(
        vec![bar("Kyl", 0.4)],
        vec![(0.0, "2026".to_owned()), (1.0, "2027".to_owned())],
    );
    assert_eq!(widths(&svg, "#17594A"), [(WIDTH - 1) * 4 / 10]);
    assert!(svg.contains("2026") && svg.contains("2027"));
    let middles: Vec<i32> = svg
        .split("<text ")
        .filter(|text| text.contains("middle"))
        .map(|text| text[3..].split('"').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!(middles.len(), 2, "{svg}");
    assert!(
        middles.iter().all(|middle| (10..=330).contains(middle)),
        "{middles:?}"
    );
}

#[test]
fn columns_have_their_names_and_a_scale() {
    let columns = Columns {
        label: "Köpt per år".to_owned(),
        columns: vec![
            ("2024".to_owned(), 100.0),
            ("2025".to_owned(), 0.0),
            ("2026".to_owned(), 300.0),
        ],
        scale: &|at| format!("{at} kr"),
    };
    let svg = columns.render().into_string();
    for text in ["2024", "2025", "2026", "100 kr", "300 kr"] {
        assert!(svg.contains(&format!("\n{text}\n")), "{text}: {svg}");
    }
    assert_eq!(widths(&svg, "#17594A").len(), 3, "{svg}");
}

#[test]
fn what_there_is_nothing_of_is_drawn_all_the_same() {
    assert!(bars(Vec::new(), Vec::new()).contains("<svg"));
    let columns = Columns {
        label: String::new(),
        columns: vec![("2026".to_owned(), 0.0)],
        scale: &|at| at.to_string(),
    };
    assert!(columns.render().into_string().contains("2026"));
}

//! Sizes: how heavy pages are for whom they are new, and the program itself.

use crate::{
    Bench,
    table::{Row, count, short},
    weight,
};

/// Measures the pages that people see most, and the program.
pub fn measure(bench: &mut Bench) {
    let size = bench.usual();
    let household = bench.household(size);
    let thing = format!("/items/{}", household.ids[household.ids.len() - 1]);
    let served = household.serve();
    let edit = format!("{thing}/edit");
    let pages = [
        ("start", "/"),
        ("list", "/items"),
        ("thing", thing.as_str()),
        ("categories", "/categories"),
        ("edit", edit.as_str()),
        ("settings", "/settings"),
    ];
    let heavy: Vec<_> = pages
        .map(|(name, path)| (name, weight::with_assets(&served.owner, path)))
        .to_vec();
    served.server.stop();
    for (name, bytes) in heavy {
        let kilobytes = bytes as f64 / 1000.0;
        let row = Row::new(
            format!("weight of {name} with its assets"),
            count(size),
            format!("{} kB", short(kilobytes)),
        );
        bench.tell(row.most("kB", kilobytes, 60.0));
    }
    let bytes = std::fs::metadata(&bench.program)
        .expect("it is there")
        .len();
    let megabytes = bytes as f64 / 1e6;
    let row = Row::new(
        format!("the program, profile {}", bench.profile),
        "",
        format!("{} MB", short(megabytes)),
    );
    bench.tell(if bench.profile == "dist" {
        row.most("MB", megabytes, 30.0)
    } else {
        row
    });
}

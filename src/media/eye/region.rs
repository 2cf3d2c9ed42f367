//! Regions: pixels that belong together because they touch.

use crate::domain::reading::page::Point;

use super::sheet::float;

/// Pixels that touch each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Region {
    /// The ends of its runs, row by row: enough to draw a line around it.
    pub(super) ends: Vec<Point>,
    /// How many pixels it has.
    pub(super) area: usize,
    /// The sum of its pixels' values.
    pub(super) sum: f32,
}

/// A stretch of a row, the first column and the one after the last.
struct Run {
    row: usize,
    from: usize,
    to: usize,
    /// The run that stands for its region; itself if it is that.
    parent: usize,
    sum: f32,
}

/// The regions of the pixels that are above a threshold, on a map of so many columns; pixels that touch at a corner
/// touch.
pub(super) fn regions(map: &[f32], width: usize, threshold: f32) -> Vec<Region> {
    let mut runs: Vec<Run> = Vec::new();
    let mut above = 0..0;
    for (row, values) in map.chunks_exact(width.max(1)).enumerate() {
        let first = runs.len();
        find_runs(values, row, threshold, &mut runs);
        let mut one = above.start;
        for other in first..runs.len() {
            // Both rows run from left to right, so what ends before this run begins touches none of the next either.
            while one < above.end && runs[one].to < runs[other].from {
                one += 1;
            }
            let mut touching = one;
            while touching < above.end && runs[touching].from <= runs[other].to {
                join(&mut runs, touching, other);
                touching += 1;
            }
        }
        above = first..runs.len();
    }
    gather(&mut runs)
}

fn find_runs(values: &[f32], row: usize, threshold: f32, runs: &mut Vec<Run>) {
    let mut open = false;
    for (column, value) in values.iter().enumerate() {
        let inside = *value > threshold;
        match runs.last_mut() {
            Some(run) if inside && open => {
                run.to = column + 1;
                run.sum += value;
            }
            _ if inside => runs.push(Run {
                row,
                from: column,
                to: column + 1,
                parent: runs.len(),
                sum: *value,
            }),
            _ => {}
        }
        open = inside;
    }
}

/// The run that stands for a run's region.
fn root(runs: &mut [Run], mut run: usize) -> usize {
    while runs[run].parent != run {
        // Each step halves the way for who comes next.
        runs[run].parent = runs[runs[run].parent].parent;
        run = runs[run].parent;
    }
    run
}

fn join(runs: &mut [Run], one: usize, other: usize) {
    let (one, other) = (root(runs, one), root(runs, other));
    // The earlier stands for both: regions then come in the order of their first pixel.
    runs[one.max(other)].parent = one.min(other);
}

fn gather(runs: &mut [Run]) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    let mut region_of = vec![0; runs.len()];
    for number in 0..runs.len() {
        let root = root(runs, number);
        if root == number {
            region_of[number] = regions.len();
            regions.push(Region::default());
        }
        let run = &runs[number];
        let region = &mut regions[region_of[root]];
        let (left, right) = (float(run.from), float(run.to));
        let (top, bottom) = (float(run.row), float(run.row + 1));
        region.ends.extend([
            Point::new(left, top),
            Point::new(right, top),
            Point::new(left, bottom),
            Point::new(right, bottom),
        ]);
        region.area += run.to - run.from;
        region.sum += run.sum;
    }
    regions
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn areas(drawing: &[&str]) -> Vec<usize> {
        let map: Vec<f32> = drawing
            .iter()
            .flat_map(|row| row.chars())
            .map(|c| if c == '#' { 1.0 } else { 0.0 })
            .collect();
        regions(&map, drawing[0].len(), 0.5)
            .iter()
            .map(|region| region.area)
            .collect()
    }

    #[test]
    fn what_touches_is_one_region() {
        assert_eq!(areas(&["##..#", ".....", "###.#"]), [2, 1, 3, 1]);
        assert_eq!(areas(&["#.#", "#.#", "###"]), [7], "a cup is one region");
        assert_eq!(areas(&["#..", ".#.", "..#"]), [3], "also at the corners");
        assert_eq!(areas(&["#.#.#", "#####"]), [8], "a comb is one region");
        assert_eq!(areas(&["...", "..."]), [0; 0]);
    }

    #[test]
    fn a_region_knows_its_ends_and_its_sum() {
        let found = regions(&[0.0, 0.75, 0.5, 0.0], 4, 0.4);
        assert_eq!(found.len(), 1);
        assert!((found[0].sum - 1.25).abs() < 1e-6);
        assert!(found[0].ends.contains(&Point::new(1.0, 0.0)));
        assert!(found[0].ends.contains(&Point::new(3.0, 1.0)));
    }

    proptest! {
        #[test]
        fn every_pixel_is_in_one_region(map in prop::collection::vec(0.0_f32..1.0, 0..200), width in 1_usize..20) {
            let rows = map.len() / width;
            let inside = map[..rows * width].iter().filter(|value| **value > 0.5).count();
            let area: usize = regions(&map, width, 0.5).iter().map(|region| region.area).sum();
            prop_assert_eq!(area, inside);
        }
    }
}

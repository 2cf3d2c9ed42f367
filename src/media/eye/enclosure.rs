//! Enclosures: the smallest rectangle around points, tilted as it must be.

use crate::domain::reading::page::{Point, Quad};

/// The corners of the smallest shape without dents around points, one after the other around it.
fn hull(points: &[Point]) -> Vec<Point> {
    let mut points = points.to_vec();
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    points.dedup();
    if points.len() < 3 {
        return points;
    }
    let lower = half(points.iter().copied());
    let upper = half(points.iter().rev().copied());
    // Each half ends where the other begins.
    lower.into_iter().chain(upper).collect()
}

/// One side of a hull, without its last point.
fn half(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut side: Vec<Point> = Vec::new();
    for point in points {
        while let [.., before, last] = side[..]
            && turn(before, last, point) <= 0.0
        {
            side.pop();
        }
        side.push(point);
    }
    side.pop();
    side
}

/// Above 0 when the way by three points turns to one side, below 0 to the other, and 0 when it goes straight on.
fn turn(a: Point, b: Point, c: Point) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// The smallest rectangle around points, whose first side is the one that is nearer to level; none around nothing.
pub(super) fn enclosure(points: &[Point]) -> Option<Quad> {
    let hull = hull(points);
    let ends = hull.iter().cycle().skip(1);
    let sides = hull.iter().zip(ends).filter_map(|(from, to)| {
        let length = from.distance(*to);
        (length > 0.0).then(|| Point::new((to.x - from.x) / length, (to.y - from.y) / length))
    });
    // One of its sides lies along a side of the hull.
    sides
        .map(|along| around(&hull, level(along)))
        .min_by(|a, b| (a.width() * a.height()).total_cmp(&(b.width() * b.height())))
}

/// The direction, or the one across it, that is nearer to level, and goes to the right.
fn level(along: Point) -> Point {
    let along = if along.x.abs() >= along.y.abs() {
        along
    } else {
        Point::new(-along.y, along.x)
    };
    if along.x < 0.0 {
        Point::new(-along.x, -along.y)
    } else {
        along
    }
}

/// The rectangle around points whose upper side goes this way.
fn around(points: &[Point], along: Point) -> Quad {
    let across = Point::new(-along.y, along.x);
    let reach = |way: Point| {
        let far = points.iter().map(|point| point.x * way.x + point.y * way.y);
        far.fold((f32::MAX, f32::MIN), |(least, most), far| {
            (least.min(far), most.max(far))
        })
    };
    let (left, right) = reach(along);
    let (top, bottom) = reach(across);
    let at = |far: f32, deep: f32| {
        Point::new(
            along.x * far + across.x * deep,
            along.y * far + across.y * deep,
        )
    };
    Quad([
        at(left, top),
        at(right, top),
        at(right, bottom),
        at(left, bottom),
    ])
}

/// A rectangle grown by so much on each side; one that is only a line has sides all the same.
pub(super) fn grown(quad: &Quad, by: f32) -> Quad {
    let [a, b, c, d] = quad.0;
    // The longer side tells the direction: the shorter one of a line has none.
    let (across, down) = (a.distance(b), a.distance(d));
    let along = if across >= down && across > 0.0 {
        Point::new((b.x - a.x) / across, (b.y - a.y) / across)
    } else if down > 0.0 {
        Point::new((d.y - a.y) / down, (a.x - d.x) / down)
    } else {
        Point::new(1.0, 0.0)
    };
    let moved = |corner: Point, right: f32, down: f32| {
        Point::new(
            corner.x + (along.x * right - along.y * down) * by,
            corner.y + (along.y * right + along.x * down) * by,
        )
    };
    Quad([
        moved(a, -1.0, -1.0),
        moved(b, 1.0, -1.0),
        moved(c, 1.0, 1.0),
        moved(d, -1.0, 1.0),
    ])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn points(all: &[(f32, f32)]) -> Vec<Point> {
        all.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    fn is_near(quad: &Quad, corners: &[(f32, f32)]) -> bool {
        let near = |(one, other): (&Point, Point)| one.distance(other) < 1e-3;
        quad.0.iter().zip(points(corners)).all(near)
    }

    #[test]
    fn an_upright_rectangle_begins_at_its_top_left() {
        let quad = enclosure(&points(&[(5., 4.), (1., 2.), (5., 2.), (1., 4.), (3., 3.)]));
        let corners = [(1., 2.), (5., 2.), (5., 4.), (1., 4.)];
        assert!(is_near(&quad.unwrap(), &corners));
    }

    #[test]
    fn a_tilted_rectangle_is_found_tilted() {
        let corners = [(0., 2.), (8., 0.), (8.5, 2.), (0.5, 4.)];
        assert!(is_near(&enclosure(&points(&corners)).unwrap(), &corners));
    }

    #[test]
    fn a_rectangle_grows_on_each_side() {
        let quad = enclosure(&points(&[(1., 2.), (5., 2.), (5., 4.), (1., 4.)])).unwrap();
        let corners = [(0., 1.), (6., 1.), (6., 5.), (0., 5.)];
        assert!(is_near(&grown(&quad, 1.0), &corners));
    }

    #[test]
    fn a_line_grows_on_each_side_too() {
        let line = enclosure(&points(&[(3., 0.), (3., 9.)])).unwrap();
        let corners = [(2., -1.), (4., -1.), (4., 10.), (2., 10.)];
        assert!(is_near(&grown(&line, 1.0), &corners));
    }

    #[test]
    fn nothing_has_no_rectangle() {
        assert_eq!(enclosure(&[]), None);
        assert_eq!(enclosure(&points(&[(1., 1.), (1., 1.)])), None);
    }

    proptest! {
        #[test]
        fn every_point_is_inside(all in prop::collection::vec((0_u16..500, 0_u16..500), 2..40)) {
            let all: Vec<Point> = all.iter().map(|(x, y)| Point::new(f32::from(*x), f32::from(*y))).collect();
            if let Some(quad) = enclosure(&all) {
                let quad = grown(&quad, 0.5);
                for point in all {
                    for side in 0..4 {
                        prop_assert!(turn(quad.0[side], quad.0[(side + 1) % 4], point) >= 0.0);
                    }
                }
            }
        }
    }
}

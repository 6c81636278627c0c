//! What the camera promises.

use super::*;

const VIEW: View =
    View { drawing: Rect { x: 0.0, y: -100.0, width: 3000.0, height: 1000.0 }, width: 1000.0, height: 500.0 };

fn point(x: f64, y: f64) -> Point {
    Point { x, y }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}

#[test]
fn what_is_under_the_pointer_stays_there_while_zooming() {
    let camera = Camera { x: -300.0, y: 40.0, zoom: 1.0 };
    let pointer = point(400.0, 200.0);
    let held = camera.at(pointer);
    for turn in [-100.0, 250.0, -800.0, 9000.0] {
        let seen = camera.zoomed((-turn / WHEEL_DOUBLES).exp2(), pointer).seen(held);
        assert!(near(seen.x, pointer.x) && near(seen.y, pointer.y), "{turn}");
    }
}

#[test]
fn zoom_has_a_nearest_and_a_farthest() {
    let mut camera = Camera::default();
    for _ in 0..30 {
        camera = camera.nudged(Nudge::In, &VIEW);
    }
    assert!(near(camera.zoom, NEAREST));
    for _ in 0..60 {
        camera = camera.nudged(Nudge::Out, &VIEW);
    }
    assert!(near(camera.zoom, FARTHEST));
}

#[test]
fn fitting_shows_everything_in_the_middle_and_never_larger_than_life() {
    let camera = Camera::default().nudged(Nudge::Fit, &VIEW);
    let shown = camera.shown(&VIEW);
    assert!(shown.x <= 0.0 && shown.right() >= 3000.0 && shown.y <= -100.0 && shown.bottom() >= 900.0);
    let small = View { drawing: Rect { x: 0.0, y: 0.0, width: 240.0, height: 72.0 }, ..VIEW };
    assert!(near(Camera::default().nudged(Nudge::Fit, &small).zoom, 1.0));
}

#[test]
fn what_is_in_sight_is_not_moved_and_what_is_not_comes_just_into_it() {
    let card = |x: f64| Rect { x, y: 100.0, width: 240.0, height: 72.0 };
    let camera = Camera::default();
    assert_eq!(camera.revealing(&card(300.0), &VIEW, 24.0), camera);
    let right = camera.revealing(&card(900.0), &VIEW, 24.0);
    assert!(near(right.seen(point(1140.0, 0.0)).x, 976.0));
    let left = camera.revealing(&card(-50.0), &VIEW, 24.0);
    assert!(near(left.seen(point(-50.0, 0.0)).x, 24.0));
}

#[test]
fn the_drawing_cannot_be_pushed_out_of_the_window() {
    for (dx, dy) in [(1e6, 0.0), (-1e6, 0.0), (0.0, 1e6), (0.0, -1e6)] {
        let camera = Camera::default().nudged(Nudge::Pan(dx, dy), &VIEW);
        let window = Rect { x: 0.0, y: 0.0, width: VIEW.width, height: VIEW.height };
        let corner = camera.seen(point(VIEW.drawing.x, VIEW.drawing.y));
        let drawing = Rect { x: corner.x, y: corner.y, width: 3000.0, height: 1000.0 };
        assert!(window.meets(&drawing), "{dx} {dy}");
    }
}

#[test]
fn a_drawing_without_size_and_a_window_without_size_do_no_harm() {
    for view in [View::default(), View { drawing: VIEW.drawing, ..View::default() }] {
        for nudge in [Nudge::Fit, Nudge::In, Nudge::Pan(5.0, 5.0), Nudge::Wheel(3.0, point(1.0, 1.0))] {
            let camera = Camera::default().nudged(nudge, &view);
            assert!(camera.x.is_finite() && camera.y.is_finite() && camera.zoom > 0.0, "{nudge:?}");
        }
    }
}

#[test]
fn a_pointer_that_hardly_moves_is_a_click() {
    let mut grip = Grip::default();
    grip.press(1, point(10.0, 10.0));
    assert_eq!(grip.carry(Camera::default(), 1, point(12.0, 11.0)), None);
    assert!(!grip.has_moved());
    let camera = grip.carry(Camera::default(), 1, point(20.0, 10.0)).unwrap();
    assert!(near(camera.x, 10.0) && grip.has_moved());
    grip.release(1);
    assert!(grip.has_moved() && !grip.is_held());
    grip.press(1, point(0.0, 0.0));
    assert!(!grip.has_moved());
}

#[test]
fn two_fingers_hold_what_is_under_them() {
    let (mut grip, camera) = (Grip::default(), Camera { x: 7.0, y: 3.0, zoom: 0.8 });
    grip.press(1, point(100.0, 100.0));
    grip.press(2, point(200.0, 100.0));
    let (left, right) = (camera.at(point(100.0, 100.0)), camera.at(point(200.0, 100.0)));
    let camera = grip.carry(camera, 2, point(250.0, 100.0)).unwrap();
    let (left, right) = (camera.seen(left), camera.seen(right));
    assert!(near(left.x, 100.0) && near(right.x, 250.0) && near(left.y, 100.0));
    assert!(near(camera.zoom, 1.2));
}

#[test]
fn a_third_finger_and_a_pointer_that_is_not_down_do_nothing() {
    let mut grip = Grip::default();
    for pointer in 1..=3 {
        grip.press(pointer, point(f64::from(pointer) * 100.0, 0.0));
    }
    assert_eq!(grip.carry(Camera::default(), 3, point(0.0, 0.0)), None);
    assert_eq!(grip.carry(Camera::default(), 9, point(0.0, 0.0)), None);
}

#[test]
fn small_movements_need_nothing_new_in_the_page() {
    let parts: Vec<Rect> =
        (0..100).map(|step| Camera { x: -f64::from(step) * 10.0, y: 0.0, zoom: 1.0 }.around(&VIEW)).collect();
    let changes = parts.windows(2).filter(|pair| pair[0] != pair[1]).count();
    assert!(changes <= 4, "{changes}");
    for (step, part) in (0..100).zip(&parts) {
        let shown = Camera { x: -f64::from(step) * 10.0, y: 0.0, zoom: 1.0 }.shown(&VIEW);
        assert!(part.x <= shown.x - 400.0 && part.right() >= shown.right() + 400.0);
    }
}

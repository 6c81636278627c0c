//! The four link types with lag and lead, and day 0.

use crate::plan::plan;

#[test]
fn each_link_type_bounds_its_points() {
    // a takes the days 0 to 3; b takes 2 days, z sets the finish to 20.
    for (link, early, late) in [
        // es(b) ≥ ef(a) + lag
        ("a", "b 4-6", "a 14-18"),
        ("a:FS+3", "b 7-9", "a 11-15"),
        ("a:FS-1", "b 3-5", "a 15-19"),
        // es(b) ≥ es(a) + lag; ls(a) = ls(b) - lag = 18 - lag, but not later than 16
        ("a:SS", "b 0-2", "a 16-20"),
        ("a:SS+3", "b 3-5", "a 15-19"),
        ("a:SS-2", "b 0-2", "a 16-20"),
        // ef(b) ≥ ef(a) + lag
        ("a:FF", "b 2-4", "a 16-20"),
        ("a:FF+3", "b 5-7", "a 13-17"),
        ("a:FF-3", "b 0-2", "a 16-20"),
        // ef(b) ≥ es(a) + lag; ls(a) = lf(b) - lag = 20 - lag, but not later than 16
        ("a:SF", "b 0-2", "a 16-20"),
        ("a:SF+5", "b 3-5", "a 15-19"),
        ("a:SF-5", "b 0-2", "a 16-20"),
    ] {
        let plan = plan(&format!("a 4 | b 2 after {link} | z 20"));
        assert_eq!(plan.early(), format!("a 0-4 | {early} | z 0-20"), "{link}");
        assert_eq!(plan.late(), format!("{late} | b 18-20 | z 0-20"), "{link}");
    }
}

#[test]
fn the_latest_of_several_links_decides() {
    let plan = plan("a 4 | b 6 | c 2 after a:FS+1, b:SS+2, a:FF+4, b:SF+3");
    // FS: 5. SS: 2. FF: 8 - 2 = 6. SF: 3 - 2 = 1.
    assert_eq!(plan.early(), "a 0-4 | b 0-6 | c 6-8");
}

#[test]
fn a_pair_may_have_a_link_of_each_type() {
    let plan = plan("a 10 | b 4 after a:SS+2, a:FF+1");
    // SS: 2. FF: 11 - 4 = 7.
    assert_eq!(plan.early(), "a 0-10 | b 7-11");
    assert_eq!(plan.floats(), "a 0/0 | b 0/0");
}

#[test]
fn nothing_starts_before_day_0() {
    for text in
        ["b 2 after a:FS-9", "b 2 after a:SS-1", "b 9 after a:FF", "b 2 not-before 02-02", "b 3 after a:SF+1"]
    {
        let plan = plan(&format!("a 4 | {text}"));
        assert_eq!(plan.row("b").early_start, 0, "{text}");
    }
}

#[test]
fn what_starts_after_an_external_item_waits_for_its_buffer_too() {
    // 20 % of 10 days are 2; the start of it has no buffer.
    let start = "x api 10";
    for (link, early) in [("x", 12), ("x:FS-1", 11), ("x:SS+1", 1), ("x:FF", 10), ("x:SF+9", 7)] {
        let plan = plan(&format!("{start} | b 2 after {link}"));
        assert_eq!(plan.row("b").early_start, early, "{link}");
    }
}

#[test]
fn done_items_bind_what_waits_for_them() {
    assert_eq!(plan("a 2 done 03-05 | b 1 after a").early(), "a 2-4 | b 4-5");
    assert_eq!(plan("a 2 done 03-05 | b 1 after a:SS+1").early(), "a 2-4 | b 3-4");
}

#[test]
fn not_before_bounds_the_early_start_and_no_late_date() {
    let plan = plan("a 2 not-before 03-05 | b 1 after a | z 20");
    assert_eq!(plan.early(), "a 3-5 | b 5-6 | z 0-20");
    assert_eq!(plan.late(), "a 17-19 | b 19-20 | z 0-20");
}

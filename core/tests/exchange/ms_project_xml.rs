//! The XML of MS Project's files: encodings, entities and prefixes are read; what is broken, hostile or huge is
//! refused in words.

use std::fmt::Write;

use unblock_core::exchange::{MAX_BYTES, PlannedItem, ReadError};

use crate::bad_files::soon;
use crate::ms_project::{project, task};
use crate::reading::{plan, read_bytes, refused};

fn titles(text: &str) -> Vec<String> {
    plan("p.xml", text).items.iter().map(|item| PlannedItem::title(item).to_owned()).collect()
}

#[test]
fn entities_and_cdata_are_texts() {
    let tasks = task(1, "A &lt;&amp;&gt; B&#252;&#x2019;s &quot;x&apos;", "")
        + &task(2, "<![CDATA[C <b> & d]]>", "")
        + &task(3, "  E<!-- not this -->F ", "");
    assert_eq!(titles(&project(&tasks)), ["A <&> Bü’s \"x'", "C <b> & d", "EF"]);
}

#[test]
fn marks_encodings_and_prefixes_do_not_matter() {
    let text = project(&task(1, "Übergabe 🚀", ""));
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [text.clone().into_bytes(), format!("\u{FEFF}{text}").into_bytes(), utf16] {
        assert!(read_bytes(Some("p.xml"), &bytes).is_ok());
        assert!(read_bytes(None, &bytes).is_ok(), "pasted");
    }
    let prefixed = "<p:Project xmlns:p='http://schemas.microsoft.com/project'><p:Tasks><p:Task><p:UID>1</p:UID>\
                    <p:Name>A</p:Name></p:Task></p:Tasks></p:Project>";
    assert_eq!(titles(prefixed), ["A"]);
}

#[test]
fn what_is_not_xml_is_refused_with_its_place() {
    let head = "<Project xmlns=\"http://schemas.microsoft.com/project\">\n";
    for (rest, said) in [
        (
            "<Tasks></Task></Project>",
            "line 2, column 8: this is not valid XML: </Tasks> was expected, and </Task> was found.",
        ),
        (
            "<Tasks>",
            "line 2, column 8: this is not valid XML: it ends in the middle; the file may have been cut off.",
        ),
        ("<Tasks", "line 2, column 1: this is not valid XML: a tag or a text breaks off here."),
        (
            "<Other>",
            "line 2, column 8: this is not valid XML: it ends in the middle; the file may have been cut off.",
        ),
        ("</Project></Project>", "line 2, column 11: this is not valid XML: </Project> closes nothing."),
        (
            "</Project><Project/>",
            "line 2, column 21: this is not valid XML: something follows after the end.",
        ),
        (
            "<Title>&nbsp;</Title></Project>",
            "line 2, column 14: this is not valid XML: '&nbsp;' stands for nothing that is known.",
        ),
        (
            "<Title>A & B</Title></Project>",
            "line 2, column 10: this is not valid XML: an & is not followed by a name and ;.",
        ),
    ] {
        assert_eq!(refused("p.xml", &format!("{head}{rest}")), said, "{rest}");
    }
    assert_eq!(
        refused("p.xml", &format!("{head}</Project>")),
        "There is not one item in this MS Project file."
    );
    let other = "<Other xmlns=\"http://schemas.microsoft.com/project\"/>";
    assert!(refused("p.xml", other).starts_with("This is a file of MS Project's that holds no 'Project'"));
}

#[test]
fn entities_of_its_own_are_refused_before_they_grow() {
    let mut text = "<!DOCTYPE Project [<!ENTITY a0 \"ha\">".to_owned();
    for n in 1..60 {
        _ = write!(text, "<!ENTITY a{n} \"&a{0};&a{0};\">", n - 1);
    }
    _ = write!(text, "]>{}", project(&task(1, "&a59;", "")).replace("<?xml version=\"1.0\"?>", ""));
    let text =
        text.replace("<!DOCTYPE", "<?xml version=\"1.0\"?><!-- schemas.microsoft.com/project --><!DOCTYPE");
    let said = soon("a billion laughs", || refused("p.xml", &text));
    assert!(said.contains("it declares a document type"), "{said}");
}

#[test]
fn deep_wide_and_long_files_are_read_or_refused_soon() {
    let inside = |text: &str| project("").replace("<Tasks></Tasks>", text);
    for (nest, why) in [
        ("<Task>", "nested deeper than 32 levels"),
        ("<x>", "</x> was expected"),
        ("<Tasks><x>", "</x> was expected"),
    ] {
        let said = soon(nest, || refused("p.xml", &inside(&nest.repeat(200_000))));
        assert!(said.contains(why), "{said}");
    }
    let said = soon("empty elements", || refused("p.xml", &inside(&"<UID/>".repeat(1_000_001))));
    assert!(said.contains("more than 1,000,000 elements"), "{said}");
    let long = "x".repeat(MAX_BYTES - 1_000);
    assert_eq!(soon("a long name", || titles(&project(&task(1, &long, ""))))[0].chars().count(), 500);
    let tasks: String = (0..20_001).map(|uid| task(uid, "A", "")).collect();
    let error = soon("many tasks", || read_bytes(Some("p.xml"), project(&tasks).as_bytes()).unwrap_err());
    assert_eq!(error, ReadError::TooManyItems(20_001));
}

#[test]
fn outlines_and_links_of_all_shapes_are_taken_soon() {
    let stairs: String = (1..5_000)
        .map(|n| {
            let link =
                format!("<PredecessorLink><PredecessorUID>{}</PredecessorUID></PredecessorLink>", n / 2);
            task(n, "A", &format!("<OutlineLevel>{n}</OutlineLevel>{link}"))
        })
        .collect();
    assert_eq!(soon("stairs", || titles(&project(&stairs))).len(), 1);
    let mut nested = String::new();
    for n in 0..900 {
        let links = "<PredecessorLink><PredecessorUID>5000</PredecessorUID></PredecessorLink>".repeat(40);
        nested += &task(n, "S", &format!("<OutlineLevel>{}</OutlineLevel>{links}", n + 1));
    }
    nested += &task(4_000, "A", "<OutlineLevel>901</OutlineLevel>");
    nested += &task(5_000, "B", "<OutlineLevel>1</OutlineLevel>");
    let plan = soon("nested summaries", || plan("p.xml", &project(&nested)));
    assert_eq!((plan.items.len(), plan.links.len()), (2, 1));
}

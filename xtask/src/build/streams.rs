//! Leaves out what wasm-streams exports for JavaScript to call: it comes with Leptos's server functions, and no script
//! of ours ever gets such a stream. The linker keeps what is exported, so this is nobody's but a tool's to take away.
//!
//! Absent on purpose: any other export. What one of ours needs would be missed only when it is called.

/// What the classes are called, in the glue and, in small letters, in the module.
const CLASSES: &str = "IntoUnderlying";

/// The module's words without the exports and the glue without the classes. Both as they are, where the glue names one
/// of the classes elsewhere: then somebody makes streams.
pub(super) fn without_streams(module: String, glue: String) -> (String, String) {
    let bare = without_classes(&glue);
    if bare.contains(CLASSES) {
        return (module, glue);
    }
    let own = CLASSES.to_lowercase();
    let is_theirs = |line: &str| line.starts_with(" (export ") && line.contains(&own);
    let kept: Vec<&str> = module.lines().filter(|line| !is_theirs(line)).collect();
    (kept.join("\n") + "\n", bare)
}

/// The glue without the statements that begin with one of the classes, each up to the next line that is not indented.
fn without_classes(glue: &str) -> String {
    let mut is_theirs = false;
    let kept = glue.lines().filter(|line| {
        let ends = line.starts_with('}');
        if !ends && !line.starts_with(char::is_whitespace) && !line.is_empty() {
            is_theirs = ["export class ", "if (Symbol.dispose) ", "const "]
                .iter()
                .any(|start| line.strip_prefix(start).is_some_and(|rest| rest.starts_with(CLASSES)));
        }
        let drops = is_theirs;
        is_theirs &= !ends;
        !drops
    });
    kept.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str =
        "(module\n (export \"main\" (func $1))\n (export \"intounderlyingsink_close\" (func $2))\n)\n";
    const GLUE: &str = "export class IntoUnderlyingSink {\n    close() {\n    }\n}\n\
        if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = 1;\n\nfunction own() {\n    return 1;\n}\n\
        const IntoUnderlyingSinkFinalization = (typeof X)\n    ? 1\n    : 2;\nconst other = 1;\n";

    #[test]
    fn exports_and_classes_of_streams_are_left_out_and_nothing_else() {
        let (module, glue) = without_streams(MODULE.to_owned(), GLUE.to_owned());
        assert_eq!(module, "(module\n (export \"main\" (func $1))\n)\n");
        assert_eq!(glue, "function own() {\n    return 1;\n}\nconst other = 1;\n");
    }

    #[test]
    fn where_somebody_makes_a_stream_all_stays() {
        let used = format!("{GLUE}const made = IntoUnderlyingSink.__wrap(1);\n");
        let (module, glue) = without_streams(MODULE.to_owned(), used.clone());
        assert_eq!((module.as_str(), glue), (MODULE, used));
    }
}

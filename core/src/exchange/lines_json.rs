//! JSON with one line for each member of the outermost object and for each element of its lists; what is deeper
//! stands on one line.

use std::io::{Result, Write};

use serde_json::ser::Formatter;

/// How many levels are spread over lines.
const SPREAD: usize = 2;

/// The layout, and how deep the writer stands in it.
#[derive(Default)]
pub(super) struct Lines {
    depth: usize,
    empty: bool,
}

impl Lines {
    fn begin<W: ?Sized + Write>(&mut self, to: &mut W, bracket: &[u8]) -> Result<()> {
        self.depth += 1;
        self.empty = true;
        to.write_all(bracket)
    }

    fn next<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> Result<()> {
        if !first {
            to.write_all(b",")?;
        }
        self.empty = false;
        if self.depth <= SPREAD {
            self.new_line(to)?;
        } else if !first {
            to.write_all(b" ")?;
        }
        Ok(())
    }

    fn end<W: ?Sized + Write>(&mut self, to: &mut W, bracket: &[u8]) -> Result<()> {
        self.depth -= 1;
        if self.depth < SPREAD && !self.empty {
            self.new_line(to)?;
        }
        self.empty = false;
        to.write_all(bracket)
    }

    fn new_line<W: ?Sized + Write>(&self, to: &mut W) -> Result<()> {
        write!(to, "\n{:width$}", "", width = 2 * self.depth)
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, to: &mut W) -> Result<()> {
        self.begin(to, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, to: &mut W) -> Result<()> {
        self.end(to, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> Result<()> {
        self.next(to, first)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, to: &mut W) -> Result<()> {
        self.begin(to, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, to: &mut W) -> Result<()> {
        self.end(to, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> Result<()> {
        self.next(to, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, to: &mut W) -> Result<()> {
        to.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;
    use serde_json::json;

    #[test]
    fn two_levels_are_spread_and_the_rest_stands_on_a_line() {
        let value = json!({"a": 1, "b": [{"c": [1, 2], "d": {}}, 5], "e": [], "f": {"g": [[]]}});
        let mut bytes = Vec::new();
        value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, Lines::default())).unwrap();
        insta::assert_snapshot!(String::from_utf8(bytes).unwrap(), @r#"
        {
          "a": 1,
          "b": [
            {"c": [1, 2], "d": {}},
            5
          ],
          "e": [],
          "f": {
            "g": [[]]
          }
        }
        "#);
    }
}

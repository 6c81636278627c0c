//! Rows of CSV as they are written (RFC 4180). The `csv` crate, which reads them, would bring the parser of decimal
//! numbers and its tables along: it can quote all that is no number.

/// Adds a row to a text. A cell with a comma, a quotation mark or a line break is quoted.
pub(super) fn write_row(text: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_be_misread_is_quoted() {
        let mut text = String::new();
        let cells = ["plain", "", "a,b", "say \"no\"", "two\nlines", " '=1+1"];
        write_row(&mut text, &cells.map(str::to_owned));
        assert_eq!(text, "plain,,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\", '=1+1\r\n");
    }
}

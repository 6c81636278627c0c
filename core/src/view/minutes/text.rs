//! A text in sections, as Markdown, and no longer than somebody reads.

use std::fmt::Write as _;

use crate::view::markup::straight;

/// Lines under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::view) struct Section {
    /// What stands above them.
    pub head: &'static str,
    /// The lines, the most important first.
    pub lines: Vec<String>,
    /// How many more there are that are not listed.
    pub more: usize,
    /// True for lines that are left out last of all: what was decided, and who does what.
    pub is_kept: bool,
    /// True where the lines are counted.
    pub is_numbered: bool,
}

impl Section {
    /// Lines under a heading.
    pub(in crate::view) fn of(head: &'static str, lines: Vec<String>) -> Self {
        Self { head, lines, ..Self::default() }
    }

    /// Lines that are left out last of all.
    pub(in crate::view) fn kept(head: &'static str, lines: Vec<String>) -> Self {
        Self { is_kept: true, ..Self::of(head, lines) }
    }

    /// Lines that it takes with its heading and the blank line above.
    fn height(&self) -> usize {
        if self.lines.is_empty() { 0 } else { 2 + self.lines.len() + usize::from(self.more > 0) }
    }

    fn shorten(&mut self) {
        self.lines.pop();
        self.more += 1;
    }
}

/// A text in sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::view) struct Text {
    /// What stands above all.
    pub title: String,
    /// What comes before the sections, a paragraph each.
    pub lead: Vec<String>,
    /// The sections; those without a line are not shown.
    pub sections: Vec<Section>,
}

impl Text {
    /// As Markdown of at most so many lines: the longest sections are shortened, and say how many more there are.
    pub(in crate::view) fn markdown(mut self, most: usize) -> String {
        while self.height() > most && self.shorten() {}
        let mut text = format!("# {}\n", self.title);
        for paragraph in &self.lead {
            _ = write!(text, "\n{paragraph}\n");
        }
        for section in self.sections.iter().filter(|section| !section.lines.is_empty()) {
            _ = write!(text, "\n## {}\n", section.head);
            for (nth, line) in (1..).zip(&section.lines) {
                let mark = if section.is_numbered { format!("{nth}.") } else { "-".to_owned() };
                _ = writeln!(text, "{mark} {line}");
            }
            if section.more > 0 {
                _ = writeln!(text, "- and {} more", section.more);
            }
        }
        straight(&text)
    }

    fn height(&self) -> usize {
        1 + self.lead.len() * 2 + self.sections.iter().map(Section::height).sum::<usize>()
    }

    /// Leaves out the last line of the longest section; of what is kept only where nothing else is left.
    fn shorten(&mut self) -> bool {
        let longest = |kept: bool| {
            let sections = self.sections.iter().enumerate();
            let open = sections.filter(|(_, section)| section.is_kept == kept && section.lines.len() > 2);
            open.max_by_key(|(_, section)| section.lines.len()).map(|(place, _)| place)
        };
        let place = longest(false).or_else(|| longest(true));
        place.inspect(|place| self.sections[*place].shorten()).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(count: usize) -> Vec<String> {
        (1..=count).map(|n| format!("line {n}")).collect()
    }

    #[test]
    fn a_long_section_is_shortened_and_says_how_much_is_left_out() {
        let sections = vec![Section::of("Links", lines(9)), Section::kept("Decided", lines(3))];
        let text = Text { title: "Minutes".to_owned(), lead: vec!["Goal".to_owned()], sections };
        let written = text.markdown(14);
        assert_eq!(written.lines().count(), 14);
        assert!(written.contains("- line 3\n- and 6 more\n"), "{written}");
        assert!(written.ends_with("## Decided\n- line 1\n- line 2\n- line 3\n"));
    }

    #[test]
    fn what_somebody_wrote_does_not_turn_the_line_it_stands_in() {
        let text = Text {
            title: "A".to_owned(),
            lead: vec!["Goal: \u{202E}x\u{2066}".to_owned()],
            sections: vec![],
        };
        assert_eq!(text.markdown(9), "# A\n\nGoal: x\n");
    }

    #[test]
    fn a_section_without_a_line_is_not_there() {
        let text = Text { title: "A".to_owned(), lead: vec![], sections: vec![Section::of("B", vec![])] };
        assert_eq!(text.markdown(60), "# A\n");
    }
}

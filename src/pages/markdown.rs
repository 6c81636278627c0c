//! The list of things said no to as Markdown, for a wiki or a message.

use unblock_core::exchange::markdown_escaped as escaped;
use unblock_core::view::RefusedView;

/// The list under a heading, one item a line.
pub fn list(board: &str, refused: &[RefusedView]) -> String {
    let lines: String = refused.iter().map(line).collect();
    format!("## {}: what we said no to\n\n{lines}", escaped(board))
}

fn line(refused: &RefusedView) -> String {
    let reason = match refused.reason.trim() {
        "" => "no reason given yet".to_owned(),
        reason => escaped(reason),
    };
    let on = refused.on.map(|on| on.to_string());
    let told: Vec<String> = refused.by.as_deref().map(escaped).into_iter().chain(on).collect();
    let told = if told.is_empty() { String::new() } else { format!(" ({})", told.join(", ")) };
    format!("- **{}**: {reason}{told}\n", escaped(&refused.title))
}

//! The comparison that a decision rests on, with the numbers of that day.

use leptos::prelude::*;
use unblock_core::board::KeptComparison;

/// The comparison, where there is one.
#[component]
pub fn Kept(
    /// The comparison.
    kept: Signal<Option<KeptComparison>>,
) -> impl IntoView {
    let cell = |at: usize, words: String| match at {
        0 => view! { <th scope="row">{words}</th> }.into_any(),
        _ => view! { <td>{words}</td> }.into_any(),
    };
    let row = move |words: Vec<String>| {
        view! { <tr>{words.into_iter().enumerate().map(|(at, words)| cell(at, words)).collect_view()}</tr> }
    };
    move || {
        kept.get().map(|kept| {
            let mut rows = kept.rows.into_iter();
            let head = rows.next().unwrap_or_default();
            view! {
                <details class="decision-kept">
                    <summary>"The comparison, as it was"</summary>
                    <p>{kept.verdict}</p>
                    <table>
                        <thead><tr>{head.into_iter().map(|words| view! { <th scope="col">{words}</th> }).collect_view()}</tr></thead>
                        <tbody>{rows.map(row).collect_view()}</tbody>
                    </table>
                </details>
            }
        })
    }
}

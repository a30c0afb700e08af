//! Addresses of earlier versions keep working: renamed keys and words are translated here.

/// The present name of a key of the address. Extend, never shorten: links live for years.
pub(super) fn current_key(key: &str) -> &str {
    match key {
        "tenure" | "event" | "id" => "select",
        "search" => "q",
        "date" | "on" => "day",
        "chart" => "figure",
        other => other,
    }
}

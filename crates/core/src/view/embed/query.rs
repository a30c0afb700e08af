//! The query of an embed.

use super::{
    super::{
        state::{View, ViewState},
        url::{MAX_QUERY_BYTES, to_query},
    },
    choice::Embed,
    parameters::{EmbedParameters, is_id},
};
use crate::model::{Dataset, Language};

/// The most ids of one key.
const MAX_IDS: usize = 20;

/// What of an embed its query says.
pub(in crate::view) struct Said {
    /// Keys with their values, as an address writes them.
    pub(in crate::view) pairs: Vec<(&'static str, String)>,
    /// The keys of what it does not say.
    pub(in crate::view) left_out: Vec<String>,
}

impl Said {
    /// The query, without `?`.
    fn query(&self) -> String {
        let pairs: Vec<String> = self
            .pairs
            .iter()
            .map(|(key, value)| [*key, "=", value].concat())
            .collect();
        pairs.join("&")
    }
}

/// The keys of the view that the query of an embed knows, in its order, each with the address's name of it.
pub(super) const KEYS: [(&str, &str); 13] = [
    ("chart", "figure"),
    ("step", "step"),
    ("on", "day"),
    ("from", "from"),
    ("to", "to"),
    ("group", "group"),
    ("office", "office"),
    ("person", "person"),
    ("capacity", "capacity"),
    ("kind", "kind"),
    ("standing", "standing"),
    ("sort", "sort"),
    ("q", "q"),
];

/// What the query of an embed says; what its view does not show is not said.
pub(in crate::view) fn said(embed: &Embed, dataset: &Dataset) -> Said {
    let mut pairs = vec![("v", "1".to_owned())];
    if embed.state.view != View::Timeline {
        pairs.push(("view", embed.state.view.word().to_owned()));
    }
    let frame = of_frame(&embed.parameters);
    let mut room = MAX_QUERY_BYTES.saturating_sub(length(&pairs) + length(&frame));
    let address = to_query(&shown(embed, dataset), dataset);
    let mut unsaid: Vec<(&str, &str)> = address.split('&').filter_map(|pair| pair.split_once('=')).collect();
    unsaid.retain(|(key, _)| *key != "view");
    for (key, name) in KEYS {
        let Some(at) = unsaid.iter().position(|(other, _)| *other == key || *other == name) else {
            continue;
        };
        let pair = unsaid.get(at).map(|(_, value)| (key, (*value).to_owned()));
        if let Some(pair) = pair.filter(|(key, value)| can_say(key, value)) {
            let bytes = length(std::slice::from_ref(&pair));
            if bytes <= room {
                room -= bytes;
                pairs.push(pair);
                unsaid.remove(at);
            }
        }
    }
    pairs.extend(frame);
    Said {
        pairs,
        left_out: unsaid.into_iter().map(|(key, _)| key.to_owned()).collect(),
    }
}

/// Whether the grammar has a value.
pub(super) fn can_say(key: &str, value: &str) -> bool {
    match key {
        "sort" => matches!(value, "start" | "days" | "name"),
        "group" | "office" | "person" => value.split(',').count() <= MAX_IDS,
        _ => true,
    }
}

/// The state without what its view does not show.
pub(in crate::view) fn shown(embed: &Embed, dataset: &Dataset) -> ViewState {
    let (mut state, initial) = (embed.state.clone(), ViewState::initial(dataset));
    if !embed.has("from") {
        state.range = initial.range;
    }
    if !embed.has("chart") {
        state.figure = None;
    }
    if !embed.has("on") {
        (state.day, state.compared) = (initial.day, None);
    }
    if !embed.has("step") {
        state.step = 0;
    }
    if !embed.has("sort") {
        (state.sort, state.hidden) = (initial.sort, Vec::new());
    }
    if !embed.has("group") {
        state.filter = initial.filter;
    }
    if state.view != View::Timeline {
        state.toggled = Vec::new();
    }
    if !matches!(state.view, View::Map | View::Figures | View::Chart) {
        (state.linked, state.report) = (true, None);
    }
    state
}

fn of_frame(parameters: &EmbedParameters) -> Vec<(&'static str, String)> {
    let initial = EmbedParameters::default();
    let mut pairs = Vec::new();
    let mut put = |key: &'static str, value: &str, is_default: bool| {
        if !is_default {
            pairs.push((key, value.to_owned()));
        }
    };
    put("theme", parameters.theme.word(), parameters.theme == initial.theme);
    put("chrome", parameters.chrome.word(), parameters.chrome == initial.chrome);
    put("height", parameters.height.word(), parameters.height == initial.height);
    let id = parameters.id.as_deref().filter(|id| is_id(id));
    let language = parameters.language.map(Language::word);
    put("lang", language.unwrap_or_default(), language.is_none());
    put("id", id.unwrap_or_default(), id.is_none());
    pairs
}

/// The bytes of pairs in a query, with what stands between them.
fn length(pairs: &[(&str, String)]) -> usize {
    pairs.iter().map(|(key, value)| key.len() + value.len() + 2).sum()
}

/// The query of an embed, without `?`, in at most [`MAX_QUERY_BYTES`]: `v=1`, then what is not as it is by itself.
#[must_use]
pub fn embed_query(embed: &Embed, dataset: &Dataset) -> String {
    said(embed, dataset).query()
}

/// The keys of what an embed cannot say of its view: not part of its grammar, too many ids, or no
/// room left. The embed shows all of it.
#[must_use]
pub fn left_out(embed: &Embed, dataset: &Dataset) -> Vec<String> {
    said(embed, dataset).left_out
}

/// Whether an embed says more than which view it shows.
#[must_use]
pub fn is_more_than_its_view(embed: &Embed, dataset: &Dataset) -> bool {
    let of_view = |(key, _): &(&str, String)| matches!(*key, "v" | "view" | "chart");
    !said(embed, dataset).pairs.iter().all(of_view)
}

//! Embeds at the limits of what a query can hold, and what one view alone has to say.

#[cfg(test)]
mod common;

use common::{embed, notice};
use timeline_core::view::{
    embed::{Embed, EmbedParameters, Theme, embed_query, from_query_on, left_out, read, set_on},
    state::{View, ViewState},
    url::MAX_QUERY_BYTES,
};

/// A query with a key that means nothing, so that it has so many bytes.
#[cfg(test)]
fn filled(query: &str, bytes: usize) -> String {
    [query, "&x=", &"a".repeat(bytes - query.len() - 3)].concat()
}

#[test]
fn a_query_is_read_when_it_has_as_many_bytes_as_it_may_and_not_with_one_more() {
    let dataset = common::real();
    let home = ViewState::initial(&dataset);
    let query = "view=map&theme=pink&select=lyons-ice-director-2025";
    let (state, notices) = from_query_on(home.clone(), &filled(query, MAX_QUERY_BYTES), &dataset);
    assert_eq!((state.view, state.selection), (View::Map, None));
    assert_eq!(notices, [notice("theme", "pink")]);
    let too_long = filled(query, MAX_QUERY_BYTES + 1);
    let wanted = (home.clone(), vec![notice("", "")]);
    assert_eq!(from_query_on(home, &too_long, &dataset), wanted);

    for mark in ["", "?"] {
        let query = [mark, &filled("theme=dark", MAX_QUERY_BYTES)].concat();
        assert_eq!(read(&query).0.theme, Theme::Dark, "{mark}");
    }
    let too_long = filled("theme=dark", MAX_QUERY_BYTES + 1);
    assert_eq!(read(&too_long), (EmbedParameters::default(), Vec::new()));
}

#[test]
fn what_is_set_counts_while_an_address_can_hold_it_and_changes_nothing_beyond() {
    let dataset = common::real();
    let home = ViewState::initial(&dataset);
    let shown = embed("view=map", &dataset).state;
    let set = |bytes: usize| {
        let nobody = "x".repeat(bytes - "person=".len());
        set_on(home.clone(), &shown, &["view=&person=", &nobody].concat(), &dataset)
    };
    let unknown = notice("person", &"x".repeat(64));
    assert_eq!(set(MAX_QUERY_BYTES), (home.clone(), vec![unknown]));
    assert_eq!(set(MAX_QUERY_BYTES + 1), (shown.clone(), vec![notice("", "")]));
}

#[test]
fn a_query_says_what_has_room_and_tells_of_what_has_none() {
    let dataset = common::real();
    let people: Vec<&str> = dataset.people[..20].iter().map(|person| &*person.id).collect();
    let mut dark = embed(&["person=", &people.join(",")].concat(), &dataset);
    dark.parameters.theme = Theme::Dark;
    let without_search = embed_query(&dark, &dataset);
    assert_eq!(
        without_search,
        ["v=1&person=", &people.join(","), "&theme=dark"].concat()
    );
    let searched = |bytes: usize| {
        let mut embed = dark.clone();
        embed.state.filter.text = "a".repeat(bytes - without_search.len() - "&q=".len());
        (embed_query(&embed, &dataset), left_out(&embed, &dataset))
    };
    // Each pair is counted with a separator, the last one too.
    let (query, unsaid) = searched(MAX_QUERY_BYTES - 1);
    assert_eq!((query.len(), unsaid), (MAX_QUERY_BYTES - 1, vec![]));
    assert_eq!(
        searched(MAX_QUERY_BYTES + 1),
        (without_search.clone(), vec!["q".to_owned()])
    );
}

#[test]
fn the_guided_reading_is_embedded_at_a_step_of_it() {
    let dataset = common::real();
    let step = &*dataset.story[3].id;
    let reading = embed("view=story", &dataset).with("step", step, &dataset).unwrap();
    assert_eq!(reading.state.step, 3);
    assert_eq!(embed_query(&reading, &dataset), ["v=1&view=story&step=", step].concat());
    let mut map = embed("view=map", &dataset);
    map.state.step = 3;
    assert_eq!(embed_query(&map, &dataset), "v=1&view=map");
}

#[test]
fn one_chart_alone_is_the_figure_that_was_shown_among_all() {
    let dataset = common::real();
    let figures = embed("view=figures&figure=changes-by-quarter", &dataset);
    let chart = figures.with("view", "chart", &dataset).unwrap();
    assert_eq!(embed_query(&chart, &dataset), "v=1&view=chart&chart=changes-by-quarter");
}

#[test]
fn only_the_table_has_an_order() {
    let dataset = common::real();
    for &view in View::ALL {
        let mut embed = Embed::of(ViewState::initial(&dataset));
        embed.state.view = view;
        assert_eq!(embed.has("sort"), view == View::Table, "{}", view.word());
    }
    let sorted = embed("sort=days", &dataset);
    assert_eq!(embed_query(&sorted, &dataset), "v=1");
    assert_eq!(left_out(&sorted, &dataset), [""; 0]);
    let table = sorted.with("view", "table", &dataset).unwrap();
    assert_eq!(embed_query(&table, &dataset), "v=1&view=table&sort=days");
}

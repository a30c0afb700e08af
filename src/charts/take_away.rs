//! What a reader takes away of a figure: picture, numbers, address, citation.

use leptos::{ev, prelude::*};
use timeline_core::{
    layout::text_width::text_width_px,
    model::SourceIx,
    view::{figure_id::FigureId, url::figure_query},
};

use crate::{
    charts::{
        chart::{Figure, Held, Shown, subtitle},
        display_list::{Anchor, DisplayItem, DisplayList, Shape, ShapeClass, display_svg},
        plot::{NAME_PX, TICK_PX},
    },
    context::{use_dataset, use_locale, use_view},
    i18n::{day_text, fill},
    markup::{Markup, Slot, button, el},
    page::citation::citation,
    platform::{clipboard, download, focus::after_update},
};

/// Saves the picture in an element under a name, and tells whether that could be done.
type Save = fn(Slot, &str, Box<dyn Fn(bool)>);

/// The width of a picture that stands alone, in pixels.
const PICTURE_PX: u32 = 960;
/// The room around it, in pixels.
const MARGIN_PX: i32 = 20;
/// The size of its title, in pixels.
const TITLE_PX: f64 = 22.0;

/// Buttons for the picture as SVG and as PNG, the numbers as CSV, the address and the citation.
pub(super) fn take_away(held: Held) -> Markup {
    let (t, view) = (use_locale(), use_view());
    let (said, made) = (RwSignal::new(String::new()), RwSignal::new(false));
    let slot = Slot::new();
    let figure = held.figure;
    let name = figure.with_value(|figure| figure.caption.title.clone());
    let query = move || {
        let figure = figure.with_value(|figure| FigureId::find(use_dataset(), &figure.id));
        view.peek(|state| figure_query(state, figure, use_dataset()))
    };
    let tool = |kind: &'static str, label: &'static str| {
        button("text-button")
            .attr("data-take", kind)
            .attr("aria-label", fill(t.take_of, &[("what", label), ("figure", &name)]))
            .text(label)
    };
    let picture = move |save: Save| {
        let name = figure.with_value(|figure| figure.id.clone());
        made.set(true);
        after_update(move || {
            save(
                slot,
                &name,
                Box::new(move |done| {
                    made.try_set(false);
                    said.try_set(if done {
                        t.saved.to_owned()
                    } else {
                        t.save_refused.to_owned()
                    });
                }),
            );
        });
    };
    let copier = move |text: String| {
        let shown = text.clone();
        clipboard::copy(&text, move |done| {
            said.set(if done {
                t.copied.to_owned()
            } else {
                fill(t.copy_by_hand, &[("text", &shown)])
            });
        });
    };
    let csv = move || {
        figure.with_value(|figure| {
            let comments = comments(figure, &clipboard::address(&query()));
            let text = figure.table.csv(&comments);
            let done = download::save_text(&[&figure.id, ".csv"].concat(), "text/csv;charset=utf-8", &text);
            said.set(if done {
                t.saved.to_owned()
            } else {
                t.save_refused.to_owned()
            });
        });
    };
    let cite = move || {
        let title = figure.with_value(|figure| figure.caption.title.clone());
        citation(&title, &clipboard::address(&query()))
    };
    let hidden = el("div")
        .class("chart__export")
        .attr("aria-hidden", "true")
        .keep(slot)
        .each(
            move || if made.get() { vec![String::new()] } else { Vec::new() },
            move |_| {
                let shown = held.shown.get_untracked();
                figure.with_value(|figure| stand_alone(figure, shown))
            },
        );
    el("div")
        .class("take-away")
        .child(tool("svg", t.take_svg).on(ev::click, move |_| picture(download::save_svg)))
        .child(tool("png", t.take_png).on(ev::click, move |_| picture(download::save_png)))
        .child(tool("csv", t.take_csv).on(ev::click, move |_| csv()))
        .child(tool("link", t.copy_link).on(ev::click, move |_| copier(clipboard::address(&query()))))
        .child(tool("cite", t.copy_citation).on(ev::click, move |_| copier(cite())))
        .child(
            el("p")
                .class("take-away__said")
                .attr("role", "status")
                .live_text(move || said.get().into()),
        )
        .child(hidden)
}

/// The publishers that a figure rests on, each once; at most six, then how many more.
fn publishers(sources: &[SourceIx]) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let mut names: Vec<&str> = Vec::new();
    for &ix in sources {
        let name = &*dataset.source(ix).publisher;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(6);
    names.truncate(6);
    let listed = names.join("; ");
    if more == 0 {
        return listed;
    }
    [&listed, "; ", &fill(t.card_more, &[("n", &more.to_string())])].concat()
}

/// The line under a picture that stands alone: what it rests on, the dataset, its day.
fn source_line(figure: &Figure) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let sources = publishers(&figure.sources);
    fill(
        t.take_source,
        &[
            ("sources", &sources),
            ("site", &dataset.site.title),
            ("version", &dataset.version),
            ("as_of", &day_text(t, dataset.as_of)),
        ],
    )
}

/// The lines before the rows of a CSV file.
fn comments(figure: &Figure, address: &str) -> Vec<String> {
    let (title, about) = (figure.caption.title.clone(), subtitle(&figure.caption));
    vec![title, about, source_line(figure), address.to_owned()]
}

/// The figure as a picture of its own: with title and source, named and described.
fn stand_alone(figure: &Figure, shown: Shown) -> Markup {
    let inner = u32::try_from(i32::try_from(PICTURE_PX).unwrap_or(0) - 2 * MARGIN_PX).unwrap_or(0);
    let drawn = (figure.draw)(Shown {
        width_px: inner,
        ..shown
    });
    let (title, about) = (figure.caption.title.clone(), subtitle(&figure.caption));
    let source = source_line(figure);
    let list = framed(&drawn, &title, &about, &source);
    display_svg(&list)
        .attr("role", "img")
        .child(el("title").text(title))
        .child(el("desc").text([&about, " ", &source].concat()))
}

/// A drawing between its title and its source.
fn framed(drawn: &DisplayList, title: &str, about: &str, source: &str) -> DisplayList {
    let width = i32::try_from(PICTURE_PX).unwrap_or(0);
    let room = f64::from(width - 2 * MARGIN_PX);
    let mut items = Vec::new();
    let mut y = MARGIN_PX;
    let mut lines = |class: ShapeClass, text: &str, size: f64, step: i32, y: &mut i32| {
        for line in wrapped(text, size, room) {
            *y += step;
            items.push(DisplayItem {
                pen: class.into(),
                shape: Shape::Text((MARGIN_PX, *y), Anchor::Start, line),
            });
        }
    };
    lines(ShapeClass::Title, title, TITLE_PX, 28, &mut y);
    lines(ShapeClass::Note, about, NAME_PX, 20, &mut y);
    let top = y + 14;
    y = top + i32::try_from(drawn.height_px).unwrap_or(0) + 4;
    lines(ShapeClass::Source, source, TICK_PX, 17, &mut y);
    let height = y + MARGIN_PX;
    let paper = DisplayItem {
        pen: ShapeClass::Paper.into(),
        shape: Shape::Rect(0, 0, width, height),
    };
    let moved = drawn.items.iter().map(|item| DisplayItem {
        pen: item.pen,
        shape: item.shape.moved(MARGIN_PX, top),
    });
    DisplayList {
        width_px: PICTURE_PX,
        height_px: u32::try_from(height).unwrap_or(0),
        items: [paper].into_iter().chain(moved).chain(items).collect(),
        ..DisplayList::default()
    }
}

/// A text in lines that fit a width in pixels.
fn wrapped(text: &str, size_px: f64, room_px: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if text_width_px(line, size_px) + text_width_px(word, size_px) + size_px / 2.0 <= room_px => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn a_text_is_wrapped_between_its_words() {
        assert_eq!(wrapped("one two three", 10.0, 60.0), ["one two", "three"]);
        assert_eq!(wrapped("one two three", 10.0, 500.0), ["one two three"]);
    }
}

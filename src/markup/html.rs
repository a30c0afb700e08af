use leptos::prelude::Owner;

use super::{Content, Element, Markup, Part};

/// The elements of the pages that have no end.
const VOID: [&str; 2] = ["br", "input"];

impl Markup {
    /// Writes the element as HTML, with what follows the view as it is now.
    pub(super) fn write(&self, html: &mut String) {
        let Element {
            tag,
            attributes,
            live_attributes,
            content,
            ..
        } = &*self.0;
        html.extend(["<", tag]);
        for (name, value) in attributes {
            write_attribute(html, name, value);
        }
        for (name, value) in live_attributes {
            if let Some(value) = value() {
                write_attribute(html, name, &value);
            }
        }
        html.push('>');
        if VOID.contains(tag) {
            return;
        }
        match content {
            Content::Fixed(parts) => {
                for part in parts {
                    match part {
                        Part::Element(element) => element.write(html),
                        Part::Still(make) | Part::InTurn(make) => make().write(html),
                        Part::Text(text) => write_text(html, text),
                    }
                }
            }
            Content::LiveText(text) => write_text(html, &text()),
            Content::Each(keys, make) => {
                // As in the browser, what a row provides is for the row alone.
                for key in keys() {
                    Owner::new().with(|| make(&key).write(html));
                }
            }
        }
        html.extend(["</", tag, ">"]);
    }
}

fn write_attribute(html: &mut String, name: &str, value: &str) {
    html.extend([
        " ",
        name,
        "=\"",
        &value.replace('&', "&amp;").replace('"', "&quot;"),
        "\"",
    ]);
}

fn write_text(html: &mut String, text: &str) {
    html.push_str(&text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
}

#[cfg(test)]
mod tests {
    use super::super::el;

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut html = String::new();
        el("p")
            .attr("title", "a \"b\" & c")
            .text("1 < 2")
            .text(" & 3")
            .child(el("b").text("x"))
            .write(&mut html);
        assert_eq!(
            html,
            "<p title=\"a &quot;b&quot; &amp; c\">1 &lt; 2 &amp; 3<b>x</b></p>"
        );
    }

    #[test]
    fn an_element_without_an_end_is_there_once() {
        let mut html = String::new();
        el("p").text("1").child(el("br")).text("2").write(&mut html);
        assert_eq!(html, "<p>1<br>2</p>");
    }

    #[test]
    fn what_follows_the_view_is_written_as_it_is() {
        let mut html = String::new();
        el("ul")
            .live_flag("hidden", || false)
            .live_bool("aria-busy", || true)
            .each(
                || vec!["a".to_owned(), "b".to_owned()],
                |key| el("li").text(key.to_owned()),
            )
            .write(&mut html);
        assert_eq!(html, "<ul aria-busy=\"true\"><li>a</li><li>b</li></ul>");
    }
}

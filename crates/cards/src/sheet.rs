//! What all cards share: the paper, the rule and the agency above, the day and the sources below.

use timeline_app::{
    charts::display_list::Anchor,
    i18n::{Texts, day_text, fill},
    share::{
        CARD_HEIGHT_PX, CARD_WIDTH_PX,
        subject::{Subject, language_of},
    },
};
use timeline_core::model::Dataset;

use crate::{
    canvas::{Canvas, Line, Type},
    face::Font,
    ink::Inks,
    numbers::size,
};

/// The room at each side.
pub(crate) const MARGIN: f32 = 56.0;
/// Where what is drawn begins.
pub(crate) const TOP: f32 = 106.0;
/// Where it ends.
pub(crate) const BOTTOM: f32 = 552.0;

/// The width between the margins.
pub(crate) fn width() -> f32 {
    size(CARD_WIDTH_PX) - 2.0 * MARGIN
}

/// What a card is about, and for whom it is made.
#[derive(Clone, Copy)]
pub(crate) struct Order<'a> {
    pub(crate) dataset: &'static Dataset,
    pub(crate) subject: Subject,
    pub(crate) t: &'static Texts,
    /// The address of the site, where it is known.
    pub(crate) site: Option<&'a str>,
}

/// Draws what all cards share.
pub(crate) fn sheet(canvas: &mut Canvas, inks: &Inks, order: Order<'_>) {
    let site = &order.dataset.site;
    let right = size(CARD_WIDTH_PX) - MARGIN;
    canvas.fill_box((MARGIN, 40.0, width(), 5.0), inks.strong_rule);
    let kicker = Type {
        font: Font::SansBold,
        size: 18.0,
        ink: inks.soft,
    };
    canvas.capitals(&site.agency, kicker, (MARGIN, 77.0));
    let base = size(CARD_HEIGHT_PX) - 36.0;
    canvas.line(
        &[(MARGIN, base - 34.0), (right, base - 34.0)],
        &Line::of(1.5),
        inks.rule,
    );
    let name = Type {
        font: Font::SerifBold,
        size: 25.0,
        ink: inks.text,
    };
    canvas.text(&site.title, name, (right, base), Anchor::End);
    let room = width() - canvas.width(&site.title, name) - 40.0;
    let small = Type {
        font: Font::Sans,
        size: 20.0,
        ink: inks.soft,
    };
    let lines = imprints(order);
    let line = lines.iter().find(|line| canvas.width(line, small) <= room);
    canvas.text(line.map_or("", |line| line), small, (MARGIN, base), Anchor::Start);
}

/// The day of the record and where its sources are, from the longest to the shortest way of saying it.
fn imprints(order: Order<'_>) -> Vec<String> {
    let (dataset, t) = (order.dataset, order.t);
    let as_of = fill(t.share_as_of, &[("as_of", &day_text(t, dataset.as_of))]);
    let host = order.site.map(|site| {
        let host = site.trim_start_matches("https://").trim_start_matches("http://");
        host.trim_end_matches('/').to_owned()
    });
    let page = host
        .as_ref()
        .map(|host| [host, "/", &*language_of(t).folder(), &*order.subject.page(dataset)].concat());
    let places = page.into_iter().chain(host).chain([dataset.site.title.to_string()]);
    let line = |place: String| {
        let sources = fill(t.share_sources, &[("where", place.trim_end_matches('/'))]);
        [&as_of, " · ", &*sources].concat()
    };
    places.map(line).chain([as_of.clone()]).collect()
}

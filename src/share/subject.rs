//! The pages that can be shared and embedded: every view, and every figure by itself.

use timeline_core::{
    model::{Dataset, Language},
    view::{figure_id::FigureId, snippet::in_language, state::View},
};

use crate::i18n::Texts;

/// The language of some texts.
#[must_use]
pub fn language_of(t: &Texts) -> Language {
    Language::from_word(t.language).unwrap_or_default()
}

/// A page that can be shared and embedded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A view.
    View(View),
    /// A figure by itself.
    Figure(FigureId),
}

impl Subject {
    /// All that a dataset has something for: the views, then the figures.
    #[must_use]
    pub fn all(dataset: &Dataset) -> Vec<Self> {
        // A chart is a figure by itself.
        let is_page = |view: &View| *view != View::Chart && view.has_something(dataset);
        let views = View::ALL.iter().copied().filter(is_page).map(Self::View);
        let figures = FigureId::all(dataset).into_iter().map(Self::Figure);
        views.chain(figures).collect()
    }

    /// Its name in one language, which its files bear: `map`, `chart-tenure-lengths`, `map.es`.
    #[must_use]
    pub fn name(self, dataset: &Dataset, t: &Texts) -> String {
        let name = match self {
            Self::View(view) => view.word().to_owned(),
            Self::Figure(figure) => ["chart-", figure.id(dataset)].concat(),
        };
        in_language(&name, language_of(t))
    }

    /// The path of its page, from where the pages of a language begin.
    #[must_use]
    pub fn page(self, dataset: &Dataset) -> String {
        match self {
            Self::View(View::Timeline) => String::new(),
            Self::View(view) => ["view/", view.word(), "/"].concat(),
            Self::Figure(figure) => ["chart/", figure.id(dataset), "/"].concat(),
        }
    }

    /// The path of its picture.
    #[must_use]
    pub fn card(self, dataset: &Dataset, t: &Texts) -> String {
        ["cards/", &self.name(dataset, t), ".png"].concat()
    }

    /// The path of its oEmbed.
    #[must_use]
    pub fn oembed(self, dataset: &Dataset, t: &Texts) -> String {
        ["oembed/", &self.name(dataset, t), ".json"].concat()
    }

    /// The path of its embed, with what of it is to be shown.
    #[must_use]
    pub fn embed(self, dataset: &Dataset, t: &Texts) -> String {
        let shown = match self {
            Self::View(view) => view.word().to_owned(),
            Self::Figure(figure) => ["chart&chart=", figure.id(dataset)].concat(),
        };
        ["embed/", &language_of(t).folder(), "?v=1&view=", &shown].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{embedded, i18n::EN};

    #[test]
    fn every_view_and_figure_has_a_name_of_its_own() {
        let dataset = embedded::dataset().unwrap();
        let all = Subject::all(&dataset);
        let names: Vec<String> = all.iter().map(|one| one.name(&dataset, &EN)).collect();
        assert_eq!(
            names.get(..6),
            Some(&["timeline", "date", "figures", "map", "story", "table"].map(str::to_owned)[..])
        );
        assert_eq!(names.len(), 6 + FigureId::all(&dataset).len());
        for name in &names {
            assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{name}");
        }
    }

    #[test]
    fn paths_are_those_of_the_site() {
        let dataset = embedded::dataset().unwrap();
        let paths = |one: Subject| {
            let embed = one.embed(&dataset, &EN);
            [
                one.page(&dataset),
                one.card(&dataset, &EN),
                one.oembed(&dataset, &EN),
                embed,
            ]
        };
        assert_eq!(
            paths(Subject::View(View::Timeline)),
            [
                "",
                "cards/timeline.png",
                "oembed/timeline.json",
                "embed/?v=1&view=timeline"
            ]
        );
        assert_eq!(
            paths(Subject::Figure(FigureId::Survival)),
            [
                "chart/tenure-survival/",
                "cards/chart-tenure-survival.png",
                "oembed/chart-tenure-survival.json",
                "embed/?v=1&view=chart&chart=tenure-survival"
            ]
        );
    }
}

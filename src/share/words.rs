//! What a page says of itself where it is shared: its title, what it shows, what to keep in mind.
//! All of it is made from the record, by the queries and captions of the page itself.

use leptos::prelude::*;
use timeline_core::view::{figure_id::FigureId, state::View};

use super::subject::Subject;
use crate::{
    charts::{
        chart::{Chart, Shown},
        figures::figure,
        office_map::{map_state, office_map},
    },
    context::{ViewContext, use_dataset},
    document::{story_about, story_title},
    i18n::{Texts, day_text, fill, number},
    page::lede::lede,
};

/// What a page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What one sees, computed from the record.
    pub title: String,
    /// What is shown.
    pub about: String,
    /// To which day it is counted; empty where that is said by itself.
    pub as_of: String,
    /// Who said so, and what to keep in mind; empty where nothing must be said with the title.
    pub note: String,
}

impl Words {
    /// What is shown, to which day, with what to keep in mind.
    #[must_use]
    pub fn description(&self) -> String {
        let parts = [&*self.about, &self.as_of, &self.note];
        let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        said.join(" ")
    }
}

/// Runs something in what components expect around them.
pub fn in_a_page<T>(run: impl FnOnce() -> T) -> T {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(ViewContext::new());
        run()
    })
}

/// The figure of a subject that is one; for the view of the map its figure. In [`in_a_page`].
#[must_use]
pub fn chart_of(subject: Subject) -> Option<Chart> {
    match subject {
        Subject::Figure(id) => figure(id),
        Subject::View(View::Map) => office_map(),
        Subject::View(View::Timeline | View::Date | View::Figures | View::Chart | View::Story | View::Table) => None,
    }
}

/// What a figure shows by itself, at a width: all its days and all reports.
#[must_use]
pub fn whole(chart: &Chart, width_px: u32) -> Shown {
    Shown {
        width_px,
        range: chart.caption.days(),
        reports: use_dataset().reports.len(),
    }
}

/// The words of a page.
#[must_use]
pub fn words(subject: Subject, t: &'static Texts) -> Words {
    let dataset = use_dataset();
    let agency = ("agency", &*dataset.site.agency_short);
    let about = |text: &str| text.to_owned();
    match subject {
        Subject::View(View::Timeline) => Words {
            title: dataset.site.title.to_string(),
            about: lede(t).into_iter().map(|(text, _)| text).collect(),
            ..Words::default()
        },
        Subject::View(View::Date) => Words {
            title: fill(t.share_date_title, &[("day", &day_text(t, dataset.as_of)), agency]),
            about: about(t.share_date_about),
            ..Words::default()
        },
        Subject::View(View::Table) => {
            let count = |number: usize| self::number(i32::try_from(number).unwrap_or(i32::MAX));
            let (tenures, events) = (count(dataset.tenures.len()), count(dataset.events.len()));
            Words {
                title: fill(t.share_table_title, &[("tenures", &tenures), ("events", &events)]),
                about: about(t.share_table_about),
                ..Words::default()
            }
        }
        Subject::View(View::Story) => Words {
            title: story_title(),
            about: story_about(),
            ..Words::default()
        },
        Subject::View(View::Figures) => {
            let count = FigureId::all(dataset).len().to_string();
            Words {
                title: fill(t.share_figures_title, &[("n", &count), agency]),
                about: about(t.share_figures_about),
                ..Words::default()
            }
        }
        Subject::View(View::Map | View::Chart) | Subject::Figure(_) => in_a_page(|| {
            let chart = chart_of(subject);
            chart.map_or_else(Words::default, |chart| of_chart(subject, &chart, t))
        }),
    }
}

fn of_chart(subject: Subject, chart: &Chart, t: &'static Texts) -> Words {
    let caption = &chart.caption;
    let unit = fill(t.chart_unit, &[("unit", &caption.unit)]);
    let about = match subject {
        Subject::View(_) => map_state(whole(chart, 0)),
        Subject::Figure(_) => [&caption.subtitle, ". ", &*unit, "."].concat(),
    };
    Words {
        title: caption.title.clone(),
        about,
        as_of: as_of(subject, t),
        note: note(subject, chart, t),
    }
}

/// To which day a figure counts that has no period of its own.
fn as_of(subject: Subject, t: &'static Texts) -> String {
    match subject {
        Subject::Figure(
            FigureId::TenureLengths | FigureId::CapacityDays | FigureId::DaysSinceConfirmed | FigureId::Survival,
        ) => fill(t.share_as_of, &[("as_of", &day_text(t, use_dataset().as_of))]) + ".",
        Subject::View(_)
        | Subject::Figure(FigureId::Series(_) | FigureId::ChangesByQuarter | FigureId::OfficeReports) => String::new(),
    }
}

/// What must be said with the title of a figure: who said so, and what the numbers are not.
fn note(subject: Subject, chart: &Chart, t: &'static Texts) -> String {
    match subject {
        Subject::View(_) | Subject::Figure(FigureId::OfficeReports) => t.chart_reports_caveat_planned.to_owned(),
        Subject::Figure(FigureId::Series(position)) => {
            let figure = use_dataset().figures.get(usize::from(position));
            figure.map_or_else(String::new, |figure| figure.caveats.join(" "))
        }
        // Which changes are not counted, and what few bars do not mean.
        Subject::Figure(FigureId::ChangesByQuarter) => chart.caption.caveats.first().cloned().unwrap_or_default(),
        Subject::Figure(FigureId::Survival) => t.chart_survival_caveat_small.to_owned(),
        Subject::Figure(FigureId::TenureLengths | FigureId::CapacityDays | FigureId::DaysSinceConfirmed) => {
            String::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        context::{dataset, install},
        embedded,
        i18n::EN,
    };

    fn all() -> Vec<(String, Words)> {
        install(embedded::dataset().unwrap());
        let of = |subject: Subject| (subject.name(dataset(), &EN), words(subject, &EN));
        Subject::all(dataset()).into_iter().map(of).collect()
    }

    #[test]
    fn every_page_has_a_title_and_says_what_it_shows() {
        for (name, words) in all() {
            for text in [&words.title, &words.about] {
                assert!(text.chars().count() > 8, "{name}: {text:?}");
                assert!(!text.contains(['{', '}']), "{name}: {text:?}");
            }
        }
    }

    #[test]
    fn what_unnamed_people_said_is_never_shared_without_saying_so() {
        for (name, words) in all() {
            if ["map", "chart-office-reports"].contains(&&*name) {
                assert!(words.description().contains(EN.chart_reports_caveat_planned), "{name}");
            }
        }
    }

    #[test]
    fn the_caveats_of_a_series_go_with_its_title() {
        install(embedded::dataset().unwrap());
        let all = all();
        for figure in &dataset().figures {
            let name = ["chart-", &*figure.id].concat();
            let words = all
                .iter()
                .find(|(other, _)| *other == name)
                .map(|(_, words)| words)
                .unwrap();
            for caveat in &figure.caveats {
                assert!(words.description().contains(&**caveat), "{name}");
            }
        }
    }

    #[test]
    fn what_is_counted_to_the_day_of_the_record_says_which_day_that_is() {
        install(embedded::dataset().unwrap());
        let day = day_text(&EN, dataset().as_of);
        for (name, words) in all() {
            if [
                "timeline",
                "date",
                "chart-tenure-lengths",
                "chart-capacity-days",
                "chart-days-since-confirmed",
                "chart-tenure-survival",
            ]
            .contains(&&*name)
            {
                let all = [words.title.clone(), words.description()].concat();
                assert!(all.contains(&day), "{name}: {all}");
            }
        }
    }
}

use leptos::prelude::*;

use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, fill},
    page::{
        claims::Claims,
        source_list::SourceList,
        tables::{EventRow, TenureRow},
    },
};

/// The whole record as one static page: every tenure, event, person and source.
#[component]
pub fn RecordPage() -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let intro = fill(t.record_intro, &[("as_of", &day_text(t, dataset.as_of))]);
    let tenures = dataset.tenure_ixs().map(|ix| view! { <TenureRow ix/> }).collect_view();
    let events = dataset.event_ixs().map(|ix| view! { <EventRow ix/> }).collect_view();
    let people = dataset
        .people
        .iter()
        .map(|person| view! { <dt id=person.id.to_string()>{person.name.to_string()}</dt><dd>{person.bio.to_string()}</dd> })
        .collect_view();
    view! {
        <header class="masthead">
            <p class="masthead__kicker"><a href="../index.html">{t.record_back}</a></p>
            <h1>{t.record_title}</h1>
            <p class="lede">{intro}</p>
        </header>
        <main class="main record record--static">
            <table class="record-table">
                <caption>{t.table_tenures}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t.table_person}</th>
                        <th scope="col">{t.table_office}</th>
                        <th scope="col">{t.table_title}</th>
                        <th scope="col">{t.table_capacity}</th>
                        <th scope="col">{t.table_start}</th>
                        <th scope="col">{t.table_end}</th>
                        <th scope="col">{t.table_length}</th>
                        <th scope="col">{t.table_sources}</th>
                    </tr>
                </thead>
                <tbody>{tenures}</tbody>
            </table>
            <table class="record-table record-table--events">
                <caption>{t.table_events}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t.table_date}</th>
                        <th scope="col">{t.table_event}</th>
                        <th scope="col">{t.table_kind}</th>
                        <th scope="col">{t.table_standing}</th>
                        <th scope="col">{t.table_sources}</th>
                    </tr>
                </thead>
                <tbody>{events}</tbody>
            </table>
            <Claims/>
            <section class="people" aria-labelledby="people-title">
                <h2 id="people-title">{t.record_people}</h2>
                <dl class="people__list">{people}</dl>
            </section>
            <section aria-labelledby="sources-title">
                <h2 id="sources-title">{t.record_sources}</h2>
                <SourceList sources=dataset.source_ixs().collect()/>
            </section>
        </main>
    }
}

//! Every page of the site, rendered, and what stands for those that can be shared.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use timeline_app::{
    app::App,
    context::{dataset, use_locale},
    document::{self, Document, data::download_dialog, feeds::Feed, not_found::NotFoundPage, record::RecordPage},
    i18n::{day_text, fill},
    page::{days_page::DaysPage, figures_page::FiguresPage, gallery_page::GalleryPage},
    place::{PageKind, Place, stand},
    share::{oembed::oembed, subject::Subject},
};
use timeline_core::{model::Language, view::state::View};

use crate::{
    built::Built,
    shell::{document_page, program_page, redirect_page, static_page},
    sitemap::sitemap,
};

/// A file of the site.
pub(crate) struct Page {
    /// Its path, from the root of the site.
    pub(crate) path: String,
    /// What it holds.
    pub(crate) text: String,
}

impl Page {
    /// Whether search engines are told of it: it is a page, no answer to programs, and shows nothing that stands elsewhere.
    pub(crate) fn is_listed(&self) -> bool {
        let is_page = self.path.ends_with("index.html") && !self.path.starts_with("embed/");
        is_page && !self.text.contains("<meta name=\"robots\" content=\"noindex\">")
    }
}

/// Every page of a language, and what stands for those that can be shared.
pub(crate) fn all(built: &Built) -> Vec<Page> {
    let t = use_locale();
    let mut pages = vec![
        program(built, PageKind::Embed, "", None),
        program(built, PageKind::Builder, "builder/", None),
    ];
    for subject in Subject::all(dataset()) {
        pages.push(program(built, PageKind::Site, &subject.page(dataset()), Some(subject)));
        if !built.site.is_empty() {
            pages.push(Page {
                path: subject.oembed(dataset(), t),
                text: oembed(subject, t, &built.site),
            });
        }
    }
    pages.extend(Document::all().into_iter().map(|document| of_document(built, document)));
    pages.extend(moved(built));
    pages.extend(feeds(built));
    let agency = ("agency", &*dataset().site.agency_short);
    let record = fill(t.record_intro, &[("as_of", &day_text(t, dataset().as_of))]);
    pages.extend([
        without_scripts(built, "record/", t.record_title, &record, RecordPage),
        without_scripts(built, "days/", t.days_title, &fill(t.days_intro, &[agency]), DaysPage),
        without_scripts(
            built,
            "figures/",
            t.static_figures_title,
            t.static_figures_intro,
            FiguresPage,
        ),
    ]);
    if built.language == Language::FIRST {
        pages.extend(sitemap(built, &pages));
        // The second is shown at any address: its links begin at the root of the host.
        let root = path_of(&built.site);
        pages.extend([
            Page {
                path: "gallery/index.html".to_owned(),
                text: nameless(built, "../", &built.policy, t.gallery_title, GalleryPage),
            },
            Page {
                path: "404.html".to_owned(),
                text: nameless(built, root, &built.missing_policy, t.not_found_title, NotFoundPage),
            },
        ]);
    }
    pages
}

/// A page of the program in a folder of a language. One that can be shared begins with what it is of.
fn program(built: &Built, kind: PageKind, path: &str, subject: Option<Subject>) -> Page {
    let folder = match kind {
        PageKind::Embed => ["embed/", &*built.language.folder()].concat(),
        PageKind::Site | PageKind::Builder => [&*built.language.folder(), path].concat(),
    };
    let home = match subject {
        None | Some(Subject::View(View::Timeline)) => String::new(),
        Some(Subject::View(view)) => ["view=", view.word()].concat(),
        Some(Subject::Figure(figure)) => ["view=chart&figure=", figure.id(dataset())].concat(),
    };
    stand(Place {
        kind,
        home,
        ..place(built, &root_of(&folder), path)
    });
    // It stands beside what the program takes over, and works without it.
    let dialog = match kind {
        PageKind::Site => render(download_dialog),
        PageKind::Embed | PageKind::Builder => String::new(),
    };
    Page {
        text: program_page(built, subject, &render(App), &dialog),
        path: [&folder, "index.html"].concat(),
    }
}

fn without_scripts<V: IntoView + 'static>(
    built: &Built,
    path: &str,
    title: &str,
    description: &str,
    body: fn() -> V,
) -> Page {
    let folder = [&*built.language.folder(), path].concat();
    stand(place(built, &root_of(&folder), path));
    Page {
        path: [&folder, "index.html"].concat(),
        text: static_page(built, &built.policy, title, description, &render(body)),
    }
}

/// A page of a record, or one around the record.
fn of_document(built: &Built, document: Document) -> Page {
    let path = document.path();
    let folder = [&*built.language.folder(), &path].concat();
    stand(place(built, &root_of(&folder), &path));
    let body =
        Owner::new_root(Some(Arc::new(SsrSharedContext::new()))).with(|| document.markup().into_view().to_html());
    Page {
        text: document_page(built, document, &body),
        path: [&folder, "index.html"].concat(),
    }
}

/// What tells of changes and corrections to programs that ask for them.
fn feeds(built: &Built) -> Vec<Page> {
    if built.site.is_empty() {
        return Vec::new();
    }
    let folder = built.language.folder();
    stand(place(built, "", ""));
    let both = |feed: Feed| [(feed.atom_path(), feed.atom()), (feed.json_path(), feed.json())];
    let file = |(path, text): (String, String)| Page {
        path: [&*folder, &path].concat(),
        text,
    };
    Feed::ALL.into_iter().flat_map(both).map(file).collect()
}

/// The path of a record of a kind by its id, and whether there is one.
type Kind = (fn(&str) -> String, fn(&str) -> bool);

/// Pages that lead on from ids that were renamed.
fn moved(built: &Built) -> Vec<Page> {
    let kinds: [Kind; 4] = [
        (document::person_path, |id| dataset().find_person(id).is_some()),
        (document::office_path, |id| dataset().find_office(id).is_some()),
        (document::event_path, |id| dataset().find_event(id).is_some()),
        (document::source_path, |id| dataset().find_source(id).is_some()),
    ];
    let rows = dataset().moved.iter().flat_map(|(from, to)| {
        let of_kind = kinds.iter().filter(|(_, is_there)| is_there(to));
        of_kind.map(move |(path, _)| (path(from), path(to)))
    });
    rows.map(|(from, to)| {
        let folder = [&*built.language.folder(), &from].concat();
        stand(place(built, &root_of(&folder), &to));
        Page {
            text: redirect_page(built, &to),
            path: [&folder, "index.html"].concat(),
        }
    })
    .collect()
}

/// The text of a page in one language alone, which names no address of its own.
fn nameless<V: IntoView + 'static>(built: &Built, root: &str, policy: &str, title: &str, body: fn() -> V) -> String {
    stand(Place {
        site: String::new(),
        ..place(built, root, "")
    });
    static_page(built, policy, title, "", &render(body))
}

/// The way from a folder to the root of the site.
fn root_of(folder: &str) -> String {
    "../".repeat(folder.matches('/').count())
}

fn place(built: &Built, root: &str, path: &str) -> Place {
    Place {
        kind: PageKind::Site,
        language: built.language,
        root: root.to_owned(),
        path: path.to_owned(),
        home: String::new(),
        site: built.site.clone(),
        here: String::new(),
    }
}

fn render<V: IntoView + 'static>(component: fn() -> V) -> String {
    Owner::new_root(Some(Arc::new(SsrSharedContext::new()))).with(|| component().into_view().to_html())
}

/// The path of an address, from the root of its host; `/` without an address.
fn path_of(site: &str) -> &str {
    let after_scheme = site.split_once("://").map_or(site, |(_, rest)| rest);
    after_scheme
        .find('/')
        .and_then(|at| after_scheme.get(at..))
        .unwrap_or("/")
}

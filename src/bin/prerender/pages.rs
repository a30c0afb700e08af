//! Every page of the site, rendered, and what stands for those that can be shared.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use timeline_app::{
    app::App,
    context::dataset,
    i18n::EN,
    page::{
        days_page::DaysPage, figures_page::FiguresPage, gallery_page::GalleryPage, not_found_page::NotFoundPage,
        record_page::RecordPage,
    },
    place::{PageKind, Place, stand},
    share::{oembed::oembed, subject::Subject},
};
use timeline_core::view::state::View;

use crate::{
    built::Built,
    shell::{program_page, static_page},
};

/// A file of the site.
pub(crate) struct Page {
    /// Its path, from the root of the site.
    pub(crate) path: String,
    /// What it holds.
    pub(crate) text: String,
}

/// Every page, and what stands for those that can be shared.
pub(crate) fn all(built: &Built) -> Vec<Page> {
    let mut pages = vec![
        program(built, PageKind::Embed, "embed/", None),
        program(built, PageKind::Builder, "builder/", None),
    ];
    for subject in Subject::all(dataset()) {
        pages.push(program(built, PageKind::Site, &subject.page(dataset()), Some(subject)));
        if !built.site.is_empty() {
            pages.push(Page {
                path: subject.oembed(dataset(), &EN),
                text: oembed(subject, &EN, &built.site),
            });
        }
    }
    stand(place(built, PageKind::Site, "../", ""));
    for (folder, title, body) in [
        ("record/", EN.record_title, render(RecordPage)),
        ("days/", EN.days_title, render(DaysPage)),
        ("figures/", EN.static_figures_title, render(FiguresPage)),
        ("gallery/", EN.gallery_title, render(GalleryPage)),
    ] {
        pages.push(Page {
            path: [folder, "index.html"].concat(),
            text: static_page(built, &built.policy, "../", title, &body),
        });
    }
    // It is shown at any address: its links begin at the root of the host.
    let root = path_of(&built.site);
    stand(place(built, PageKind::Site, root, ""));
    pages.push(Page {
        path: "404.html".to_owned(),
        text: static_page(
            built,
            &built.missing_policy,
            root,
            EN.not_found_title,
            &render(NotFoundPage),
        ),
    });
    pages
}

/// A page of the program in a folder of the site. One that can be shared begins with what it is of.
fn program(built: &Built, kind: PageKind, folder: &str, subject: Option<Subject>) -> Page {
    let root = "../".repeat(folder.matches('/').count());
    let home = match subject {
        None | Some(Subject::View(View::Timeline)) => String::new(),
        Some(Subject::View(view)) => ["view=", view.word()].concat(),
        Some(Subject::Figure(figure)) => ["view=chart&figure=", figure.id(dataset())].concat(),
    };
    stand(place(built, kind, &root, &home));
    Page {
        path: [folder, "index.html"].concat(),
        text: program_page(built, folder, subject, &render(App)),
    }
}

fn place(built: &Built, kind: PageKind, root: &str, home: &str) -> Place {
    Place {
        kind,
        root: root.to_owned(),
        home: home.to_owned(),
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

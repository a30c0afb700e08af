//! Every page of the site, rendered.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use timeline_app::{
    app::App,
    charts::figures::figure,
    context::dataset,
    i18n::{EN, fill},
    page::{
        days_page::DaysPage, figures_page::FiguresPage, gallery_page::GalleryPage, not_found_page::NotFoundPage,
        record_page::RecordPage,
    },
    place::{PageKind, Place, stand},
};
use timeline_core::view::{figure_id::FigureId, state::View};

use crate::{
    built::Built,
    shell::{ProgramPage, program_page, static_page},
};

/// A page, written.
pub(crate) struct Page {
    /// Its file, from the root of the site.
    pub(crate) path: String,
    /// Its text.
    pub(crate) html: String,
}

/// Every page.
pub(crate) fn all(built: &Built) -> Vec<Page> {
    let mut pages = vec![
        program(built, PageKind::Site, "", "", None),
        program(built, PageKind::Embed, "embed/", "", None),
        program(built, PageKind::Builder, "builder/", "", Some(EN.embed_this)),
    ];
    for (view, name) in [
        (View::Table, EN.view_table),
        (View::Date, EN.view_date),
        (View::Figures, EN.view_figures),
        (View::Map, EN.view_map),
    ] {
        let home = ["view=", view.word()].concat();
        let folder = ["view/", view.word(), "/"].concat();
        pages.push(program(built, PageKind::Site, &folder, &home, Some(name)));
    }
    for id in FigureId::all(dataset()) {
        let name = id.id(dataset());
        let title = within_owner(|| figure(id).map(|figure| figure.caption.title));
        let home = ["view=chart&figure=", name].concat();
        let folder = ["chart/", name, "/"].concat();
        pages.push(program(built, PageKind::Site, &folder, &home, title.as_deref()));
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
            html: static_page(built, "../", title, &body),
        });
    }
    // It is shown at any address: its links begin at the root of the host.
    let root = path_of(&built.site);
    stand(place(built, PageKind::Site, root, ""));
    pages.push(Page {
        path: "404.html".to_owned(),
        html: static_page(built, root, EN.not_found_title, &render(NotFoundPage)),
    });
    pages
}

/// A page of the program in a folder of the site; `name` is of what it shows beyond the site's title.
fn program(built: &Built, kind: PageKind, folder: &str, home: &str, name: Option<&str>) -> Page {
    let root = "../".repeat(folder.matches('/').count());
    let title = &dataset().site.title;
    stand(place(built, kind, &root, home));
    Page {
        path: [folder, "index.html"].concat(),
        html: program_page(&ProgramPage {
            built,
            folder,
            title: name.map_or_else(
                || title.to_string(),
                |name| fill(EN.view_page_title, &[("view", name), ("title", title)]),
            ),
            body: render(App),
        }),
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
    within_owner(|| component().into_view().to_html())
}

fn within_owner<T>(make: impl FnOnce() -> T) -> T {
    Owner::new_root(Some(Arc::new(SsrSharedContext::new()))).with(make)
}

/// The path of an address, from the root of its host; `/` without an address.
fn path_of(site: &str) -> &str {
    let after_scheme = site.split_once("://").map_or(site, |(_, rest)| rest);
    after_scheme
        .find('/')
        .and_then(|at| after_scheme.get(at..))
        .unwrap_or("/")
}

//! What the site is about.

use super::{ids::Ids, place::At};
use crate::{
    date::DayRange,
    model::{EventIx, Group, KeyFigure, OfficeIx, Preset, Site},
    wire,
};

pub(super) fn group_position(at: &mut At<'_>, ids: &Ids, field: &str, id: &str) -> u8 {
    at.position(&ids.groups, field, "group", id)
        .and_then(|position| u8::try_from(position).ok())
        .unwrap_or(0)
}

pub(super) fn site(at: &mut At<'_>, ids: &Ids, package: &wire::DataPackage) -> Site {
    let wire = &package.site;
    Site {
        title: package.title.as_str().into(),
        agency: wire.agency.as_str().into(),
        agency_short: wire.agency_short.as_str().into(),
        head_office: OfficeIx::at(
            at.position(&ids.offices, "site.head_office", "office", &wire.head_office)
                .unwrap_or(0),
        ),
        groups: wire
            .groups
            .iter()
            .map(|group| Group {
                id: group.id.as_str().into(),
                title: group.title.as_str().into(),
                collapsed: group.collapsed,
            })
            .collect(),
        presets: wire
            .presets
            .iter()
            .map(|preset| Preset {
                id: preset.id.as_str().into(),
                label: preset.label.as_str().into(),
                range: DayRange::new(
                    at.day("site.presets.from", &preset.from),
                    at.day("site.presets.to", &preset.to),
                ),
            })
            .collect(),
        key_figure: wire.key_figure.as_ref().map(|figure| KeyFigure {
            label: figure.label.as_str().into(),
            value: figure.value,
            group: group_position(at, ids, "site.key_figure.group", &figure.group),
            event: EventIx::at(
                at.position(&ids.events, "site.key_figure.event", "event", &figure.event)
                    .unwrap_or(0),
            ),
            note: figure.note.as_str().into(),
        }),
    }
}

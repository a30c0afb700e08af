//! The ids that the files of a data folder have.

use std::collections::BTreeMap;

use serde_json::Value;
use timeline_core::load::DataFile;

/// The lists of records that others name.
const LISTS: [&str; 5] = ["people", "offices", "tenures", "events", "sources"];

/// Every id of a data folder, by list, with its file.
#[derive(Debug, Default)]
pub(super) struct Known {
    new: &'static str,
    ids: BTreeMap<&'static str, BTreeMap<String, String>>,
}

impl Known {
    /// Reads the ids; `new` is the list that a record is added to. Ids that were moved are taken too.
    pub(super) fn of(files: &[DataFile], new: &'static str) -> Self {
        let mut ids: BTreeMap<&'static str, BTreeMap<String, String>> = BTreeMap::new();
        for file in files {
            let Ok(value) = serde_json::from_str::<Value>(&file.text) else {
                continue;
            };
            for list in LISTS {
                let rows = value.get(list).and_then(Value::as_array).into_iter().flatten();
                let found = rows.filter_map(|row| row.get("id")?.as_str());
                ids.entry(list)
                    .or_default()
                    .extend(found.map(|id| (id.to_owned(), file.path.clone())));
            }
            let moved = value.get("moved").and_then(Value::as_object).into_iter().flatten();
            let moved = moved.map(|(from, _)| (from.clone(), file.path.clone()));
            ids.entry("moved").or_default().extend(moved);
        }
        Self { new, ids }
    }

    /// The file of an id that a new record cannot have.
    pub(super) fn place_of_new(&self, id: &str) -> Option<&str> {
        let lists = [self.new, "moved"];
        let found = lists.iter().find_map(|list| self.ids.get(list)?.get(id));
        found.map(String::as_str)
    }

    /// Whether a list has an id.
    pub(super) fn has(&self, list: &str, id: &str) -> bool {
        self.ids.get(list).is_some_and(|ids| ids.contains_key(id))
    }

    /// The ids of a list.
    pub(super) fn ids(&self, list: &str) -> impl Iterator<Item = &str> {
        let ids = self.ids.get(list).into_iter().flatten();
        ids.map(|(id, _)| id.as_str())
    }
}

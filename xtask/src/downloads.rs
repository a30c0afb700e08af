//! The dataset as it is published: the data files, and tables made of them.

use std::path::Path;

use timeline_core::{
    load::{RELEASED, RELEASES},
    tables::{TABLES, csv, package},
};

use crate::{
    data::read_files,
    files::{below, read, write},
    outcome::Outcome,
    releases,
};

/// Where the tables are, from where the data are.
const TABLES_FOLDER: &str = "csv/";

/// A file by its path from where the data are, and what it holds.
pub(crate) type Published = (String, Vec<u8>);

/// Every file of the dataset as it stands, sorted by path. Templates and what corrections are compared with are for
/// editors only.
pub(crate) fn published(folder: &Path) -> Outcome<Vec<Published>> {
    let is_own = |file: &String| {
        let is_for_editors = file.starts_with("templates/") || file.starts_with(RELEASES);
        !is_for_editors && file != RELEASED
    };
    let mut all = below(folder)?
        .into_iter()
        .filter(is_own)
        .map(|file| Ok((file.clone(), read(&folder.join(&file))?)))
        .collect::<Outcome<Vec<Published>>>()?;
    let files = read_files(folder)?;
    let in_folder = |name: &str| [TABLES_FOLDER, name].concat();
    all.extend(
        TABLES
            .iter()
            .map(|table| (in_folder(table.name) + ".csv", csv(table, &files).into_bytes())),
    );
    all.push((in_folder("datapackage.json"), package(&files)?.into_bytes()));
    all.sort();
    Ok(all)
}

/// Writes the dataset, and each version that was released, below `data/` of a site.
pub(crate) fn publish(folder: &Path, site: &Path) -> Outcome {
    let out = site.join("data");
    for (file, bytes) in published(folder)? {
        write(&out.join(file), bytes)?;
    }
    releases::publish(folder, &out)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::published;

    #[test]
    fn what_is_for_editors_is_not_published() {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
        let files: Vec<String> = published(&own).unwrap().into_iter().map(|(file, _)| file).collect();
        for wanted in [
            "datapackage.json",
            "csv/people.csv",
            "csv/datapackage.json",
            "schema/people.schema.json",
        ] {
            assert!(files.iter().any(|file| file == wanted), "{wanted}");
        }
        for unwanted in ["templates/", "releases/", "released.json"] {
            assert!(!files.iter().any(|file| file.starts_with(unwanted)), "{unwanted}");
        }
    }
}

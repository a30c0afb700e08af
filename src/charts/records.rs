//! The records that rows of a chart are made from.

use timeline_core::model::{SourceIx, TenureIx};

use crate::context::use_dataset;

/// The ids of some tenures, with spaces between.
pub(super) fn ids(tenures: &[TenureIx]) -> String {
    let dataset = use_dataset();
    let ids: Vec<&str> = tenures.iter().map(|&ix| &*dataset.tenure(ix).id).collect();
    ids.join(" ")
}

/// The sources of some tenures, each once.
pub(super) fn sources_of<'t>(tenures: impl IntoIterator<Item = &'t TenureIx>) -> Vec<SourceIx> {
    let dataset = use_dataset();
    let all = tenures.into_iter().flat_map(|&ix| dataset.tenure(ix).sources.iter());
    each_once(all.copied())
}

/// Each source once, in the order of its first mention.
pub(super) fn each_once(sources: impl IntoIterator<Item = SourceIx>) -> Vec<SourceIx> {
    let mut once = Vec::new();
    for source in sources {
        if !once.contains(&source) {
            once.push(source);
        }
    }
    once
}

//! Indices into the tables of a dataset. They are only made by `load`.

macro_rules! index {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The position in the table.
            #[must_use]
            pub fn position(self) -> usize {
                self.0 as usize
            }

            /// The index of a position.
            #[must_use]
            pub(crate) fn at(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }
        }
    };
}

index!(
    /// A person of the dataset.
    PersonIx
);
index!(
    /// An office of the dataset.
    OfficeIx
);
index!(
    /// A tenure of the dataset.
    TenureIx
);
index!(
    /// An event of the dataset.
    EventIx
);
index!(
    /// A source of the dataset.
    SourceIx
);

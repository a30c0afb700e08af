//! How a task ends: well, or with one failure to tell.

/// Why a task did not end well; the exit code is 1 for both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// What went wrong, to be printed.
    Because(String),
    /// What went wrong is on the screen already.
    Told,
}

/// A value, or the failure.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self::Because(message)
    }
}

impl From<&str> for Failure {
    fn from(message: &str) -> Self {
        Self::Because(message.to_owned())
    }
}

//! placeholder
use crate::Outcome;
pub(crate) fn all() -> Outcome {
    Ok(())
}
pub(crate) fn one(_: &str) -> Outcome {
    Ok(())
}

//! `cargo xtask screenshots`: takes the README's pictures anew, of the page as it is.

use crate::build::build_with;
use crate::setup::{Purpose, setup};
use crate::test::in_browser_tests;
use crate::{Outcome, command};

pub(crate) fn screenshots() -> Outcome {
    let tools = setup(Purpose::Test)?;
    build_with(&tools)?;
    command::run(in_browser_tests(&tools)?.arg("screenshots.js"))
        .map_err(|_| "The pictures could not be taken; the reason is above.".to_owned())
}

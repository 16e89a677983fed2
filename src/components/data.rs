//! Your data: a backup saved, a backup opened, and what is kept where.

mod kept;
mod open;
mod preview;
mod save;
mod screen;

pub use kept::reminder;
pub use save::save_now;
pub use screen::Data;

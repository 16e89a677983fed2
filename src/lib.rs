pub mod import;
pub mod state;

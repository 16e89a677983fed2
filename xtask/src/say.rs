//! How the tasks speak on the terminal.

use std::time::{Duration, Instant};

use crate::Outcome;

/// Does a piece of work that takes a while: says before it how long it usually takes, and after it how long it took.
pub(crate) fn step<T>(what: &str, usually: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("  {what}: on its way, usually {usually}");
    let start = Instant::now();
    let done = work()?;
    println!("  {what}: ready after {}", time(start.elapsed()));
    Ok(done)
}

/// A span of time as a person would say it.
pub(crate) fn time(span: Duration) -> String {
    let seconds = span.as_secs_f64().round() as u64;
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_in_minutes_and_seconds() {
        assert_eq!(time(Duration::from_millis(1600)), "2 s");
        assert_eq!(time(Duration::from_secs(60)), "1 min");
        assert_eq!(time(Duration::from_secs(151)), "2 min 31 s");
    }
}

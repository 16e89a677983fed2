//! Addresses inside the page. They stand behind the `#`, so any static host serves them.

use crate::state::Book;

/// What an address asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub book: Book,
    pub screen: Screen,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// The story, or the first steps when there is none.
    Home,
    Interviews {
        /// The interview being changed.
        edit: Option<String>,
    },
    /// The interviews, with the answer field ready to write in.
    Add,
    Paste,
    Story {
        /// The point to open.
        point: Option<String>,
    },
    Grid,
    /// My version beside theirs.
    Compare,
    Practice,
    /// The versions of the pitch.
    Versions,
    NotFound,
}

impl Route {
    /// Reads the part of the address from `#` on.
    #[must_use]
    pub fn read(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let (book, path) = match path.strip_prefix("sample") {
            Some("") => (Book::Sample, ""),
            Some(rest) if rest.starts_with('/') => (Book::Sample, &rest[1..]),
            _ => (Book::Mine, path),
        };
        let (first, rest) = path.split_once('/').map_or((path, None), |(first, rest)| (first, Some(rest.to_owned())));
        let screen = match (first, rest, book) {
            ("", None, _) => Screen::Home,
            ("interviews", edit, Book::Mine) => Screen::Interviews { edit },
            ("interviews", None, Book::Sample) => Screen::Interviews { edit: None },
            ("add", None, Book::Mine) => Screen::Add,
            ("paste", None, Book::Mine) => Screen::Paste,
            ("story", point, _) => Screen::Story { point },
            ("grid", None, _) => Screen::Grid,
            ("compare", None, _) => Screen::Compare,
            ("practise", None, _) => Screen::Practice,
            ("versions", None, Book::Mine) => Screen::Versions,
            _ => Screen::NotFound,
        };
        Self { book, screen }
    }

    /// The address, from `#` on.
    #[must_use]
    pub fn href(&self) -> String {
        let path = match &self.screen {
            Screen::Home | Screen::NotFound => String::new(),
            Screen::Interviews { edit: None } => "interviews".to_owned(),
            Screen::Interviews { edit: Some(id) } => format!("interviews/{id}"),
            Screen::Add => "add".to_owned(),
            Screen::Paste => "paste".to_owned(),
            Screen::Grid => "grid".to_owned(),
            Screen::Compare => "compare".to_owned(),
            Screen::Practice => "practise".to_owned(),
            Screen::Versions => "versions".to_owned(),
            Screen::Story { point: None } => "story".to_owned(),
            Screen::Story { point: Some(id) } => format!("story/{id}"),
        };
        match self.book {
            Book::Mine => format!("#/{path}"),
            Book::Sample => format!("#/sample/{path}"),
        }
    }
}

/// The address of a screen.
#[must_use]
pub fn href(book: Book, screen: Screen) -> String {
    Route { book, screen }.href()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_read_back() {
        let screens = [
            Screen::Home,
            Screen::Interviews { edit: None },
            Screen::Interviews { edit: Some("i-1".into()) },
            Screen::Add,
            Screen::Paste,
            Screen::Story { point: None },
            Screen::Story { point: Some("i-1-20".into()) },
            Screen::Grid,
            Screen::Compare,
            Screen::Practice,
            Screen::Versions,
        ];
        for screen in screens {
            let route = Route { book: Book::Mine, screen };
            assert_eq!(Route::read(&route.href()), route);
        }
        for screen in [Screen::Home, Screen::Interviews { edit: None }, Screen::Story { point: Some("s-1".into()) }] {
            let route = Route { book: Book::Sample, screen };
            assert_eq!(Route::read(&route.href()), route);
        }
    }

    #[test]
    fn the_sample_cannot_be_changed_by_an_address() {
        for hash in ["#/sample/add", "#/sample/paste", "#/sample/interviews/s-1", "#/nowhere", "#/samples"] {
            assert_eq!(Route::read(hash).screen, Screen::NotFound, "{hash}");
        }
    }

    #[test]
    fn an_empty_address_is_home() {
        for hash in ["", "#", "#/"] {
            assert_eq!(Route::read(hash), Route { book: Book::Mine, screen: Screen::Home });
        }
    }
}

//! Addresses inside the page. They stand behind the `#`, so any static host serves them.

use crate::state::{Book, Order, Search, Stage};

/// What an address asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub book: Book,
    pub screen: Screen,
    /// What is looked for in the list of interviews: "#/interviews?find=calm&stage=panel". Other screens have none.
    pub search: Search,
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
    /// The pitch on its way out.
    Share,
    /// What is kept where, and the backup.
    Data,
    People {
        /// The person to show; else everybody.
        id: Option<String>,
    },
    /// The card for the interview with this id, to be read before it.
    Before {
        interview: String,
    },
    /// The plans for single roles.
    Fit {
        /// The plan to show; else all of them.
        id: Option<String>,
    },
    /// Requests for a conversation: for advice, not for a job.
    Advice {
        /// The request to show; else all of them.
        id: Option<String>,
    },
    /// What to write down after the interview with this id.
    After {
        interview: String,
    },
    /// What other sites can show.
    Embed,
    NotFound,
}

impl Route {
    /// Reads the part of the address from `#` on.
    #[must_use]
    pub fn read(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let path = path.trim_matches('/');
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
            ("share", None, _) => Screen::Share,
            ("data", None, Book::Mine) => Screen::Data,
            ("embed", None, Book::Mine) => Screen::Embed,
            ("people", id, _) => Screen::People { id },
            ("fit", id, Book::Mine) => Screen::Fit { id },
            ("advice", id, Book::Mine) => Screen::Advice { id },
            ("before", Some(interview), Book::Mine) => Screen::Before { interview },
            ("after", Some(interview), Book::Mine) => Screen::After { interview },
            _ => Screen::NotFound,
        };
        let search = match screen {
            Screen::Interviews { .. } => search(query),
            _ => Search::default(),
        };
        Self { book, screen, search }
    }

    /// The same screen of the same notebook, whatever is looked for there.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        (self.book, &self.screen) == (other.book, &other.screen)
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
            Screen::Share => "share".to_owned(),
            Screen::Data => "data".to_owned(),
            Screen::Embed => "embed".to_owned(),
            Screen::People { id: None } => "people".to_owned(),
            Screen::People { id: Some(id) } => format!("people/{id}"),
            Screen::Fit { id: None } => "fit".to_owned(),
            Screen::Fit { id: Some(id) } => format!("fit/{id}"),
            Screen::Advice { id: None } => "advice".to_owned(),
            Screen::Advice { id: Some(id) } => format!("advice/{id}"),
            Screen::Before { interview } => format!("before/{interview}"),
            Screen::After { interview } => format!("after/{interview}"),
            Screen::Story { point: None } => "story".to_owned(),
            Screen::Story { point: Some(id) } => format!("story/{id}"),
        };
        let query = query(&self.search);
        match self.book {
            Book::Mine => format!("#/{path}{query}"),
            Book::Sample => format!("#/sample/{path}{query}"),
        }
    }
}

/// The address of a screen.
#[must_use]
pub fn href(book: Book, screen: Screen) -> String {
    Route { book, screen, search: Search::default() }.href()
}

/// What of a search stands in the address, from `?` on; nothing of the empty one.
fn query(search: &Search) -> String {
    let stage = search.stage.map_or("", Stage::name);
    let order = if search.order == Order::default() { "" } else { search.order.slug() };
    let values = [search.words.as_str(), stage, &search.company, &search.person, order];
    let mut query = String::new();
    for (name, value) in NAMES.into_iter().zip(values).filter(|(_, value)| !value.is_empty()) {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(name);
        query.push('=');
        encode(value, &mut query);
    }
    query
}

const NAMES: [&str; 5] = ["find", "stage", "company", "person", "order"];

fn search(query: &str) -> Search {
    let value = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(other, _)| *other == name).map_or_else(String::new, |(_, value)| decode(value))
    };
    let [words, stage, company, person, order] = NAMES.map(value);
    Search { words, stage: Stage::from_words(&stage), company, person, order: Order::from_slug(&order) }
}

/// Everything but letters and digits of ASCII and a few signs as its bytes in UTF-8, `%20` for a space.
fn encode(text: &str, into: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push('%');
            into.extend([byte >> 4, byte & 15].map(|digit| char::from(DIGITS[usize::from(digit)])));
        }
    }
}

/// Text that is encoded wrongly is taken as it stands.
fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let mut digit = || ahead.next().and_then(|digit| char::from(digit).to_digit(16));
        match (byte, digit(), digit()) {
            (b'%', Some(high), Some(low)) => {
                bytes.extend(u8::try_from(high * 16 + low));
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
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
            Screen::Share,
            Screen::Data,
            Screen::Embed,
            Screen::People { id: None },
            Screen::People { id: Some("c-i-1".into()) },
            Screen::Fit { id: None },
            Screen::Fit { id: Some("i-1".into()) },
            Screen::Advice { id: None },
            Screen::Advice { id: Some("i-1".into()) },
            Screen::Before { interview: "i-1".into() },
            Screen::After { interview: "i-1".into() },
        ];
        for screen in screens {
            let route = Route { book: Book::Mine, screen, search: Search::default() };
            assert_eq!(Route::read(&route.href()), route);
        }
        for screen in [Screen::Home, Screen::Interviews { edit: None }, Screen::Story { point: Some("s-1".into()) }] {
            let route = Route { book: Book::Sample, screen, search: Search::default() };
            assert_eq!(Route::read(&route.href()), route);
        }
    }

    #[test]
    fn a_search_stands_in_the_address_and_is_read_back() {
        let search = Search {
            words: " calm & “kühl” 100% ?=#".into(),
            stage: Some(Stage::FollowUp),
            company: "Pebble & Finch".into(),
            person: "Émilie".into(),
            order: Order::Company,
        };
        for edit in [None, Some("i-1".to_owned())] {
            let route = Route { book: Book::Mine, screen: Screen::Interviews { edit }, search: search.clone() };
            assert_eq!(Route::read(&route.href()), route);
        }
        let plain = Search { words: "stay calm".into(), ..Search::default() };
        let route = Route { book: Book::Sample, screen: Screen::Interviews { edit: None }, search: plain };
        assert_eq!(route.href(), "#/sample/interviews?find=stay%20calm");
    }

    #[test]
    fn an_odd_search_is_read_as_far_as_it_goes() {
        let search = |hash: &str| Route::read(hash).search;
        assert_eq!(search("#/interviews?"), Search::default());
        assert_eq!(search("#/interviews?find"), Search::default());
        assert_eq!(search("#/interviews?stage=nonsense&order=nonsense&x=1"), Search::default());
        assert_eq!(search("#/interviews/?find=50%&find=2").words, "50%");
        assert_eq!(search("#/interviews?find=%e4%zz%4").words, "%e4%zz%4");
        assert_eq!(search("#/story?find=calm"), Search::default());
    }

    #[test]
    fn the_sample_cannot_be_changed_by_an_address() {
        for hash in [
            "#/sample/add",
            "#/sample/paste",
            "#/sample/after/s-1",
            "#/sample/interviews/s-1",
            "#/nowhere",
            "#/samples",
        ] {
            assert_eq!(Route::read(hash).screen, Screen::NotFound, "{hash}");
        }
    }

    #[test]
    fn an_empty_address_is_home() {
        for hash in ["", "#", "#/"] {
            let route = Route::read(hash);
            assert_eq!((route.book, route.screen), (Book::Mine, Screen::Home));
        }
    }
}

//! What is pasted into another site. Pure.

use std::fmt::Write;

/// What is embedded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Card,
    Widget,
}

impl Mode {
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Widget => "widget",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    pub const fn slug(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "As the page",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }
}

/// How something is embedded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    pub mode: Mode,
    pub theme: Theme,
    /// `#rrggbb`, or empty for Refrain's own red.
    pub accent: String,
    /// Of the plain frame, in CSS pixels.
    pub height: u32,
}

/// The heights that a plain frame can have, in CSS pixels.
pub const HEIGHTS: std::ops::RangeInclusive<u32> = 120..=4000;

/// The address of what is embedded. `base` is that of Refrain's folder, `link` what stands behind `#` in a card's.
pub fn address(look: &Look, base: &str, link: &str) -> String {
    let mut address = base.to_owned();
    if look.mode == Mode::Card {
        address.push_str("card.html");
    }
    let mut before = '?';
    if look.theme != Theme::Auto {
        let _ = write!(address, "{before}theme={}", look.theme.slug());
        before = '&';
    }
    if let Some(digits) = look.accent.strip_prefix('#') {
        let _ = write!(address, "{before}accent=%23{digits}");
    }
    if look.mode == Mode::Card {
        let _ = write!(address, "#{link}");
    }
    address
}

/// A frame and nothing else, for any site that lets frames stand.
pub fn frame(look: &Look, base: &str, link: &str, title: &str) -> String {
    // With `allow-forms` what is typed can be kept; Refrain's own policy sends no form anywhere.
    let sandbox = match look.mode {
        Mode::Card => "allow-scripts allow-same-origin allow-popups",
        Mode::Widget => "allow-scripts allow-same-origin allow-forms allow-downloads allow-popups",
    };
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{}\" loading=\"lazy\" allow=\"clipboard-write\" \
         sandbox=\"{sandbox}\" style=\"border: 0{}\"></iframe>",
        escape(&address(look, base, link)),
        escape(title),
        look.height,
        // A frame of another colour scheme than what is in it gets an opaque ground.
        match look.theme {
            Theme::Auto => String::new(),
            theme => format!("; color-scheme: {}", theme.slug()),
        }
    )
}

/// The element that grows with its content; where scripts are stripped, the link between its tags stays.
pub fn script(look: &Look, base: &str, link: &str, title: &str) -> String {
    let base = escape(base);
    let mut element = format!("<refrain-embed mode=\"{}\"", look.mode.slug());
    if look.mode == Mode::Card {
        let _ = write!(element, " card=\"{link}\"");
    }
    let _ = write!(element, " theme=\"{}\"", look.theme.slug());
    if !look.accent.is_empty() {
        let _ = write!(element, " accent=\"{}\"", escape(&look.accent));
    }
    let (title, href) = (escape(title), escape(&address(look, &base, link)));
    format!(
        "<script src=\"{base}embed.js\" async></script>\n{element} label=\"{title}\"><a href=\"{href}\">{title}</a></refrain-embed>"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://notes.example/refrain/";

    fn look(mode: Mode) -> Look {
        Look { mode, theme: Theme::Auto, accent: String::new(), height: 480 }
    }

    #[test]
    fn addresses_name_what_is_not_as_usual() {
        assert_eq!(address(&look(Mode::Widget), BASE, ""), BASE);
        let dark = Look { theme: Theme::Dark, accent: "#1b5e20".into(), ..look(Mode::Card) };
        assert_eq!(
            address(&dark, BASE, "1.abc"),
            "https://notes.example/refrain/card.html?theme=dark&accent=%231b5e20#1.abc"
        );
        let accent = Look { accent: "#1b5e20".into(), ..look(Mode::Widget) };
        assert_eq!(address(&accent, BASE, ""), "https://notes.example/refrain/?accent=%231b5e20");
    }

    #[test]
    fn a_frame_has_all_that_it_needs_and_a_title_breaks_out_of_nothing() {
        let frame = frame(&look(Mode::Card), BASE, "1.abc", "\"><script>");
        for part in [
            "src=\"https://notes.example/refrain/card.html#1.abc\"",
            "title=\"&quot;>&lt;script>\"",
            "loading=\"lazy\"",
            "width=\"100%\"",
            "height=\"480\"",
            "allow=\"clipboard-write\"",
        ] {
            assert!(frame.contains(part), "{part} is not in {frame}");
        }
    }

    #[test]
    fn the_element_carries_a_link_for_places_that_strip_scripts() {
        let script = script(&Look { theme: Theme::Dark, ..look(Mode::Card) }, BASE, "1.abc", "My pitch");
        assert_eq!(
            script,
            "<script src=\"https://notes.example/refrain/embed.js\" async></script>\n\
             <refrain-embed mode=\"card\" card=\"1.abc\" theme=\"dark\" label=\"My pitch\">\
             <a href=\"https://notes.example/refrain/card.html?theme=dark#1.abc\">My pitch</a></refrain-embed>"
        );
    }
}

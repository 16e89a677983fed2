//! The files that a document can be saved as.

use crate::text::fold;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Text,
    Html,
    JsonResume,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Text, Self::Html, Self::JsonResume];
    /// For what has no place in a résumé.
    pub const OF_TEXT: [Self; 3] = [Self::Markdown, Self::Text, Self::Html];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Text => "Plain text",
            Self::Html => "Web page",
            Self::JsonResume => "JSON Resume",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Text => "text/plain;charset=utf-8",
            Self::Html => "text/html;charset=utf-8",
            Self::JsonResume => "application/json",
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Html => "html",
            Self::JsonResume => "json",
        }
    }
}

/// "refrain-for-product-roles-about.md". Every system takes it: letters and figures with "-" between, not too many of them. `title` has been
/// freed of names like everything else; `what` tells what is in it.
#[must_use]
pub fn file_name(title: &str, what: &str, format: Format) -> String {
    const MOST: usize = 40;
    let mut name = "refrain".to_owned();
    let folded: String = fold(title).chars().take(MOST).collect();
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in words.chain([what]) {
        name.push('-');
        name.push_str(word);
    }
    format!("{name}.{}", format.ending())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_have_no_sign_that_a_system_would_not_take() {
        let name = |title: &str| file_name(title, "about", Format::Markdown);
        assert_eq!(name("For product roles"), "refrain-for-product-roles-about.md");
        assert_eq!(name("../../etc: *<\"Zoë\">|\u{0}\u{202e}\n"), "refrain-etc-zoe-about.md");
        assert_eq!(name("CON"), "refrain-con-about.md");
        assert_eq!(name("…"), "refrain-about.md");
        assert!(name(&"long ".repeat(400)).len() < 60);
    }
}

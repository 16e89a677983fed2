//! A card as markup for places that strip frames and scripts.
//!
//! Such places keep only some of the styles too: WordPress drops every value with a bracket in it but for a few functions, so colours are
//! eight digits at most, and whatever can is taken from the text around. So it looks the same on light ground and on dark.

use super::{Card, Count, Line, Quote};

/// Has 4.3 : 1 on white and 3.7 : 1 on a dark ground such as #1c2230: enough for letters as large as the strokes are.
const STROKE: &str = "#d9434e";
/// With more interviews, those that did not make the point get no dot.
const MOST_WITH_DOTS: usize = 24;

/// One piece of markup, to be pasted as it is.
#[must_use]
pub fn markup(card: &Card) -> String {
    let mut out = String::from(
        "<div style=\"max-width: 640px; margin: 24px 0; padding: 16px 0 12px; border-top: 1px solid currentColor; \
         border-bottom: 1px solid currentColor\">\n",
    );
    element(&mut out, "h3", "margin: 0; font-size: 1em; line-height: 1.5; font-weight: 600", &escape(&card.title));
    if !card.sub.is_empty() {
        element(&mut out, "p", "margin: 0 0 12px; font-size: 0.875em; line-height: 1.45", &escape(&card.sub));
    }
    out.push_str("<ol style=\"margin: 0; padding: 0; list-style-type: none\">\n");
    for line in &card.lines {
        item(&mut out, line);
    }
    out.push_str("</ol>\n");
    element(
        &mut out,
        "p",
        "margin: 0; padding: 12px 0 0; border-top: 1px solid #8888; font-size: 0.8125em; line-height: 1.45",
        &escape(&card.end),
    );
    out.push_str("</div>\n");
    out
}

fn item(out: &mut String, Line { text, count, quotes }: &Line) {
    out.push_str("<li style=\"margin: 0; padding: 12px 0; border-top: 1px solid #8888\">\n");
    if let Some(count) = count {
        let counted = format!("{}{}", strokes(count), count.in_words());
        element(out, "p", "margin: 0; font-size: 0.8125em; line-height: 1.5", &counted);
    }
    element(out, "p", &format!("margin: 0; {SERIF}; font-size: 1.125em; line-height: 1.45"), &escape(text));
    for Quote { by, pieces } in quotes {
        let mut words = String::from("“");
        for (at, piece) in pieces.iter().enumerate() {
            let piece = escape(piece);
            match at % 2 {
                0 => words.push_str(&piece),
                _ => words.push_str(&format!(
                    "<mark style=\"padding: 0 2px; background-color: {STROKE}2e; color: inherit\">{piece}</mark>"
                )),
            }
        }
        words.push('”');
        let by = if by.is_empty() {
            String::new()
        } else {
            format!("<br><span style=\"font-size: 0.8125em; font-style: normal\">{}</span>", escape(by))
        };
        let style = format!(
            "margin: 4px 0 0; padding: 0; border: 0; {SERIF}; font-size: 1em; font-style: normal; line-height: 1.5"
        );
        element(out, "blockquote", &style, &format!("{words}{by}"));
    }
    out.push_str("</li>\n");
}

const SERIF: &str = "font-family: Palatino, Georgia, serif";

/// Strokes of type, as pictures are among what is stripped. What they say stands in words beside them.
fn strokes(count: &Count) -> String {
    let dots = count.slots.len() <= MOST_WITH_DOTS;
    let drawn: String =
        count.slots.iter().filter(|said| **said || dots).map(|said| if *said { '/' } else { '·' }).collect();
    if drawn.is_empty() {
        return drawn;
    }
    format!(
        "<span aria-hidden=\"true\" style=\"color: {STROKE}; font-size: 1.5em; line-height: 1; font-weight: 700; letter-spacing: 1px\">{drawn}</span> "
    )
}

fn element(out: &mut String, name: &str, style: &str, content: &str) {
    for piece in ["<", name, " style=\"", style, "\" dir=\"auto\">", content, "</", name, ">\n"] {
        out.push_str(piece);
    }
}

fn escape(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // WordPress takes what stands in square brackets for its own.
            '[' => out.push_str("&#91;"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::examples::card;
    use super::*;

    #[test]
    fn everything_that_a_card_says_stands_in_it_as_text() {
        let markup = markup(&card());
        for words in [
            "What interviewers keep telling me",
            "/·/·//·/·/</span> 6 of 10 interviews",
            "<p style=\"margin: 0; font-size: 0.8125em; line-height: 1.5\" dir=\"auto\">40 of 200 interviews</p>",
            "“You put the forecast into <mark",
            ">words my drivers would use</mark>, &lt;b&gt;really&lt;/b&gt;.”",
            "falls apart &amp; say “so be it”.",
            "A hiring manager</span></blockquote>",
        ] {
            assert!(markup.contains(words), "{words} is not in:\n{markup}");
        }
    }

    /// What WordPress keeps of posts by people who may not post everything (wp_kses_post and safecss_filter_attr of WordPress 6.6).
    #[test]
    fn nothing_in_it_is_stripped_by_careful_places() {
        const ELEMENTS: [&str; 9] = ["div", "h3", "p", "ol", "li", "blockquote", "mark", "span", "br"];
        const STYLES: [&str; 18] = [
            "max-width",
            "margin",
            "padding",
            "border",
            "border-top",
            "border-bottom",
            "font-size",
            "font-weight",
            "font-style",
            "font-family",
            "line-height",
            "letter-spacing",
            "list-style-type",
            "color",
            "background-color",
            "text-align",
            "text-decoration",
            "width",
        ];
        let markup = markup(&card());
        for tag in markup.split('<').skip(1) {
            let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
            assert!(ELEMENTS.contains(&name), "<{name}>");
        }
        for style in markup.split("style=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(!style.contains(['(', '\\', '&', '=', '}']), "{style}");
            for declaration in style.split(';') {
                let property = declaration.split(':').next().unwrap_or_default().trim();
                assert!(STYLES.contains(&property), "{property}");
            }
        }
        let attributes = markup
            .split('<')
            .flat_map(|tag| tag.split('>').next())
            .flat_map(|tag| tag.split("=\"").collect::<Vec<_>>());
        for name in attributes.filter_map(|part| part.rsplit(' ').next()).filter(|name| name.contains("on")) {
            assert!(!name.starts_with("on"), "{name}");
        }
    }
}

//! A document as plain text, as Markdown and as HTML. Whatever stands in it is text: no sign of it is ever read as markup.

use super::{Block, Document, Quote};
use crate::text::{unquoted, upper_first};

/// Above the quotes.
const QUOTES: &str = "In their words";

/// Plain text: paragraphs with empty lines between them.
#[must_use]
pub fn plain(document: &Document) -> String {
    let mut parts: Vec<String> = document.title.iter().cloned().collect();
    parts.extend(blocks(document, "• ", |block| match block {
        Block::Topic { name, quote, texts } => {
            let quote = quote.iter().map(|quote| format!("“{}” – {}", unquoted(&quote.text), quote.who));
            let lines = texts.iter().flat_map(|text| text.lines()).map(str::to_owned);
            let below: Vec<String> = quote.chain(lines).map(|line| format!("\n  {line}")).collect();
            format!("• {name}{}", below.concat())
        }
        other => text_of(other, str::to_owned),
    }));
    if !document.quotes.is_empty() {
        parts.push(format!("{QUOTES}:"));
        parts.extend(document.quotes.iter().map(|quote| format!("“{}” – {}", unquoted(&quote.text), quote.who)));
    }
    parts.join("\n\n")
}

/// Markdown as CommonMark has it. A file has a title, text to be put somewhere only that of the document.
#[must_use]
pub fn markdown(document: &Document, title: Option<&str>) -> String {
    let title = title.or(document.title.as_deref());
    let mut parts: Vec<String> = title.iter().map(|title| format!("# {}", escape_markdown(title))).collect();
    let quoted = |quote: &Quote| {
        format!("> “{}”\n>\n> – {}", escape_markdown(unquoted(&quote.text)), escape_markdown(&quote.who))
    };
    parts.extend(blocks(document, "- ", |block| match block {
        Block::Heading(text) => format!("## {}", escape_markdown(text)),
        Block::Topic { name, quote, texts } => {
            let lines = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.trim().is_empty());
            let name = format!("### {}", escape_markdown(name));
            let below = quote.iter().map(quoted).chain(lines.map(|line| escape_markdown(line.trim())));
            [name].into_iter().chain(below).collect::<Vec<_>>().join("\n\n")
        }
        other => text_of(other, escape_markdown),
    }));
    if !document.quotes.is_empty() {
        parts.push(if title.is_some() { format!("## {QUOTES}") } else { format!("{QUOTES}:") });
        // Between two quotes that follow each other stands something, or they would be one.
        let quotes: Vec<String> = document.quotes.iter().map(quoted).collect();
        parts.push(quotes.join("\n\n<!-- -->\n\n"));
    }
    parts.join("\n\n")
}

/// HTML without a page around it, for the clipboard: elements and no styles.
#[must_use]
pub fn fragment(document: &Document) -> String {
    let title = document.title.iter().map(|title| format!("<h1 dir=\"auto\">{}</h1>\n", escape_html(title)));
    title.chain([body(document)]).collect()
}

fn body(document: &Document) -> String {
    let mut html = String::new();
    let mut is_list = false;
    for block in &document.blocks {
        let is_item = matches!(block, Block::Item(_));
        if is_item != is_list {
            html.push_str(if is_item { "<ul>" } else { "</ul>" });
            is_list = is_item;
        }
        if let Block::Topic { name, quote, texts } = block {
            html.push_str(&format!("<h3 dir=\"auto\">{}</h3>\n", escape_html(name)));
            quote.iter().for_each(|quote| html.push_str(&blockquote(quote)));
            for line in texts.iter().flat_map(|text| text.lines()).filter(|line| !line.trim().is_empty()) {
                html.push_str(&format!("<p dir=\"auto\">{}</p>\n", escape_html(line)));
            }
            continue;
        }
        let element = match block {
            Block::Item(_) => "li",
            Block::Heading(_) => "h2",
            _ => "p",
        };
        html.push_str(&format!("<{element} dir=\"auto\">{}</{element}>\n", text_of(block, escape_html)));
    }
    if is_list {
        html.push_str("</ul>\n");
    }
    if !document.quotes.is_empty() {
        html.push_str(&format!("<h2>{QUOTES}</h2>\n"));
    }
    document.quotes.iter().for_each(|quote| html.push_str(&blockquote(quote)));
    html
}

fn blockquote(quote: &Quote) -> String {
    let (text, who) = (escape_html(unquoted(&quote.text)), escape_html(&upper_first(&quote.who)));
    format!("<blockquote dir=\"auto\"><p>“{text}”</p><p>– {who}</p></blockquote>\n")
}

/// A whole page: nothing is fetched and nothing runs in it.
#[must_use]
pub fn page(document: &Document, title: &str, is_english: bool) -> String {
    let lang = if is_english { "en" } else { "und" };
    let title = escape_html(title);
    let body = body(document);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<h1 dir=\"auto\">{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// Colours and faces are those of the page.
const STYLE: &str = "
:root { color-scheme: light dark; }
body { margin: 0; background: light-dark(#fcfcfa, #141618); color: light-dark(#1a1c1f, #eceae6); font: 1.125rem/1.55 Palatino, \"Palatino Linotype\", P052, \"Times New Roman\", serif; overflow-wrap: break-word; }
main { max-width: 34em; margin: 0 auto; padding: 3rem 1.25rem; }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.3; font-weight: 600; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2.5rem; font-size: 1.125rem; } h3 { margin: 1.5rem 0 .25rem; font-size: 1rem; } h3 ~ p { margin: .25rem 0; }
li { margin-block: .5rem; }
blockquote { margin: 1.25rem 0; padding-inline-start: 1rem; border-inline-start: 2px solid light-dark(#b3162b, #ff7a73); }
blockquote p { margin: 0; } blockquote p + p { color: light-dark(#4a4e54, #bcbdbf); font: .9375rem/1.6 system-ui, sans-serif; }
@media print { main { padding: 0; max-width: none; } blockquote, li, p { break-inside: avoid; } }
";

/// Each block as text. Items stand without an empty line between them.
fn blocks(document: &Document, item: &str, text_of: impl Fn(&Block) -> String) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut was_item = false;
    for block in &document.blocks {
        let is_item = matches!(block, Block::Item(_));
        let text = text_of(block);
        let text = if is_item { format!("{item}{text}") } else { text };
        match parts.last_mut().filter(|_| is_item && was_item) {
            Some(last) => {
                last.push('\n');
                last.push_str(&text);
            }
            None => parts.push(text),
        }
        was_item = is_item;
    }
    parts
}

/// The words of a block; of a topic its name.
fn text_of(block: &Block, escape: impl Fn(&str) -> String) -> String {
    match block {
        Block::Paragraph(text) | Block::Item(text) | Block::Note(text) | Block::Heading(text) => escape(text),
        Block::Topic { name, .. } => escape(name),
        Block::Spoken { due, sentences } => {
            let sentences: Vec<String> = sentences.iter().map(|sentence| escape(sentence)).collect();
            format!("{due} {} //", sentences.join(" / "))
        }
    }
}

fn escape_html(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Signs that no HTML may have.
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// CommonMark takes every sign behind a backslash as it is; only those that could mean something get one.
fn escape_markdown(text: &str) -> String {
    let mut out = String::new();
    let mut digits = true;
    for (at, c) in text.char_indices() {
        let is_first = at == 0;
        let could_mean = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' => true,
            '#' | '+' | '-' | '=' => is_first,
            // "1. " would begin a list.
            '.' | ')' => digits && !is_first,
            _ => false,
        };
        digits = digits && c.is_ascii_digit();
        if could_mean {
            out.push('\\');
        }
        if !c.is_control() {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: [&str; 10] = [
        "<script>alert(1)</script> & \"it's\"",
        "# *bold* _it_ [link](javascript:alert(1)) `code` ~~no~~ | cell |",
        "1. not a list",
        "2) nor this",
        "- nor this",
        "> nor this",
        "\\* \\",
        "--- ",
        "&lt;b&gt; &amp;",
        "</style></main><img src=x onerror=alert(1)>\u{0}\u{8}",
    ];

    fn document(text: &str) -> Document {
        let quote = Quote { text: text.into(), who: text.into() };
        let topic = Block::Topic { name: text.into(), quote: Some(quote.clone()), texts: vec![text.into()] };
        let blocks = vec![Block::Paragraph(text.into()), Block::Item(text.into()), Block::Heading(text.into()), topic];
        Document { title: Some(text.into()), blocks, quotes: vec![quote] }
    }

    /// What a reader of HTML sees of it, and the names of its elements.
    fn read_html(html: &str) -> (String, Vec<&str>) {
        let (mut text, mut elements) = (String::new(), Vec::new());
        for part in html.split('<').skip(1) {
            let (element, rest) = part.split_once('>').unwrap();
            elements.push(element.trim_start_matches('/').split(' ').next().unwrap());
            text.push_str(rest);
        }
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.replace(entity, sign);
        }
        (text, elements)
    }

    #[test]
    fn any_text_is_only_text_in_html() {
        const KNOWN: [&str; 14] =
            ["!doctype", "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "li"];
        for hostile in HOSTILE {
            let html = page(&document(hostile), hostile, true);
            let (text, elements) = read_html(&html);
            assert!(elements.iter().all(|element| KNOWN.contains(element) || *element == "blockquote"), "{elements:?}");
            let visible: String = hostile.chars().filter(|c| !c.is_control()).collect();
            assert!(text.matches(&visible).count() >= 4, "{visible} in {text}");
        }
    }

    #[test]
    fn any_text_is_only_text_in_markdown() {
        for (text, expected) in [
            ("# *a* _b_ [c](d) `e`", r"\# \*a\* \_b\_ \[c\](d) \`e\`"),
            ("1. not a list, 2. neither", r"1\. not a list, 2. neither"),
            ("12) nor this (of 3)", r"12\) nor this (of 3)"),
            ("- nor - this", r"\- nor - this"),
            ("<b> & \\", r"\<b\> \& \\"),
            ("I cut it from 31 to 4.", "I cut it from 31 to 4."),
            ("22", "22"),
        ] {
            assert_eq!(escape_markdown(text), expected);
        }
    }

    #[test]
    fn quotes_stand_apart_with_who_said_them() {
        let quote = |text: &str, who: &str| Quote { text: text.into(), who: who.into() };
        let document = Document {
            blocks: vec![Block::Item("Plan".into()), Block::Item("Cook".into())],
            quotes: vec![quote("“You plan.”", "a recruiter"), quote("You cook.", "Bram Teasel")],
            ..Document::default()
        };
        assert_eq!(
            plain(&document),
            "• Plan\n• Cook\n\nIn their words:\n\n“You plan.” – a recruiter\n\n“You cook.” – Bram Teasel"
        );
        assert_eq!(
            markdown(&document, Some("My pitch")),
            "# My pitch\n\n- Plan\n- Cook\n\n## In their words\n\n> “You plan.”\n>\n> – a recruiter\n\n<!-- -->\n\n> “You cook.”\n>\n> – Bram Teasel"
        );
        assert_eq!(
            fragment(&document),
            "<ul><li dir=\"auto\">Plan</li>\n<li dir=\"auto\">Cook</li>\n</ul>\n<h2>In their words</h2>\n\
             <blockquote dir=\"auto\"><p>“You plan.”</p><p>– A recruiter</p></blockquote>\n\
             <blockquote dir=\"auto\"><p>“You cook.”</p><p>– Bram Teasel</p></blockquote>\n"
        );
    }
}

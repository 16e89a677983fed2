//! The preview: what leaves, as it will be read. It is also what is printed.

use yew::prelude::*;

use crate::export::{Block, Document, Quote};
use crate::text::{unquoted, upper_first};

pub fn sheet(document: &Document) -> Html {
    // Bullets are one list; no shape has them beside anything else.
    let is_list = matches!(document.blocks.first(), Some(Block::Item(_)));
    let blocks: Html = document.blocks.iter().map(block).collect();
    html! {
        <div class="share-sheet" id="sheet">
            if let Some(title) = &document.title { <h3 class="share-title" dir="auto">{ title.clone() }</h3> }
            if is_list { <ul>{ blocks }</ul> } else { { blocks } }
            if !document.quotes.is_empty() {
                <h3>{ "In their words" }</h3>
                { for document.quotes.iter().map(quoted) }
            }
        </div>
    }
}

fn quoted(quote: &Quote) -> Html {
    html! {
        <blockquote dir="auto">
            <p class="said">{ format!("“{}”", unquoted(&quote.text)) }</p>
            <p class="by">{ upper_first(&quote.who) }</p>
        </blockquote>
    }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p class="said" dir="auto">{ text.clone() }</p> },
        Block::Item(text) => html! { <li class="said" dir="auto">{ text.clone() }</li> },
        Block::Heading(text) => html! { <h3>{ text.clone() }</h3> },
        Block::Topic { name, quote, texts } => html! {
            <div class="share-topic">
                <h4 dir="auto">{ name.clone() }</h4>
                { for quote.iter().map(quoted) }
                { for texts.iter().map(|text| html! { <p class="said" dir="auto">{ text.clone() }</p> }) }
            </div>
        },
        Block::Note(text) => html! { <p class="meta">{ text.clone() }</p> },
        Block::Spoken { due, sentences } => html! {
            <p class="said" dir="auto">
                <span class="meta num">{ due.clone() }</span>
                { " " }
                { sentences.join(" / ") }
                { " //" }
            </p>
        },
    }
}

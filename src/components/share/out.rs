//! The ways out: the clipboard, files, paper.

use std::rc::Rc;

use yew::prelude::*;

use super::super::copying::{Content, CopyButton, Copying};
use crate::browser;
use crate::export::{Document, Format, file_name, fragment, json_resume, markdown, page, plain};

#[derive(Properties, PartialEq)]
pub struct OutProps {
    pub title: String,
    /// What is in it, for the names of files.
    pub kind: &'static str,
    /// What it is called on the screen: "pitch".
    pub what: &'static str,
    pub formats: &'static [Format],
    pub document: Document,
    pub is_english: bool,
}

#[component]
pub fn Out(props: &OutProps) -> Html {
    let text = plain(&props.document);
    let told = use_state_eq(String::new);
    {
        let told = told.clone();
        use_effect_with(text.clone(), move |_| told.set(String::new()));
    }
    let document = Rc::new(props.document.clone());
    let copying = |name: &'static str, is_main: bool, content: fn(&Document) -> Content| {
        let document = Rc::clone(&document);
        CopyButton { name, is_main, content: Callback::from(move |()| content(&document)) }
    };
    let buttons = vec![
        copying("Copy", true, rich),
        copying("Copy as plain text", false, |document| Content {
            text: plain(document),
            html: None,
            done: "Copied as plain text.".to_owned(),
        }),
        copying("Copy as Markdown", false, |document| Content {
            text: markdown(document, None),
            html: None,
            done: "Copied as Markdown.".to_owned(),
        }),
    ];
    let save = |format: Format| {
        let (told, document, title) = (told.clone(), Rc::clone(&document), props.title.clone());
        let (kind, is_english) = (props.kind, props.is_english);
        let onclick = move |_: MouseEvent| {
            let name = file_name(&title, kind, format);
            let content = match format {
                Format::Markdown => Some(markdown(&document, Some(&title)) + "\n"),
                Format::Text => Some(plain(&document) + "\n"),
                Format::Html => Some(page(&document, &title, is_english)),
                Format::JsonResume => json_resume(&document),
            };
            told.set(match content {
                None => "The file could not be made.".to_owned(),
                Some(content) if browser::save(&name, format.kind(), &content) => {
                    format!("{name} is with your downloads.")
                }
                Some(_) => "This browser does not let the page save files. Copy the text instead.".to_owned(),
            });
        };
        html! { <button class="act" {onclick}>{ format.name() }</button> }
    };
    let print = {
        let told = told.clone();
        move |_: MouseEvent| {
            if !browser::print() {
                told.set("This browser does not let the page print. Save the web page and print that.".to_owned());
            }
        }
    };
    html! {
        <div class="share-ways">
            <Copying {buttons} {text} what={props.what} />
            <div class="acts" role="group" aria-label="Save as a file">
                <span class="meta">{ "Save as" }</span>
                { for props.formats.iter().copied().map(save) }
                <button class="act" onclick={print}>{ "Print or PDF" }</button>
            </div>
            <p class="sub" role="status">{ (*told).clone() }</p>
        </div>
    }
}

/// With its paragraphs, bullets and quotes, where the program that it is pasted into knows such.
pub fn rich(document: &Document) -> Content {
    Content { text: plain(document), html: Some(fragment(document)), done: "Copied.".to_owned() }
}

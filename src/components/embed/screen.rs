//! The screen as a whole: what is embedded, what of it is public, how it looks, and the way out.

use std::rc::Rc;

use yew::prelude::*;

use super::super::more::{QUOTES_AT_ONCE, use_shown};
use super::super::share::{Names, use_names};
use super::chosen::{Choices, change};
use super::look::look_fields;
use super::public::{Public, offered, public};
use super::snippet::{Mode, Theme, address};
use super::take::Take;
use crate::browser;
use crate::card::{LONGEST, choose, link, offers};
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::pitch::{composed, in_order};
use crate::state::{Book, Places};
use crate::text::figures;

#[derive(Properties, PartialEq)]
pub struct EmbedProps {
    pub state: Handle,
}

#[component]
pub fn Embed(props: &EmbedProps) -> Html {
    let state = &props.state;
    let choices = Choices::of(state);
    let Choices { look, public: chosen, shown, form } = &choices;
    let names = use_names(state.mine.in_time_order(), shown);
    let places = use_memo(Rc::clone(&state.mine.analysis.interviews), Places::new);
    let list = use_shown(QUOTES_AT_ONCE);
    let Names { parties: named, redaction } = &*names;
    let (papers, analysis) = (state.mine.papers(), &state.mine.analysis);
    let version = papers.version();
    let lines = composed(&analysis.report, &version).map(|pitch| in_order(&version, pitch)).unwrap_or_default();
    let interviews = &analysis.interviews;
    let offers = offers(&lines, &analysis.report.points, &places, chosen, redaction, |line| offered(&list, line));
    let card = choose(offers.clone(), interviews, chosen, redaction);
    let is_card = look.mode == Mode::Card;
    let code = link(&card);
    let base = browser::folder();
    let preview = match (&look.mode, &code) {
        // Readers begin with an empty page; the sample says more, and never shows the user's own notes.
        (Mode::Widget, _) => Some(format!("{}#/sample", address(look, "./", ""))),
        (Mode::Card, Some(code)) if !card.lines.is_empty() => Some(address(look, "./", code)),
        (Mode::Card, _) => None,
    };
    let choose_mode = |mode: Mode| {
        let state = state.clone();
        move |_: Event| change(&state, |choices| choices.set_mode(mode))
    };
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "Put it on your site" }</h1>
                <p>{ "Show your pitch as a card, or let your readers work with Refrain themselves. Nothing is uploaded: a card is written into its own link." }</p>
            </header>
            <div class="builder">
                <div class="choices">
                    <fieldset class="seg">
                        <legend class="vh">{ "What to embed" }</legend>
                        { for [(Mode::Card, "My pitch, as a card"), (Mode::Widget, "All of Refrain")].map(|(mode, name)| html! {
                            <label key={name}>
                                <input type="radio" name="mode" checked={look.mode == mode} onchange={choose_mode(mode)} />
                                { name }
                            </label>
                        }) }
                    </fieldset>
                    if !is_card {
                        <p class="sub">{ "Your readers get an empty Refrain that keeps their notes in their own browsers. Yours stay here." }</p>
                    } else if lines.is_empty() {
                        <p class="none">
                            { "There is no pitch yet. It writes itself as soon as a point comes back. " }
                            <a href={href(Book::Mine, Screen::Add)}>{ "Add an answer" }</a>
                        </p>
                    } else {
                        { public(&Public { state, choices: &choices, offers: &offers, named, list: &list }) }
                    }
                    { look_fields(state, look) }
                </div>
                <div class="outcome">
                    <section aria-labelledby="h-preview">
                        <h2 id="h-preview">{ "Preview" }</h2>
                        if let Some(src) = preview {
                            <div class="stand" data-theme={(look.theme != Theme::Auto).then(|| look.theme.slug())}>
                                // Another frame for another address, as one that goes there would fill the way back.
                                <iframe
                                    key={src.clone()}
                                    title="Preview"
                                    height={look.height.to_string()}
                                    sandbox="allow-scripts allow-same-origin allow-forms allow-popups"
                                    src={src}
                                />
                            </div>
                        } else if code.is_none() {
                            <p data-trouble="">
                                { format!("This is more than a link can carry ({} letters). Show fewer lines or quotes.", figures(LONGEST)) }
                            </p>
                        } else {
                            <p class="none">
                                { if lines.is_empty() { "The card appears here as soon as there is a pitch." } else { "Nothing is chosen to be shown." } }
                            </p>
                        }
                        <p class="sub">
                            if !is_card {
                                { "The preview shows the sample. Your readers begin with an empty page." }
                            } else if !lines.is_empty() {
                                { "This is all that becomes public: whoever sees it can read what stands here, and nothing else of your notes. It \
                                   stays as it is when your notes change; copy it again then." }
                            }
                        </p>
                    </section>
                    if !is_card || code.is_some() && !card.lines.is_empty() {
                        <Take state={state.clone()} look={look.clone()} form={*form} {base} {card} link={code.unwrap_or_default()} />
                    }
                </div>
            </div>
        </>
    }
}

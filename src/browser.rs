//! Small things that only the browser can do. Each says when it could not.

mod clipboard;
mod persistence;
mod save_as;

pub use clipboard::{Copied, copy};
pub use persistence::{is_persisted, persist};
pub use save_as::{Saved, save_as};

use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Document, DragEvent, Event, EventTarget, File, FocusOptions, HtmlAnchorElement, HtmlElement,
    HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Response, ScrollIntoViewOptions, ScrollLogicalPosition,
    Storage, TextDecoder, Url, Window,
};

use crate::state::Date;

#[must_use]
pub fn window() -> Option<Window> {
    web_sys::window()
}

#[must_use]
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Goes on with long work for less than a frame, 10 ms; `false` when `go_on` says that all is done.
pub fn for_a_slice(mut go_on: impl FnMut() -> bool) -> bool {
    const SLICE: f64 = 10.0;
    let end = js_sys::Date::now() + SLICE;
    loop {
        if !go_on() {
            return false;
        }
        if js_sys::Date::now() >= end {
            return true;
        }
    }
}

/// The day it is where the user is.
#[must_use]
pub fn today() -> Option<Date> {
    day(&js_sys::Date::new_0())
}

fn day(moment: &js_sys::Date) -> Option<Date> {
    Date::new(
        u16::try_from(moment.get_full_year()).ok()?,
        u8::try_from(moment.get_month() + 1).ok()?,
        u8::try_from(moment.get_date()).ok()?,
    )
}

/// The day of a moment, where the user is. `milliseconds`: since 1970.
#[must_use]
pub fn day_of(milliseconds: f64) -> Option<Date> {
    day(&js_sys::Date::new(&milliseconds.into()))
}

/// The moment, as ISO 8601 in UTC.
#[must_use]
pub fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// When an id of [`new_id`] was made, in milliseconds since 1970.
#[must_use]
pub fn made_at(id: &str) -> Option<f64> {
    let milliseconds = id.strip_prefix("i-")?.split('-').next()?;
    u64::from_str_radix(milliseconds, 16).ok().map(|milliseconds| milliseconds as f64)
}

/// Milliseconds since the page was opened, by a clock that nobody sets and that goes on while the page sleeps.
#[must_use]
pub fn milliseconds() -> u64 {
    window().and_then(|window| window.performance()).map_or(0, |performance| performance.now() as u64)
}

/// A new id for an interview. Ids sort in the order of making; `position` orders those made in the same millisecond.
#[must_use]
pub fn new_id(position: usize) -> String {
    let milliseconds = js_sys::Date::now() as u64;
    let random = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("i-{milliseconds:012x}-{position:04x}-{random:08x}")
}

/// The part of the address from `#` on.
#[must_use]
pub fn hash() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The address of the folder that the page is in.
#[must_use]
pub fn folder() -> String {
    let page = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    Url::new_with_base("./", &page).map(|folder| folder.href()).unwrap_or_default()
}

pub fn go_to(href: &str) {
    if let Some(window) = window() {
        // Only a malformed address fails, and ours are made by `route`.
        let _ = window.location().set_hash(href);
    }
}

/// What stands in the field that an event is about.
#[must_use]
pub fn value_of(event: &Event) -> String {
    event.target().map(|target| text_in(&target)).unwrap_or_default()
}

fn text_in(field: &EventTarget) -> String {
    if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.value()
    } else if let Some(field) = field.dyn_ref::<HtmlSelectElement>() {
        field.value()
    } else {
        field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
    }
}

/// Gives a dragged thing something to carry, under a name of its own.
pub fn carry(event: &DragEvent, name: &str, value: &str) {
    if let Some(data) = event.data_transfer() {
        // Refused only outside the start of a drag, which is where we are.
        let _ = data.set_data(name, value);
    }
}

/// Whether the dragged thing carries something of this name. What it is, is told only when it is dropped.
#[must_use]
pub fn carries(event: &DragEvent, name: &str) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&JsValue::from_str(name), 0))
}

#[must_use]
pub fn carried(event: &DragEvent, name: &str) -> Option<String> {
    event.data_transfer()?.get_data(name).ok().filter(|value| !value.is_empty())
}

/// Goes to an address in place of the present one: the way back does not lead through it.
pub fn replace(href: &str) {
    if let Some(window) = window() {
        let _ = window.location().replace(href);
    }
}

#[must_use]
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Focuses an element that the change just dispatched is about to bring. A long drawing is done in slices with time for others between
/// them, so it may not be there at once.
pub fn focus_soon(id: &str) {
    let id = id.to_owned();
    focus_when_there(move || element(&id));
}

/// The same for what is found by other means than its id.
pub fn focus_when_there(find: impl Fn() -> Option<HtmlElement> + 'static) {
    fn attempt(find: Box<dyn Fn() -> Option<HtmlElement>>, more: u8) {
        let focus = move || match find() {
            Some(element) => drop(element.focus()),
            None if more > 0 => attempt(find, more - 1),
            None => {}
        };
        Timeout::new(0, focus).forget();
    }
    attempt(Box::new(find), 100);
}

/// What held the focus is gone from the page.
#[must_use]
pub fn is_focus_lost() -> bool {
    document().and_then(|document| document.active_element()).is_none_or(|element| element.tag_name() == "BODY")
}

/// What stands in the field with this id, as of the last letter.
#[must_use]
pub fn value(id: &str) -> Option<String> {
    Some(text_in(element(id)?.as_ref()))
}

/// Moves the focus and leaves the page where it is.
pub fn focus_in_place(id: &str) {
    if let Some(element) = element(id) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Opens every `<details>` around an element.
pub fn open_around(id: &str) {
    let mut around = element(id).and_then(|element| element.parent_element());
    while let Some(element) = around {
        if element.tag_name() == "DETAILS" {
            let _ = element.set_attribute("open", "");
        }
        around = element.parent_element();
    }
}

pub fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}

/// Calls back when the browser has nothing more urgent to do, so after it has painted.
pub fn when_idle(then: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let then = Closure::once_into_js(then);
    let then: &Function = then.unchecked_ref();
    // Safari does not tell when it is idle; a second is enough for it to paint.
    if window.request_idle_callback(then).is_err() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then, 1000);
    }
}

/// Scrolls no further than needed to show an element whole.
pub fn bring_into_view(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Saves a text as a file among the user's downloads; `false` where the browser does not let us.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let Ok(address) = Blob::new_with_str_sequence_and_options(&parts, &options)
        .and_then(|file| Url::create_object_url_with_blob(&file))
    else {
        return false;
    };
    let link = document().and_then(|document| document.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = &link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The download has its own hold on the file by now.
    let _ = Url::revoke_object_url(&address);
    link.is_some()
}

/// Opens the browser's own window for printing; `false` where there is none.
pub fn print() -> bool {
    window().is_some_and(|window| window.print().is_ok())
}

/// Selects the text of a field, so that it can be copied by hand.
pub fn select_text(id: &str) {
    if let Some(field) = element(id).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}

/// Fetches a text file that stands beside the page.
pub async fn fetch_text(path: &str) -> Option<String> {
    let response: Response = JsFuture::from(window()?.fetch_with_str(path)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// The bytes of a file that the user gave; `None` where it cannot be read, as when it was moved meanwhile.
pub async fn read_file(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Text as Windows wrote it before UTF-8. Every byte is some letter in it.
#[must_use]
pub fn windows_text(bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label("windows-1252").ok()?.decode_with_u8_array(bytes).ok()
}

/// Fetches the styles of later screens, which the build puts beside the engine. Whether they came.
pub async fn later_styles() -> bool {
    let Some((document, folder)) = document().zip(meta("refrain-engine")) else { return false };
    let href = format!("{folder}later.css");
    if document.query_selector(&format!("link[href='{href}']")).is_ok_and(|link| link.is_some()) {
        return true;
    }
    let (Ok(link), Some(head)) = (document.create_element("link"), document.head()) else { return false };
    let came = Promise::new(&mut |came, failed| {
        let link: &EventTarget = link.as_ref();
        // The element is new and listens to whatever it is given.
        let _ = link.add_event_listener_with_callback("load", &came);
        let _ = link.add_event_listener_with_callback("error", &failed);
    });
    let is_asked = link.set_attribute("rel", "stylesheet").is_ok()
        && link.set_attribute("href", &href).is_ok()
        && head.append_child(&link).is_ok();
    let has_come = is_asked && JsFuture::from(came).await.is_ok();
    if !has_come {
        // So that the next try is one.
        link.remove();
    }
    has_come
}

/// Another page shows this one in a frame; `embed/frame.js` has noted it.
#[must_use]
pub fn is_embedded() -> bool {
    document().and_then(|document| document.document_element()).is_some_and(|root| root.has_attribute("data-embed"))
}

/// Tells the page around, where there is one, that a pitch was copied; not what it says. `embed/frame.js` passes it on.
pub fn tell_copied() {
    if let Some((window, event)) = window().zip(Event::new("refrain:pitch-copied").ok()) {
        // Only an event that is under way already is refused.
        let _ = window.dispatch_event(&event);
    }
}

/// The content of a `<meta name="…">` of the page.
#[must_use]
pub fn meta(name: &str) -> Option<String> {
    document()?.query_selector(&format!("meta[name='{name}']")).ok()??.get_attribute("content")
}

/// What this browser keeps for the page under names that begin with `prefix`: the rest of each name, and its text.
#[must_use]
pub fn stored(prefix: &str) -> Vec<(String, String)> {
    let Some(storage) = local_storage() else { return Vec::new() };
    let names: Vec<String> =
        (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten()).collect();
    let text = |name: &String| Some((name.strip_prefix(prefix)?.to_owned(), storage.get_item(name).ok()??));
    names.iter().filter_map(text).collect()
}

/// Keeps a short text through a reload. Whether the browser took it.
#[must_use]
pub fn store(name: &str, text: &str) -> bool {
    local_storage().is_some_and(|storage| storage.set_item(name, text).is_ok())
}

pub fn forget(name: &str) {
    if let Some(storage) = local_storage() {
        // What cannot be removed was never there.
        let _ = storage.remove_item(name);
    }
}

/// Gives this tab a new name, which a reload of it still knows, and gives back the one before.
#[must_use]
pub fn rename_tab(name: &str) -> Option<String> {
    const TAB: &str = "refrain.tab";
    let storage = window()?.session_storage().ok()??;
    let before = storage.get_item(TAB).ok()?;
    // Where it is not kept, the drafts of this tab are found among the others'.
    let _ = storage.set_item(TAB, name);
    before
}

fn local_storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// The look that the page has now: the user's choice, else the system's.
#[must_use]
pub fn is_dark() -> bool {
    let chosen = document().and_then(|document| document.document_element()?.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => window()
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten())
            .is_some_and(|query| query.matches()),
    }
}

/// Fixes the look, now and (where storage allows) for the next visit; the script in `index.html` reads it back.
pub fn set_dark(dark: bool) {
    let theme = if dark { "dark" } else { "light" };
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-theme", theme);
    }
    // Where it is not kept, the next visit begins with the system's look.
    let _ = store("refrain.theme", theme);
}

//! Putting text on the clipboard, and telling what of it arrived there.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

use super::window;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// All of it.
    Whole,
    /// The text without its form, as the browser takes no other.
    TextOnly,
    /// Nothing: the browser does not let us.
    Nothing,
}

/// `html` is the same text with its form, if it has any.
pub async fn copy(text: &str, html: Option<&str>) -> Copied {
    // Insecure pages and some frames have no clipboard at all, so it is looked for before it is used.
    let clipboard = window().and_then(|window| get(&window.navigator(), "clipboard")).filter(|it| !it.is_undefined());
    let Some(clipboard) = clipboard else { return Copied::Nothing };
    if let Some(html) = html {
        // The browser may refuse a form that it does not know, and then take the text.
        if let Some(promise) = written(&clipboard, text, html)
            && JsFuture::from(promise).await.is_ok()
        {
            return Copied::Whole;
        }
    }
    let Some(promise) = call(&clipboard, "writeText", &JsValue::from_str(text)) else { return Copied::Nothing };
    match JsFuture::from(promise).await {
        Err(_) => Copied::Nothing,
        Ok(_) if html.is_some() => Copied::TextOnly,
        Ok(_) => Copied::Whole,
    }
}

/// Both forms in one item, so that each program takes the one that it can use.
fn written(clipboard: &JsValue, text: &str, html: &str) -> Option<Promise> {
    let class: Function = get(window()?.as_ref(), "ClipboardItem")?.dyn_into().ok()?;
    let forms = Object::new();
    for (kind, form) in [("text/plain", text), ("text/html", html)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&form.into()), &options).ok()?;
        Reflect::set(&forms, &kind.into(), &blob).ok()?;
    }
    let item = Reflect::construct(&class, &Array::of1(&forms)).ok()?;
    call(clipboard, "write", &Array::of1(&item))
}

fn call(of: &JsValue, name: &str, with: &JsValue) -> Option<Promise> {
    let method: Function = get(of, name)?.dyn_into().ok()?;
    method.call1(of, with).ok()?.dyn_into().ok()
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok()
}

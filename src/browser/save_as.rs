//! Saving a file under a name and in a place that the user chooses, where the browser lets them choose; else among the downloads.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{save, window};

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    Yes,
    /// The user changed their mind.
    Cancelled,
    /// Why, as part of a sentence.
    Failed(String),
}

/// `what` is what such files are called, `kind` their media type. The text is made only once there is a place for it.
pub async fn save_as(name: &str, what: &str, kind: &str, text: impl FnOnce() -> Result<String, String>) -> Saved {
    let place = match pick(name, what, kind).await {
        Ok(place) => place,
        Err(error) if error_name(&error) == "AbortError" => return Saved::Cancelled,
        // In a frame of another site the browser lets nobody choose; downloads may work all the same.
        Err(_) => None,
    };
    let text = match text() {
        Ok(text) => text,
        Err(why) => return Saved::Failed(why),
    };
    match place {
        None if save(name, kind, &text) => Saved::Yes,
        None => Saved::Failed("the browser does not let this page save files".to_owned()),
        Some(place) => match write(&place, &text).await {
            Ok(()) => Saved::Yes,
            Err(error) => Saved::Failed(match error_name(&error).as_str() {
                "QuotaExceededError" => "there is no room left in that place".to_owned(),
                "NotAllowedError" => "the browser may not write there. Choose another place".to_owned(),
                name => format!("the file could not be written ({name})"),
            }),
        },
    }
}

/// `None` where this browser has nothing to choose with.
async fn pick(name: &str, what: &str, kind: &str) -> Result<Option<JsValue>, JsValue> {
    let Some(window) = window() else { return Ok(None) };
    let Ok(picker) = Reflect::get(&window, &"showSaveFilePicker".into())?.dyn_into::<Function>() else {
        return Ok(None);
    };
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| format!(".{ending}"));
    let accept = object(&[(kind, Array::of1(&ending.into()).into())])?;
    let types = Array::of1(&object(&[("description", what.into()), ("accept", accept)])?);
    let options = object(&[("suggestedName", name.into()), ("types", types.into())])?;
    let place = picker.call1(&window, &options)?.dyn_into::<Promise>()?;
    JsFuture::from(place).await.map(Some)
}

async fn write(place: &JsValue, text: &str) -> Result<(), JsValue> {
    let file = call(place, "createWritable", None).await?;
    call(&file, "write", Some(text)).await?;
    // What was there before is replaced only now, as a whole.
    call(&file, "close", None).await.map(|_| ())
}

async fn call(on: &JsValue, name: &str, text: Option<&str>) -> Result<JsValue, JsValue> {
    let method = Reflect::get(on, &name.into())?.dyn_into::<Function>()?;
    let given: Array = text.into_iter().map(JsValue::from_str).collect();
    JsFuture::from(method.apply(on, &given)?.dyn_into::<Promise>()?).await
}

fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &JsValue::from_str(name), value)?;
    }
    Ok(object.into())
}

fn error_name(error: &JsValue) -> String {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

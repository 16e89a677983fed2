//! Whether the browser may clear what is kept here by itself.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::window;

/// Asks the browser never to clear by itself what is kept here; some ask the user. `None` where it knows no such promise.
pub async fn persist() -> Option<bool> {
    answer(StorageManager::persist).await
}

/// Whether it has promised so.
pub async fn is_persisted() -> Option<bool> {
    answer(StorageManager::persisted).await
}

async fn answer(ask: impl Fn(&StorageManager) -> Result<Promise, JsValue>) -> Option<bool> {
    let navigator = window()?.navigator();
    // Insecure pages have none.
    let is_there = Reflect::get(&navigator, &JsValue::from_str("storage")).is_ok_and(|manager| !manager.is_undefined());
    if !is_there {
        return None;
    }
    JsFuture::from(ask(&navigator.storage()).ok()?).await.ok()?.as_bool()
}

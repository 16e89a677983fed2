//! The user's own voice, to listen back to. It stays in the page's memory and goes with the screen: it is never stored and
//! never sent.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BlobEvent, MediaRecorder, MediaStream, MediaStreamConstraints, MediaStreamTrack, Url};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser;

#[derive(Clone, PartialEq)]
enum Recording {
    Off,
    /// The browser asks the user for the microphone.
    Asking,
    UnderWay,
    /// The address of the recording in memory.
    Made(String),
    /// Why there is no recording.
    Trouble(&'static str),
}

/// What has to be ended when the screen is left.
#[derive(Default)]
struct Held {
    is_left: bool,
    recorder: Option<Recorder>,
    recording: Option<String>,
}

struct Recorder {
    recorder: MediaRecorder,
    stream: MediaStream,
    _listener: EventListener,
}

#[derive(Properties, PartialEq)]
pub struct VoiceProps {
    /// The pitch was said to its end, which ends the recording too.
    pub is_over: bool,
    /// Told whether there is a recording, or one under way, that nobody has listened to.
    pub unheard: Callback<bool>,
}

#[component]
pub fn Voice(props: &VoiceProps) -> Html {
    let recording = use_state_eq(|| Recording::Off);
    let held = use_mut_ref(Held::default);
    {
        let held = Rc::clone(&held);
        use_effect_with((), |()| {
            move || {
                let mut held = held.borrow_mut();
                held.is_left = true;
                held.forget();
            }
        });
    }
    {
        let held = Rc::clone(&held);
        use_effect_with(props.is_over, move |is_over| {
            if *is_over {
                held.borrow().stop();
            }
        });
    }
    {
        let unheard = props.unheard.clone();
        let is_any = matches!(*recording, Recording::UnderWay | Recording::Made(_));
        use_effect_with(is_any, move |is_any| unheard.emit(*is_any));
    }
    let onplay = props.unheard.reform(|_: Event| false);
    let record = {
        let (recording, held) = (recording.clone(), Rc::clone(&held));
        move |_: MouseEvent| {
            held.borrow_mut().forget();
            recording.set(Recording::Asking);
            let (recording, held) = (recording.clone(), Rc::clone(&held));
            spawn_local(async move {
                let finished = recording.clone();
                recording.set(start(&held, move |made| finished.set(made)).await);
            });
        }
    };
    let stop = {
        let held = Rc::clone(&held);
        move |_: MouseEvent| held.borrow().stop()
    };
    let delete = {
        let recording = recording.clone();
        move |_: MouseEvent| {
            held.borrow_mut().forget();
            recording.set(Recording::Off);
        }
    };
    // One button that changes its words, so that the focus stays where it is.
    let (words, onclick): (&str, Callback<MouseEvent>) = match &*recording {
        Recording::Off | Recording::Trouble(_) => ("Record my voice", record.into()),
        Recording::Asking => ("Record my voice", Callback::noop()),
        Recording::UnderWay => ("Stop recording", stop.into()),
        Recording::Made(_) => ("Delete the recording", delete.into()),
    };
    // The second click of a double click would end what the first began.
    let onclick = move |event: MouseEvent| {
        if event.detail() <= 1 {
            onclick.emit(event);
        }
    };
    html! {
        <>
            <button class="act rec" {onclick} aria-disabled={(*recording == Recording::Asking).then_some("true")}>{ words }</button>
            <p class="mic sub" role="status">
                { match &*recording {
                    Recording::Off => "",
                    Recording::Asking => "Allow the microphone when your browser asks.",
                    Recording::UnderWay => "Recording. It stays on this screen and goes when you leave it.",
                    Recording::Made(_) => "Listen back. It goes when you leave this screen.",
                    Recording::Trouble(why) => why,
                } }
            </p>
            if let Recording::Made(address) = &*recording {
                <audio class="heard" controls=true src={address.clone()} {onplay} aria-label="Your recording"></audio>
            }
        </>
    }
}

impl Held {
    /// Ends the recording; what was said until then follows by itself.
    fn stop(&self) {
        if let Some(Recorder { recorder, .. }) = &self.recorder {
            // It may have ended by itself, as when the microphone was unplugged.
            let _ = recorder.stop();
        }
    }

    /// Lets go of the microphone.
    fn release(&mut self) {
        if let Some(recorder) = self.recorder.take() {
            end(&recorder.stream);
        }
    }

    /// Lets go of microphone and recording.
    fn forget(&mut self) {
        self.release();
        if let Some(address) = self.recording.take() {
            let _ = Url::revoke_object_url(&address);
        }
    }
}

fn end(stream: &MediaStream) {
    stream
        .get_tracks()
        .iter()
        .filter_map(|track| track.dyn_into::<MediaStreamTrack>().ok())
        .for_each(|track| track.stop());
}

/// Starts to record, and says what came of that. `finished` gets the recording.
async fn start(held: &Rc<RefCell<Held>>, finished: impl Fn(Recording) + 'static) -> Recording {
    const NONE: &str = "This browser gives the page no microphone. You can practise without one.";
    let devices = browser::window().and_then(|window| window.navigator().media_devices().ok());
    // Insecure pages have none at all, whatever the type says.
    let Some(devices) = devices.filter(|devices| devices.is_object()) else { return Recording::Trouble(NONE) };
    let wanted = MediaStreamConstraints::new();
    wanted.set_audio(&JsValue::TRUE);
    let Ok(asked) = devices.get_user_media_with_constraints(&wanted) else { return Recording::Trouble(NONE) };
    let stream: MediaStream = match JsFuture::from(asked).await.map(JsCast::dyn_into) {
        Ok(Ok(stream)) => stream,
        Ok(Err(_)) => return Recording::Trouble(NONE),
        Err(error) => return Recording::Trouble(refusal(&error)),
    };
    if held.borrow().is_left {
        end(&stream);
        return Recording::Off;
    }
    let Ok(recorder) = MediaRecorder::new_with_media_stream(&stream) else {
        end(&stream);
        return Recording::Trouble("This browser cannot record sound. You can practise without it.");
    };
    let listener = {
        let held = Rc::clone(held);
        EventListener::once(&recorder, "dataavailable", move |event| {
            let sound = event.dyn_ref::<BlobEvent>().and_then(BlobEvent::data);
            let address = sound.and_then(|sound| Url::create_object_url_with_blob(&sound).ok());
            let mut held = held.borrow_mut();
            held.release();
            held.recording.clone_from(&address);
            finished(address.map_or(Recording::Trouble("Nothing was recorded. Try again."), Recording::Made));
        })
    };
    if recorder.start().is_err() {
        end(&stream);
        return Recording::Trouble("The microphone could not be used. Perhaps another program holds it.");
    }
    held.borrow_mut().recorder = Some(Recorder { recorder, stream, _listener: listener });
    Recording::UnderWay
}

/// Why the browser gave no microphone.
fn refusal(error: &JsValue) -> &'static str {
    let name = Reflect::get(error.unchecked_ref::<Object>(), &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotAllowedError" | "SecurityError") => {
            "The microphone is not allowed here. Allow it for this page in your browser, or practise without it."
        }
        Some("NotFoundError" | "OverconstrainedError") => {
            "No microphone was found. Plug one in, or practise without it."
        }
        _ => "The microphone could not be used. Perhaps another program holds it.",
    }
}

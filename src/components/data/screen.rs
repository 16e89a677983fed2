//! The screen as a whole.

use yew::prelude::*;

use super::kept::Kept;
use super::open::Open;
use super::save::save;
use crate::hooks::Handle;

/// What became of saving, where no notice tells it.
pub type Told = UseStateHandle<String>;

#[derive(Properties, PartialEq)]
pub struct DataProps {
    pub state: Handle,
}

#[component]
pub fn Data(props: &DataProps) -> Html {
    let told = use_state_eq(String::new);
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "Your data" }</h1>
                <p>{ "A browser can lose what it keeps: when its data is cleared, or after weeks without a visit. A backup is yours." }</p>
            </header>
            <div class="data">
                { save(&props.state, &told) }
                <p class="sub" role="status">{ &*told }</p>
                <Open state={props.state.clone()} />
                <Kept state={props.state.clone()} />
            </div>
        </>
    }
}

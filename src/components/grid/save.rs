//! Grid and chart as pictures to keep or to show.

use std::rc::Rc;

use yew::prelude::*;

use super::picture::{chart_picture, grid_picture};
use crate::browser;
use crate::state::{Grid, Settling};

#[derive(Properties, PartialEq)]
pub struct SaveProps {
    pub grid: Rc<Grid>,
    pub settling: Rc<Settling>,
    /// Points heard once are shown.
    pub is_once_open: bool,
}

#[component]
pub fn Save(props: &SaveProps) -> Html {
    let with_names = use_state_eq(|| false);
    let told = use_state_eq(String::new);
    let save = |what: &'static str, draw: Rc<dyn Fn() -> String>| {
        let told = told.clone();
        move |_: MouseEvent| {
            let day = browser::today().map(|day| format!("-{day}")).unwrap_or_default();
            let name = format!("refrain-{what}{day}.svg");
            told.set(match browser::save(&name, "image/svg+xml", &draw()) {
                true => format!("{name} is with your downloads."),
                false => "This browser does not let the page save files.".to_owned(),
            });
        }
    };
    let grid_drawn = {
        let (grid, is_once_open, with_names) = (Rc::clone(&props.grid), props.is_once_open, *with_names);
        Rc::new(move || grid_picture(&grid, is_once_open, with_names))
    };
    let chart_drawn = {
        let (grid, settling) = (Rc::clone(&props.grid), Rc::clone(&props.settling));
        Rc::new(move || chart_picture(&settling, &grid))
    };
    let toggle = {
        let with_names = with_names.clone();
        move |_| with_names.set(!*with_names)
    };
    html! {
        <div class="pictures">
            <p class="acts">
                <button class="act" onclick={save("grid", grid_drawn)}>{ "Save the grid as a picture" }</button>
                <button class="act" onclick={save("settling", chart_drawn)}>{ "Save the chart as a picture" }</button>
            </p>
            <label class="with-names sub">
                <input type="checkbox" checked={*with_names} onchange={toggle} />
                { "Name people and companies in the picture of the grid" }
            </label>
            <p class="meta">{ "Doubts are never in it." }</p>
            <p class="sub" role="status">{ (*told).clone() }</p>
        </div>
    }
}

//! Theme, accent and height.

use yew::prelude::*;

use super::chosen::change;
use super::snippet::{HEIGHTS, Look, Theme};
use crate::browser;
use crate::hooks::Handle;

/// Refrain's own, for the colour field that must show some colour.
const RED: &str = "#b3162b";
/// What a mark needs against its ground (WCAG 2.2, 1.4.11).
const ENOUGH: f32 = 3.0;

pub fn look_fields(state: &Handle, look: &Look) -> Html {
    let theme = |theme: Theme| {
        let state = state.clone();
        move |_: Event| change(&state, |choices| choices.look.theme = theme)
    };
    let accent = {
        let state = state.clone();
        move |event: InputEvent| change(&state, |choices| choices.look.accent = browser::value_of(&event))
    };
    let red = {
        let state = state.clone();
        move |_: MouseEvent| {
            browser::focus_in_place("embed-accent");
            change(&state, |choices| choices.look.accent = String::new());
        }
    };
    let height = {
        let state = state.clone();
        move |event: Event| {
            if let Ok(height) = browser::value_of(&event).parse::<u32>() {
                change(&state, |choices| choices.look.height = height.clamp(*HEIGHTS.start(), *HEIGHTS.end()));
            }
        }
    };
    let shown = if look.accent.is_empty() { RED } else { &look.accent };
    html! {
        <div class="looks">
            <fieldset class="seg">
                <legend class="vh">{ "Look" }</legend>
                { for Theme::ALL.map(|each| html! {
                    <label key={each.slug()}>
                        <input type="radio" name="theme" checked={look.theme == each} onchange={theme(each)} />
                        { each.name() }
                    </label>
                }) }
            </fieldset>
            <div class="field">
                <label for="embed-accent">{ "Colour of the marks" }</label>
                <p class="tint">
                    <input id="embed-accent" type="color" value={shown.to_owned()} oninput={accent} aria-describedby="accent-hint" />
                    if !look.accent.is_empty() { <button class="act" onclick={red}>{ "Refrain’s red" }</button> }
                </p>
            </div>
            <label class="field">
                <span>{ "Height of the plain frame, in pixels" }</span>
                <input
                    type="number"
                    inputmode="numeric"
                    min={HEIGHTS.start().to_string()}
                    max={HEIGHTS.end().to_string()}
                    step="20"
                    value={look.height.to_string()}
                    onchange={height}
                />
            </label>
            <p id="accent-hint" class="meta" aria-live="polite">{ hint(&look.accent, look.theme) }</p>
        </div>
    }
}

/// On which grounds the accent cannot be seen well enough as it is. There the frame takes a darker or lighter shade.
fn hint(accent: &str, theme: Theme) -> &'static str {
    let Some(of_accent) = luminance(accent) else { return "" };
    let is_weak = |theme: Theme, ground: f32| {
        let (light, dark) = if of_accent > ground { (of_accent, ground) } else { (ground, of_accent) };
        theme != Theme::Auto && (light + 0.05) / (dark + 0.05) < ENOUGH
    };
    let (on_light, on_dark) = (is_weak(Theme::Light, 1.0), is_weak(Theme::Dark, 0.008));
    match (theme, on_light, on_dark) {
        (Theme::Light | Theme::Auto, true, false) => "Too pale for light pages: a darker shade is used there.",
        (Theme::Dark | Theme::Auto, false, true) => "Too dark for dark pages: a lighter shade is used there.",
        (Theme::Light, true, _) => "Too pale for light pages: a darker shade is used.",
        (Theme::Dark, _, true) => "Too dark for dark pages: a lighter shade is used.",
        _ => "",
    }
}

/// Of a colour `#rrggbb`, near enough to WCAG's to choose a hint by: the frame itself reckons exactly.
fn luminance(colour: &str) -> Option<f32> {
    let digits = u32::from_str_radix(colour.strip_prefix('#')?, 16).ok()?;
    let channel = |shift: u32| {
        let value = (digits >> shift & 0xff) as f32 / 255.0;
        // sRGB's curve to two digits, without a power function.
        value * value * (0.8 + 0.2 * value)
    };
    Some(0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_that_cannot_be_seen_somewhere_is_told() {
        assert_eq!(hint("", Theme::Auto), "");
        assert_eq!(hint("#b3162b", Theme::Light), "");
        assert!(hint("#ffee00", Theme::Auto).starts_with("Too pale for light pages"));
        assert_eq!(hint("#ffee00", Theme::Dark), "");
        assert!(hint("#203040", Theme::Auto).starts_with("Too dark for dark pages"));
        assert!(hint("#203040", Theme::Dark).starts_with("Too dark"));
        assert_eq!(hint("#203040", Theme::Light), "");
    }
}

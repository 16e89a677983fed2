//! What the user chose in the builder. It is kept as other things are that are being written: through a look at another screen, a reload and
//! a crash, in this browser alone. What it is about, the notes, goes into backups; how a card of them looks is made again in a minute.

use crate::browser;
use crate::card::Choice;
use crate::hooks::Handle;
use crate::state::Action;

use super::snippet::{Look, Mode, Theme};
use super::take::Form;

/// The field in which the title is written.
pub const TITLE: &str = "embed-title";
/// The field that holds everything else.
const CHOICES: &str = "embed-choices";
/// A card of five lines, each with a quote, is as tall as that in a column of 640 pixels.
const CARD_HEIGHT: u32 = 720;
const WIDGET_HEIGHT: u32 = 640;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    pub look: Look,
    pub form: Form,
    pub public: Choice,
    /// The keys of those whose names may be shown.
    pub shown: Vec<String>,
}

impl Default for Choices {
    fn default() -> Self {
        let look = Look { mode: Mode::Card, theme: Theme::Auto, accent: String::new(), height: CARD_HEIGHT };
        Self { look, form: Form::Frame, public: Choice::default(), shown: Vec::new() }
    }
}

impl Choices {
    /// As they stand in the state.
    pub fn of(state: &Handle) -> Self {
        let mut choices = state.text(CHOICES).map(read).unwrap_or_default();
        if let Some(title) = state.text(TITLE) {
            choices.public.title = title.to_owned();
        }
        choices
    }

    /// Another thing is embedded, which is another size.
    pub fn set_mode(&mut self, mode: Mode) {
        self.look.mode = mode;
        self.look.height = if mode == Mode::Card { CARD_HEIGHT } else { WIDGET_HEIGHT };
    }
}

/// Changes them, from how they are at that moment.
pub fn change(state: &Handle, change: impl FnOnce(&mut Choices)) {
    let mut choices = Choices::of(state);
    change(&mut choices);
    state.dispatch(Action::Write { field: CHOICES.to_owned(), text: Some(written(&choices)) });
}

/// For the title, which is a text of its own.
pub fn write_title(state: &Handle, event: &yew::InputEvent) {
    state.dispatch(Action::Write { field: TITLE.to_owned(), text: Some(browser::value_of(event)) });
}

/// Three lines of words between tabs: the look, the keys that are not as offered, the names that may be shown.
fn written(choices: &Choices) -> String {
    let Choices { look, form, public, shown } = choices;
    let flag = |is_on: bool| if is_on { "yes" } else { "no" };
    let first = [
        look.mode.slug(),
        look.theme.slug(),
        &look.accent,
        &look.height.to_string(),
        form.name(),
        flag(public.is_counted),
        flag(public.is_signed),
    ]
    .join("\t");
    [first, public.turned.join("\t"), shown.join("\t")].join("\n")
}

/// What makes no sense is as it was offered.
fn read(text: &str) -> Choices {
    let mut choices = Choices::default();
    let mut lines = text.split('\n');
    let mut words = lines.next().unwrap_or_default().split('\t');
    let mut word = || words.next().unwrap_or_default();
    choices.set_mode(if word() == Mode::Widget.slug() { Mode::Widget } else { Mode::Card });
    let theme = word();
    choices.look.theme = Theme::ALL.into_iter().find(|each| each.slug() == theme).unwrap_or(Theme::Auto);
    choices.look.accent = Some(word()).filter(|accent| is_colour(accent)).unwrap_or_default().to_owned();
    choices.look.height = word().parse().unwrap_or(choices.look.height);
    let form = word();
    choices.form = Form::ALL.into_iter().find(|each| each.name() == form).unwrap_or(Form::Frame);
    choices.public.is_counted = word() != "no";
    choices.public.is_signed = word() != "no";
    let mut keys = || -> Vec<String> {
        let line = lines.next().unwrap_or_default();
        line.split('\t').filter(|key| !key.is_empty()).map(str::to_owned).collect()
    };
    choices.public.turned = keys();
    choices.shown = keys();
    choices
}

fn is_colour(text: &str) -> bool {
    text.len() == 7 && text.starts_with('#') && text.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_read_back_and_nonsense_is_as_offered() {
        let mut choices =
            Choices { form: Form::Markup, shown: vec!["company larkspur homes".into()], ..Choices::default() };
        choices.set_mode(Mode::Widget);
        choices.look.theme = Theme::Dark;
        choices.look.accent = "#1b5e20".into();
        choices.look.height = 500;
        choices.public.is_signed = false;
        choices.public.turned = vec!["i-1-20".into(), "i-1-20/i-2".into()];
        assert_eq!(read(&written(&choices)), choices);
        assert_eq!(read(&written(&Choices::default())), Choices::default());
        for nonsense in ["", "\n\n", "x\ty\turl(x)\t-3\tz\tq\tq", "card"] {
            assert_eq!(read(nonsense), Choices::default(), "{nonsense:?}");
        }
    }
}

//! One conversation before and after it: the questions to have ready, what is worth noting, and the four courtesies that
//! follow, each with its own trigger.

use std::rc::Rc;

use super::people::{self, About, Person};
use super::record::Key;
use super::{
    Action, Asking, Call, Courtesy, Date, FollowUp, Glad, Interview, Notebook, Papers, Question, Questions, Record,
    Status,
};
use crate::text::counted;

/// What every conversation can end with. First among the questions, and chosen until others are.
pub const HELP: &str = "How can I help you?";

/// The list until the user makes it their own: questions whose answers make somebody sell the company.
const LIST: [&str; 7] = [
    HELP,
    "What made you stay here?",
    "What is the team proudest of this year?",
    "Why would the best person you know want this role?",
    "What will be different here in two years, and whose work will that be?",
    "Who has grown the most here, and how did it come about?",
    "What is hardest here, and what are you doing about it?",
];

/// For so many days a conversation is asked about that nothing was noted of.
const ASKED_ABOUT: u16 = 14;

impl Courtesy {
    pub const ALL: [Self; 4] = [Self::Thanks, Self::Connect, Self::Support, Self::GraciousThanks];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Thanks => "Thank-you note",
            Self::GraciousThanks => "Gracious thanks",
            Self::Connect => "Invite to connect",
            Self::Support => "Thanks, and how can I support your goals?",
        }
    }

    /// What has to happen first, where something has.
    #[must_use]
    pub const fn trigger(self) -> Option<&'static str> {
        match self {
            Self::Thanks | Self::Connect => None,
            Self::GraciousThanks => Some("When the offer goes to another"),
            Self::Support => Some("When they accept the invitation"),
        }
    }

    /// That it happened, in the user's words.
    #[must_use]
    pub const fn happened(self) -> &'static str {
        match self {
            Self::Thanks | Self::Connect => "It is time",
            Self::GraciousThanks => "It went to another",
            Self::Support => "They accepted",
        }
    }

    /// What to think of when writing it.
    #[must_use]
    pub const fn prompt(self) -> &'static str {
        match self {
            Self::Thanks => "What did they say that stayed with you? What will you do with it?",
            Self::GraciousThanks => "What did you learn from them? Whom do you wish well?",
            Self::Connect => "What did you two talk about that nobody else did?",
            Self::Support => "What are they working towards? Whom or what could you send?",
        }
    }

    /// What it is called in a calendar and an address.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Thanks => "thanks",
            Self::GraciousThanks => "gracious-thanks",
            Self::Connect => "connect",
            Self::Support => "support",
        }
    }
}

impl Glad {
    pub const ALL: [Self; 3] = [Self::Yes, Self::Unsure, Self::No];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::Unsure => "Hard to say",
            Self::No => "Not really",
        }
    }

    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|glad| glad.name() == name)
    }
}

impl FollowUp {
    /// It waits for what triggers it.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.status == Status::Open && self.due.is_none()
    }

    #[must_use]
    pub fn is_due(&self, today: Date) -> bool {
        self.status == Status::Open && self.due.is_some_and(|due| due <= today)
    }
}

impl Call {
    /// The user has looked back on it.
    #[must_use]
    pub fn is_noted(&self) -> bool {
        !self.follow_ups.is_empty() || !self.remembered.is_empty() || self.glad.is_some()
    }
}

/// The user's list of questions, or ours until there is one.
#[must_use]
pub fn questions(papers: &Papers) -> Vec<String> {
    match papers.questions() {
        Some(own) => own.list.clone(),
        None => LIST.map(str::to_owned).to_vec(),
    }
}

/// Keeps the list, one question a line; an empty one brings ours back.
#[must_use]
pub fn keep_questions(lines: &str) -> Action {
    let mut list: Vec<String> = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !list.iter().any(|other| other == line) {
            list.push(line.to_owned());
        }
    }
    let is_ours = list.is_empty() || list == LIST;
    let record = Record::from(Questions { id: Questions::ID.to_owned(), list });
    Action::Change {
        what: "Changed your questions".to_owned(),
        changes: vec![(record.key(), (!is_ours).then_some(record))],
    }
}

/// The questions chosen for a call. Before any are, the first of the list.
#[must_use]
pub fn chosen(call: &Call, papers: &Papers) -> Vec<Question> {
    if call.questions.is_empty() {
        let first = questions(papers).into_iter().next();
        return first.into_iter().map(|ask| Question { ask, answer: String::new() }).collect();
    }
    call.questions.clone()
}

/// Chooses a question, or takes it out. Those with an answer stay.
#[must_use]
pub fn choose(call: &Call, papers: &Papers, ask: &str, is_chosen: bool) -> Action {
    let mut questions = chosen(call, papers);
    questions.retain(|question| question.ask != ask || !question.answer.is_empty());
    if is_chosen && !questions.iter().any(|question| question.ask == ask) {
        questions.push(Question { ask: ask.to_owned(), answer: String::new() });
    }
    // In the order of the list, so that a question stands in the same place on each card.
    let list = self::questions(papers);
    questions.sort_by_key(|question| list.iter().position(|other| *other == question.ask).unwrap_or(list.len()));
    let what = if is_chosen { "Chose a question" } else { "Took a question out" };
    keep(what.to_owned(), Call { questions, ..call.clone() })
}

/// Keeps what the card says: how to bring up what we share, and the line to be remembered by; what we share is kept with
/// the person.
#[must_use]
pub fn prepare(call: &Call, interview: &Interview, ground: Option<(&Person, &str)>, up: &str, line: &str) -> Action {
    let call = Call { bring_up: up.trim().to_owned(), line: line.trim().to_owned(), ..call.clone() };
    let mut changes = vec![record(call)];
    changes.extend(ground.map(|(person, text)| people::record(people::with(person, About::CommonGround, text))));
    Action::Change { what: format!("Prepared {}", interview.title()), changes }
}

/// What one looks back on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Back {
    /// Their answer to the question.
    pub answer: String,
    /// Whether it was put, where there is no answer.
    pub asked: bool,
    pub remembered: String,
    /// What they answered to the chosen questions, in their order.
    pub answers: Vec<String>,
    pub glad: Option<Glad>,
}

/// Keeps what one looked back on, and begins the follow-ups where they were not yet.
#[must_use]
pub fn look_back(interview: &Interview, call: &Call, papers: &Papers, back: &Back, today: Option<Date>) -> Action {
    let answer = back.answer.trim().to_owned();
    let asking = match (answer.is_empty(), back.asked) {
        (false, _) => Asking::Answered,
        (true, true) => Asking::NoAnswer,
        (true, false) => Asking::NotAsked,
    };
    // An answer that was kept may belong to a question that was not put: what the interview says then stays.
    let asking = if answer == interview.answer && !answer.is_empty() { interview.asking } else { asking };
    let interview = Interview { answer, asking, ..interview.clone() };
    let mut questions = chosen(call, papers);
    for (question, answer) in questions.iter_mut().zip(&back.answers) {
        question.answer = answer.trim().to_owned();
    }
    // Ours was offered and not taken up.
    if call.questions.is_empty() {
        questions.retain(|question| !question.answer.is_empty());
    }
    let follow_ups = if call.follow_ups.is_empty() { begun(today) } else { call.follow_ups.clone() };
    let call =
        Call { questions, remembered: back.remembered.trim().to_owned(), glad: back.glad, follow_ups, ..call.clone() };
    let what = format!("Looked back on {}", interview.title());
    let interview = Record::from(interview);
    Action::Change { what, changes: vec![(interview.key(), Some(interview)), record(call)] }
}

/// What triggers this follow-up has happened. That the offer went to another is the same news for everybody at that company.
#[must_use]
pub fn trigger(notebook: &Notebook, call: &Call, what: Courtesy, today: Option<Date>) -> Action {
    let company = |call: &Call| notebook.get(&call.interview).map_or("", |interview| interview.company.as_str());
    let is_meant = |other: &&Rc<Call>| {
        let is_news = what == Courtesy::GraciousThanks && !company(call).is_empty();
        other.id == call.id || (is_news && company(other) == company(call))
    };
    let is_waiting = |follow_up: &FollowUp| follow_up.what == what && follow_up.is_waiting();
    let waiting =
        notebook.papers().calls().iter().filter(is_meant).filter(|call| call.follow_ups.iter().any(is_waiting));
    let changes: Vec<(Key, Option<Record>)> = waiting
        .map(|call| {
            let mut call = (**call).clone();
            call.follow_ups.iter_mut().filter(|follow_up| is_waiting(follow_up)).for_each(|it| it.due = today);
            record(call)
        })
        .collect();
    let more = match changes.len() {
        0 | 1 => String::new(),
        many => format!(", for {}", counted(many, "conversation", "conversations")),
    };
    Action::Change { what: format!("Noted “{}”{more}", what.happened()), changes }
}

/// Says how far a follow-up is. Opened again, one that was never due stays without a date.
#[must_use]
pub fn settle(call: &Call, what: Courtesy, status: Status, today: Option<Date>) -> Action {
    let told = match status {
        Status::Open => format!("Opened “{}” again", what.name()),
        Status::Done => format!("Done: “{}”", what.name()),
        Status::NotApplicable => format!("Set “{}” aside", what.name()),
    };
    change(told, call, what, |follow_up| {
        follow_up.status = status;
        follow_up.settled = today.filter(|_| status != Status::Open);
    })
}

/// Sets when a follow-up is to be done, and what the user wants to say.
#[must_use]
pub fn plan(call: &Call, what: Courtesy, due: Option<Date>, note: &str) -> Action {
    change(format!("Changed “{}”", what.name()), call, what, |follow_up| {
        follow_up.due = due;
        follow_up.note = note.trim().to_owned();
    })
}

/// A follow-up with the conversation that it follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Next {
    pub interview: Rc<Interview>,
    pub call: Rc<Call>,
    pub follow_up: FollowUp,
}

/// Every open follow-up that has a date, the earliest first.
#[must_use]
pub fn open(notebook: &Notebook) -> Vec<Next> {
    let mut open: Vec<Next> = Vec::new();
    for call in notebook.papers().calls() {
        // Without its interview nobody could say whom to thank.
        let Some(interview) = notebook.get(&call.interview) else { continue };
        let dated =
            call.follow_ups.iter().filter(|follow_up| follow_up.status == Status::Open && follow_up.due.is_some());
        open.extend(dated.map(|follow_up| Next {
            interview: Rc::clone(interview),
            call: Rc::clone(call),
            follow_up: follow_up.clone(),
        }));
    }
    // Stable: of one day in the order of making.
    open.sort_by_key(|next| next.follow_up.due);
    open
}

/// Interviews that are still to come, the next first: nothing is known of them yet, and their day is after today, or today
/// where they are prepared for. (One of today that nobody prepared for may have gone by without the question.)
#[must_use]
pub fn coming(notebook: &Notebook, today: Date) -> Vec<Rc<Interview>> {
    let is_coming = |interview: &&Rc<Interview>| match interview.date {
        Some(date) if date == today => prepared(notebook, &interview.id).is_some(),
        date => date > Some(today),
    };
    unknown(notebook).filter(is_coming).cloned().collect()
}

/// Interviews of the last days that were prepared for and of which nothing was noted, the latest first.
#[must_use]
pub fn to_look_back_on(notebook: &Notebook, today: Date) -> Vec<Rc<Interview>> {
    let is_lately = |interview: &&Rc<Interview>| {
        prepared(notebook, &interview.id).is_some()
            && interview
                .date
                .is_some_and(|date| date <= today && date.later(ASKED_ABOUT).is_none_or(|end| today <= end))
    };
    let mut lately: Vec<Rc<Interview>> = unknown(notebook).filter(is_lately).cloned().collect();
    lately.reverse();
    lately
}

/// Adds an interview that is to be prepared for.
#[must_use]
pub fn expect(interview: Interview) -> Action {
    let interview = Interview { asking: Asking::NotAsked, ..interview.trimmed() };
    let call = Call { id: Call::id_of(&interview.id), interview: interview.id.clone(), ..Call::default() };
    let what = format!("Added {}", interview.title());
    let interview = Record::from(interview);
    Action::Change { what, changes: vec![(interview.key(), Some(interview)), record(call)] }
}

fn prepared<'a>(notebook: &'a Notebook, interview: &str) -> Option<&'a Rc<Call>> {
    notebook.papers().calls().iter().find(|call| call.interview == interview)
}

fn unknown(notebook: &Notebook) -> impl Iterator<Item = &Rc<Interview>> {
    let is_noted = |id: &str| prepared(notebook, id).is_some_and(|call| call.is_noted());
    let interviews = notebook.in_time_order().iter();
    interviews.filter(move |interview| is_unknown(interview) && !is_noted(&interview.id))
}

/// Neither an answer nor that there was none is known of it.
fn is_unknown(interview: &Interview) -> bool {
    interview.asking == Asking::NotAsked && interview.answer.is_empty()
}

fn change(told: String, call: &Call, what: Courtesy, change: impl Fn(&mut FollowUp)) -> Action {
    let mut call = call.clone();
    call.follow_ups.iter_mut().filter(|follow_up| follow_up.what == what).for_each(change);
    keep(told, call)
}

/// The four, each with the day on which it is due, as far as that is known.
fn begun(today: Option<Date>) -> Vec<FollowUp> {
    let due = |what: Courtesy| match what {
        Courtesy::Thanks => today,
        Courtesy::Connect => today.and_then(|today| today.later(1)),
        Courtesy::GraciousThanks | Courtesy::Support => None,
    };
    let follow_up =
        |what: Courtesy| FollowUp { what, status: Status::Open, due: due(what), settled: None, note: String::new() };
    Courtesy::ALL.map(follow_up).to_vec()
}

fn record(call: Call) -> (Key, Option<Record>) {
    let record = Record::from(call);
    (record.key(), Some(record))
}

fn keep(what: String, call: Call) -> Action {
    Action::Change { what, changes: vec![record(call)] }
}

#[cfg(test)]
mod tests {
    use super::super::{State, reduce};
    use super::*;

    fn day(iso: &str) -> Date {
        Date::from_iso(iso).unwrap()
    }

    fn coming_interview(id: &str, who: &str, company: &str, date: &str) -> Interview {
        Interview {
            id: id.into(),
            who: who.into(),
            company: company.into(),
            date: Date::from_iso(date),
            asking: Asking::NotAsked,
            ..Interview::default()
        }
    }

    fn state(interviews: impl IntoIterator<Item = Interview>) -> State {
        State { mine: Notebook::new(interviews.into_iter().map(Record::from)), ..State::default() }
    }

    fn bram() -> Interview {
        coming_interview("a", "Bram Teasel", "Larkspur Homes", "2026-03-10")
    }

    fn looked_back(state: &State, id: &str, back: &Back, today: &str) -> State {
        let papers = state.mine.papers();
        let interview = state.mine.get(id).unwrap();
        reduce(state, look_back(interview, &papers.call(id), papers, back, Date::from_iso(today)))
    }

    fn due(state: &State, today: &str) -> Vec<(String, Courtesy)> {
        let due = open(&state.mine).into_iter().filter(|next| next.follow_up.is_due(day(today)));
        due.map(|next| (next.interview.id.clone(), next.follow_up.what)).collect()
    }

    fn ids(interviews: &[Rc<Interview>]) -> Vec<&str> {
        interviews.iter().map(|interview| interview.id.as_str()).collect()
    }

    #[test]
    fn an_interview_is_coming_until_something_is_known_of_it() {
        let answered = Interview { answer: "You stay calm.".into(), asking: Asking::Answered, ..bram() };
        // Recorded by hand, and so as it was: the question was not put.
        let by_hand = ["2026-03-08", "2026-03-07"]
            .map(|day| Interview { id: format!("by-hand-{day}"), ..coming_interview("", "Isolde Marrow", "", day) });
        let expected = [
            bram(),
            coming_interview("b", "Marigold Fenn", "Larkspur Homes", "2026-03-08"),
            coming_interview("c", "Cuthbert Pyke", "", "2026-02-20"),
            coming_interview("d", "Tobias Wren", "", ""),
        ];
        let state = state(by_hand.into_iter().chain([Interview { id: "e".into(), ..answered }]));
        let state = expected.into_iter().fold(state, |state, interview| reduce(&state, expect(interview)));
        assert_eq!(ids(&coming(&state.mine, day("2026-03-08"))), ["b", "a"]);
        assert_eq!(ids(&to_look_back_on(&state.mine, day("2026-03-08"))), ["b"]);
        assert_eq!(ids(&coming(&state.mine, day("2026-03-11"))), Vec::<&str>::new());
        assert_eq!(ids(&to_look_back_on(&state.mine, day("2026-03-11"))), ["a", "b"]);
        assert_eq!(ids(&to_look_back_on(&state.mine, day("2026-03-06"))), ["c"]);

        let noted = looked_back(&state, "b", &Back { glad: Some(Glad::Yes), ..Back::default() }, "2026-03-08");
        assert_eq!(ids(&coming(&noted.mine, day("2026-03-08"))), ["a"]);
        assert!(to_look_back_on(&noted.mine, day("2026-03-09")).is_empty());
        assert_eq!(ids(&coming(&noted.mine, day("2026-03-07"))), ["by-hand-2026-03-08", "a"]);
    }

    #[test]
    fn how_can_i_help_stands_first_until_the_user_makes_the_list_their_own() {
        let state = state([bram()]);
        assert_eq!(questions(state.mine.papers())[0], HELP);
        let own = reduce(&state, keep_questions("What made you stay?\n\n  Who taught you most? \nWhat made you stay?"));
        assert_eq!(questions(own.mine.papers()), ["What made you stay?", "Who taught you most?"]);
        for ours in ["", " \n ", LIST.join("\n").as_str()] {
            let back = reduce(&own, keep_questions(ours));
            assert_eq!((questions(back.mine.papers()).len(), back.mine.papers().questions()), (LIST.len(), None));
        }
        assert_eq!(questions(reduce(&own, Action::Undo).mine.papers()), LIST);
    }

    #[test]
    fn chosen_questions_stand_in_the_order_of_the_list_and_answered_ones_stay() {
        let mut state = state([bram()]);
        let asks = |state: &State| -> Vec<String> {
            chosen(&state.mine.papers().call("a"), state.mine.papers()).into_iter().map(|chosen| chosen.ask).collect()
        };
        let chose = |state: &State, ask: &str, is_chosen| {
            let papers = state.mine.papers();
            reduce(state, choose(&papers.call("a"), papers, ask, is_chosen))
        };
        assert_eq!(asks(&state), [HELP]);
        state = chose(&state, LIST[3], true);
        state = chose(&state, LIST[1], true);
        state = chose(&state, LIST[1], true);
        assert_eq!(asks(&state), [HELP, LIST[1], LIST[3]]);
        let answers = vec![String::new(), " The people ".to_owned()];
        state = looked_back(&state, "a", &Back { answers, ..Back::default() }, "2026-03-10");
        state = chose(&chose(&state, HELP, false), LIST[1], false);
        assert_eq!(asks(&state), [LIST[1], LIST[3]]);
        assert_eq!(state.mine.papers().call("a").questions[0].answer, "The people");
    }

    #[test]
    fn looking_back_keeps_the_answer_and_begins_the_four_follow_ups_in_one_step() {
        let before = state([bram()]);
        let back = Back {
            answer: " You stay calm. ".into(),
            remembered: "The flooded laundry".into(),
            glad: Some(Glad::Yes),
            ..Back::default()
        };
        let state = looked_back(&before, "a", &back, "2026-03-10");
        let interview = state.mine.get("a").unwrap();
        assert_eq!((interview.answer.as_str(), interview.asking), ("You stay calm.", Asking::Answered));
        let call = state.mine.papers().call("a");
        assert_eq!((call.remembered.as_str(), call.glad), ("The flooded laundry", Some(Glad::Yes)));
        assert!(call.questions.is_empty(), "ours was offered and not taken up");
        assert_eq!(due(&state, "2026-03-10"), [("a".into(), Courtesy::Thanks)]);
        assert_eq!(due(&state, "2026-03-11"), [("a".into(), Courtesy::Thanks), ("a".into(), Courtesy::Connect)]);

        let again = looked_back(&state, "a", &Back { remembered: "The rota".into(), ..back }, "2026-04-01");
        assert_eq!(again.mine.papers().call("a").follow_ups, call.follow_ups, "they go on as they are");
        assert_eq!(reduce(&state, Action::Undo).mine.papers(), before.mine.papers());
        assert_eq!(reduce(&state, Action::Undo).mine.get("a"), before.mine.get("a"));
    }

    #[test]
    fn whether_the_question_was_put_follows_from_the_answer() {
        let asking = |answer: &str, asked| {
            let state =
                looked_back(&state([bram()]), "a", &Back { answer: answer.into(), asked, ..Back::default() }, "");
            state.mine.get("a").unwrap().asking
        };
        assert_eq!(asking("You stay calm.", false), Asking::Answered);
        assert_eq!((asking(" ", true), asking("", false)), (Asking::NoAnswer, Asking::NotAsked));
    }

    #[test]
    fn each_follow_up_waits_for_its_trigger() {
        let interviews = [
            bram(),
            coming_interview("b", "Marigold Fenn", "Larkspur Homes", "2026-03-10"),
            coming_interview("c", "Tobias Wren", "Nettlebed Care", "2026-03-10"),
        ];
        let mut state = ["a", "b", "c"]
            .iter()
            .fold(state(interviews), |state, id| looked_back(&state, id, &Back::default(), "2026-03-10"));
        let call = |state: &State, id: &str| state.mine.papers().call(id);
        let happened = |state: &State, id: &str, what| {
            reduce(state, trigger(&state.mine, &call(state, id), what, Date::from_iso("2026-03-15")))
        };
        assert_eq!(due(&state, "2026-03-20").len(), 6);
        state = happened(&state, "a", Courtesy::Support);
        assert_eq!(due(&state, "2026-03-20").last().unwrap(), &("a".into(), Courtesy::Support));
        state = happened(&state, "b", Courtesy::GraciousThanks);
        assert_eq!(state.notice.as_deref(), Some("Noted “It went to another”, for two conversations."));
        let gracious: Vec<String> = due(&state, "2026-03-20")
            .into_iter()
            .filter(|(_, what)| *what == Courtesy::GraciousThanks)
            .map(|(id, _)| id)
            .collect();
        assert_eq!(gracious, ["a", "b"]);
        let nothing = happened(&state, "b", Courtesy::GraciousThanks);
        assert_eq!(nothing.mine, state.mine, "it is known already");
    }

    #[test]
    fn follow_ups_are_done_set_aside_opened_again_and_planned() {
        let state = looked_back(&state([bram()]), "a", &Back::default(), "2026-03-10");
        let settled = |state: &State, status| {
            let action = settle(&state.mine.papers().call("a"), Courtesy::Thanks, status, Date::from_iso("2026-03-11"));
            reduce(state, action)
        };
        let thanks = |state: &State| state.mine.papers().call("a").follow_ups[0].clone();
        for status in [Status::Done, Status::NotApplicable] {
            let state = settled(&state, status);
            assert_eq!((thanks(&state).status, thanks(&state).settled), (status, Date::from_iso("2026-03-11")));
            assert!(due(&state, "2026-03-10").is_empty());
            let opened = thanks(&settled(&state, Status::Open));
            assert_eq!((opened.status, opened.settled), (Status::Open, None));
        }
        let later =
            plan(&state.mine.papers().call("a"), Courtesy::Thanks, Date::from_iso("2026-03-12"), " The garden ");
        let planned = reduce(&state, later);
        assert_eq!((thanks(&planned).note.as_str(), due(&planned, "2026-03-10").len()), ("The garden", 0));
        assert_eq!(due(&planned, "2026-03-12").len(), 2);
    }

    #[test]
    fn the_card_is_kept_with_what_is_shared_and_goes_with_its_interview() {
        let before = state([bram()]);
        let person = people::of(&before.mine, &bram()).unwrap();
        let call = before.mine.papers().call("a");
        let prepared =
            reduce(&before, prepare(&call, &bram(), Some((&person, " Eastleigh ")), "How is Eastleigh? ", "Calm"));
        let papers = prepared.mine.papers();
        assert_eq!((papers.call("a").bring_up.as_str(), papers.call("a").line.as_str()), ("How is Eastleigh?", "Calm"));
        assert_eq!(papers.contacts()[0].common_ground, "Eastleigh");
        assert_eq!(reduce(&prepared, Action::Undo).mine.papers(), before.mine.papers());

        let deleted = reduce(&prepared, Action::Delete("a".into()));
        assert!(deleted.mine.papers().calls().is_empty());
        assert_eq!(reduce(&deleted, Action::Undo).mine.papers(), prepared.mine.papers());
    }
}

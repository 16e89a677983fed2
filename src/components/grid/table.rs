//! The grid as a table, which is what it is to a screen reader too.

use std::rc::Rc;

use yew::prelude::*;

use super::keys::id;
use super::picture::group_name;
use crate::route::{Screen, href};
use crate::state::{Book, Date, Extent, Grid, Group, Interview, Place, Row};
use crate::text::{counted, listed, upper_first};

/// What of the grid is shown, and where in it the user is.
#[derive(Clone, Copy)]
pub struct View {
    pub book: Book,
    pub extent: Extent,
    /// The only place that the Tab key stops at.
    pub current: Place,
    /// The place whose quote is shown.
    pub shown: Option<Place>,
}

pub fn table(grid: &Grid, view: View, toggle_once: &Callback<MouseEvent>) -> Html {
    let columns = shown(&grid.columns, view.extent.earlier);
    html! {
        <table>
            <caption class="vh">{ "Points by interview, the oldest interview first" }</caption>
            <thead>
                { companies(columns) }
                <tr class="day">
                    <th scope="col">{ "Point" }</th>
                    { for columns.iter().enumerate().map(|(at, interview)| day(interview, view.extent.earlier + at + 1, starts_company(columns, at), view)) }
                    <th scope="col" class="c">{ format!("of {}", grid.columns.len()) }</th>
                </tr>
            </thead>
            { for Group::ALL.into_iter().map(|group| group_rows(grid, group, view, toggle_once)) }
        </table>
    }
}

/// What is left without the earlier ones.
fn shown<T>(columns: &[T], earlier: usize) -> &[T] {
    columns.get(earlier..).unwrap_or_default()
}

/// Interviews at the same company, one after the other, stand under one name.
fn companies(columns: &[Rc<Interview>]) -> Html {
    let mut groups: Vec<(&str, usize)> = Vec::new();
    for (at, interview) in columns.iter().enumerate() {
        match groups.last_mut() {
            Some((_, count)) if !starts_company(columns, at) => *count += 1,
            _ => groups.push((&interview.company, 1)),
        }
    }
    html! {
        <tr class="co">
            <td></td>
            { for groups.into_iter().map(|(company, count)| html! {
                <th scope="colgroup" colspan={count.to_string()} title={company.to_owned()}><span>{ company.to_owned() }</span></th>
            }) }
            <td class="c"></td>
        </tr>
    }
}

fn starts_company(columns: &[Rc<Interview>], at: usize) -> bool {
    let company = |at: usize| columns.get(at).map(|interview| &interview.company);
    at == 0 || company(at) != company(at - 1)
}

/// The head of a column: the day, and the way to the interview.
fn day(interview: &Interview, column: usize, is_first: bool, view: View) -> Html {
    let place = Place { row: 0, column };
    let edit = (view.book == Book::Mine).then(|| interview.id.clone());
    let short = interview.date.map_or_else(|| "no date".to_owned(), Date::short);
    let label = listed(&[&short, &name(interview), &interview.company]);
    html! {
        <th scope="col" data-first={is_first.then_some("")}>
            <a
                id={id(place)}
                href={href(view.book, Screen::Interviews { edit })}
                tabindex={tabindex(place, view)}
                aria-label={label}
            >
                { for short.split(' ').map(|part| html! { <span>{ part.to_owned() }{ " " }</span> }) }
            </a>
        </th>
    }
}

fn group_rows(grid: &Grid, group: Group, view: View, toggle_once: &Callback<MouseEvent>) -> Html {
    let rows: Vec<_> = grid.group(group).collect();
    if rows.is_empty() {
        return html! {};
    }
    let is_open = group != Group::Once || view.extent.is_once_open;
    let heading = if group == Group::Once {
        let points = upper_first(&counted(rows.len(), "point", "points"));
        html! {
            <button class="act" aria-expanded={is_open.to_string()} onclick={toggle_once}>
                { format!("{points} heard once so far") }
            </button>
        }
    } else {
        html! { <span>{ group_name(group) }</span> }
    };
    html! {
        <tbody data-kind={kind(group)}>
            <tr class="grp"><th scope="rowgroup" colspan={(shown(&grid.columns, view.extent.earlier).len() + 2).to_string()}>{ heading }</th></tr>
            if is_open {
                { for rows.into_iter().take(view.extent.rows).map(|(number, row)| {
                    let in_row = |place: Place| (place.row == number).then_some(place.column);
                    html! {
                        <GridRow
                            key={number}
                            row={Rc::clone(row)}
                            columns={Rc::clone(&grid.columns)}
                            earlier={view.extent.earlier}
                            book={view.book}
                            {number}
                            current={in_row(view.current)}
                            shown={view.shown.and_then(in_row)}
                        />
                    }
                }) }
            }
        </tbody>
    }
}

/// How strokes of a group are drawn.
pub const fn kind(group: Group) -> &'static str {
    match group {
        Group::Recurring | Group::Once => "point",
        Group::Cliche => "cliche",
        Group::Doubt => "doubt",
    }
}

/// A component, so that a step from cell to cell draws only the rows that it is about.
#[derive(Properties, PartialEq)]
pub struct GridRowProps {
    row: Rc<Row>,
    columns: Rc<[Rc<Interview>]>,
    earlier: usize,
    book: Book,
    number: usize,
    /// The column that the Tab key stops at, if it is in this row.
    current: Option<usize>,
    /// The column whose quote is shown, if it is in this row.
    shown: Option<usize>,
}

#[component]
fn GridRow(props: &GridRowProps) -> Html {
    let GridRowProps { row, columns, earlier, book, number, current, shown: looked_at } = props;
    let columns = shown(columns, *earlier);
    let tabindex = |column: usize| if *current == Some(column) { "0" } else { "-1" };
    let cell = |(at, interview): (usize, &Rc<Interview>)| {
        let (column, first) = (earlier + at + 1, starts_company(columns, at).then_some(""));
        if row.at(earlier + at).is_empty() {
            return html! { <td data-first={first}></td> };
        }
        let date = interview.date.map(|date| date.in_words(None)).unwrap_or_default();
        let label = listed(&[&name(interview), &date]);
        html! {
            <td data-first={first}>
                <button
                    id={id(Place { row: *number, column })}
                    tabindex={tabindex(column)}
                    aria-label={label}
                    data-shown={(*looked_at == Some(column)).then_some("")}
                >
                    { stroke(row.group) }
                </button>
            </td>
        }
    };
    let point = Screen::Story { point: row.point.clone() };
    html! {
        <tr>
            <th scope="row">
                <a id={id(Place { row: *number, column: 0 })} href={href(*book, point)} tabindex={tabindex(0)} dir="auto">
                    { row.label.clone() }
                </a>
            </th>
            { for columns.iter().enumerate().map(cell) }
            <td class="c num">{ row.count() }</td>
        </tr>
    }
}

/// One interview's stroke. A doubt leans the other way.
pub fn stroke(group: Group) -> Html {
    let path = if group == Group::Doubt { "M5 17.5L.8 .5" } else { "M.8 17.5L5 .5" };
    html! {
        <svg class="marks" data-kind={kind(group)} width="6" height="18" viewBox="0 0 6 18" aria-hidden="true">
            <path class="on" d={path} />
        </svg>
    }
}

fn tabindex(place: Place, view: View) -> &'static str {
    if view.current == place { "0" } else { "-1" }
}

fn name(interview: &Interview) -> String {
    if interview.name().is_empty() { "Somebody" } else { interview.name() }.to_owned()
}

//! One note open for writing: what it says, where it comes from, its kind and what it is about.

use crate::app::Action;
use crate::app::show::agreement::note::{
    NEW, Open, changed, read_passage, read_text, removed, sorts,
};
use crate::app::show::agreement::notes::{KINDS, choice};
use crate::model::{Entity, Note};
use crate::platform::element;
use crate::ui::context::{Shared, use_act};
use crate::ui::inputs::{Choice, OptionGroup, Passage, use_draft};
use crate::ui::record::Record;
use yew::prelude::*;

const TEXT: &str = "note-text";

/// How a note was left.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Left {
    Written(usize),
    Removed,
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NoteProps {
    pub(crate) state: Shared,
    pub(crate) open: Open,
    /// The note as it is committed.
    pub(crate) note: Note,
    pub(crate) leave: Callback<Left>,
}

#[component]
pub(crate) fn Writing(props: &NoteProps) -> Html {
    let act = use_act();
    let NoteProps {
        state,
        open,
        note,
        leave,
    } = props.clone();
    let record = Record::new(
        &act,
        move |state| open.note(&state.workbook).cloned(),
        move |state, note: Note| changed(&state.workbook, open.place, note),
    );
    let text = use_draft(&record.read(|note, text| {
        note.text = read_text(text)?;
        Ok(())
    }));
    let source = use_draft(&record.read(|note, text| {
        note.source = read_passage(text)?;
        Ok(())
    }));
    use_effect_with((), {
        let new = note.text == NEW;
        move |()| {
            if new {
                element::select_text(TEXT);
            } else {
                element::focus(&format!("#{TEXT}"));
            }
        }
    });
    let kinds = KINDS.map(|kind| AttrValue::from(choice(kind)));
    let kind = KINDS.iter().position(|&kind| kind == note.kind);
    let sorts = sorts(&state.workbook);
    let mut subjects = vec![None::<Entity>];
    subjects.extend(
        sorts
            .iter()
            .flat_map(|sort| sort.things.iter().map(|(entity, _)| Some(*entity))),
    );
    let about = subjects.iter().position(|&subject| subject == note.about);
    let groups = sorts.into_iter().map(|sort| OptionGroup {
        label: sort.name.into(),
        options: sort
            .things
            .into_iter()
            .map(|(_, name)| AttrValue::from(name))
            .collect(),
    });
    let done = {
        let (text, source, leave) = (text.clone(), source.clone(), leave.clone());
        Callback::from(move |()| {
            let readable = [text.commit(), source.commit()];
            if readable == [true; 2] {
                leave.emit(Left::Written(open.place));
            }
        })
    };
    let on_key = {
        let done = done.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                done.emit(());
            }
        })
    };
    let remove = {
        Callback::from(move |_: MouseEvent| {
            // A second click, before the first is drawn, would mean the note after it.
            let there = act
                .now()
                .filter(|state| open.note(&state.workbook).is_some());
            if let Some(state) = there {
                act.send(Action::CommitSaying(
                    removed(&state.workbook, open.place),
                    "The note is removed. Undo brings it back.".to_owned(),
                ));
            }
            leave.emit(Left::Removed);
        })
    };
    html! {
        <div class="form writing" role="group" aria-label="A note, open for writing" onkeydown={on_key}>
            <Passage id={TEXT} label="What it says" value={note.text.clone()} draft={text} />
            <Passage id="note-source" label="Where it comes from: a title or an address" value={note.source.clone()} draft={source} placeholder="no source" />
            <div class="fields">
                <Choice id="note-kind" label="Kind" options={kinds.to_vec()} chosen={kind.unwrap_or(0)}
                    choose={record.pick(KINDS.to_vec(), |note, kind| note.kind = kind)} />
                <Choice id="note-about" label="About" options={vec![AttrValue::from("the workbook as a whole")]} groups={groups.collect::<Vec<_>>()}
                    chosen={about.unwrap_or(0)} choose={record.pick(subjects, |note, about| note.about = about)} />
            </div>
            <div class="tools">
                <button type="button" class="go" onclick={move |_| done.emit(())}>{ "Done" }</button>
                <button type="button" onclick={remove}>{ "Remove the note" }</button>
            </div>
        </div>
    }
}

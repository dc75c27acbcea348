//! What the illustrative borough assumes, and the published figures that set its sizes.

use crate::model::{Entity, IndicatorId, Note, NoteKind, OutcomeId, StreamId};
use crate::presets::build::{note, note_on};

pub(super) fn notes() -> Vec<Note> {
    use NoteKind::{Assumption, Gap, Remark, Source};
    let stream = |id| Entity::Stream(StreamId(id));
    vec![
        note(
            Remark,
            "This borough does not exist. Its sums, paths and responses are made up at the sizes \
             of a metropolitan borough of 220,000 people, to show how an agreement works.",
            "",
        ),
        note(
            Gap,
            "No area's pooled money has been found published in full by block and year; that is \
             why the page opens on an illustration.",
            "",
        ),
        note(
            Source,
            "The reward is 2.5% of the net budget requirement, counted with the dedicated schools \
             grant for the year before the start, and is paid in two instalments, half capital \
             and half revenue.",
            "Hansard, 13 March 2009, written ministerial statement on local government finance",
        ),
        note(
            Source,
            "Pump-priming is £750,000 and £1 a head.",
            "Salford City Council, report of the Leader to Cabinet, 2002",
        ),
        note(
            Assumption,
            "Delivery risks are starting values by how a thing is measured, in a survey or by a \
             count; nobody has published any.",
            "",
        ),
        note(
            Assumption,
            "What money does to each indicator is assumed: the cost of its full stretch, from all \
             the money that is spent on its outcome, and the shape of the way there.",
            "",
        ),
        note(
            Assumption,
            "Amounts for 2008/09 are as they might have been expected in 2006. In fact Area Based \
             Grant replaced the pooled grant in April 2008.",
            "",
        ),
        note(
            Assumption,
            "Some indicators carry names of the national set of 2008, which an agreement of 2006 \
             would have called by their older names.",
            "",
        ),
        note(
            Assumption,
            "The reward is shared as others shared theirs: running costs come off first, as in \
             Wirral, a part is held for bids, as in Oxfordshire, and the rest goes by delivery.",
            "Wirral, decision 1195; Oxfordshire Public Service Board, on the reward grant",
        ),
        note_on(
            stream(1),
            Source,
            "Sefton was allocated £5,631,300 in 2003/04.",
            "House of Commons, written answers, 15 January 2003",
        ),
        note_on(
            stream(2),
            Source,
            "Shropshire had £2.33m and Telford & Wrekin £1.77m in 2007/08.",
            "Hansard, written answers, 27 February 2008",
        ),
        note_on(
            stream(3),
            Source,
            "£4.65m of Shropshire's £5.06m went through its agreement in 2007/08.",
            "Hansard, written answers, 27 February 2008",
        ),
        note_on(
            stream(9),
            Source,
            "£68,300 in Shropshire and in Telford & Wrekin alike.",
            "Hansard, written answers, 27 February 2008",
        ),
        note_on(
            stream(14),
            Source,
            "£196,745 in Sefton and £366,436 in Islington in 2004/05; usually aligned.",
            "House of Commons, written answers, 15 June and 20 July 2004",
        ),
        note_on(
            stream(19),
            Assumption,
            "Only the part of the programme for older people is counted in the agreement.",
            "",
        ),
        note_on(
            stream(26),
            Source,
            "A reward of £2m to £4m was expected from the earlier agreement, as Kensington and \
             Chelsea expected from its own. The low end is counted.",
            "Royal Borough of Kensington and Chelsea, letter on its earlier agreement",
        ),
        note_on(
            Entity::Outcome(OutcomeId(13)),
            Assumption,
            "Mandatory outcomes have a minimum in every year, which holds in a single pot too.",
            "",
        ),
        note_on(
            Entity::Indicator(IndicatorId(7)),
            Assumption,
            "No money helps: what people say in a survey is not known to follow spending.",
            "",
        ),
    ]
}

//! How is worked out what a partner brings, and what it gets of the reward?

use crate::workings::recorded;
use crate::{borough, explained, input, opened, support::sample};
use laa::app::working::{Brought, Figure, Ground};
use laa::app::{Action, Edit, update};
use laa::engine::Sharer;
use laa::model::{
    BasisPoints, Interim, Origin, Partner, PartnerId, PartnerShare, Pence, SharingTo,
};
use laa::text::money;

/// Where something is paid on account, payments are not shared alike: the working has what each is shared by.
#[test]
fn a_share_of_payments_on_account_is_worked_out_from_what_each_has_brought_so_far() {
    let mut met = recorded("40");
    met.actual[1] = Some("45".parse().unwrap());
    met.interim = Some(Interim {
        year: 1,
        level: "45".parse().unwrap(),
    });
    let outcome = met.outcome;
    let mut book = sample("Bath & North East Somerset");
    let partner = PartnerId(1);
    book.agreement.partners.push(Partner {
        id: partner,
        name: "Council".to_owned(),
    });
    book.agreement.rules.sharing.to = SharingTo::Delivery;
    for other in &mut book.agreement.outcomes {
        other.delivery = vec![PartnerShare {
            partner,
            share: BasisPoints::WHOLE,
        }];
    }
    let name = book
        .agreement
        .outcomes
        .iter()
        .find(|other| other.id == outcome)
        .map(|found| found.name.clone())
        .unwrap();
    let plain = opened(book);
    let figure = Figure::PartnerShare(Sharer::Partner(partner));
    let earns = explained(&plain, figure);
    assert!(
        earns
            .inputs
            .iter()
            .all(|(what, _)| !what.contains("has brought"))
    );
    let state = update(&plain, Action::Commit(Edit::Indicator(met)));
    let found = explained(&state, figure);
    assert_eq!(
        input(&found, &format!("{name} has brought by 2005/06")),
        "£5,963.20, 100% of it"
    );
    // That is paid back, and half of what the outcome's other indicators earn is paid.
    let ground = Ground::of(&state).unwrap();
    let mut outcomes = ground.result.outcomes.iter();
    let earned = outcomes.find(|found| found.id == outcome).unwrap().reward;
    assert_eq!(
        input(&found, &format!("{name} has brought by 2006/07")),
        format!("{}, 100% of it", money::exact(Pence(earned.0 / 2)))
    );
}

#[test]
fn that_no_set_up_fences_a_local_contribution_is_marked_as_assumed() {
    let state = borough();
    let ground = Ground::of(&state).unwrap();
    let streams = &ground.agreement.streams;
    let local = streams
        .iter()
        .find(|stream| stream.origin == Origin::Local)
        .unwrap();
    let sharer = local.partner.map_or(Sharer::Unassigned, Sharer::Partner);
    let brings = |kind| explained(&state, Figure::Brings(sharer, kind, None));
    assert!(brings(Brought::Local).also[0].assumed);
    assert_eq!(brings(Brought::Pooled).also, []);
}

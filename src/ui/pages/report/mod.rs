//! Report: the open scenario on two to four sheets of paper that a committee can read.

mod assumptions;
mod tables;

use crate::app::show::chances::outlook;
use crate::app::show::position::headline;
use crate::app::show::qr::qr;
use crate::app::show::report::{area_and_years, facts};
use crate::app::show::reward::{payments, waterfall};
use crate::app::show::sending::sending;
use crate::chart;
use crate::codec::code::Code;
use crate::codec::link::What;
use crate::model::Moment;
use crate::platform::{clock, element, location};
use crate::ui::context::ViewProps;
use crate::ui::figures::{FigureView, picture};
use crate::ui::frame::Later;
use crate::ui::pages::said::said_first;
use assumptions::{Assumptions, Differences};
use tables::{Indicators, Money, Partners};
use yew::prelude::*;

#[component]
pub(crate) fn Report(props: &ViewProps) -> Html {
    let state = &props.state;
    let (says, _) = outlook(state);
    let print = Callback::from(|_: MouseEvent| element::print());
    html! {
        <div class="view report">
            <div class="report-head">
                <p class="report-of"><b>{ area_and_years(state) }</b><Printed /></p>
                { said_first(headline(state)) }
                <button type="button" class="go" onclick={print}>{ "Print" }</button>
            </div>
            if let Some(says) = says {
                <p>{ says }</p>
            }
            <section>
                <h3>{ "At a glance" }</h3>
                <dl class="facts">
                    { for facts(state).into_iter().map(|(what, says)| html! {
                        <div key={what.clone()}><dt>{ what }</dt><dd>{ says }</dd></div>
                    }) }
                </dl>
            </section>
            <Later>
                <Indicators state={state.clone()} />
                <Pictures state={state.clone()} />
                <Money state={state.clone()} />
                <Partners state={state.clone()} />
                <Differences state={state.clone()} />
                <Assumptions state={state.clone()} />
                <Foot state={state.clone()} />
            </Later>
        </div>
    }
}

/// The day of printing, which is said on paper alone.
#[component]
fn Printed() -> Html {
    let today = || Moment::of_millis(clock::now()).day();
    let day = use_state(today);
    let set = day.setter();
    use_effect_with((), move |()| {
        let heard = element::before_print(move || set.set(today()));
        move || drop(heard)
    });
    html! { <span class="printed">{ " · printed on " }{ (*day).clone() }</span> }
}

/// How the reward comes about and when it is paid, as far as there is one.
#[component]
fn Pictures(props: &ViewProps) -> Html {
    let state = &props.state;
    html! {
        <div class="report-pictures">
            if let Some(input) = waterfall(state, 660.0) {
                <section>
                    <h3>{ "Indicator by indicator to the total" }</h3>
                    <FigureView figure={chart::waterfall::draw(&input)} titled={false} class="wide" />
                </section>
            }
            if let Some(input) = payments(state, 420.0) {
                <section>
                    <h3>{ "When the reward is paid" }</h3>
                    <FigureView figure={chart::payments::draw(&input)} titled={false} class="narrow" />
                </section>
            }
        </div>
    }
}

/// How the figures are found again: the code, the link and the version.
#[component]
fn Foot(props: &ViewProps) -> Html {
    let state = &props.state;
    let workbook = state.shown();
    let code = workbook
        .scenario(state.open)
        .map(|scenario| Code::of(&workbook.agreement, scenario).to_string());
    let sending = sending(state, &What::default(), &location::before_fragment());
    let square = sending.capitals.and_then(|address| qr(&address).ok());
    html! {
        <section class="report-foot">
            <h3>{ "To check these figures" }</h3>
            <p>
                { "Scenario code " }<b>{ code.unwrap_or_default() }</b>
                { ". Whoever opens the link below and reads out the same code sees the same figures. It is no signature. \
                   Sums are worked out in pence and shown to the pound, so that some may seem to add up to a pound more or less. \
                   Page version " }{ env!("CARGO_PKG_VERSION") }{ "." }
            </p>
            if let Some(address) = sending.address {
                <div class="report-link">
                    if let Some(square) = square {
                        <div class="qr">{ picture(&square, "The link as a QR code") }</div>
                    }
                    <p class="address">{ address }</p>
                </div>
            } else {
                <p>{ "The agreement is too long for a link. Send it as a file." }</p>
            }
        </section>
    }
}

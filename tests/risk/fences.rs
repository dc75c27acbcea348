//! What each fence costs and each freedom is worth, in rows and sentences.

use crate::answered;
use crate::common::{Book, straight};
use laa::app::desks::Wait;
use laa::app::show::fences::{PriceRow, asks, fences, freedoms};
use laa::app::{Action, State, View, update};
use laa::model::{Relaxation, Standing};
use std::rc::Rc;

/// Two ring-fenced blocks, each with an outcome that £50,000 brings in full for half of £100,000. The
/// first has £100,000, the second £20,000, which alone falls short of its cliff.
fn book() -> Book {
    let mut book = Book::new(1);
    for pounds in [100_000, 20_000] {
        let block = book.bl();
        let outcome = book.oc(block);
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(50_000));
        book.st(block, &[pounds]);
    }
    book
}

/// What lifting the fence of each of its blocks is worth.
const PRICED: [(&str, &str, &str, &str, &str); 2] = [
    ("Block 1", "block-1", "100.0", "£50k", ""),
    (
        "Block 5",
        "block-2",
        "0.0",
        "free",
        "the money earns as much where it is",
    ),
];

fn opened(book: &Book, view: View) -> State {
    let state = State::open(Rc::new(book.workbook()), book.sc.id, 0);
    update(&state, Action::Show(view))
}

fn texts(rows: &[PriceRow]) -> Vec<(&str, &str, &str, &str, &str)> {
    rows.iter()
        .map(|row| {
            (
                row.name.as_str(),
                row.class,
                row.bar.width.as_str(),
                row.worth.as_str(),
                row.why,
            )
        })
        .collect()
}

#[test]
fn a_fence_that_holds_idle_money_is_worth_what_the_money_could_earn() {
    let state = opened(&book(), View::Position);
    let (nothing, wait) = fences(&state);
    assert_eq!(
        (nothing, wait),
        (Ok(Default::default()), Wait::Coming(None))
    );
    let (prices, wait) = fences(&answered(&state));
    assert_eq!(wait, Wait::Over);
    let prices = prices.unwrap();
    assert_eq!(
        prices.says,
        "At its best the same money earns £50,000 behind these fences. \
         With every fence lifted it could earn £50,000 more."
    );
    assert_eq!(texts(&prices.blocks), PRICED);
    let here: Vec<&str> = prices
        .setups
        .iter()
        .filter(|setup| setup.2)
        .map(|setup| setup.1.as_str())
        .collect();
    assert_eq!(here, ["£50,000"]);
    let best = prices.setups.iter().map(|setup| setup.1.as_str());
    assert!(
        best.clone().any(|best| best == "£100,000"),
        "{:?}",
        prices.setups
    );
}

#[test]
fn no_fence_no_price() {
    let mut book = book();
    book.sc.setup = laa::model::SetUp::SinglePot;
    let (prices, _) = fences(&answered(&opened(&book, View::Position)));
    let prices = prices.unwrap();
    assert_eq!(
        prices.says,
        "No fence holds money here. At its best the same money earns £100,000."
    );
    assert_eq!((prices.blocks.len(), prices.streams.len()), (0, 0));
}

#[test]
fn a_freedom_asked_for_is_priced_and_none_is_not() {
    let mut book = book();
    assert!(!asks(&opened(&book, View::Funding)));
    for block in book.ag.blocks.clone() {
        book.ask(Relaxation::LiftBlock(block.id), Standing::Asked);
    }
    let state = opened(&book, View::Funding);
    assert!(asks(&state));
    assert_eq!(freedoms(&state), (Vec::new(), None, Wait::Coming(None)));
    let (rows, together, _) = freedoms(&answered(&state));
    let mut named = PRICED;
    named[0].0 = "Lifting the fence of Block 1";
    named[1].0 = "Lifting the fence of Block 5";
    named[1].3 = "nothing";
    assert_eq!(texts(&rows), named);
    assert_eq!(together.as_deref(), Some("£50,000"));
}

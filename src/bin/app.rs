//! The page: starts the Yew application in the browser.

fn main() {}

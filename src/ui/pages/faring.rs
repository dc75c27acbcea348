//! How one scenario fares against another: what is said of it, and the difference as a picture.

use crate::app::show::fares::Fares;
use crate::chart::spread;
use crate::ui::figures::FigureView;
use crate::ui::unfolding::use_unfolded;
use yew::prelude::*;

/// As wide as the side of a view.
const WIDTH: f64 = 300.0;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FaringProps {
    pub(super) fares: Fares,
    /// Whether the picture has to be asked for.
    #[prop_or_default]
    pub(super) folded: bool,
}

#[component]
pub(super) fn Faring(props: &FaringProps) -> Html {
    let (unfolded, on_toggle) = use_unfolded();
    let drawn = unfolded || !props.folded;
    let picture = props.fares.picture(WIDTH);
    let figure = picture
        .as_ref()
        .filter(|_| drawn)
        .map(|input| html! { <FigureView figure={spread::draw(input)} titled={false} /> });
    html! {
        <div class="faring">
            <p>{ props.fares.says() }</p>
            if props.folded && picture.is_some() {
                <details ontoggle={on_toggle}>
                    <summary>{ "The difference as a picture" }</summary>
                    { figure.unwrap_or_default() }
                </details>
            } else {
                { figure.unwrap_or_default() }
            }
        </div>
    }
}

//! What one of several workers drew, as it crosses to the one that puts it together.

use crate::odds::Drawn;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde::{Deserialize, Serialize};

/// A run of blocks. Its rewards cross as their bytes: a million numbers written out are long to write and to read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    first: u32,
    totals: String,
    reached: Vec<(u32, u32)>,
}

impl From<&Drawn> for Run {
    fn from(drawn: &Drawn) -> Self {
        let bytes: Vec<u8> = drawn
            .totals
            .iter()
            .flat_map(|total| total.to_le_bytes())
            .collect();
        Self {
            first: drawn.first,
            totals: STANDARD_NO_PAD.encode(bytes),
            reached: drawn.reached.clone(),
        }
    }
}

impl Run {
    /// What was drawn; nothing where it did not arrive whole.
    pub(crate) fn drawn(self) -> Option<Drawn> {
        let bytes = STANDARD_NO_PAD.decode(self.totals).ok()?;
        let (totals, rest) = bytes.as_chunks::<8>();
        rest.is_empty().then(|| Drawn {
            first: self.first,
            totals: totals
                .iter()
                .map(|&bytes| f64::from_le_bytes(bytes))
                .collect(),
            reached: self.reached,
        })
    }
}

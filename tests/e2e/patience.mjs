//! How long a test waits for what has to come: a busy machine is no fault of the page.

/** In milliseconds. */
export const PATIENCE = 60_000;

//! A browser in which the page has been before, so that its tour does not begin by itself.

/** Runs in a page before its own scripts. */
export function toured() {
  try {
    localStorage.setItem("laa.toured", "yes");
  } catch {
    // Where nothing can be kept, the tour does not begin either.
  }
}

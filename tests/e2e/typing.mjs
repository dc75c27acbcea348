//! Types amounts into a cell as officers do, and times each key to the end of the frame that shows what it changed.

const AMOUNTS = 24; // typed one over the other, digit after digit
const WARMING = 4; // amounts of them before anything is measured
const PAUSE = 60; // milliseconds between keys, so that each has its frame to itself

/** The cell that Allocation and Funding open on. */
export async function openGrid(page, view) {
  await page.getByRole("link", { name: view }).click();
  await page.getByRole("grid").first().locator("td.typed").first().click();
}

/**
 * Types into what has the focus; answers with the milliseconds of each key, from the quickest to the slowest.
 *
 * `warm()` is called when the measuring begins.
 */
export async function typeAmounts(page, warm = () => {}) {
  await page.evaluate(() => {
    document.addEventListener(
      "keydown",
      (event) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            window.frame = performance.now() - event.timeStamp;
          };
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  const frames = [];
  for (let amount = 0; amount < AMOUNTS; amount++) {
    if (amount === WARMING) await warm();
    // Six digits, from £210,000 to £670,000.
    for (const digit of String(210_000 + 20_000 * amount)) {
      await page.keyboard.press(digit);
      await page.waitForTimeout(PAUSE);
      if (amount >= WARMING) frames.push(await page.evaluate(() => window.frame));
    }
    await page.keyboard.press("Escape");
    await page.waitForTimeout(PAUSE);
  }
  return frames.sort((one, other) => one - other);
}

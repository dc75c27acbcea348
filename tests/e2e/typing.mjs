//! Types amounts into a cell as officers do, and times each key to the end of the frame that shows what it changed;
//! beside a worker that never comes to an end, too.

const AMOUNTS = 24; // typed one over the other, digit after digit
const WARMING = 4; // amounts of them before anything is measured
const PAUSE = 60; // milliseconds between keys, so that each has its frame to itself

/** The first cell of a view; of Indicators, that of the first one opened. */
export async function openGrid(page, view) {
  await page.getByRole("link", { name: view }).click();
  if (view === "Indicators") await page.locator("button.tile").first().click();
  await page.getByRole("grid").first().locator("td.typed").first().click();
}

/** Has a worker draw the reward a million times, again and again; Risk says that it is at work. */
export async function drawWithoutEnd(page) {
  await page.getByRole("link", { name: "Risk", exact: true }).click();
  await page.getByText(/8 in 10 chance of at least/).waitFor();
  const before = new Set(page.workers());
  const draw = page.getByRole("button", { name: "Draw" });
  await draw.click();
  await page.getByRole("table", { name: "100,000 draws, seed 2006" }).waitFor();
  // Each time that it is done it says nothing and begins anew.
  for (const worker of page.workers().filter((worker) => !before.has(worker))) {
    await worker.evaluate(() => {
      const { onmessage, postMessage } = self;
      let task;
      self.onmessage = (event) => {
        if (event.data.startsWith("{")) task = event;
        onmessage.call(self, event);
      };
      self.postMessage = (said) => {
        if (said.startsWith('{"Progress"')) postMessage.call(self, said);
        else setTimeout(() => onmessage.call(self, task));
      };
    });
  }
  await page.getByLabel("Draws, a million at most").fill("1,000,000");
  await draw.click();
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
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

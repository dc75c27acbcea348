//! Types amounts into a cell as officers do, and times each key to the frame that shows it and to the one that shows what
//! it changed; beside a worker that never comes to an end, too.

const AMOUNTS = 24; // typed one over the other, digit after digit
const WARMING = 4; // amounts of them before anything is measured
const PAUSE = 100; // milliseconds between keys, so that each has its frames to itself

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
 * Types into what has the focus; answers with the milliseconds of each key: `key` to the frame with what was typed, as
 * the browser counts it in steps of eight, and `picture` to the one with all that follows from it.
 *
 * `warm()` is called when the measuring begins.
 */
export async function typeAmounts(page, warm = () => {}) {
  await page.evaluate(() => {
    const STEP = 8; // what takes no longer than two of them is not reported
    const keys = new Map();
    new PerformanceObserver((list) => {
      for (const { name, startTime, duration } of list.getEntries()) {
        if (name === "keydown" && keys.has(startTime)) keys.get(startTime).key = duration;
      }
    }).observe({ type: "event", durationThreshold: 2 * STEP });
    window.typed = keys;
    let now;
    const past = () => performance.now() - now.at;
    document.addEventListener(
      "keydown",
      (event) => {
        now = { at: event.timeStamp, digit: /\d/.test(event.key), key: STEP, picture: undefined, begun: false };
        keys.set(event.timeStamp, now);
        requestAnimationFrame(() => {
          now.begun = true;
          const { port1, port2 } = new MessageChannel();
          // It may wait until after a later frame, whose beginning has been taken then.
          port1.onmessage = () => (now.picture ??= past());
          port2.postMessage(null);
        });
      },
      true,
    );
    // What changes once the first frame has begun is on screen when the one after it begins.
    const later = new MutationObserver(() => now?.begun && requestAnimationFrame(() => (now.picture = past())));
    later.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  });
  for (let amount = 0; amount < AMOUNTS; amount++) {
    if (amount === WARMING) {
      await page.evaluate(() => window.typed.clear());
      await warm();
    }
    // Six digits, from £210,000 to £670,000.
    for (const digit of String(210_000 + 20_000 * amount)) {
      await page.keyboard.press(digit);
      await page.waitForTimeout(PAUSE);
    }
    await page.keyboard.press("Escape");
    await page.waitForTimeout(PAUSE);
  }
  const typed = await page.evaluate(() => [...window.typed.values()]);
  return typed.filter(({ digit }) => digit);
}

/** What so large a share of numbers does not exceed. */
export function within(share, numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * share)];
}

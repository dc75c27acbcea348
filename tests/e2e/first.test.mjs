//! What a first visit sees while the program is on its way.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, openPage, screenshot } from "./harness.mjs";

const PROGRAM = /app[^/]*_bg\.wasm/;
const OPENING = "Opening the agreement…";

/** The page with its program held back, and what lets it go. */
async function held(t, options) {
  let letGo;
  const gate = new Promise((free) => {
    letGo = free;
  });
  const page = await openPage(t, {
    ...options,
    ready: null,
    before: (page) =>
      page.route(PROGRAM, async (route) => {
        await gate;
        await route.continue();
      }),
  });
  await page.getByText(OPENING).waitFor();
  return { page, letGo };
}

/** Title and headline: what they say and where they stand. */
function seen(page) {
  return page.locator(".header h1, main .say h2, main .say > p, .sidebar, #view").evaluateAll((found) =>
    found.map((element) => {
      const { x, y } = element.getBoundingClientRect();
      const says = element.matches("h1, h2, p") ? element.innerText : "";
      return { says, x, y };
    }),
  );
}

for (const width of [1280, 1440, 1920]) {
  test(`a first visit at ${width} pixels reads its headline before the program is there, which leaves it in its place`, async (t) => {
    const { page, letGo } = await held(t, { width, first: true });
    const before = await seen(page);
    assert.match(before.map(({ says }) => says).join(" "), /An illustrative borough.+ earns £.+ of a possible £/);
    await assertAccessible(page);
    await screenshot(page, `first-${width}`);
    letGo();
    await page.getByRole("link", { name: "Position", exact: true }).waitFor();
    assert.equal(await page.getByText(OPENING).count(), 0);
    assert.deepEqual(await seen(page), before);
  });
}

test("where the header takes several lines, a first visit waits for the program", async (t) => {
  const { page, letGo } = await held(t, { width: 768, first: true });
  assert.equal(await page.locator("main").count(), 0);
  letGo();
  await page.locator("main .say h2").waitFor();
});

test("who has been here, or comes by a link, never reads the headline of another agreement", async (t) => {
  for (const options of [{ first: false }, { first: true, hash: "#position" }, { first: true, path: "?from=mail" }]) {
    const { page, letGo } = await held(t, { width: 1440, ...options });
    assert.equal(await page.locator("main").count(), 0, JSON.stringify(options));
    letGo();
    await page.locator("main .say h2").waitFor();
  }
});

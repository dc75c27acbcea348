//! For who sees little or wants no motion: forced colours keep every state told, reduced motion keeps everything still.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, cell, openPage, screenshot } from "./harness.mjs";
import { everyView } from "./views.mjs";

/** What is chosen or at hand, each with the like of it that is not. */
const CHOSEN = {
  ".scenarios .on": ".scenarios li:not(.on)",
  ".views .on": ".views a:not(.on)",
  ".tabs .on": ".tabs button:not(.on)",
  ".tile.on": ".tile:not(.on)",
  "tr.at-hand > :first-child": "tr:not(.at-hand) > td:first-child, tbody tr:not(.at-hand) > th:first-child",
};

/** The width of the left edge of what a selector finds first. */
const edge = (page, selector) =>
  page.locator(selector).first().evaluate((found) => parseFloat(getComputedStyle(found).borderLeftWidth));

/** Marks of charts that are no text, as far as they are filled and cannot be told from what is behind them. */
function unseenMarks() {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => part / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const canvas = light(getComputedStyle(document.body).backgroundColor);
  const ratio = (colour) => (Math.max(light(colour), canvas) + 0.05) / (Math.min(light(colour), canvas) + 0.05);
  const clear = (colour) => /^rgb\(/.test(colour) && ratio(colour) >= 3;
  return [...document.querySelectorAll("svg.chart :is(.bar, .zone, .pay, .dot, .lump)")]
    .filter((mark) => mark.getBoundingClientRect().width > 0)
    .map((mark) => [mark.getAttribute("class"), getComputedStyle(mark)])
    .filter(([, style]) => !clear(style.fill) && !clear(style.stroke))
    .map(([name, { fill, stroke }]) => `${name}: ${fill}, ${stroke}`);
}

for (const colorScheme of ["light", "dark"]) {
  test(`with forced ${colorScheme} colours every view is readable, and what is chosen has an edge`, async (t) => {
    const page = await openPage(t, { context: { forcedColors: "active", colorScheme } });
    const met = new Set();
    await everyView(page, async (view, name) => {
      if (view === "Indicators") await page.locator(".tile").first().click();
      await screenshot(page, `forced-${colorScheme}-${name}`, { fullPage: true });
      // There axe reads the colours that the page asks for, not those that are forced on its buttons.
      await assertAccessible(page, { exclude: [".go"] });
      assert.deepEqual(await page.evaluate(unseenMarks), [], view);
      for (const [chosen, other] of Object.entries(CHOSEN)) {
        if (!(await page.locator(chosen).count()) || !(await page.locator(other).count())) continue;
        met.add(chosen);
        assert.ok((await edge(page, chosen)) >= (await edge(page, other)) + 3, `${view}: ${chosen} looks like any other`);
      }
    });
    assert.deepEqual(Object.keys(CHOSEN).filter((chosen) => !met.has(chosen)), []);
  });

  test(`with forced ${colorScheme} colours the focus has a ring, and a fault its sentence`, async (t) => {
    const page = await openPage(t, { context: { forcedColors: "active", colorScheme } });
    await page.getByRole("link", { name: "Agreement", exact: true }).click();
    const field = page.locator("main input[inputmode=text]").first();
    for (const found of [field, page.getByRole("link", { name: "Risk", exact: true }), page.getByRole("button", { name: "Help", exact: true })]) {
      await found.focus();
      await page.keyboard.press("Shift");
      const { outlineStyle, outlineWidth } = await found.evaluate((on) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(on);
        return { outlineStyle, outlineWidth };
      });
      assert.equal(outlineStyle, "solid");
      assert.ok(parseFloat(outlineWidth) >= 3);
    }
    await field.fill("");
    await field.press("Enter");
    await page.locator("main .error:not(:empty)").first().waitFor();
    await screenshot(page, `forced-${colorScheme}-fault`);
  });
}

test("who wants no motion sees none, whatever is done", async (t) => {
  // Heard from the first moment on: what moves, and for how many milliseconds.
  const listen = () => {
    window.moved = [];
    const note = ({ type, target }) => {
      for (const moving of target.getAnimations({ subtree: true })) {
        const { activeDuration } = moving.effect.getComputedTiming();
        if (activeDuration > 1) window.moved.push(`${type} of ${target.className}: ${activeDuration}`);
      }
    };
    for (const type of ["animationstart", "transitionrun"]) document.addEventListener(type, note, true);
  };
  const page = await openPage(t, {
    context: { reducedMotion: "reduce" },
    before: (page) => page.addInitScript(listen),
  });
  await everyView(page, async (view) => {
    for (const folded of await page.locator("main summary:visible").all()) await folded.click();
    await page.locator("main button:visible").first().hover();
    const left = await page.evaluate(() => document.getAnimations().map((one) => one.effect.getComputedTiming().activeDuration));
    assert.deepEqual(left.filter((duration) => duration > 1), [], view);
  });
  await page.getByRole("link", { name: "Allocation", exact: true }).click();
  await cell(page, "Fewer teenage pregnancies, 2006/07").focus();
  await page.keyboard.type("0");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "+ New scenario" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  for (const name of ["Open", "Copy link", "Paste a link or code", "Help"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await page.locator("dialog[open] h2").first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  }
  await page.getByRole("link", { name: "Best use", exact: true }).click();
  await page.getByRole("button", { name: "Find the best" }).click();
  await page.getByRole("heading", { name: /The same money can earn/ }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.moved), []);
});

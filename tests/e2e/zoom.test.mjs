//! Zoomed to 200% and 400%, and with the text spacing of WCAG 1.4.12, nothing is cut off and nothing overlaps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertFits, openPage, screenshot } from "./harness.mjs";
import { everyView } from "./views.mjs";

const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

/** Texts that are cut off by a box that hides them, that leave their box, or that lie over one another. */
function faults() {
  const short = (text) => text.replace(/\s+/g, " ").trim().slice(0, 40);
  const all = [...document.querySelectorAll("header *, nav *, main *")].filter(
    (element) => element instanceof HTMLElement && element.checkVisibility() && !element.closest(".unseen, select, svg"),
  );
  const cut = all.filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    if (!clientWidth || !element.textContent.trim()) return false;
    return (hides(overflowX) && scrollWidth > clientWidth + 1) || (hides(overflowY) && scrollHeight > clientHeight + 1);
  });
  const burst = all.filter(
    (element) => element.matches("button, a, .code") && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1,
  );

  // Where each text is to be seen: within the boxes that scroll or hide what is in them.
  const seen = [];
  for (const element of all) {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, top, right, bottom } of range.getClientRects()) {
        const box = { left, top, right, bottom, text: short(node.data), element };
        for (let around = element; around; around = around.parentElement) {
          const { overflowX } = getComputedStyle(around);
          if (overflowX === "visible") continue;
          const within = around.getBoundingClientRect();
          box.left = Math.max(box.left, within.left);
          box.right = Math.min(box.right, within.right);
        }
        if (box.right - box.left > 1) seen.push(box);
      }
    }
  }
  seen.sort((one, other) => one.top - other.top);
  const over = [];
  for (let at = 0; at < seen.length; at += 1) {
    const one = seen[at];
    for (let next = at + 1; next < seen.length && seen[next].top < one.bottom - 4; next += 1) {
      const other = seen[next];
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (wide > 2) over.push(`“${one.text}” and “${other.text}”`);
    }
  }
  const named = (element) => `${element.tagName} .${element.className}: ${short(element.textContent)}`;
  return { cut: cut.map(named), burst: burst.map(named), over: over.slice(0, 20) };
}

async function assertWhole(page, where) {
  await assertFits(page, where);
  assert.deepEqual(await page.evaluate(faults), { cut: [], burst: [], over: [] }, where);
}

for (const [zoom, width] of [
  [100, 1280],
  [200, 640],
  [400, 320],
]) {
  test(`at ${zoom}% of a window of 1280 pixels nothing is cut off and nothing overlaps`, async (t) => {
    const page = await openPage(t, { width, height: Math.round((width * 5) / 8), context: { deviceScaleFactor: zoom / 100 } });
    await everyView(page, async (view) => assertWhole(page, `${view} at ${zoom}%`));
  });

  test(`with wide text spacing at ${zoom}% nothing is cut off and nothing overlaps`, async (t) => {
    const page = await openPage(t, { width, height: 800 });
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    }, SPACED);
    await everyView(page, async (view, name) => {
      await screenshot(page, `spaced-${name}-${width}`, { fullPage: true });
      await assertWhole(page, `${view}, spaced, at ${zoom}%`);
    });
  });
}

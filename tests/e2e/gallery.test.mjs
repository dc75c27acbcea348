//! A picture of every view to be looked at: three widths, light, dark and printed. Nothing overflows, axe finds nothing.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { test } from "node:test";
import { assertAccessible, assertFits, assertWhole, openPage, screenshot } from "./harness.mjs";
import { everyView } from "./views.mjs";

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 768, 320]) {
    test(`every view in ${colorScheme} at ${width} pixels`, async (t) => {
      const page = await openPage(t, { width, height: 900, context: { colorScheme } });
      const seen = await everyView(page, async (view, name) => {
        await assertFits(page, view);
        await screenshot(page, `${name}-${width}${colorScheme === "dark" ? "-dark" : ""}`, { fullPage: true });
        await assertAccessible(page);
      });
      assert.equal(seen, 12);
    });
  }
}

/** A4 between the margins of a printed page, in CSS pixels, and the sheet itself in points. */
const SHEET = { between: 680, wide: 595.3, high: 841.9 };

for (const colorScheme of ["light", "dark"]) {
  test(`every view is printed on A4, dark ink on white, from a ${colorScheme} screen`, async (t) => {
    const page = await openPage(t, { width: SHEET.between, height: 900, context: { colorScheme } });
    await everyView(page, async (view, name) => {
      const paper = await page.pdf({ preferCSSPageSize: true });
      const boxes = Array.from(paper.toString("latin1").matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g));
      assert.ok(boxes.length > 0);
      for (const [, wide, high] of boxes) {
        assert.ok(Math.max(wide, high) <= SHEET.high + 1 && Math.min(wide, high) <= SHEET.wide + 1, `${view}: ${wide} by ${high} points`);
      }
      await page.emulateMedia({ media: "print", colorScheme });
      await assertFits(page, `${view}, printed,`);
      await assertWhole(page, `${view}, printed,`);
      const path = await screenshot(page, `print-${name}${colorScheme === "dark" ? "-dark" : ""}`, { fullPage: true });
      await writeFile(path.replace(/png$/, "pdf"), paper);
      await page.emulateMedia({ media: null, colorScheme });
    });
  });
}

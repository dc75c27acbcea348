//! Goes through every view that the page offers.

import { eventually } from "./harness.mjs";

/** Opens each view in turn, waits until all of it is there, calls `look(view, name)`, and says how many there were. */
export async function everyView(page, look) {
  const views = await page.locator(".views a").allInnerTexts();
  // What is out of sight is to be seen in a picture of the whole page.
  await page.evaluate(() => {
    const all = new CSSStyleSheet();
    all.replaceSync(".in-sight { content-visibility: visible }");
    document.adoptedStyleSheets.push(all);
  });
  for (const view of views) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await page.locator("main .say, main h2").first().waitFor();
    const coming = page.locator("main [aria-busy=true], main .later, main svg.chart:empty").or(page.getByText("Working it out…"));
    await eventually(() => coming.count(), (left) => left === 0);
    await look(view, view.toLowerCase().replaceAll(" ", "-"));
  }
  return views.length;
}

//! The report: the open scenario on a few sheets, with the same figures as the views and a way to check them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, openPage, screenshot } from "./harness.mjs";

async function openReport(t, options) {
  const page = await openPage(t, options);
  await page.getByRole("link", { name: "Report", exact: true }).click();
  await page.getByRole("heading", { name: "To check these figures" }).waitFor();
  return page;
}

test("the report says what Position says, with the code of the header and a link that opens on it", async (t) => {
  const page = await openReport(t);
  const headline = await page.locator(".say h2").innerText();
  const code = await page.locator(".header .code").innerText();
  assert.ok((await page.locator(".report-foot").innerText()).includes(code.replace(/Scenario code\s*/, "")));
  const address = await page.locator(".address").innerText();
  const earned = await page.locator("td[data-head='Earns']").allInnerTexts();
  const pounds = (text) => Number(text.replace(/[£,]/g, ""));
  const facts = await page.locator(".facts").innerText();
  const reward = pounds(facts.match(/£[\d,]+(?= of a possible)/)[0]);
  const sum = earned.map(pounds).reduce((all, one) => all + one, 0);
  assert.ok(Math.abs(sum - reward) <= earned.length, `${sum} is the sum of what the indicators earn, ${reward} the reward`);

  const other = await openPage(t, { hash: address.slice(address.indexOf("#")) });
  await other.locator(".say h2").waitFor();
  const start = (text) => text.split(/[,.] |\.$/)[0];
  assert.equal(start(await other.locator(".say h2").innerText()), start(headline), "the link opens on the same reward");
});

test("the report takes two to four sheets of paper, in black and white too", async (t) => {
  const page = await openReport(t);
  const paper = await page.pdf({ preferCSSPageSize: true });
  const sheets = paper.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok(sheets >= 2 && sheets <= 4, `${sheets} sheets`);
  const onScreen = await page.locator(".say h2").innerText();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".say h2").innerText(), onScreen, "no figure is lost on paper");
  await screenshot(page, "report-printed", { fullPage: true });
});

test("the report says of which area and years it is, and on paper the day of printing too", async (t) => {
  const page = await openReport(t);
  const of = page.locator(".report-of");
  assert.equal(await of.innerText(), "An illustrative borough, 2006–09");
  await page.emulateMedia({ media: "print" });
  assert.match(await of.innerText(), /^An illustrative borough, 2006–09 · printed on \d{1,2} [A-Z][a-z]{2} \d{4}$/);
});

test("the pictures of the report are seen whole, and their writing is not small", async (t) => {
  for (const width of [1440, 1024, 768]) {
    const page = await openReport(t, { width });
    const seen = await page.locator(".report .picture").evaluateAll((pictures) =>
      pictures.map((picture) => {
        const drawing = picture.querySelector("svg");
        return { over: picture.scrollWidth - picture.clientWidth, scale: drawing.clientWidth / drawing.viewBox.baseVal.width };
      }),
    );
    assert.equal(seen.length, 2);
    for (const { over, scale } of seen) assert.ok(over <= 0 && scale > 0.8, `${over} pixels are cut, drawn at ${scale}`);
  }
});

test("on paper both pictures stand side by side, and a sum stands once", async (t) => {
  const page = await openReport(t);
  await page.emulateMedia({ media: "print" });
  const [all, paid] = await page.locator(".report figure").evaluateAll((figures) => figures.map((figure) => figure.getBoundingClientRect().toJSON()));
  assert.ok(paid.left >= all.right && paid.top < all.bottom, "the payments stand beside what is earned");
  // A foot of a table is repeated on every sheet, where it reads as the sum of that sheet.
  const feet = await page.locator(".report tfoot").evaluateAll((feet) => feet.map((foot) => getComputedStyle(foot).display));
  assert.deepEqual(new Set(feet), new Set(["table-row-group"]));
});

for (const width of [1440, 768, 320]) {
  test(`the report at ${width} pixels: nothing overflows and axe finds nothing`, async (t) => {
    const page = await openReport(t, { width });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${over} pixels too wide`);
    await assertAccessible(page);
    await screenshot(page, `report-${width}`, { fullPage: true });
  });
}

test("Print asks the browser to print", async (t) => {
  const page = await openReport(t);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "yes");
  });
  await page.getByRole("button", { name: "Print" }).click();
  await page.locator("body[data-printed]").waitFor();
});

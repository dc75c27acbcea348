//! The largest agreement that officers bring (8 blocks, 60 indicators, 200 streams, 6 years) in every view:
//! it opens, nothing overflows, nothing breaks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, screenshot } from "./harness.mjs";

const VIEWS = ["Position", "Funding", "Allocation", "Indicators", "Reward", "Agreement"];
const TITLE = "The county and its fourteen districts";
const YEARS = 6;

/** A list made by counting. */
const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** The file, with names as long as the ones in published agreements. */
function largest() {
  let last = 0;
  const id = () => (last += 1);
  const blocks = many(8, (index) => ({
    id: id(),
    name: [
      "Children and Young People",
      "Safer and Stronger Communities",
      "Healthier Communities and Older People",
      "Economic Development and Enterprise",
      "Environment, Waste and Climate Change",
      "Housing and Sustainable Neighbourhoods",
      "Culture, Sport and Lifelong Learning",
      "Transport, Access and Rural Services",
    ][index],
  }));
  const partners = many(24, (index) => ({ id: id(), name: `${["District council", "Primary care trust", "Police division", "Voluntary sector forum"][index % 4]} ${index + 1}` }));
  const outcomes = many(40, (index) => ({
    id: id(),
    name: `Outcome ${index + 1}: fewer households waiting longer than they should for help`,
    block: blocks[index % 8].id,
    delivery: [
      { partner: partners[index % 24].id, share: 6000 },
      { partner: partners[(index + 7) % 24].id, share: 4000 },
    ],
    minimum: many(YEARS, () => 10_000 * (index % 3)),
  }));
  const indicators = many(60, (index) => {
    const without = 40 + (index % 17);
    return {
      id: id(),
      outcome: outcomes[index % 40].id,
      name: `Indicator ${index + 1}: people of working age who say the service met their needs`,
      unit: ["%", "per 1,000", "people"][index % 3],
      decimals: index % 3,
      better: "higher",
      baseline: { year: 2006, value: without - 2 },
      without: many(YEARS, (year) => without + year),
      with: many(YEARS, (year) => without + (year + 1) * 3),
      response: { cost: { full: 3_000_000 + index * 150_000, shape: ["straight", "diminishing", "slow-start"][index % 3] } },
    };
  });
  const streams = many(200, (index) => ({
    id: id(),
    name: `Stream ${index + 1}: ${["Supporting People grant", "Neighbourhood Renewal Fund", "Extended schools start-up grant", "Stronger Safer Communities Fund"][index % 4]}`,
    ...(index % 9 === 0 ? {} : { home: blocks[index % 8].id }),
    partner: partners[index % 24].id,
    ...(index % 11 === 0 ? { control: "aligned", spending: [{ outcome: outcomes[index % 40].id, pounds: many(YEARS, () => 20_000) }] } : {}),
    amounts: many(YEARS, (year) => 120_000 + 1_000 * index + 5_000 * year),
    ...(index % 5 === 0 && index % 11 !== 0 ? { floors: [{ outcome: outcomes[(index % 8) + 8].id, pounds: 15_000 }] } : {}),
  }));
  const scenario = (name, setup, by) => ({
    id: id(),
    name,
    setup,
    spending: outcomes.map((outcome, index) => ({ outcome: outcome.id, pounds: many(YEARS, (year) => 680_000 + by * (index % 5) + 10_000 * year) })),
  });
  const scenarios = [
    scenario("Ring-fenced blocks", "ring-fenced-blocks", 20_000),
    scenario("Single pot", "single-pot", 45_000),
    scenario("Offer of the government office", "separate-streams", 30_000),
  ];
  return {
    schema: 1,
    title: TITLE,
    agreement: { area: { name: "The county", population: 1_200_000, net_budget: 980_000_000 }, first_year: 2007, years: YEARS, blocks, partners, streams, outcomes, indicators },
    scenarios,
    base: scenarios[0].id,
    notes: many(40, (index) => ({ kind: ["source", "assumption", "gap", "remark"][index % 4], about: { stream: streams[index].id }, text: `Note ${index + 1} on what was published and what was not.`, source: "Hansard, written answers, 27 February 2008" })),
  };
}

async function openLargest(page) {
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByLabel("A file").setInputFiles({ name: "largest.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(largest())) });
  await page.getByRole("heading", { level: 1, name: new RegExp(TITLE) }).waitFor();
}

for (const width of [1440, 768, 320]) {
  test(`the largest agreement in every view at ${width} pixels`, async (t) => {
    const page = await openPage(t, { width, height: 900 });
    page.setDefaultTimeout(60_000);
    await openLargest(page);
    for (const view of VIEWS) {
      await page.getByRole("link", { name: view, exact: true }).click();
      await page.locator("main .say, main h2").first().waitFor();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${view} scrolls sideways by ${over} pixels`);
      await screenshot(page, `largest-${view.toLowerCase()}-${width}`, { fullPage: true });
    }
  });
}

test("a sheet of six years shows its last year and its sums, at 1024 pixels", async (t) => {
  const page = await openPage(t, { width: 1024, height: 900 });
  page.setDefaultTimeout(60_000);
  await openLargest(page);
  await page.getByRole("link", { name: "Funding", exact: true }).click();
  const sheet = page.locator(".scroll:has(> .grid.funding)").first();
  await sheet.waitFor();
  const over = await sheet.evaluate((element) => element.scrollWidth - element.clientWidth);
  assert.ok(over <= 0, `the sheet is ${over} pixels wider than its place`);
});

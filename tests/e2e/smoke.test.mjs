//! Does the built page start, stay within its policy, and say in words when it cannot start?

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, openPage, screenshot } from "./harness.mjs";

// Any text does: these tests follow the address, they do not read the link.
const LINK = "#k1AQIDBAUGBwgJ-_0ABCDEF";

test("the page opens in a folder of a site", async (t) => {
  const page = await openPage(t);
  assert.equal(await page.locator("main").count(), 1);
  assert.ok(await page.locator("#crash").isHidden());
  assert.ok(await page.locator("#no-start").isHidden());
  await screenshot(page, "start");
});

test("the start page has no accessibility faults", async (t) => {
  await assertAccessible(await openPage(t));
});

test("the first view needs the first load alone, and what does not arrive later is asked for again", async (t) => {
  let blocked = true;
  const missing = /parts-\w+\.wasm$/;
  const page = await openPage(t, {
    allow: [/Failed to load resource|net::ERR_FAILED|TypeError: Failed to fetch/],
    before: (page) => page.route(missing, (route) => (blocked ? route.abort() : route.continue())),
  });
  await page.getByRole("table").first().waitFor();
  await page.getByText("nothing is kept in this browser until it does").waitFor();
  await page.getByRole("link", { name: "Funding" }).click();
  await page.getByText("A part of the page did not arrive. Check the connection").waitFor();
  blocked = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("grid", { name: "Pounds by stream and year" }).waitFor();
  await page.reload();
  await page.getByRole("grid", { name: "Pounds by stream and year" }).waitFor();
});

test("an inline script is refused", async (t) => {
  const page = await openPage(t, { allow: [/Content Security Policy/] });
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.inlineScriptRan = true";
    document.head.append(script);
    return window.inlineScriptRan === true;
  });
  assert.equal(ran, false);
  // By the policy in the page and by the one that a host says.
  assert.ok(page.problems.length > 0, "the refusal is reported");
});

for (const [name, escaped] of [
  ["%23", LINK.replace("#", "%23")],
  ["%2523", LINK.replace("#", "%2523")],
  ["%23 of the QR form", LINK.replace("#k1", "%23K1")],
  ["index.html%23", `index.html${LINK.replace("#", "%23")}`],
]) {
  test(`a link whose # arrived as ${name} is sent on to the page`, async (t) => {
    const visited = [];
    const page = await openPage(t, {
      path: escaped,
      ready: "#app main",
      allow: [/status of 404/],
      before: (page) => page.on("framenavigated", (frame) => visited.push(frame.url())),
    });
    const start = page.home + (escaped.startsWith("index.html") ? "index.html" : "");
    const arrived = LINK.replace("#k1", escaped.includes("K1") ? "#K1" : "#k1");
    assert.ok(visited.includes(start + arrived), `went to ${visited.join(", ")}`);
  });
}

test("an address that leads nowhere has a page that says so", async (t) => {
  const page = await openPage(t, { path: "nowhere", allow: [/status of 404/] });
  assert.match(await page.locator("h1").innerText(), /no page at this address/);
  await page.getByRole("link", { name: "Open the start page" }).click();
  await page.locator("#app main").waitFor();
});

test("a part that does not arrive is said in words", async (t) => {
  const page = await openPage(t, {
    ready: "#no-start:not([hidden])",
    allow: [/ERR_FAILED/, /TypeError/, /integrity/],
    before: (page) => page.route("**/*.wasm", (route) => route.abort()),
  });
  assert.ok(await page.getByRole("heading", { name: "The page could not start" }).isVisible());
  assert.ok(await page.locator("#app").isHidden());
});

test("a browser without JavaScript is told what is missing", async (t) => {
  const page = await openPage(t, { ready: null, context: { javaScriptEnabled: false } });
  assert.match(await page.locator("noscript").innerText(), /needs JavaScript/);
});

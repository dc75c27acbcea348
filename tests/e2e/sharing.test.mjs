//! Does the sharing panel say what goes, and does what leaves by link, picture and file arrive with the same figures?

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { assertAccessible, openPage, screenshot } from "./harness.mjs";

const panel = (page) => page.getByRole("dialog", { name: "Copy link" });
const code = async (page) => (await page.locator("header button.code").innerText()).split(/\s+/).at(-1);
const reward = (page) => page.locator(".scenarios .on b").innerText();
const undo = (page) => page.getByRole("button", { name: "↶ Undo", includeHidden: true });
const said = (page) => panel(page).locator("p[role=status]");

async function share(page) {
  await page.getByRole("button", { name: "Copy link" }).click();
  await panel(page).getByLabel("The link", { exact: true }).waitFor();
}

async function unfold(page) {
  await panel(page).getByText("QR code, and the link in capitals").click();
}

/** What an independent reader sees in the picture as it is on screen. */
async function read(page) {
  const picture = panel(page).getByRole("img", { name: /^QR code of the link/ });
  await picture.scrollIntoViewIfNeeded();
  const { data, width, height } = PNG.sync.read(await picture.screenshot());
  return jsqr.default ? jsqr.default(new Uint8ClampedArray(data), width, height) : jsqr(new Uint8ClampedArray(data), width, height);
}

for (const colorScheme of ["light", "dark"]) {
  test(`the QR code is read off a ${colorScheme} screen and opens the same figures`, async (t) => {
    const page = await openPage(t, { width: 1440, height: 900, context: { colorScheme } });
    await share(page);
    await unfold(page);
    const seen = await read(page);
    const address = await panel(page).getByLabel("The link in capitals").inputValue();
    assert.equal(seen?.data, address);
    assert.match(new URL(address).hash, /^#K1[0-9A-HJKMNP-TV-Z]+$/);
    const fresh = await openPage(t, { hash: new URL(seen.data).hash });
    assert.equal(await code(fresh), await code(page));
    assert.equal(await reward(fresh), await reward(page));
  });
}

test("a QR code of two scenarios is read too, and one that no camera reads is not shown", async (t) => {
  const page = await openPage(t, { width: 1440, height: 900 });
  await share(page);
  await unfold(page);
  await panel(page).getByLabel(/^Also the scenario/).check();
  const address = await panel(page).getByLabel("The link in capitals").inputValue();
  assert.equal((await read(page))?.data, address);
  await panel(page).getByLabel("Also the notes").check();
  await panel(page).getByText("too long for a QR code that a camera reads off a screen").waitFor();
  assert.equal(await panel(page).getByRole("img").count(), 0);
  await panel(page).getByLabel("Also the notes").uncheck();
  await panel(page).getByRole("img").waitFor();
});

test("copying notes the scenario as offered, once, and Undo takes that out", async (t) => {
  const page = await openPage(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const spoken = await code(page);
  await share(page);
  assert.ok(await undo(page).isDisabled());
  await panel(page).getByRole("button", { name: "Copy", exact: true }).click();
  await said(page).filter({ hasText: "Copied. The ledger has “Single pot” as offered; Undo takes that out." }).waitFor();
  assert.ok(await undo(page).isEnabled());
  await panel(page).getByText("The ledger: who offered what, and when").waitFor();
  await panel(page).getByRole("button", { name: "Copy", exact: true }).click();
  await said(page).filter({ hasText: /^Copied\.$/ }).waitFor();
  const kept = () => page.evaluate(() => Object.values(localStorage).map((text) => text.split("\n").slice(1).join("\n")).filter(Boolean).map(JSON.parse));
  const [workbook] = await kept();
  assert.deepEqual(workbook.ledger.map(({ label, scenario }) => [label, scenario]), [["offered", 2]]);
  assert.equal(workbook.ledger[0].code.replace("-", ""), spoken.replace("-", ""));
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "detached" });
  await undo(page).click();
  assert.ok(await undo(page).isDisabled(), "it was one step");
  assert.deepEqual((await kept())[0].ledger ?? [], []);
});

test("a link that is copied by hand is noted too", async (t) => {
  const page = await openPage(t);
  await share(page);
  await panel(page).getByLabel("The link", { exact: true }).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await said(page).filter({ hasText: "as offered" }).waitFor();
});

test("the panel lists what goes and what stays, ticks nothing, and shows link, file and code", async (t) => {
  const page = await openPage(t);
  await share(page);
  const text = await panel(page).innerText();
  assert.match(text, /Anyone with this link can read the figures\. It cannot be recalled\. Nothing is stored on a server\./);
  assert.ok(text.includes(await code(page)));
  assert.equal(await panel(page).getByRole("checkbox", { checked: true }).count(), 0);
  const goes = panel(page).locator("section", { hasText: "What goes" });
  const stays = panel(page).locator("section", { hasText: "What stays here" });
  const base = "The scenario “Ring-fenced blocks”";
  assert.match(await goes.innerText(), /“Single pot”/);
  assert.ok((await stays.innerText()).includes(base));
  await panel(page).getByLabel("Also the scenario “Ring-fenced blocks”").check();
  assert.ok((await goes.innerText()).includes(base));
  const download = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: "Save what goes as a file" }).click();
  const sent = JSON.parse(await readFile(await (await download).path(), "utf8"));
  assert.deepEqual(sent.scenarios.map((scenario) => scenario.name), ["Single pot", "Ring-fenced blocks"]);
  assert.deepEqual(sent.ledger ?? [], [], "the ledger stays");
  await said(page).filter({ hasText: "as offered" }).waitFor();
});

for (const width of [1440, 768, 320]) {
  test(`the sharing panel is accessible at ${width} pixels`, async (t) => {
    const page = await openPage(t, { width, height: 900 });
    await share(page);
    await screenshot(page, `sharing-${width}`);
    await assertAccessible(page);
    await unfold(page);
    await panel(page).getByRole("img").scrollIntoViewIfNeeded();
    await screenshot(page, `sharing-qr-${width}`);
    await assertAccessible(page);
    const wide = await page.evaluate(() => document.querySelector("dialog").scrollWidth - document.querySelector("dialog").clientWidth);
    assert.ok(wide <= 0, "nothing is beside the dialog's edge");
  });
}

//! Can the whole job be done with the keyboard alone, and is it always to be seen where one is?

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, openPage } from "./harness.mjs";
import { everyView } from "./views.mjs";

/** Where the focus is, in words, and what is wrong with that, if anything. */
function standing() {
  const on = document.activeElement;
  if (!on || on === document.body) return { name: "nowhere", fault: "the focus is lost" };
  const label = on.getAttribute("aria-label") ?? on.labels?.[0]?.textContent ?? on.textContent;
  const name = label.replace(/\s+/g, " ").trim();
  const { left, top, width, height } = on.getBoundingClientRect();
  const inside = left + width > 0 && top + height > 0 && left < window.innerWidth && top < window.innerHeight;
  const near = [on, on.parentElement, on.nextElementSibling, on.querySelector(".value")].filter(Boolean);
  const drawn = near.some((element) => {
    const { display, outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    // No browser draws the shadow of a cell whose table collapses its rules.
    if (display === "table-cell") return false;
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || /0px 0px 0px [34]px/.test(boxShadow);
  });
  const faults = [
    width * height === 0 && "has no size",
    !inside && "is outside the window",
    !drawn && "shows no ring",
    !on.matches(":focus-visible") && "is not shown as focused",
  ];
  return { name, fault: faults.filter(Boolean).join(", "), tag: on.tagName };
}

/** Where the focus is; fails where it is lost or cannot be seen. */
async function here(page) {
  const { name, fault } = await page.evaluate(standing);
  assert.equal(fault, "", `at “${name}”`);
  return name;
}

/** Presses `key` and answers with where that leads. */
async function press(page, key) {
  await page.keyboard.press(key);
  return here(page);
}

/** Presses Tab (or another key) until the focus is on what is called `name`. */
async function go(page, name, key = "Tab") {
  const passed = [];
  while (passed.length < 150) {
    const at = await press(page, key);
    if (name instanceof RegExp ? name.test(at) : at === name) return;
    passed.push(at);
  }
  assert.fail(`${key} never leads to ${name}, only to ${passed.slice(0, 60).join(" | ")}`);
}

const reward = (page) => page.locator(".scenarios .on b").innerText();
const code = async (page) => (await page.locator("header button.code").innerText()).split(/\s+/).at(-1);

test("a figure is typed, another scenario opened, a step taken back, a link copied and two compared, by keys alone", async (t) => {
  const page = await openPage(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const before = { reward: await reward(page), code: await code(page) };

  await go(page, "Allocation");
  assert.equal(await press(page, "Enter"), "Allocation", "choosing a view leaves the focus on its name");
  await page.getByRole("grid").first().waitFor();

  await go(page, /^Young people in education, employment or training, 2006\/07/);
  const [first] = await Promise.all([here(page)]);
  await page.keyboard.type("1234567");
  await here(page);
  const next = await press(page, "Enter");
  assert.notEqual(next, first, "Enter goes on to the next cell");
  await eventually(() => reward(page), (now) => now !== before.reward);
  const typed = { reward: await reward(page), code: await code(page) };
  assert.notEqual(typed.code, before.code);
  assert.equal(await press(page, "ArrowUp"), first.replace(/: .*/, ": 1,234,567"));

  await go(page, /^Ring-fenced blocks/, "Shift+Tab");
  await press(page, "Enter");
  await eventually(() => code(page), (now) => now !== typed.code);
  await go(page, /^Single pot/);
  await press(page, "Enter");
  await eventually(() => code(page), (now) => now === typed.code);

  await go(page, /Undo$/, "Shift+Tab");
  for (let steps = 0; steps < 3 && (await code(page)) !== before.code; steps += 1) await press(page, "Enter");
  assert.deepEqual({ reward: await reward(page), code: await code(page) }, before);
  await page.keyboard.press("Control+y");
  await eventually(() => code(page), (now) => now === typed.code);
  await here(page);

  await go(page, "Copy link");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Copy link" }).waitFor();
  await here(page);
  await go(page, "Copy");
  await press(page, "Enter");
  await page.getByText("Copied.").waitFor();
  await here(page);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal(await here(page), "Copy link", "the focus returns");

  await go(page, "Compare");
  await press(page, "Enter");
  await page.locator(".views .on", { hasText: "Compare" }).waitFor();
  await page.getByRole("heading", { level: 2 }).filter({ visible: true }).first().waitFor();
  await here(page);
  const other = await openPage(t, { hash: new URL(copied).hash });
  assert.equal(await code(other), typed.code);
});

/** Waits until a view has grown to its height: what workers make for it comes after its first picture. */
async function allIsThere(page) {
  const height = () => page.evaluate(() => document.querySelector("main").scrollHeight);
  let before;
  await eventually(
    async () => [before, (before = await height())],
    ([last, now]) => last === now,
  );
}

test("Tab comes to everything in every view, and it is always to be seen where one is", async (t) => {
  const page = await openPage(t);
  const views = await page.locator(".views a").allInnerTexts();
  for (const view of views) {
    // Back to where Tab begins.
    await page.locator(".skip").focus();
    await go(page, view);
    await press(page, "Enter");
    await page.locator("main .say, main h2").first().waitFor();
    await allIsThere(page);
    let last;
    for (let steps = 0; steps < 400; steps += 1) {
      await page.keyboard.press("Tab");
      const { name, fault } = await page.evaluate(standing);
      if (name === "nowhere") break;
      assert.equal(fault, "", `${view}, at “${name}” after “${last}”`);
      last = name;
    }
  }
});

/** How many pixels of a picture have the colour of what has the keyboard. */
async function coloured(picture) {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === 255 && data[at + 1] === 191 && data[at + 2] === 71) count += 1;
  }
  return count;
}

test("whatever has the keyboard is seen to have it, in every view", async (t) => {
  const page = await openPage(t, { width: 1440, height: 900 });
  const eye = await page.context().newPage();
  const rim = 5; // pixels around what has the keyboard
  const seen = new Set();
  await everyView(page, async (view) => {
    await page.locator("main").focus();
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      const on = await page.evaluate((rim) => {
        const { activeElement: on, documentElement: whole } = document;
        const box = on.getBoundingClientRect();
        const [left, top] = [Math.max(0, box.left - rim), Math.max(0, box.top - rim)];
        const [right, bottom] = [Math.min(whole.clientWidth, box.right + rim), Math.min(window.innerHeight, box.bottom + rim)];
        const clip = { x: left, y: top, width: right - left, height: bottom - top };
        return { kind: `${on.localName} ${on.getAttribute("class") ?? ""} ${on.type ?? ""}`, clip };
      }, rim);
      if (seen.has(on.kind) || on.kind.startsWith("body")) continue;
      seen.add(on.kind);
      const picture = await page.screenshot({ clip: on.clip });
      const pixels = await eye.evaluate(coloured, picture.toString("base64"));
      const { width, height } = on.clip;
      assert.ok(pixels >= Math.min(width, height), `${view}: ${on.kind} of ${width} by ${height} shows ${pixels} pixels`);
    }
  });
  assert.ok(seen.size > 10, [...seen].join(", "));
});

test("what cannot be done says so and looks so, at either end of a list", async (t) => {
  const page = await openPage(t, { width: 1440 });
  const colour = (button) => button.evaluate((element) => getComputedStyle(element).color);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const [up, down] = ["Move up", "Move down"].map((name) => page.locator(".edit-scenario").getByRole("button", { name }));
  assert.equal(await up.getAttribute("aria-disabled"), "false");
  assert.equal(await down.getAttribute("aria-disabled"), "true", "the last scenario is open");
  assert.notEqual(await colour(up), await colour(down));
  await down.focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.getByRole("button", { name: "Undo" }).getAttribute("aria-disabled"), "true");
  await up.click();
  assert.equal(await up.getAttribute("aria-disabled"), "true");
  assert.equal(await down.getAttribute("aria-disabled"), "false");
  await page.getByRole("link", { name: "Agreement" }).click();
  const arrow = (way) => page.locator(".entries.names li").first().getByRole("button", { name: new RegExp(`^Move .* ${way}$`) });
  assert.equal(await arrow("up").getAttribute("aria-disabled"), "true");
  assert.notEqual(await colour(arrow("up")), await colour(arrow("down")));
});

test("the one indicator that a number finds is added by Enter, and one of one's own is named at once", async (t) => {
  const page = await openPage(t, { width: 1440, hash: "#/indicators" });
  const add = async () => {
    await page.getByRole("button", { name: "Add an indicator" }).first().click();
    return page.locator("#picker-search");
  };
  const search = await add();
  await search.fill("crime");
  await page.keyboard.press("Enter");
  assert.ok(await search.isVisible(), "several are found");
  await search.fill("117");
  await page.keyboard.press("Enter");
  await eventually(() => search.isVisible(), (visible) => !visible);
  await page.locator("#indicator-title").filter({ hasText: /not in (employment|education)/ }).waitFor();
  await add();
  await page.getByRole("button", { name: "Add one of your own instead" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "indicator-name");
  await page.keyboard.type("Bus trips");
  await page.keyboard.press("Enter");
  await page.locator("#indicator-title").filter({ hasText: "Bus trips" }).waitFor();
});

//! Can the whole job be done with the keyboard alone, and is it always to be seen where one is?

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, openPage } from "./harness.mjs";

/** Where the focus is, in words, and what is wrong with that, if anything. */
function standing() {
  const on = document.activeElement;
  if (!on || on === document.body) return { name: "nowhere", fault: "the focus is lost" };
  const label = on.getAttribute("aria-label") ?? on.labels?.[0]?.textContent ?? on.textContent;
  const name = label.replace(/\s+/g, " ").trim();
  const { left, top, width, height } = on.getBoundingClientRect();
  const inside = left + width > 0 && top + height > 0 && left < window.innerWidth && top < window.innerHeight;
  const drawn = [on, on.parentElement, on.nextElementSibling].filter(Boolean).some((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow.includes("0px 0px 0px 3px");
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

test("Tab comes to everything in every view, and it is always to be seen where one is", async (t) => {
  const page = await openPage(t);
  const views = await page.locator(".views a").allInnerTexts();
  for (const view of views) {
    // Back to where Tab begins.
    await page.locator(".skip").focus();
    await go(page, view);
    await press(page, "Enter");
    await page.locator("main .say, main h2").first().waitFor();
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

//! Typing into Allocation as in a spreadsheet: what is typed shows at once, and nothing typed is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, cell, drawSlowly, eventually, openPage, screenshot, typeInto, value as inside } from "./harness.mjs";

const reward = async (page) => page.locator(".scenarios .on b").innerText();
const value = (page, label) => inside(cell(page, label));

async function openAllocation(t, options) {
  const page = await openPage(t, options);
  await page.getByRole("link", { name: "Allocation" }).click();
  await page.getByRole("grid", { name: "Pounds by outcome and year" }).waitFor();
  return page;
}

const PREGNANCY = "Fewer teenage pregnancies";
const SCHOOL = "Better school attendance and behaviour";

/** Pastes a text into what has the keyboard; the page has to be allowed to use the clipboard. */
async function pasteHere(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("ControlOrMeta+v");
}

test("a keystroke changes the reward before it is committed, and Escape brings it back", async (t) => {
  const page = await openAllocation(t);
  const before = await reward(page);
  const field = cell(page, `${PREGNANCY}, 2006/07`);
  await field.focus();
  await page.keyboard.type("0");
  await eventually(() => reward(page), (shown) => shown !== before);
  assert.ok(await page.getByRole("button", { name: "Undo" }).isDisabled(), "nothing is committed yet");
  await page.keyboard.press("Escape");
  await eventually(() => reward(page), (shown) => shown === before);
  assert.equal(await inside(field), "380,000");
});

test("on a slow machine a digit does not wait for what follows from it, and nothing done next overtakes it", async (t) => {
  const page = await openAllocation(t);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 20 });
  // What the frame after each key shows: the field and the reward.
  await page.evaluate(() => {
    window.seen = [];
    const show = () => window.seen.push([document.activeElement.value, document.querySelector(".scenarios .on b").innerText]);
    document.addEventListener("keydown", () => requestAnimationFrame(show), true);
  });
  const field = cell(page, `${PREGNANCY}, 2006/07`);
  await field.focus();
  const before = await reward(page);
  await page.keyboard.type("38000");
  await eventually(() => reward(page), (shown) => shown !== before);
  const small = await reward(page);
  await page.keyboard.press("0");
  await eventually(() => reward(page), (shown) => shown === before);
  assert.deepEqual(await page.evaluate(() => window.seen.at(-1)), ["380000", small]);
  // Enter commits what stands in the field, drawn or not; Escape brings back what was drawn last of all.
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  assert.equal(await value(page, `${PREGNANCY}, 2006/07`), "38,000");
  await eventually(() => reward(page), (shown) => shown === small);
  await cell(page, `${PREGNANCY}, 2006/07`).focus();
  await page.keyboard.type("380000");
  await eventually(() => reward(page), (shown) => shown === before);
  // A digit and Escape with no frame between them.
  await page.evaluate(() => {
    const field = document.activeElement;
    field.value = "3800000";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
  });
  await eventually(() => reward(page), (shown) => shown === small);
  await page.waitForTimeout(500); // for what might come late
  assert.equal(await reward(page), small);
  assert.equal(await value(page, `${PREGNANCY}, 2006/07`), "38,000");
  // A slider shows where it stands by what is worked out: that does not wait.
  const slider = page.getByRole("slider", { name: `${PREGNANCY}, all years` });
  const place = Number(await slider.inputValue());
  const step = Number(await slider.getAttribute("step"));
  await slider.focus();
  for (const times of [1, 2]) {
    await page.keyboard.press("ArrowRight");
    await eventually(() => slider.inputValue(), (found) => Number(found) === place + times * step);
  }
  for (const _ of [1, 2]) await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await eventually(() => reward(page), (shown) => shown === before);
});

test("what is typed while the field of a cell is on its way is there in full", async (t) => {
  const page = await openAllocation(t);
  const field = cell(page, `${SCHOOL}, 2006/07`).locator("input");
  await page.getByRole("slider").last().waitFor();
  const drawn = await drawSlowly(page);
  // What follows from this is still to be done when the keyboard comes to the cell.
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await cell(page, `${SCHOOL}, 2006/07`).focus();
  await page.keyboard.type("12");
  await field.waitFor();
  await page.keyboard.type("34");
  await drawn();
  assert.equal(await field.inputValue(), "1234");
});

test("Enter commits and moves down, arrows move, and one undo takes one step back", async (t) => {
  const page = await openAllocation(t);
  await cell(page, `${PREGNANCY}, 2006/07`).focus();
  await page.keyboard.type("£400k");
  await page.keyboard.press("Enter");
  assert.equal(await value(page, `${PREGNANCY}, 2006/07`), "400,000");
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label").replace(/:.*/, ""));
  assert.equal(await focused(), `${SCHOOL}, 2006/07`);
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), `${SCHOOL}, 2007/08`);
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), `${PREGNANCY}, 2007/08`);
  await page.keyboard.press("Tab");
  assert.equal(await focused(), `${PREGNANCY}, 2008/09`);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await value(page, `${PREGNANCY}, 2006/07`), "380,000");
});

test("a click types into a cell, a key types over it, and Escape leaves it as it was", async (t) => {
  const page = await openAllocation(t);
  const found = cell(page, `${PREGNANCY}, 2006/07`);
  await found.click();
  const selected = () => page.evaluate(() => document.activeElement.selectionEnd - document.activeElement.selectionStart);
  assert.equal(await selected(), "380,000".length, "a click selects what stands there");
  await page.keyboard.press("Escape");
  assert.equal(await selected(), "380,000".length, "the cell keeps the focus, to be typed over");
  await page.keyboard.type("41");
  assert.equal(await inside(found), "41");
  await page.keyboard.press("Escape");
  assert.equal(await inside(found), "380,000");
  // What stands there is typed over wherever in it one points, until something is typed.
  const field = found.locator("input");
  await field.click({ position: { x: 20, y: 8 } });
  assert.equal(await selected(), "380,000".length, "another click does as well");
  await page.keyboard.type("42");
  assert.equal(await inside(found), "42");
  await page.keyboard.press("Escape");
  await field.dblclick();
  await page.keyboard.type("1");
  assert.equal(await inside(found), "380,0001", "two clicks change it, as F2 does");
  await page.keyboard.press("Escape");
  await page.keyboard.press("F2");
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  assert.equal(await inside(found), "380,00");
  await page.keyboard.press("Escape");
  assert.ok(await page.getByRole("button", { name: "Undo" }).isDisabled(), "nothing was committed");
});

test("Tab and Shift+Tab leave a field for the cells beside it, and commit", async (t) => {
  const page = await openAllocation(t);
  const [before, found, after] = ["2006/07", "2007/08", "2008/09"].map((year) => cell(page, `${PREGNANCY}, ${year}`));
  const focused = (cell) => cell.evaluate((cell) => cell.contains(document.activeElement));
  for (const [key, amount, next] of [["Tab", "391,000", after], ["Shift+Tab", "392,000", before]]) {
    await found.focus();
    await page.keyboard.type(amount);
    await page.keyboard.press(key);
    assert.ok(await focused(next), `${key} goes to the next cell`);
    assert.equal(await inside(found), amount);
    assert.equal(await found.locator("input").count(), 0, "the field is gone");
  }
});

test("all that stands in the cell with the keyboard is selected, after an undo too, and a figure pasted is its new one", async (t) => {
  const page = await openAllocation(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const found = cell(page, `${PREGNANCY}, 2006/07`);
  const selected = () => page.evaluate(() => [document.activeElement.ariaLabel, getSelection().toString()].join(": "));
  const stands = (text) => eventually(selected, (shown) => shown === text);
  await found.click();
  await page.keyboard.type("400000");
  await page.keyboard.press("ArrowDown");
  await stands(`${SCHOOL}, 2006/07: 1,440,000`);
  await page.keyboard.press("ArrowUp");
  await stands(`${PREGNANCY}, 2006/07: 400,000`);
  await page.keyboard.press("ControlOrMeta+z");
  await stands(`${PREGNANCY}, 2006/07: 380,000`);
  await page.keyboard.type("1");
  assert.equal(await inside(found), "1", "a digit goes over what stands there");
  await page.keyboard.press("Escape");
  await stands(`${PREGNANCY}, 2006/07: 380,000`);
  await pasteHere(page, "£410k");
  await stands(`${PREGNANCY}, 2006/07: 410,000`);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await inside(found), "380,000", "what is pasted is one step");
});

test("a key at the edge of the sheet leaves the figure as it is, and Home and End go along the row", async (t) => {
  const page = await openAllocation(t);
  const selected = () => page.evaluate(() => [document.activeElement.ariaLabel, getSelection().toString()].join(": "));
  const stands = (text) => eventually(selected, (shown) => shown === text);
  const [first, last] = [`${PREGNANCY}, 2006/07`, `${PREGNANCY}, 2008/09`];
  await cell(page, first).click();
  for (const [keys, at] of [[["ArrowLeft", "Home"], `${first}: 380,000`], [["End", "ArrowRight", "End"], `${last}: 400,000`], [["Home"], `${first}: 380,000`]]) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await stands(at);
    }
  }
  await page.keyboard.press("F2");
  await page.keyboard.press("Home");
  await page.keyboard.type("1");
  assert.equal(await inside(cell(page, first)), "1380,000", "F2 changes what stands there");
});

test("what has to be mended is found again with the keyboard, and gives way to what is pasted over it", async (t) => {
  const page = await openAllocation(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const found = cell(page, `${PREGNANCY}, 2006/07`);
  const leaveAndReturn = async () => {
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await eventually(() => found.locator("input:focus").count(), (there) => there === 1);
  };
  await found.click();
  await page.keyboard.type("abc");
  await leaveAndReturn();
  assert.equal(await found.locator("input").getAttribute("aria-invalid"), "true");
  await pasteHere(page, "£410k");
  await page.keyboard.press("Enter");
  assert.equal(await inside(found), "410,000");
  assert.equal(await found.locator("input").count(), 0, "nothing is left to be mended");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("abc");
  await leaveAndReturn();
  await page.keyboard.press("ArrowUp");
  await pasteHere(page, "1000\n2000");
  assert.equal(await inside(found), "2,000", "a block goes over it too");
  await found.locator("input").waitFor({ state: "detached" });
});

test("a block goes over what is being typed, and one that is refused leaves it as it is", async (t) => {
  const page = await openAllocation(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const found = cell(page, `${PREGNANCY}, 2006/07`);
  await found.click();
  await page.keyboard.type("410");
  await pasteHere(page, "1000\nrubbish");
  await page.getByText("“rubbish”. This is not a number.").waitFor();
  await page.keyboard.type("k");
  assert.equal(await found.locator("input").inputValue(), "410k", "typing goes on");
  await pasteHere(page, "1000\n2000");
  await eventually(() => found.locator("input").inputValue(), (value) => value === "1,000");
  await page.keyboard.press("Enter");
  assert.equal(await inside(found), "1,000", "what was typed is not put back when it is left");
});

test("a cell that has the focus is copied, and one figure pasted over it is one step", async (t) => {
  const page = await openAllocation(t);
  const found = cell(page, `${PREGNANCY}, 2006/07`);
  await found.focus();
  const copied = await found.evaluate((target) => {
    const clipboardData = new DataTransfer();
    target.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData("text/plain");
  });
  assert.equal(copied, "380,000");
  const paste = (text) =>
    found.evaluate((target, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await paste("£400k");
  assert.equal(await inside(found), "400,000");
  await paste("rubbish");
  await page.getByText("This is not a number.").waitFor();
  assert.equal(await inside(found), "rubbish");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await inside(found), "380,000");
});

test("a block pasted from a spreadsheet fills cells over the heads of blocks, in one step", async (t) => {
  const page = await openAllocation(t);
  const paste = (label, text) =>
    cell(page, label).evaluate((input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await paste(`${PREGNANCY}, 2006/07`, "1,000\t2000\r\n£3,000\t4k\r\n");
  assert.deepEqual(
    await Promise.all([`${PREGNANCY}, 2006/07`, `${PREGNANCY}, 2007/08`, `${SCHOOL}, 2006/07`, `${SCHOOL}, 2007/08`].map((label) => value(page, label))),
    ["1,000", "2,000", "3,000", "4,000"],
  );
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await value(page, `${SCHOOL}, 2007/08`), "1,480,000");
  await paste(`${PREGNANCY}, 2007/08`, "1\t2\t3");
  await page.getByText("wider than the columns").waitFor();
  await paste(`${PREGNANCY}, 2007/08`, "1\nrubbish");
  await page.getByText(`${SCHOOL}, 2007/08: “rubbish”. This is not a number.`).waitFor();
  assert.equal(await value(page, `${PREGNANCY}, 2007/08`), "390,000", "nothing was changed");
  await paste(`${PREGNANCY}, 2007/08`, "1\n2");
  await page.getByText("“rubbish”").waitFor({ state: "detached" });
});

test("what cannot be read is said beside the field and stays there to be mended", async (t) => {
  const page = await openAllocation(t);
  const before = await reward(page);
  const field = cell(page, `${PREGNANCY}, 2006/07`);
  for (const [typed, says] of [
    ["lots", "This is not a number."],
    ["30, 20, 100", "Type one number."],
    ["-5", "This cannot be less than nothing."],
    ["1.5", "Money is in whole pounds here."],
    ["999999999999999999", "That is larger than this page can hold."],
  ]) {
    await typeInto(page, field, typed);
    await page.keyboard.press("Enter");
    await page.getByText(says).waitFor();
    assert.equal(await inside(field), typed);
    assert.equal(await field.locator("input").getAttribute("aria-invalid"), "true");
    assert.equal(await reward(page), before);
  }
  await typeInto(page, field, "100,000,000,000");
  await page.keyboard.press("Enter");
  await page.getByText("not affordable: over by").first().waitFor();
  await page.getByText("outcomes together are given").first().waitFor();
});

test("a slider previews while it is dragged and is one step when it is let go", async (t) => {
  const page = await openAllocation(t);
  const slider = page.getByRole("slider", { name: `${PREGNANCY}, all years` });
  await slider.focus();
  const before = await value(page, `${PREGNANCY}, 2006/07`);
  await page.keyboard.press("PageUp");
  assert.notEqual(await value(page, `${PREGNANCY}, 2006/07`), before);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await value(page, `${PREGNANCY}, 2006/07`), before);
  assert.ok(await page.getByRole("button", { name: "Undo" }).isDisabled());
});

test("a slider that is dragged back to where it was leaves the figure that was there", async (t) => {
  const page = await openAllocation(t);
  await typeInto(page, cell(page, `${PREGNANCY}, 2006/07`), "381,234");
  await page.keyboard.press("Enter");
  const slider = page.getByRole("slider", { name: `${PREGNANCY}, all years` });
  const sum = slider.locator("xpath=following-sibling::output");
  const before = await sum.innerText();
  // Back where it began browsers tell of no change.
  const drag = (by, ...kinds) =>
    slider.evaluate((slider, [by, kinds]) => {
      slider.valueAsNumber += by;
      for (const kind of kinds) slider.dispatchEvent(new (kind === "input" ? InputEvent : PointerEvent)(kind, { bubbles: true }));
    }, [by, kinds]);
  await drag(0, "pointerdown");
  await drag(100_000, "input");
  await eventually(() => sum.innerText(), (now) => now !== before);
  await drag(-100_000, "input", "pointerup");
  await eventually(() => sum.innerText(), (now) => now === before);
  // It goes on from there as it was.
  await slider.focus();
  await page.keyboard.press("PageUp");
  assert.notEqual(await sum.innerText(), before);
});

test("a sheet is filled with what stands there now, on a machine that draws slowly too", async (t) => {
  const page = await openAllocation(t);
  await cell(page, `${PREGNANCY}, 2006/07`).click();
  const drawn = await drawSlowly(page);
  await page.keyboard.type("123456");
  await page.getByRole("button", { name: "All years as the first" }).click();
  await drawn();
  for (const year of ["2006/07", "2007/08", "2008/09"]) {
    assert.equal(await value(page, `${PREGNANCY}, ${year}`), "123,456");
  }
});

test("a cliff that is fallen under is told of beside the figure, and nothing moves for it", async (t) => {
  const page = await openAllocation(t);
  const heights = () =>
    page.evaluate(() => {
      const things = document.querySelectorAll("nav a, .grid tr, .left, .chart");
      return [...things].map((thing) => thing.getBoundingClientRect().y);
    });
  const row = page.getByRole("row", { name: /^Young people in education/ });
  const rules = page.getByRole("region", { name: "Findings" });
  await rules.getByText("No rule is broken.").waitFor();
  await cell(page, "Young people in education, employment or training, 2006/07").click();
  const before = await heights();
  await page.keyboard.press("2");
  // Another outcome, hardly above its cliff, has its words from the start.
  await page.getByRole("row", { name: /^Better school attendance/ }).getByText(/^−£73\.5k loses\s£165k$/).waitFor();
  // It earned £494k at 91% of its stretch; a floor and the cliff are broken with £2 instead of £2,460,000.
  await row.getByText(/^\+£457k wins\s£323k$/).waitFor();
  await page.getByText("£457k more in 2006/07 crosses the cliff and wins £323k.", { exact: true }).waitFor();
  await rules.getByText("Connexions in 2006/07").waitFor();
  assert.deepEqual(await heights(), before);
});

test("fencing the blocks again leaves money that no stream may pay, with the fence that holds it", async (t) => {
  const page = await openAllocation(t);
  await page.getByLabel("Set-up").selectOption("Ring-fenced blocks");
  await page.getByText("not affordable: over by").first().waitFor();
  await page.getByText(/has no stream that may pay it: the fence of .* holds £/).first().waitFor();
});

for (const width of [1440, 768, 320]) {
  test(`at ${width} pixels nothing overflows and axe finds nothing`, async (t) => {
    const page = await openAllocation(t, { width, height: 900 });
    await screenshot(page, `allocation-${width}`, { fullPage: true });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(overflow, 0, "the page scrolls sideways");
    await assertAccessible(page);
  });
}

//! The simulation beside the computed odds: what it draws, by how many workers, and what happens when one dies.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, openPage } from "./harness.mjs";

const REST = 500; // milliseconds for which workers give way after a key

async function openRisk(t, options) {
  const page = await openPage(t, options);
  await page.getByRole("link", { name: "Risk", exact: true }).click();
  await page.getByText(/8 in 10 chance of at least/).waitFor();
  // The last worker that Risk itself asks has answered: another one that begins is the simulation's.
  await page.getByText(/of the spread is luck/).waitFor();
  return page;
}

/** Risk on a machine with so many processors. */
function openWith(t, processors, options = {}) {
  const claim = `Object.defineProperty(WorkerNavigator.prototype, "hardwareConcurrency", { get: () => ${processors} });\n`;
  const before = (page) =>
    page.context().route(/worker_loader.*\.js/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: claim + (await response.text()) });
    });
  return openRisk(t, { ...options, before });
}

/** Asks for a million draws. */
async function askMillion(page, seed) {
  await page.getByLabel("Draws, a million at most").fill("1,000,000");
  await page.getByLabel("Seed").fill(seed);
  await page.getByRole("button", { name: "Draw" }).click();
}

/** What a million draws came to, once they are there. */
async function million(page, seed) {
  const table = page.getByRole("table", { name: `1,000,000 draws, seed ${seed}` });
  await table.waitFor();
  return table.innerText();
}

const spread = (page) => page.getByText(/^Nine times in ten at least/).innerText();

test("the simulation comes within its error of what is computed, and draws the same again", async (t) => {
  const page = await openRisk(t);
  await page.getByRole("button", { name: "Draw" }).click();
  const table = page.getByRole("table", { name: "100,000 draws, seed 2006" });
  await table.waitFor();
  const pounds = (text) => Number(text.replace(/[£,]/g, ""));
  for (const row of await table.locator("tbody tr").all()) {
    const [computed, drawn, error] = (await row.locator("td").allInnerTexts()).map(pounds);
    assert.ok(Math.abs(computed - drawn) <= 4 * error, `${computed} computed, ${drawn} drawn, ±${error}`);
  }
  const once = await table.innerText();
  await page.getByRole("button", { name: "Draw" }).click();
  await table.waitFor();
  assert.equal(await table.innerText(), once);
});

test("a worker killed in mid-simulation is replaced, and the page says so", async (t) => {
  const page = await openRisk(t, { allow: [/a defect/] });
  await page.getByRole("button", { name: "Draw" }).click();
  await page.getByRole("table", { name: "100,000 draws, seed 2006" }).waitFor();
  // A worker hears nothing while it draws: it says that it is at work, and dies of a defect.
  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      self.onmessage = () => {
        self.postMessage('{"Progress":{"done":1,"of":977}}');
        throw new Error("a defect");
      };
    });
  }
  await page.getByLabel("Draws, a million at most").fill("1,000,000");
  await page.getByRole("button", { name: "Draw" }).click();
  await page.getByText("A calculation stopped unexpectedly").waitFor();
  await page.getByRole("table", { name: "1,000,000 draws, seed 2006" }).waitFor();
});

test("the odds follow what is typed while a simulation keeps its worker busy, and Stop ends it", async (t) => {
  const page = await openRisk(t);
  const others = new Set(page.workers());
  await page.getByRole("button", { name: "Draw" }).click();
  await page.getByRole("table", { name: "100,000 draws, seed 2006" }).waitFor();
  const [simulation] = page.workers().filter((worker) => !others.has(worker));
  // A draw that never ends: the worker says that it is at work and hears nothing more.
  await simulation.evaluate(() => {
    self.onmessage = () => {
      for (;;) {
        self.postMessage('{"Progress":{"done":1,"of":977}}');
        const told = Date.now();
        while (Date.now() < told + 100);
      }
    };
  });
  await page.getByLabel("Draws, a million at most").fill("1000000");
  await page.getByRole("button", { name: "Draw" }).click();
  const stop = page.getByRole("button", { name: "Stop", exact: true });
  await stop.waitFor();
  const before = await spread(page);
  const field = page.getByLabel("New business registration rate, worst");
  await field.fill("0");
  await field.press("Enter");
  await page.waitForFunction((before) => !document.body.innerText.includes(before), before);
  await stop.click();
  await stop.waitFor({ state: "detached" });
  assert.ok(await page.getByRole("button", { name: "Draw" }).isEnabled());
});

test("on a machine with many processors several workers share a simulation and draw the same", async (t) => {
  const alone = await openWith(t, 2);
  const before = alone.workers().length;
  await askMillion(alone, "2006");
  const drawn = await million(alone, "2006");
  assert.equal(alone.workers().length, before + 1, "with two processors one worker draws, the other is the page's");
  const shared = await openWith(t, 4);
  const others = shared.workers().length;
  await askMillion(shared, "2006");
  assert.equal(await million(shared, "2006"), drawn);
  assert.equal(shared.workers().length, others + 4, "three draw, and one puts together what they drew");
});

test("when one of the workers that share a simulation dies, all are replaced, and the page says so", async (t) => {
  const page = await openWith(t, 3, { allow: [/a defect/] });
  const others = new Set(page.workers());
  await askMillion(page, "1");
  await million(page, "1");
  const crew = page.workers().filter((worker) => !others.has(worker));
  assert.equal(crew.length, 3);
  await crew.at(-1).evaluate(() => {
    self.onmessage = () => {
      throw new Error("a defect");
    };
  });
  await askMillion(page, "2");
  await page.getByText("A calculation stopped unexpectedly").waitFor();
  assert.match(await million(page, "2"), /P90/);
  const left = new Set(page.workers());
  assert.deepEqual(crew.filter((worker) => left.has(worker)), [], "those who shared with it have ended");
});

for (const [who, processors] of [
  ["a worker that draws gives", 2],
  ["workers that share a simulation give", 4],
]) {
  test(`${who} way while one types, to go on after`, async (t) => {
    const page = await openWith(t, processors);
    const others = new Set(page.workers());
    await page.getByRole("button", { name: "Draw" }).click();
    await page.getByRole("table", { name: "100,000 draws, seed 2006" }).waitFor();
    const [worker] = page.workers().filter((worker) => !others.has(worker));
    // Before every run of draws it says that it begins it, or that one of those who share with it does.
    await worker.evaluate(() => {
      const { postMessage } = self;
      self.runs = 0;
      self.postMessage = (said) => {
        self.runs++;
        postMessage.call(self, said);
      };
    });
    const runs = () => worker.evaluate(() => self.runs);
    const field = page.getByLabel("New business registration rate, worst");
    await askMillion(page, "2006");
    await eventually(runs, (runs) => runs > 0);
    await field.fill("0");
    let meanwhile;
    // Where the machine keeps a key waiting for as long as they rest, they go on rightly: then once more.
    for (let rested = false; !rested; ) {
      const before = await runs();
      let last = performance.now();
      rested = true;
      for (const digit of "00000000") {
        await page.waitForTimeout(100);
        await field.press(digit);
        rested &&= performance.now() - last < REST / 2;
        last = performance.now();
      }
      meanwhile = (await runs()) - before;
    }
    const each = "no run but the one that each was at, and one that had been due";
    assert.ok(meanwhile <= 2 * (processors - 1), `${meanwhile} runs: ${each}`);
    await million(page, "2006");
  });
}

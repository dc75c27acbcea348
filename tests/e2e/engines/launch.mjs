//! Starts the browsers of the other engines: Firefox, and WebKit's MiniBrowser on a screen of its own.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { argv, env, exit } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { PATIENCE } from "../patience.mjs";
import { marionette } from "./marionette.mjs";
import { webdriver } from "./webdriver.mjs";

const FIREFOX = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** What Firefox does unasked is switched off: requests, first-run pages, updates. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.update.enabled": false,
  "intl.accept_languages": "en-GB",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

function onPath(...names) {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** The programs that an engine needs, or undefined when one is not installed. */
export function find(engine) {
  if (engine === "firefox") {
    const firefox = env.FIREFOX ?? onPath("firefox-esr", "firefox") ?? FIREFOX.find(existsSync);
    return firefox && { firefox };
  }
  const driver = onPath("WebKitWebDriver");
  const screen = onPath("Xvfb");
  return driver && screen && { driver, screen };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Calls `attempt` until it succeeds: what was started has to come up first. */
async function until(attempt, children) {
  for (const end = Date.now() + PATIENCE; ; await sleep(100)) {
    try {
      return await attempt();
    } catch (reason) {
      const dead = children.find((child) => child.exitCode !== null || child.signalCode !== null);
      if (dead) throw new Error(`${dead.spawnfile} ended: ${dead.said}`, { cause: reason });
      if (Date.now() > end) throw reason;
    }
  }
}

function start(program, args, options = {}) {
  // A group of its own, so that what it starts in turn can be ended with it.
  const child = spawn(program, args, { detached: true, stdio: ["ignore", "pipe", "pipe", "pipe"], ...options });
  child.said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes) => (child.said = (child.said + bytes).slice(-2_000)));
  }
  child.on("error", (reason) => (child.said += reason));
  child.closed = new Promise((resolve) => child.once("close", resolve).once("error", resolve));
  return child;
}

async function end(children) {
  for (const child of children.toReversed()) {
    if (child.pid && child.exitCode === null) {
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        child.kill("SIGKILL");
      }
    }
    await child.closed;
  }
}

async function firefox({ firefox }, children) {
  const profile = mkdtempSync(join(tmpdir(), "laa-firefox-"));
  const port = await freePort();
  const preferences = { ...PREFERENCES, "marionette.port": port };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  writeFileSync(join(profile, "user.js"), lines.join(""));
  const args = ["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile];
  children.push(start(firefox, args));
  const session = await until(() => marionette(port), children);
  return { session, sweep: () => rmSync(profile, { recursive: true, force: true }) };
}

/** The number of the screen that Xvfb chose, which it writes to its fourth stream. */
const display = (screen) =>
  new Promise((resolve, reject) => {
    let text = "";
    screen.stdio[3].on("data", (bytes) => {
      text += bytes;
      if (text.includes("\n")) resolve(`:${text.trim()}`);
    });
    screen.once("close", () => reject(new Error(`Xvfb ended: ${screen.said}`)));
  });

async function webkit({ driver, screen }, children) {
  const xvfb = start(screen, ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
  children.push(xvfb);
  const settings = {
    DISPLAY: await display(xvfb),
    // Drawn without a graphics card; its own sandbox needs rights that a container lacks.
    LIBGL_ALWAYS_SOFTWARE: "1",
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  };
  const port = await freePort();
  children.push(start(driver, [`--port=${port}`, "--host=127.0.0.1"], { env: { ...env, ...settings } }));
  const session = await until(() => webdriver(`http://127.0.0.1:${port}`, {}), children);
  return { session, sweep: () => {} };
}

/** A fresh browser of the engine ("firefox" or "webkit"): its session, and what ends it. */
export async function launch(engine) {
  const children = [];
  const stop = async () => {
    await end(children);
  };
  try {
    const { session, sweep } = await { firefox, webkit }[engine](find(engine), children);
    const close = async () => {
      await session.close();
      await stop();
      sweep();
    };
    return { session, close };
  } catch (reason) {
    await stop();
    throw reason;
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  if (!find(argv[2])) exit(1);
}

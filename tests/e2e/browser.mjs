//! Which Chromium the tests drive: prints its path and its driver's, or exits with 1 when there is none.

import { accessSync, constants } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { argv, env, exit, platform } from "node:process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];

const PLACES = {
  linux: ["/usr/bin/chromium", "/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/snap/bin/chromium"],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((root) => [
      join(root, "Google/Chrome/Application/chrome.exe"),
      join(root, "Microsoft/Edge/Application/msedge.exe"),
    ]),
};

// The page must work without a network, so the browser's own errands are switched off as well: a request that
// leaves the page's origin is then always the page's fault.
export const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  "--no-sandbox",
];

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(commands) {
  const suffix = platform === "win32" ? ".exe" : "";
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return commands.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

/** The path of a Chromium: CHROME of the environment, one that is installed, or Playwright's own. */
export function findChromium() {
  if (env.CHROME) return runs(env.CHROME) ? env.CHROME : undefined;
  return [...onPath(COMMANDS), ...(PLACES[platform] ?? []), chromium.executablePath()].find(runs);
}

/** The path of the driver for browser unit tests: CHROMEDRIVER, CHROMEWEBDRIVER (a folder), the path, beside the browser. */
export function findDriver(browser) {
  const name = platform === "win32" ? "chromedriver.exe" : "chromedriver";
  const folders = [env.CHROMEWEBDRIVER, "/usr/lib/chromium", "/usr/lib/chromium-browser", browser && dirname(browser)];
  return [env.CHROMEDRIVER, ...onPath(["chromedriver"]), ...folders.filter(Boolean).map((folder) => join(folder, name))]
    .filter(Boolean)
    .find(runs);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const browser = findChromium();
  if (!browser) exit(1);
  console.log(browser);
  console.log(findDriver(browser) ?? "");
}

//! What Lighthouse says of the built page on a desktop and on a slow telephone: its scores, and every audit that costs one.
//!
//! DIST names the page's folder, CHROME the browser.

import { execFile } from "node:child_process";
import { env, exit, platform } from "node:process";
import { promisify } from "node:util";
import { FLAGS } from "../tests/e2e/browser.mjs";
import { serve } from "../tests/e2e/server.mjs";

const LIGHTHOUSE = "lighthouse@12.8.2";
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const MOST = 64 * 1024 * 1024; // bytes that its report may take

const server = await serve(env.DIST ?? "dist", "/", { compress: true });
try {
  for (const [name, preset] of [
    ["desktop", ["--preset=desktop"]],
    ["telephone", []],
  ]) {
    const { categories, audits } = await examine(preset);
    const scores = Object.values(categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`);
    console.log(`${name}: ${scores.join(", ")}`);
    for (const { auditRefs } of Object.values(categories)) {
      for (const { id, weight } of auditRefs) {
        const { title, score, displayValue = "" } = audits[id];
        if (weight > 0 && score !== null && score < 1) console.log(`  ${title}: ${displayValue} (${Math.round(score * 100)})`);
      }
    }
  }
} finally {
  await server.close();
}
exit(0);

async function examine(preset) {
  const flags = [...FLAGS, "--headless=new"].join(" ");
  const words = ["--yes", LIGHTHOUSE, server.url, "--output=json", "--quiet", `--only-categories=${CATEGORIES}`];
  const { stdout } = await promisify(execFile)(
    platform === "win32" ? "npx.cmd" : "npx",
    [...words, `--chrome-flags=${flags}`, ...preset],
    { env: { ...env, CHROME_PATH: env.CHROME }, maxBuffer: MOST },
  );
  return JSON.parse(stdout);
}

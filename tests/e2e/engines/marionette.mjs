//! Speaks with Firefox in its own tongue, Marionette: WebDriver's commands as JSON over a socket, no driver between.

import { connect } from "node:net";

/** The names of WebDriver's commands in Marionette, and what each takes. */
const COMMANDS = {
  open: (url) => ["WebDriver:Navigate", { url }],
  run: (script, args) => ["WebDriver:ExecuteScript", { script, args, sandbox: null }],
  find: (css) => ["WebDriver:FindElement", { using: "css selector", value: css }],
  type: (id, text) => ["WebDriver:ElementSendKeys", { id, text }],
  size: (width, height) => ["WebDriver:SetWindowRect", { width, height }],
};

/** The session that a Firefox started with `--marionette` offers at `port`. */
export async function marionette(port) {
  const socket = connect(port, "127.0.0.1");
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  const waiting = new Map();
  let heard = Buffer.alloc(0);
  let next = 1;
  // A message is its length, a colon and [1, number, error, result].
  socket.on("data", (bytes) => {
    heard = Buffer.concat([heard, bytes]);
    for (;;) {
      const colon = heard.indexOf(":");
      const end = colon + 1 + Number(heard.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || heard.length < end) return;
      const message = JSON.parse(heard.subarray(colon + 1, end).toString());
      heard = heard.subarray(end);
      if (!Array.isArray(message)) continue;
      const [, number, error, result] = message;
      const { resolve, reject } = waiting.get(number) ?? {};
      waiting.delete(number);
      if (error) reject?.(new Error(`Firefox: ${error.error}: ${error.message}`));
      else resolve?.(result);
    }
  });
  const gone = () => {
    for (const { reject } of waiting.values()) reject(new Error("Firefox has gone"));
    waiting.clear();
  };
  socket.on("close", gone).on("error", gone);
  const say = (name, parameters) =>
    new Promise((resolve, reject) => {
      const number = next++;
      waiting.set(number, { resolve, reject });
      const text = JSON.stringify([0, number, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  await say("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } });
  const command = (name, ...args) => say(...COMMANDS[name](...args));
  return {
    open: (url) => command("open", url),
    size: (width, height) => command("size", width, height),
    run: async (script, ...args) => (await command("run", script, args)).value,
    async type(css, text) {
      const { value } = await command("find", css);
      await command("type", Object.values(value)[0], text);
    },
    close: () => socket.destroy(),
  };
}

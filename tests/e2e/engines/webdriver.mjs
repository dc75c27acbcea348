//! Speaks with a browser's WebDriver, by plain requests.

async function ask(url, method, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (value?.error) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}

/** A new session of the driver at `address` ("http://127.0.0.1:4444"), with the `capabilities` that are asked for. */
export async function webdriver(address, capabilities) {
  const { sessionId } = await ask(`${address}/session`, "POST", { capabilities: { alwaysMatch: capabilities } });
  const here = `${address}/session/${sessionId}`;
  const post = (what, body) => ask(`${here}/${what}`, "POST", body);
  return {
    open: (url) => post("url", { url }),
    size: (width, height) => post("window/rect", { width, height }),
    run: (script, ...args) => post("execute/sync", { script, args }),
    async type(css, text) {
      const element = await post("element", { using: "css selector", value: css });
      await post(`element/${Object.values(element)[0]}/value`, { text });
    },
    close: () => ask(here, "DELETE").catch(() => undefined),
  };
}

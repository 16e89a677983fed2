// WebKit as GTK's MiniBrowser, driven through plain WebDriver on a screen of its own. In the same words as firefox.js.
import { spawn } from "node:child_process";
import { createServer } from "node:net";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** `program` is MiniBrowser; WebKitWebDriver and xvfb-run are in PATH. */
export async function openWebKit(program) {
  const port = await freePort();
  // Its own group, so that the screen and the browser end with it.
  const driver = spawn("xvfb-run", ["-a", "WebKitWebDriver", `--port=${port}`], { detached: true, stdio: "ignore" });
  const end = () => {
    try {
      process.kill(-driver.pid, "SIGTERM");
    } catch {
      // It has ended by itself.
    }
  };
  process.once("exit", end);

  async function ask(method, path, body) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
    return value;
  }

  let session;
  const wanted = {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary: program, args: ["--automation"] } } },
  };
  // The driver says by listening that it is there.
  for (let tries = 0; session === undefined; tries += 1) {
    try {
      session = await ask("POST", "/session", wanted);
    } catch (error) {
      if (tries > 100) {
        end();
        throw new Error("WebKit could not be started", { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const at = `/session/${session.sessionId}`;
  const run = (read, values) =>
    ask("POST", `${at}/execute/sync`, { script: `return (${read}).apply(null, arguments)`, args: values });

  async function place(frame) {
    await ask("POST", `${at}/frame`, { id: null });
    if (!frame) return;
    const element = await run(frame, []);
    if (!element?.[ELEMENT]) throw new Error("the frame is not there yet");
    await ask("POST", `${at}/frame`, { id: element });
  }

  return {
    version: `${session.capabilities.browserName} ${session.capabilities.browserVersion}`,
    go: (address) => ask("POST", `${at}/url`, { url: address }),
    evaluate: async (frame, read, ...values) => {
      await place(frame);
      return run(read, values);
    },
    click: async (frame, find, ...values) => {
      await place(frame);
      const element = await run(find, values);
      if (!element?.[ELEMENT]) throw new Error("what is to be clicked is not there yet");
      await ask("POST", `${at}/element/${element[ELEMENT]}/click`, {});
    },
    close: async () => {
      await ask("DELETE", at).catch(() => {});
      end();
    },
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

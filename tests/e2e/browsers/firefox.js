// Firefox, driven through WebDriver BiDi. In the same words as webkit.js, so that both run the same checks.
import puppeteer from "puppeteer-core";

/** `program` is Firefox. What is evaluated is a function of the page; `frame` is one that gives the element of a frame. */
export async function openFirefox(program) {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: program, headless: true, args: ["--no-remote"] });
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 800 });

  async function place(frame) {
    if (!frame) return page.mainFrame();
    const element = (await page.evaluateHandle(frame)).asElement();
    const inside = await element?.contentFrame();
    if (!inside) throw new Error("the frame is not there yet");
    return inside;
  }

  return {
    version: await browser.version(),
    go: (address) => page.goto(address, { waitUntil: "load" }),
    evaluate: async (frame, read, ...values) => (await place(frame)).evaluate(read, ...values),
    click: async (frame, find, ...values) => {
      const element = (await (await place(frame)).evaluateHandle(find, ...values)).asElement();
      if (!element) throw new Error("what is to be clicked is not there yet");
      await element.click();
    },
    close: () => browser.close(),
  };
}

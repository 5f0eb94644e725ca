import { source as axe } from "axe-core";
import type { Browser } from "puppeteer-core";
import { stressHtml } from "../../../src/reports/stress-html/page";
import { CHROMIUM, type Look, startChromium, type Visit, visit } from "../../support/chromium";
import { everyScenario } from "../../support/stress-report";
import { describeWith } from "../../support/tools";

const desktop: Look = { width: 1280, scheme: "light" };
const dark: Look = { width: 1280, scheme: "dark" };
const phone: Look = { width: 360, scheme: "light" };
const LOOKS = [desktop, dark, phone];

/** What can't be broken into lines, and markup: names of a plan may be anything. */
const HOSTILE = `<img src="https://example.com/x.png" onerror="alert(1)">${"w".repeat(120)}`;

describeWith("report/index.html in Chromium", [CHROMIUM], () => {
  let browser: Browser;
  const visits = new Map<Look, Visit>();
  /** A page of a few scenarios has everything that all of them have, and is looked at in a fraction of the time. */
  const few = (name: string): string => {
    const report = everyScenario(name);
    return stressHtml({ ...report, scenarios: report.scenarios.slice(0, 3) });
  };
  const at = (look: Look): Visit => {
    const found = visits.get(look);
    if (found === undefined) throw new Error("not opened");
    return found;
  };

  beforeAll(async () => {
    browser = await startChromium();
    const page = stressHtml(everyScenario(HOSTILE));
    for (const look of LOOKS) visits.set(look, await visit(browser, page, look));
  });
  afterAll(() => browser?.close());

  describe.each(LOOKS)("%o", (look) => {
    test("asks nothing of the network, complains of nothing, runs no script", async () => {
      const { page, requests, complaints } = at(look);
      expect([requests, complaints, await page.$$("script, img, link, iframe")]).toEqual([[], [], []]);
    });

    test("isn't wider than the screen", async () => {
      const width = await at(look).page.evaluate("document.documentElement.scrollWidth");
      expect(width).toBeLessThanOrEqual(look.width);
    });
  });

  test.each(LOOKS)("axe finds nothing, with everything unfolded: %o", async (look) => {
    const { page } = await visit(browser, few(HOSTILE), look);
    await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
    await page.evaluate(axe);
    const violations = await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
          id + ": " + nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 200) + failureSummary).join("; ")))`,
    );
    expect(violations).toEqual([]);
  });

  /** The answer of a page to an expression: its own language knows no types of ours. */
  const ask = (look: Look, expression: string): Promise<unknown> => at(look).page.evaluate(expression);
  const askAll = (selector: string, expression: string): Promise<unknown> =>
    ask(desktop, `[...document.querySelectorAll("${selector}")].map((it) => ${expression})`);

  test("the verdict is the only heading of its level, and is seen without scrolling on a phone", async () => {
    expect(await ask(phone, `document.querySelectorAll("h1").length`)).toBe(1);
    const { page } = await visit(browser, few("plain"), phone);
    expect(await page.evaluate(`document.querySelector("h1").getBoundingClientRect().bottom`)).toBeLessThan(400);
  });

  test("on a phone a row is a block, so that no table but those of many figures scrolls", async () => {
    const scrolling = `[...document.querySelectorAll(".scroll:has(.rows)")].filter((it) => it.scrollWidth > it.clientWidth)
      .map((it) => it.getAttribute("aria-label"))`;
    expect(await ask(phone, `document.querySelectorAll(".rows").length`)).toBeGreaterThan(4);
    expect(await ask(phone, scrolling)).toEqual([]);
    expect(await ask(phone, `getComputedStyle(document.querySelector(".rows td"), "::before").content`)).toBe(
      '"Verdict"',
    );
  });

  test("the matrix fits a desktop, and on a phone its rows keep their names while it scrolls", async () => {
    const hidden = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector(".scroll:has(.matrix)"))`;
    expect(await ask(desktop, hidden)).toBe(0);
    expect(await ask(phone, hidden)).toBeGreaterThan(0);
    const left = await ask(
      phone,
      `(document.querySelector(".scroll:has(.matrix)").scrollLeft = 200, document.querySelector(".matrix tbody th").getBoundingClientRect().left)`,
    );
    expect(left).toBeGreaterThanOrEqual(0);
  });

  test("no heading is more than one level under the one before", async () => {
    const levels = (await askAll("h1, h2, h3, h4, h5, h6", "Number(it.tagName.slice(1))")) as readonly number[];
    expect(levels.length).toBeGreaterThan(20);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test("every picture has a sentence for who doesn't see it", async () => {
    const labels = await askAll("svg", `it.getAttribute("role") === "img" && it.getAttribute("aria-label")`);
    expect((labels as readonly unknown[]).length).toBeGreaterThan(20);
    expect((labels as readonly string[]).filter((label) => !label || label.length < 40)).toEqual([]);
  });

  test("every link leads to a part of the page", async () => {
    const dead = await askAll("a", `document.getElementById(it.hash.slice(1)) === null && it.href`);
    expect((dead as readonly unknown[]).filter((href) => href !== false)).toEqual([]);
  });

  test("colours differ in the dark, of the page and of the curves", async () => {
    const colors = (look: Look) =>
      ask(
        look,
        `[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector("svg .line.healthy")).stroke]`,
      ) as Promise<readonly string[]>;
    const [day, night] = [await colors(desktop), await colors(dark)];
    expect([...day, ...night]).toEqual(Array(4).fill(expect.stringMatching(/^rgb\(/)));
    expect(day.filter((color, index) => color === night[index])).toEqual([]);
  });

  test("the keyboard comes to the skip link first, and unfolds what is folded", async () => {
    const { page } = await visit(browser, few("plain"), desktop);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    expect(await page.evaluate("document.activeElement.getBoundingClientRect().left")).toBeGreaterThanOrEqual(0);
    for (let presses = 0; presses < 100; presses += 1) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate("document.activeElement.tagName")) === "SUMMARY") break;
    }
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    const isOpen = () => page.evaluate("document.activeElement.parentElement.open");
    const before = await isOpen();
    await page.keyboard.press("Enter");
    expect([before, await isOpen()]).toEqual([false, true]);
  });

  test("pictures that are folded on the screen are printed", async () => {
    const { page } = await visit(browser, few("plain"), desktop);
    const shown = () =>
      page.evaluate(`[...document.querySelectorAll("figure")].filter((it) => it.checkVisibility()).length`);
    const all = (await page.$$("figure")).length;
    expect(await shown()).toBeLessThan(all);
    await page.emulateMediaType("print");
    expect(await shown()).toBe(all);
  });
});

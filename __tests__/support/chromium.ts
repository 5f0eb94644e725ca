import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, launch, type Page } from "puppeteer-core";
import { answers, type Tool } from "./tools";

/** What Chromium is called: on Debian, on others, and where it is Google's. */
const NAMES = ["chromium", "chromium-browser", "google-chrome"];

const tool = (command: string): Tool => ({
  command,
  args: ["--version"],
  howToGet: `none of ${NAMES.join(", ")} on the PATH; get it with: apt-get install chromium`,
});

export const CHROMIUM: Tool = NAMES.map(tool).find(answers) ?? tool("chromium");

/** A page with what it asked the network for, and what it complained about. */
export interface Visit {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

export interface Look {
  /** CSS pixels. */
  readonly width: number;
  readonly scheme: "light" | "dark";
}

/** A page of our own making is all that is opened, so that it may go without the sandbox, which root can't have. */
export function startChromium(): Promise<Browser> {
  const places = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, CHROMIUM.command));
  return launch({ executablePath: places.find(existsSync), args: ["--no-sandbox", "--disable-gpu"] });
}

/** Opens a page of HTML as a file, as a person does. */
export async function visit(browser: Browser, html: string, { width, scheme }: Look): Promise<Visit> {
  const file = join(mkdtempSync(join(tmpdir(), "ballast-page-")), "index.html");
  writeFileSync(file, html);
  const page = await browser.newPage();
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  const { href } = pathToFileURL(file);
  await page.goto(href);
  return { page, requests: requests.filter((url) => url !== href), complaints };
}

import { readFileSync } from "node:fs";
import { synthesized } from "../support/synthesized";

const TYPES = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm", "aws_cloudwatch_event_rule"];
const onCall = readFileSync("docs/runbooks.md", "utf8").split("\n## When something rings\n")[1] ?? "";
const sections = new Map(
  onCall
    .split("\n### ")
    .slice(1)
    .map((text) => {
      const [title = "", ...lines] = text.split("\n");
      return [title.toLowerCase().replaceAll(" ", "-"), lines.join("\n")];
    }),
);
/** Sections that the descriptions of alarms and rules end with, by address; what starts an automation tells nobody. */
const links = [...synthesized("production").values()].flatMap((document) =>
  TYPES.flatMap((type) => Object.entries(document.resource[type] ?? {})).flatMap(([name, resource]) => {
    const text = String(resource.alarm_description ?? resource.description);
    const anchor = /^\S.+\. docs\/runbooks\.md#([a-z-]+)$/.exec(text)?.[1];
    return /^(detection|web_|api_)/.test(name) && !name.startsWith("detection_lock_check") ? [{ name, anchor }] : [];
  }),
);

test("every alarm and every rule that tells is a sentence with a link to a runbook that there is", () => {
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter(({ anchor }) => anchor === undefined || !sections.has(anchor))).toEqual([]);
});

test("every runbook belongs to an alarm or a rule", () => {
  const used = links.map(({ anchor }) => anchor);
  expect([...sections.keys()].filter((section) => !used.includes(section))).toEqual([]);
});

test.each([...sections])("%s says what it means, what to look at, what to do, when to leave it alone", (_, text) => {
  const parts = ["What it means.", "What to look at.", "What to do.", "When to leave it alone."];
  const places = parts.map((part) => text.indexOf(`**${part}**`));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { instances } from "../support/worked-examples/instances";
import { managedScaling } from "../support/worked-examples/managed-scaling";
import type { Example, Range } from "../support/worked-examples/model";
import { services } from "../support/worked-examples/services";

const EXAMPLES: readonly Example[] = [...managedScaling, ...instances, ...services];
const results = new Map(EXAMPLES.map((example) => [example, example.simulated()]));

test.each(EXAMPLES.map((example) => [example.example, example] as const))("%s", (_, example) => {
  const simulated = results.get(example) ?? "";
  if (typeof simulated === "string") {
    expect(simulated).toBe(example.published);
  } else {
    const [least, most] = example.within ?? [Number.NaN, Number.NaN];
    expect(simulated[0]).toBeGreaterThanOrEqual(least - 1e-6);
    expect(simulated[1]).toBeLessThanOrEqual(most + 1e-6);
  }
});

test("docs/simulator-model.md holds the same table", () => {
  const rows = EXAMPLES.map((example) => {
    const { published, source } = example;
    return `| ${example.example} | ${published} | ${shown(results.get(example) ?? "")} | ${source} |`;
  });
  const table = ["| Example | Published | Simulated | Source |", "| --- | --- | --- | --- |", ...rows].join("\n");
  const document = readFileSync(join(__dirname, "../../docs/simulator-model.md"), "utf8");
  expect(
    document.slice(document.indexOf("| Example |"), document.indexOf("\n\n", document.indexOf("| Example |"))),
  ).toBe(table);
});

function shown(simulated: string | Range): string {
  if (typeof simulated === "string") return simulated;
  const [least, most] = simulated.map((value) => String(Number(value.toFixed(2))));
  return least === most ? String(least) : `${least} to ${most}`;
}

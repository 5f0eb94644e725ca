import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { editField, type FieldPath, type Json } from "../../src/environments/edit/edit";
import { EditError } from "../../src/environments/edit/edit-error";

const production = readFileSync("src/environments/production.ts", "utf8");

/** The lines that an edit takes out and puts in. */
function changed(before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const begin = old.findIndex((line, index) => line !== now[index]);
  let [oldEnd, nowEnd] = [old.length, now.length];
  while (oldEnd > begin && nowEnd > begin && old[oldEnd - 1] === now[nowEnd - 1])
    [oldEnd, nowEnd] = [oldEnd - 1, nowEnd - 1];
  return [
    ...old.slice(begin, oldEnd).map((line) => `-${line}`),
    ...now.slice(begin, nowEnd).map((line) => `+${line}`),
  ].join("\n");
}

const CASES: readonly (readonly [string, FieldPath, Json, string])[] = [
  ["a number", ["capacity", "maxInstances"], 24, "-    maxInstances: 18,\n+    maxInstances: 24,"],
  ["a text", ["services", 0, "imageTag"], "1.1.0", '-      imageTag: "1.0.0",\n+      imageTag: "1.1.0",'],
  [
    "a field in an object of one line",
    ["services", 1, "scaling", "maxTasks"],
    12,
    "-      scaling: { minTasks: 3, maxTasks: 9 },\n+      scaling: { minTasks: 3, maxTasks: 12 },",
  ],
  [
    "a field that isn't there, in an object of one line",
    ["services", 1, "scaling", "cpuPercent"],
    70,
    "-      scaling: { minTasks: 3, maxTasks: 9 },\n+      scaling: { minTasks: 3, maxTasks: 9, cpuPercent: 70 },",
  ],
  [
    "a field that isn't there, in an object of several lines",
    ["capacity", "targetCapacityPercent"],
    90,
    "+    targetCapacityPercent: 90,",
  ],
  [
    "a field in an object that isn't there",
    ["services", 1, "healthCheck", "path"],
    "/",
    '+      healthCheck: { path: "/" },',
  ],
  [
    "an element more, in a list of one line",
    ["capacity", "instanceTypes"],
    ["m6i.large", "m6a.large", "m5.large", "m5a.large", "m7i.large", "m7a.large"],
    '-    instanceTypes: ["m6i.large", "m6a.large", "m5.large", "m5a.large", "m7i.large"],\n+    instanceTypes: ["m6i.large", "m6a.large", "m5.large", "m5a.large", "m7i.large", "m7a.large"],',
  ],
  [
    "a second object in a list",
    ["network", "egress"],
    [
      { description: "PostgreSQL", port: 5432, cidr: "10.30.0.0/16" },
      { description: "Redis", port: 6379, cidr: "10.31.0.0/16" },
    ],
    `-    egress: [{ description: "PostgreSQL", port: 5432, cidr: "10.30.0.0/16" }],
+    egress: [
+      { description: "PostgreSQL", port: 5432, cidr: "10.30.0.0/16" },
+      { description: "Redis", port: 6379, cidr: "10.31.0.0/16" },
+    ],`,
  ],
  ["a list that isn't there", ["ingress", "allowedCidrs"], ["10.0.0.0/8"], '+    allowedCidrs: ["10.0.0.0/8"],'],
  [
    "a field for which the line is too short",
    ["services", 0, "scaling", "schedules", 0, "maxTasks"],
    24_000_000,
    `-          { name: "night", schedule: "cron(0 22 * * ? *)", timezone: "America/New_York", minTasks: 3, maxTasks: 24 },
+          { name: "night", schedule: "cron(0 22 * * ? *)", timezone: "America/New_York", minTasks: 3, maxTasks: 24000000 },`,
  ],
];

test.each(CASES)("%s is edited, and nothing else", (_, path, value, difference) => {
  expect(changed(production, editField(production, path, value))).toBe(difference);
});

test("what is edited is as the formatter would write it", () => {
  const edited = CASES.slice(0, -1).reduce((text, [, path, value]) => editField(text, path, value), production);
  const formatted = execFileSync("node_modules/.bin/biome", ["format", "--stdin-file-path=production.ts"], {
    input: edited,
    encoding: "utf8",
  });
  expect(formatted).toBe(edited);
});

const commented = `// Ours.
const MAX = 18;
const web = {
  name: "web", // the site
  /* bounds */ scaling: { minTasks: 2, maxTasks: MAX },
};
const environment = {
  services: [web],
  capacity: {
    // Two of each maker.
    instanceTypes: [
      // Intel
      "m6i.large", // cheap
      "m5.large",
      // AMD
      "m6a.large",
    ],
    minInstances: Number(process.env.MIN),
    ...{ maxInstances: 4 } // the end
  },
};
export default environment satisfies object;
`;

test("comments stay where they are", () => {
  const edited = editField(commented, ["capacity", "instanceTypes"], ["m6i.large", "m6a.large", "m7a.large"]);
  expect(edited).toContain(`    instanceTypes: [
      // Intel
      "m6i.large", // cheap
      // AMD
      "m6a.large",
      "m7a.large",
    ],`);
});

test("a constant that nothing else uses is edited itself", () => {
  expect(changed(commented, editField(commented, ["services", 0, "scaling", "maxTasks"], 20))).toBe(
    "-const MAX = 18;\n+const MAX = 20;",
  );
  const shared = commented.replace("minTasks: 2", "minTasks: MAX");
  expect(editField(shared, ["services", 0, "scaling", "maxTasks"], 20)).toContain("{ minTasks: MAX, maxTasks: 20 }");
});

test("a field is put behind what is spread, and before the comments of the end", () => {
  expect(editField(commented, ["capacity", "rootVolumeGiB"], 40)).toContain(`    ...{ maxInstances: 4 }, // the end
    rootVolumeGiB: 40,
  },`);
});

test.each<readonly [string, FieldPath, string, string]>([
  ["is computed", ["capacity", "minInstances"], commented, "Number(process.env.MIN)"],
  [
    "is an element of what is computed",
    ["services", 0, "name"],
    "export default { services: names.map((name) => ({ name })) };",
    "names.map",
  ],
  ["stands in another file", ["capacity", "minInstances"], 'import base from "./base";\nexport default base;', "base"],
  ["is in no list", ["services", 0, "name"], "export default {};", "no list services"],
  ["has no file to stand in", ["name"], "const a = 1;", "no export default"],
])("a value that %s is refused", (_, path, text, message) => {
  expect(() => editField(text, path, "x")).toThrow(EditError);
  expect(() => editField(text, path, "x")).toThrow(message);
});

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPlan } from "../../src/plan/read";
import { defaultLoad, readLoad } from "../../src/stress/load-profile";
import { platformFacts } from "../../src/stress/model/platform";
import { synthesized } from "../support/synthesized";

const { services } = platformFacts(readPlan(synthesized("production").get("production-platform")));
const [web] = services.filter(({ name }) => name === "web");
const LOAD = { requestsPerSecond: 5, serviceSeconds: 0.2, concurrencyPerTask: 10 };
const HOURS = Array.from({ length: 24 }, () => 1);
const path = join(mkdtempSync(join(tmpdir(), "ballast-load-")), "load.json");

function read(content: unknown) {
  writeFileSync(path, JSON.stringify(content));
  return readLoad(path, services);
}

test("a service that is named has its load, every other one that of its scaling", () => {
  const load = { ...LOAD, retries: 2, timeoutSeconds: 3, dailyCurve: HOURS };
  const profile = read({ services: { web: load } });
  expect(services.map((service) => profile(service))).toEqual(
    services.map((service) => (service === web ? load : defaultLoad(service))),
  );
});

test.each([
  ["requestsPerSecond", -1],
  ["serviceSeconds", 0],
  ["concurrencyPerTask", "many"],
  ["timeoutSeconds", 0],
  ["retries", 11],
  ["retries", 0.5],
  ["dailyCurve", HOURS.slice(1)],
  ["longConnections", { perSecond: 1 }],
  ["bursts", { everySeconds: 0, seconds: 1, times: 2 }],
  ["requestPerSecond", 1],
])("%s can't be %j: the field is named, with its place in the file", (field, value) => {
  const place = `${path}: services.web`;
  const errors = () => read({ services: { web: { ...LOAD, [field]: value } } });
  // Zod names a field that there isn't in its message.
  expect(errors).toThrow(field in LOAD || field !== "requestPerSecond" ? `${place}.${field}` : place);
  expect(errors).toThrow(field);
});

test("every wrong field is told at once", () => {
  const errors = () => read({ services: { web: { ...LOAD, serviceSeconds: 0, retries: -1 } } });
  expect(errors).toThrow(/services\.web\.serviceSeconds: .*\n.*services\.web\.retries: /);
});

test("a service that isn't in the plan is refused, with those that are", () => {
  expect(() => read({ services: { wbe: LOAD } })).toThrow(/services\.wbe: there is no such service; there are: .*web/);
});

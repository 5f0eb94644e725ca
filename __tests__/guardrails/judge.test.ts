import { equals } from "../../src/guardrails/expectation";
import { failed, judgeAttribute, judgeCompanion, passed, unlessDisposable } from "../../src/guardrails/judge";
import type { Plan, Resource } from "../../src/plan/plan";
import { readPlan } from "../../src/plan/read";
import { platformDocument } from "../support/platform-document";

const reference = (text: string) => ["$", "{", text, "}"].join("");
const plan = (resource: object, more = {}) => readPlan(platformDocument({ resource, ...more }));
const first = (from: Plan, type: string): Resource => {
  const [resource] = from.resources(type);
  if (resource === undefined) throw new Error(`no ${type}`);
  return resource;
};

describe("an attribute", () => {
  const lb = (body: object) => first(plan({ aws_lb: { public: body } }), "aws_lb");

  test("that fails says what it is and what is wanted", () => {
    expect(judgeAttribute(lb({ internal: true }), "internal", equals(false))).toEqual(
      failed("aws_lb.public", "internal is true; wanted: false"),
    );
  });

  test("that isn't set fails, unless the provider's default is given and fine", () => {
    expect(judgeAttribute(lb({}), "internal", equals(false))).toMatchObject({
      detail: "internal is not set; wanted: false",
    });
    expect(judgeAttribute(lb({}), "internal", equals(false), false)).toEqual(passed("aws_lb.public"));
  });
});

describe("a companion", () => {
  const judged = (logs: object) => {
    const whole = plan({ aws_vpc: { network: {} }, ...logs });
    return judgeCompanion(whole, first(whole, "aws_vpc"), "aws_flow_log", "vpc_id", (log) =>
      judgeAttribute(log, "traffic_type", equals("ALL")),
    );
  };

  test("that names the resource passes", () => {
    const vpc_id = reference("aws_vpc.network.id");
    expect(judged({ aws_flow_log: { a: { vpc_id, traffic_type: "ALL" } } })).toEqual(passed("aws_vpc.network"));
  });

  test("that is missing, or names another, fails at the resource", () => {
    const detail = "no aws_flow_log has it as vpc_id";
    expect(judged({})).toEqual(failed("aws_vpc.network", detail));
    expect(judged({ aws_flow_log: { a: { vpc_id: "vpc-00000000" } } })).toEqual(failed("aws_vpc.network", detail));
  });

  test("that is wrong fails at itself, also beside a right one", () => {
    const vpc_id = reference("aws_vpc.network.id");
    const two = { a: { vpc_id, traffic_type: "ALL" }, b: { vpc_id, traffic_type: "ACCEPT" } };
    expect(judged({ aws_flow_log: two })).toMatchObject({ address: "aws_flow_log.b", verdict: "failed" });
  });

  test("that may be this one's, for all that is known, is undecided", () => {
    const variable = { aws_flow_log: { a: { vpc_id: reference("var.vpc_id") } } };
    expect(judged(variable)).toMatchObject({ address: "aws_vpc.network", verdict: "undecided" });
  });
});

test("what fails is waived in a disposable environment only, and what passes still passes", () => {
  const judgements = [failed("aws_lb.a", "open"), passed("aws_lb.b")];
  const disposable = unlessDisposable(plan({}, { disposable: true }), judgements);
  expect(disposable).toMatchObject([
    { verdict: "waived", detail: "the environment is disposable" },
    { verdict: "passed" },
  ]);
  expect(unlessDisposable(plan({}), judgements)).toEqual(judgements);
});

import { readPlan } from "../../../src/plan/read";
import { platformFacts } from "../../../src/stress/model/platform";
import { registryOutage } from "../../../src/stress/scenarios/registry-outage";
import { resultOf, verdictsOf } from "../../support/claims";
import { synthesized } from "../../support/synthesized";

const document = () => structuredClone(synthesized("production").get("production-platform"));
const facts = platformFacts(readPlan(document()));
const result = resultOf(registryOutage, facts);

test("production: restarts need no registry, new instances do, and endpoints alone don't replace the NAT gateways", () => {
  expect(verdictsOf(result)).toEqual({
    "restart-from-cache": true,
    "serves-without-registry": true,
    "new-instance-takes-over": false,
    "rest-serves": true,
    "comes-back": true,
    "deployment-costs-nothing": true,
    "deployment-taken-back": true,
    "endpoints-suffice": false,
    "serves-without-nat": true,
  });
});

test("an image that isn't there is waited for, and the reason says so", () => {
  const failed = result.timeline.flatMap(({ events }) => events).filter(({ kind }) => kind === "task-failed-to-start");
  expect(failed.map(({ detail }) => detail)).toContainEqual(
    expect.stringMatching(/^CannotPullContainerError: .*\/web:.*: RequestError: send request failed: i\/o timeout$/),
  );
});

test("where images are always pulled, nothing is restarted without a registry", () => {
  const always = { ...facts, groups: facts.groups.map((group) => ({ ...group, usesCachedImages: false })) };
  expect(verdictsOf(resultOf(registryOutage, always))["restart-from-cache"]).toBe(false);
});

test("with endpoints for the agent, a lost NAT gateway costs nothing", () => {
  const edited = document();
  const endpoints = edited?.resource.aws_vpc_endpoint ?? {};
  for (const service of ["ecs", "ecs-agent"]) {
    const endpoint = { ...endpoints.endpoint_ssm, service_name: `com.amazonaws.us-east-1.${service}` };
    Object.assign(endpoints, { [`endpoint_${service.replace("-", "_")}`]: endpoint });
  }
  expect(verdictsOf(resultOf(registryOutage, readPlan(edited)))).toMatchObject({ "endpoints-suffice": true });
});

test("without any way out, no new instance is ever heard of", () => {
  const cut = facts.groups.map((group) => ({
    ...group,
    reach: Object.fromEntries(
      Object.entries(group.reach).map(([zone, destinations]) => [zone, { ...destinations, ecs: [] }]),
    ),
  }));
  expect(verdictsOf(resultOf(registryOutage, { ...facts, groups: cut }))).toMatchObject({ "comes-back": false });
});

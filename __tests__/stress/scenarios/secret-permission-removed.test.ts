import { readPlan } from "../../../src/plan/read";
import { platformFacts } from "../../../src/stress/model/platform";
import { secretPermissionRemoved } from "../../../src/stress/scenarios/secret-permission-removed";
import { measuredOf, resultOf, verdictsOf } from "../../support/claims";
import { synthesized } from "../../support/synthesized";

const document = () => structuredClone(synthesized("production").get("production-platform"));
const production = readPlan(document());
const result = resultOf(secretPermissionRemoved, production);

test("production: what runs serves on, a rule keeps the reason, and what is commonly said of logs and of a fix isn't so", () => {
  expect(verdictsOf(result)).toEqual({
    "running-tasks-serve": true,
    "rest-serves": true,
    "scaling-stays": false,
    "reason-is-kept": true,
    "logs-show-it": false,
    "tasks-go-on-starting": false,
    "fix-recovers-at-once": false,
    "fix-recovers": true,
    "forced-deployment-recovers": true,
    "deployment-taken-back": true,
    "deployment-costs-nothing": true,
    "rollback-heals": false,
    "secrets-manager-recovers": true,
    "key-recovers": undefined,
  });
  expect(result.verdict).toBe("holds");
});

test("a forced deployment is faster than waiting, which is never longer than the longest back-off and a start", () => {
  const waiting = measuredOf(result, "fix-recovers");
  expect(measuredOf(result, "forced-deployment-recovers")).toBeLessThan(waiting);
  expect(waiting).toBeLessThan(900 + 300);
});

test("the stopped reason is what the agent writes", () => {
  const reasons = result.timeline
    .flatMap(({ events }) => events)
    .filter(({ kind }) => kind === "task-failed-to-start")
    .map(({ detail }) => detail);
  expect(reasons).toContainEqual(
    expect.stringMatching(
      /^Fetching secret data from SSM Parameter Store in us-east-1: AccessDeniedException: User: arn:aws:sts::000000000000:assumed-role\/web_execution\/.* is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:us-east-1:000000000000:parameter\/production\/web\/database-url$/,
    ),
  );
  expect(reasons).toContainEqual(expect.stringContaining("perform: secretsmanager:GetSecretValue on resource"));
});

test("without the event rule nobody keeps the reason", () => {
  const facts = { ...platformFacts(production), rules: [] };
  expect(verdictsOf(resultOf(secretPermissionRemoved, facts))["reason-is-kept"]).toBe(false);
});

test("secrets under a key of the customer's own fail without the grant to decrypt", () => {
  const edited = document();
  const policy = edited?.resource.aws_iam_role_policy?.web_execution;
  const written = JSON.parse(String(policy?.policy));
  written.Statement.push({
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000001",
    Condition: {
      StringEquals: { "kms:ViaService": ["ssm.us-east-1.amazonaws.com", "secretsmanager.us-east-1.amazonaws.com"] },
    },
  });
  if (policy !== undefined) Object.assign(policy, { policy: JSON.stringify(written) });
  const keyed = resultOf(secretPermissionRemoved, readPlan(edited));
  expect(verdictsOf(keyed)).toMatchObject({ "key-recovers": true });
  const reasons = keyed.timeline.find(({ variant }) => variant === "kms")?.events.map(({ detail }) => detail);
  expect(reasons).toContainEqual(expect.stringContaining("is not authorized to perform: kms:Decrypt on resource"));
});

test("a role that the plan doesn't hold may do whatever: nothing is measured", () => {
  const edited = document();
  for (const definition of Object.values(edited?.resource.aws_ecs_task_definition ?? {})) {
    Object.assign(definition, { execution_role_arn: "arn:aws:iam::000000000000:role/elsewhere" });
  }
  const { claims, verdict } = resultOf(secretPermissionRemoved, readPlan(edited));
  expect(new Set(claims.map(({ holds }) => holds))).toEqual(new Set([undefined]));
  expect(verdict).toBe("holds");
});

test("a plan without secrets isn't run", () => {
  const edited = document();
  for (const definition of Object.values(edited?.resource.aws_ecs_task_definition ?? {})) {
    const containers = JSON.parse(String(definition.container_definitions));
    for (const container of containers) container.secrets = [];
    Object.assign(definition, { container_definitions: JSON.stringify(containers) });
  }
  expect(resultOf(secretPermissionRemoved, readPlan(edited))).toMatchObject({
    verdict: "not run",
    reason: "no service has secrets",
  });
});

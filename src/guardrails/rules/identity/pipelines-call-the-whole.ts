import type { Statement } from "../../../plan/facts/policies";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { hasUnknownGrants, statementsFor } from "../../vocabulary/grants";
import { textOf } from "../../vocabulary/permissions";
import { pipelines } from "../../vocabulary/pipelines";
import { FAMILIES, type Family, IN_CALLERS_NAME } from "../../vocabulary/provider-calls";
import { coversArn, isAbout } from "../../vocabulary/statements";

export const pipelinesCallTheWhole: Check = (plan) =>
  pipelines(plan).map((role) => {
    const statements = statementsFor(plan, role);
    const allowed = resourcesBy(statements.filter(({ effect }) => effect === "Allow"));
    const denied = resourcesBy(
      statements.filter(({ effect, conditions }) => effect === "Deny" && conditions.length === 0),
    );
    // What it is denied, it is meant not to do.
    const isDenied = (action: string, resource: string) => denied(action).some((one) => coversArn(one, resource));
    const lacks = FAMILIES.flatMap((family) => lacksOf(family, allowed, isDenied));
    const further = IN_CALLERS_NAME.filter(
      (one) =>
        allowed(one.action).length > 0 &&
        !allowed(one.does).some((resource) => resource === "*" || resource.includes(one.on)),
    ).map(({ action, does, on: what }) => `do ${action}, and not ${does} on ${what}*`);
    return openIf(
      hasUnknownGrants(plan, role),
      judge(role.address, lacks.length + further.length === 0, `it may ${[...lacks, ...further].join("; ")}`),
      "; what else it may isn't in the plan",
    );
  });

/** What the statements about an action are on. Families share actions: each is looked up once. */
function resourcesBy(statements: readonly Statement[]): (action: string) => readonly string[] {
  const found = new Map<string, readonly string[]>();
  return (action) => {
    const resources =
      found.get(action) ?? statements.filter((one) => isAbout(one, action)).flatMap((one) => one.resources.map(textOf));
    found.set(action, resources);
    return resources;
  };
}

function lacksOf(
  { actions, further = [], on = /./ }: Family,
  allowed: (action: string) => readonly string[],
  isDenied: (action: string, resource: string) => boolean,
): readonly string[] {
  const resourcesOf = (action: string) => allowed(action).filter((one) => on.test(one));
  const touched = [...new Set(actions.filter((action) => !READING.test(action)).flatMap(resourcesOf))];
  return [...actions, ...further].flatMap((action) => {
    const resources = resourcesOf(action);
    const own = new Set(resources);
    const without = touched.filter(
      (one) => !own.has(one) && !resources.some((other) => meets(other, one)) && !isDenied(action, one),
    );
    return without.length === 0 ? [] : [`change ${without.join(", ")}, and not ${action}`];
  });
}

const READING = /:(Describe|Get|List|Validate)/;

/** Whether a grant on one of them is, or may be, one on the other: those of another kind can't be compared. */
const meets = (one: string, other: string) =>
  one === "*" || other === "*" || kindOf(one) !== kindOf(other) || coversArn(one, other) || coversArn(other, one);

/** `"arn:aws:iam::000000000000:role/web"` → `"iam:role"`. */
function kindOf(arn: string): string {
  const [, , service, , , ...rest] = arn.split(":");
  return `${service}:${rest.join(":").split(/[:/]/)[0]}`;
}

import type { Check } from "../../rule";
import { identityPolicies, judgeAllowed, textOf } from "../../vocabulary/permissions";
import { isReading, pipelines } from "../../vocabulary/pipelines";

/** IAM knows no condition key that would narrow it. */
const UNCONDITIONED = ["route53:CreateHostedZone"];

/** Of pipelines; a grant on named resources is narrow enough without. */
export const changesOfAnythingConditioned: Check = (plan) => {
  const makers = new Set(pipelines(plan).map(({ address }) => address));
  return identityPolicies(plan)
    .filter(({ roles }) => roles.some(({ address }) => makers.has(address)))
    .map((fact) =>
      judgeAllowed(fact, ({ actions, resources, conditions }) => {
        // ForAllValues holds where the request says nothing.
        const isOpen = conditions.every(({ operator }) => operator.startsWith("ForAllValues:"));
        return isOpen && resources.some((resource) => resource === "*")
          ? actions.map(textOf).filter((action) => !isReading(action) && !UNCONDITIONED.includes(action))
          : [];
      }),
    );
};

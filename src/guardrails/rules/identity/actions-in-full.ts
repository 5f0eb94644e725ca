import { policyStatements } from "../../../plan/facts/policies";
import type { Check } from "../../rule";
import { judgeAllowed, textOf } from "../../vocabulary/permissions";

/** Reads of what there is, not of what is in it. */
const HARMLESS = /^[a-z0-9-]+:(Describe|List)\w*\*$/;
/** `service:*` is a worse finding, and another rule's. */
const WHOLE = /^(\*+|[^:]*:\*+)$/;

/** In a trust policy no wildcard is of use: there are few ways to take a role. */
export const actionsInFull: Check = (plan) =>
  policyStatements(plan)
    .filter(({ kind }) => kind !== "resource")
    .map((fact) =>
      judgeAllowed(fact, ({ actions }) =>
        actions
          .map(textOf)
          .filter((action) => /[*?]/.test(action) && !HARMLESS.test(action))
          .filter((action) => fact.kind === "trust" || !WHOLE.test(action)),
      ),
    );

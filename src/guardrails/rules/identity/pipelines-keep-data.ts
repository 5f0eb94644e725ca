import type { Statement } from "../../../plan/facts/policies";
import { judge, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";
import { statementsFor } from "../../vocabulary/grants";
import { textOf } from "../../vocabulary/permissions";
import { pipelines } from "../../vocabulary/pipelines";
import { coversArn, isAbout } from "../../vocabulary/statements";

/** What holds data, by what makes it, and what ends it. */
const ENDS: readonly (readonly [made: string, ended: readonly string[]])[] = [
  ["kms:CreateKey", ["kms:DisableKey", "kms:ScheduleKeyDeletion"]],
  ["s3:CreateBucket", ["s3:DeleteBucket"]],
  ["route53:CreateHostedZone", ["route53:DeleteHostedZone"]],
];

/** What it makes has no ARN yet: for `*`, a denial on anything beyond what is in the plan will do. */
export const pipelinesKeepData: Check = (plan) =>
  unlessDisposable(
    plan,
    pipelines(plan).map((role) => {
      const statements = statementsFor(plan, role);
      const on = (effect: Statement["effect"], action: string) =>
        statements
          .filter((statement) => statement.effect === effect && isAbout(statement, action))
          .flatMap(({ resources }) => resources.filter((one) => plan.referenced(one).length === 0).map(textOf));
      const open = ENDS.flatMap(([made, ended]) =>
        on("Allow", made).flatMap((resource) =>
          ended
            .filter((action) => !on("Deny", action).some((denied) => resource === "*" || coversArn(denied, resource)))
            .map((action) => `${made} on ${resource}, and isn't denied ${action} on it`),
        ),
      );
      return judge(role.address, open.length === 0, `it may ${open.join("; ")}`);
    }),
  );

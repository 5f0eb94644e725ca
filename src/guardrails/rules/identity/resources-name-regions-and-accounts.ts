import type { Check } from "../../rule";
import { judgePermissions, textOf } from "../../vocabulary/permissions";

const ARN = /^arn:[^:]*:([^:]*):([^:]*):([^:]*):(.*)$/;
/** Their resource is a name alone, without a type. */
const UNTYPED = ["s3", "sns", "sqs"];

/** `*` alone is for `identity/exact-resources` to judge. */
export const resourcesNameRegionsAndAccounts: Check = (plan) =>
  judgePermissions(plan, ({ resources }) =>
    resources.map(textOf).filter((text) => {
      const [, service = "", region = "", account = "", resource = ""] = ARN.exec(text) ?? [];
      return /[*?]/.test(region + account) || (/^[*?]+$/.test(resource) && !UNTYPED.includes(service));
    }),
  );

import type { PolicyFact, Statement } from "../../../plan/facts/policies";
import { lockTables } from "../../../plan/facts/state";
import type { Plan } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import type { Check } from "../../rule";
import { boundaries } from "../../vocabulary/boundaries";
import { identityPolicies, judgeAllowed, textOf } from "../../vocabulary/permissions";
import { conditionsOn, isAbout, isNarrow } from "../../vocabulary/statements";

/** Actions whose resource says too little, and the conditions that say the rest, any of them. */
const NARROWED: readonly { readonly actions: readonly string[]; readonly by: RegExp }[] = [
  { actions: ["iam:CreateServiceLinkedRole"], by: /^iam:AWSServiceName$/i },
  { actions: ["cloudwatch:PutMetricData"], by: /^cloudwatch:namespace$/i },
  {
    actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
    by: /^(kms:(ViaService|EncryptionContext:.+|RequestAlias|ResourceAliases)|aws:ResourceTag\/.+)$/i,
  },
];
const LOCKS = {
  actions: ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"],
  by: /^dynamodb:LeadingKeys$/i,
};

/** Of policies that are on a role, and of those that bound roles. */
export const conditionsNarrow: Check = (plan) => {
  const bounding = new Set(boundaries(plan).map(({ fact }) => fact));
  return identityPolicies(plan)
    .filter((fact) => fact.roles.length > 0 || bounding.has(fact))
    .map((fact) =>
      judgeAllowed(fact, (statement) => (isNarrowedElsewhere(fact, statement) ? [] : openIn(plan, statement))),
    );
};

/** By a denial of all that doesn't come by way of a service. */
function isNarrowedElsewhere({ statements }: PolicyFact, { resources }: Statement): boolean {
  if (statements instanceof Unknown) return false;
  const only = statements.filter(
    (one) =>
      one.effect === "Deny" && conditionsOn(one, /^kms:ViaService$/i).some(({ operator }) => /Not/.test(operator)),
  );
  return resources.every((resource) => only.some((one) => one.resources.includes(resource)));
}

function openIn(plan: Plan, statement: Statement): readonly string[] {
  const isOfLocks = statement.resources.some((resource) =>
    plan.referenced(resource, "aws_dynamodb_table").some((table) => lockTables(plan).includes(table)),
  );
  return [...NARROWED, ...(isOfLocks ? [LOCKS] : [])].flatMap(({ actions, by }) => {
    const own = actions.filter((action) => isAbout(statement, action));
    const isNarrowed = conditionsOn(statement, by).some(isNarrow);
    return own.length === 0 || isNarrowed
      ? []
      : [`${own.join(", ")} on ${statement.resources.map(textOf).join(", ")} whatever for`];
  });
}

import type { Account } from "../account";
import { ACCOUNT, type Applied } from "../applied";
import { service } from "../request";
import { aboutOf, type Parameters } from "./sdk-calls";
import type { Use } from "./use";

interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Parameters?: Parameters;
  readonly Branches?: readonly Machine[];
  readonly Iterator?: Machine;
  readonly ItemProcessor?: Machine;
}

interface Machine {
  readonly States: { readonly [name: string]: State };
}

/** What Step Functions calls of a role whose machine writes a log; IAM knows no resource for any of it. */
const LOG_DELIVERY = [
  "logs:CreateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:UpdateLogDelivery",
];

/**
 * What each state machine calls: its tasks, as the definition has them, and its log.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
export function stateMachineUses(account: Account): readonly Use[] {
  return account.resourcesOf("aws_sfn_state_machine").flatMap((machine) => {
    const { address, arn = "", body } = machine;
    const role = account.role(account.roleAt(body.role_arn));
    const by = { kind: "role", address: role.address } as const;
    const log = body.logging_configuration as { readonly level?: string } | undefined;
    const logs = log?.level === undefined || log.level === "OFF" ? [] : LOG_DELIVERY;
    return [
      {
        when: `${address}: an execution starts`,
        by: service("states.amazonaws.com"),
        does: "sts:AssumeRole",
        on: role.arn,
        context: { "aws:SourceAccount": ACCOUNT, "aws:SourceArn": arn },
      },
      ...tasksOf(JSON.parse(String(body.definition))).flatMap(([name, state]) =>
        callsOf(account, machine, state).map((call) => ({ ...call, by, when: `${address}: its state ${name}` })),
      ),
      ...logs.map((does) => ({ when: `${address}: its log is written`, by, does, on: "*" })),
    ];
  });
}

/** Every task of a definition, those inside maps and branches too. */
function tasksOf({ States }: Machine): readonly (readonly [string, State])[] {
  return Object.entries(States).flatMap(([name, state]) => {
    const inner = [...(state.Branches ?? []), state.Iterator, state.ItemProcessor].filter((one) => one !== undefined);
    return [...(state.Type === "Task" ? [[name, state] as const] : []), ...inner.flatMap(tasksOf)];
  });
}

function callsOf(account: Account, machine: Applied, { Resource = "", Parameters = {} }: State) {
  const [, sdk = "", call = ""] = /^arn:aws:states:::(?:aws-sdk:)?([a-z0-9]+):([A-Za-z]+)$/.exec(Resource) ?? [];
  const prefix = PREFIXES[sdk] ?? sdk;
  const does = `${prefix}:${call.charAt(0).toUpperCase()}${call.slice(1)}`;
  return aboutOf({ account, machine, does, parameters: Parameters });
}

/** What IAM calls a service where the SDK has another name. */
const PREFIXES: { readonly [sdk: string]: string } = {
  elasticloadbalancingv2: "elasticloadbalancing",
  sfn: "states",
};

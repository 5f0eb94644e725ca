import type { Account } from "../account";
import { ACCOUNT } from "../applied";
import { service } from "../request";
import type { Use } from "./use";

/** What EventBridge calls by a role: it starts state machines. What it reaches without one, their own policies let it. */
export function eventRuleUses(account: Account): readonly Use[] {
  const targets = account.resourcesOf("aws_cloudwatch_event_target").filter(({ body }) => body.role_arn !== undefined);
  return targets.flatMap(({ address, body }) => {
    const role = account.role(account.roleAt(body.role_arn));
    const rule = account
      .resourcesOf("aws_cloudwatch_event_rule")
      .find((candidate) => candidate.body.name === body.rule);
    const machine = account.resourcesOf("aws_sfn_state_machine").find(({ arn }) => arn === body.arn);
    if (machine?.arn === undefined) throw new Error(`${address}: its role starts something that isn't a state machine`);
    return [
      {
        when: `${address}: an event comes`,
        by: service("events.amazonaws.com"),
        does: "sts:AssumeRole",
        on: role.arn,
        context: { "aws:SourceAccount": ACCOUNT, "aws:SourceArn": String(rule?.arn) },
      },
      {
        when: `${address}: the machine is started`,
        by: { kind: "role", address: role.address },
        does: "states:StartExecution",
        on: machine.arn,
      },
    ];
  });
}

import { companions } from "../../../plan/facts/belonging";
import { policyStatements, type Statement } from "../../../plan/facts/policies";
import type { Plan, Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { isOpenText } from "../../vocabulary/permissions";
import { isAbout } from "../../vocabulary/statements";

/** Who takes a role that an attribute names. */
const TAKERS: readonly (readonly [type: string, attribute: string, service: string])[] = [
  ["aws_ecs_task_definition", "execution_role_arn", "ecs-tasks.amazonaws.com"],
  ["aws_ecs_task_definition", "task_role_arn", "ecs-tasks.amazonaws.com"],
  ["aws_iam_instance_profile", "role", "ec2.amazonaws.com"],
  ["aws_flow_log", "iam_role_arn", "vpc-flow-logs.amazonaws.com"],
  ["aws_sfn_state_machine", "role_arn", "states.amazonaws.com"],
  ["aws_cloudwatch_event_target", "role_arn", "events.amazonaws.com"],
];

export const trustsItsService: Check = (plan) =>
  plan.resources("aws_iam_role").flatMap((role) => {
    const services = TAKERS.filter(([type, attribute]) => companions(plan, role, type, attribute).length > 0);
    return [...new Set(services.map(([, , service]) => service))].map((service) => judgeTrust(plan, role, service));
  });

const isOpen = ({ actions, principals }: Statement) =>
  [...actions, ...principals.flatMap(({ values }) => values)].some(isOpenText);

function judgeTrust(plan: Plan, { address }: Resource, service: string) {
  const trusts = policyStatements(plan).filter(
    ({ kind, resource }) => kind === "trust" && resource.address === address,
  );
  if (trusts.some(({ statements }) => statements instanceof Unknown || statements.some(isOpen)))
    return undecided(address, "its trust policy is known only at apply");
  const isTrusted = trusts.some(
    ({ statements }) =>
      !(statements instanceof Unknown) &&
      statements.some(
        (statement) =>
          statement.effect === "Allow" &&
          isAbout(statement, "sts:AssumeRole") &&
          statement.principals.some(({ type, values }) => type === "Service" && values.includes(service)),
      ),
  );
  return judge(address, isTrusted, `its trust policy doesn't let ${service} take it`);
}

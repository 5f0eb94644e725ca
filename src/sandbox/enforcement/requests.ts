import { actionOf } from "../protocol/action";
import type { Call } from "../protocol/call";
import { madeBy } from "./ec2-resources";
import { ACCOUNT, resourcesOf } from "./resources";
import { requestTags } from "./tags";

/** One thing that IAM is asked about a call. */
export interface Asked {
  readonly action: string;
  /** ARN; `"*"`: it takes none, or it isn't known here which. */
  readonly resource: string;
  /** Values of condition keys, in lower case, beside those of tags. */
  readonly keys: { readonly [key: string]: readonly string[] };
}

/** Services that a role is passed to, by the call that does it, with the argument that names the role. */
const PASSES: { readonly [call: string]: readonly (readonly [argument: string, service: string])[] } = {
  "ecs:RegisterTaskDefinition": [
    ["executionRoleArn", "ecs-tasks.amazonaws.com"],
    ["taskRoleArn", "ecs-tasks.amazonaws.com"],
  ],
  "states:CreateStateMachine": [["roleArn", "states.amazonaws.com"]],
  "states:UpdateStateMachine": [["roleArn", "states.amazonaws.com"]],
  "ec2:CreateFlowLogs": [["DeliverLogsPermissionArn", "vpc-flow-logs.amazonaws.com"]],
  "iam:AddRoleToInstanceProfile": [["RoleName", "ec2.amazonaws.com"]],
};

/**
 * What IAM is asked about a call, apart from IAM's own: the action on each resource, and what AWS asks with it.
 * @param scalableTarget ARN of the target that the call names by its parts @default - none, or one to be made
 */
export function askedAbout(call: Call, scalableTarget?: string): readonly Asked[] {
  const { service, operation, region } = call;
  const action = actionOf(call);
  // AWS lets everybody ask who he is.
  if (action === "sts:GetCallerIdentity") return [];
  const keys = { "aws:requestedregion": [region], "aws:securetransport": ["true"], ...keysOf(call) };
  const resources = resourcesOf(call).map((resource) =>
    resource.endsWith(":scalable-target/new") ? (scalableTarget ?? resource) : resource,
  );
  const own = (resources.length === 0 ? ["*"] : resources).map((resource) => ({ action, resource, keys }));
  const tagging = service === "ec2" && requestTags(call.parameters).size > 0 ? madeBy(operation) : undefined;
  return [
    ...own,
    ...passed(call).map((pass) => ({ ...pass, keys: { ...keys, ...pass.keys } })),
    ...(tagging === undefined
      ? []
      : [
          {
            action: "ec2:CreateTags",
            resource: `arn:aws:ec2:${region}:${ACCOUNT}:${tagging}/new`,
            keys: { ...keys, "ec2:createaction": [operation] },
          },
        ]),
  ];
}

function passed({ service, operation, parameters }: Call): readonly Asked[] {
  const targets = operation === "PutTargets" ? [parameters.Targets ?? []].flat() : [];
  const given = [
    ...targets.map((target) => [Object(target).RoleArn, "events.amazonaws.com"]),
    ...(PASSES[`${service}:${operation}`] ?? []).map(([argument, to]) => [parameters[argument], to]),
  ];
  return given.flatMap(([role, to]) => {
    if (role === undefined) return [];
    const resource = String(role).startsWith("arn:") ? String(role) : `arn:aws:iam::${ACCOUNT}:role/${role}`;
    return [{ action: "iam:PassRole", resource, keys: { "iam:passedtoservice": [String(to)] } }];
  });
}

function keysOf({ service, operation, parameters }: Call): { readonly [key: string]: readonly string[] } {
  const text = (value: unknown): readonly string[] => (value === undefined ? [] : [value].flat().map(String));
  switch (`${service}:${operation}`) {
    case "dynamodb:GetItem":
    case "dynamodb:DeleteItem":
      return { "dynamodb:leadingkeys": text(Object(Object(parameters.Key).LockID).S) };
    case "dynamodb:PutItem":
      return { "dynamodb:leadingkeys": text(Object(Object(parameters.Item).LockID).S) };
    case "acm:RequestCertificate":
      return {
        "acm:domainnames": [...new Set([...text(parameters.DomainName), ...text(parameters.SubjectAlternativeNames)])],
      };
    case "route53:ChangeResourceRecordSets": {
      const changes = [Object(Object(parameters.ChangeBatch).Changes).Change ?? []].flat();
      const names = changes.map((change) => String(Object(Object(change).ResourceRecordSet).Name));
      const normalized = names.map((name) => name.toLowerCase().replace(/\.$/, "").replace("\\052", "*"));
      return { "route53:changeresourcerecordsetsnormalizedrecordnames": normalized };
    }
    default:
      return {};
  }
}

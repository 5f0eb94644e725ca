import type { Call, Parameters } from "../protocol/call";
import { ec2Resources } from "./ec2-resources";

export const ACCOUNT = "000000000000";

type ResourcesOf = (parameters: Parameters, arn: (resource: string) => string, operation: string) => readonly unknown[];

const lastPart = (text: unknown): string => String(text).replace(/^.*[/:]/, "");
const list = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value].flat());
const isArn = (value: unknown): value is string => typeof value === "string" && value.startsWith("arn:");

/** Arguments that hold the ARN of what the call is about, in most services. */
const ABOUT = [
  "resourceArn",
  "resourceARN",
  "ResourceArn",
  "ResourceARN",
  "ResourceArns",
  "LoadBalancerArn",
  "ListenerArn",
  "TargetGroupArn",
  "RuleArn",
  "TopicArn",
  "stateMachineArn",
  "CertificateArn",
  "WebACLArn",
  "ARN",
];
const named = (parameters: Parameters) => ABOUT.flatMap((name) => list(parameters[name])).filter(isArn);

/** By service: the ARNs that a call is about. None: the action takes no resource, or it isn't known here which. */
const RESOURCES: { readonly [service: string]: ResourcesOf } = {
  "application-autoscaling": (p, arn, operation) =>
    operation.startsWith("Describe") ? [] : named(p).length > 0 ? named(p) : [arn("scalable-target/new")],
  autoscaling: (p, arn, operation) => {
    if (operation.startsWith("Describe")) return [];
    const inTags = list(p.Tags).map((tag) => Object(tag).ResourceId);
    return [...new Set([...list(p.AutoScalingGroupName), ...inTags])]
      .filter((name) => name !== undefined)
      .map((name) => arn(`autoScalingGroup:00000000-0000-4000-8000-000000000000:autoScalingGroupName/${name}`));
  },
  dynamodb: (p, arn) => [...list(p.TableName).map((name) => arn(`table/${lastPart(name)}`)), ...named(p)],
  ec2: ec2Resources,
  ecs: (p, arn, operation) => {
    const cluster = lastPart(p.cluster ?? p.clusterName ?? "default");
    if (/TagResource|TagsForResource/.test(operation)) return named(p);
    if (/Service/.test(operation)) {
      return list(p.services ?? p.service ?? p.serviceName).map((name) => arn(`service/${cluster}/${lastPart(name)}`));
    }
    if (/CapacityProvider/.test(operation) && operation !== "PutClusterCapacityProviders") {
      const names = p.capacityProviders ?? p.capacityProvider ?? p.name;
      return list(names).map((name) => arn(`capacity-provider/${lastPart(name)}`));
    }
    if (operation === "RegisterTaskDefinition") return [arn(`task-definition/${p.family}:1`)];
    if (/TaskDefinition/.test(operation)) return [];
    return list(p.clusters ?? cluster).map((name) => arn(`cluster/${lastPart(name)}`));
  },
  elasticloadbalancing: (p, arn, operation) => {
    if (operation.startsWith("Describe")) return [];
    if (operation === "CreateLoadBalancer") return [arn(`loadbalancer/app/${p.Name}/0000000000000000`)];
    if (operation === "CreateTargetGroup") return [arn(`targetgroup/${p.Name}/0000000000000000`)];
    if (operation === "CreateRule" || operation === "CreateListener") {
      return list(p.ListenerArn ?? p.LoadBalancerArn);
    }
    const { ListenerArn, LoadBalancerArn, TargetGroupArn, RuleArn, ResourceArns } = p;
    return list(RuleArn ?? ListenerArn ?? TargetGroupArn ?? LoadBalancerArn ?? ResourceArns);
  },
  events: (p, arn) => {
    const names = list(p.Rule ?? p.Name).map((name) => arn(`rule/${name}`));
    return [...names, ...named(p)];
  },
  kms: (p, arn) => [
    ...list(p.KeyId ?? p.TargetKeyId).map((id) => (isArn(id) ? id : arn(`key/${id}`))),
    ...list(p.AliasName).map((name) => arn(String(name))),
  ],
  logs: (p, arn, operation) => {
    if (/DescribeLogGroups|ResourcePolic/.test(operation)) return [];
    const names = list(p.logGroupName ?? p.logGroupIdentifier).filter((name) => !isArn(name));
    return [...names.map((name) => arn(`log-group:${name}`)), ...named(p)];
  },
  monitoring: (p, arn, operation) => {
    if (operation.startsWith("DescribeAlarms")) return [];
    const dashboards = list(p.DashboardName ?? p.DashboardNames);
    return [
      ...list(p.AlarmName ?? p.AlarmNames).map((name) => arn(`alarm:${name}`)),
      ...dashboards.map((name) => `arn:aws:cloudwatch::${ACCOUNT}:dashboard/${name}`),
      ...named(p),
    ];
  },
  route53: (p, _arn, operation) => {
    if (operation === "GetChange") return [`arn:aws:route53:::change/${p.Id}`];
    return list(p.HostedZoneId ?? p.ResourceId ?? p.Id).map((id) => `arn:aws:route53:::hostedzone/${id}`);
  },
  s3: (p) => {
    if (p.Bucket === undefined) return [];
    return [`arn:aws:s3:::${p.Bucket}${p.Key === undefined ? "" : `/${p.Key}`}`];
  },
  secretsmanager: (p) => list(p.SecretId).filter(isArn),
  sns: (p, arn) => {
    const subscriptions = list(p.SubscriptionArn).map((own) => String(own).replace(/:[^:]*$/, ""));
    return [...named(p), ...subscriptions, ...list(p.Name).map((name) => arn(String(name)))];
  },
  sqs: (p, arn) => list(p.QueueUrl ?? p.QueueName).map((name) => arn(lastPart(name))),
  states: (p, arn, operation) => {
    if (operation === "ValidateStateMachineDefinition") return [];
    return [...named(p), ...list(p.name).map((name) => arn(`stateMachine:${name}`))];
  },
  wafv2: (p, arn, operation) => {
    if (operation === "GetWebACLForResource") return list(p.ResourceArn);
    if (p.WebACLArn !== undefined) return [p.WebACLArn];
    if (named(p).length > 0) return named(p);
    return list(p.Name).map((name) => arn(`regional/webacl/${name}/${p.Id ?? "00000000-0000-4000-8000-000000000000"}`));
  },
  acm: (p) => named(p),
};

/** Where the service's part of an ARN isn't what requests are signed for. */
const IN_ARN: { readonly [service: string]: string } = { monitoring: "cloudwatch" };

/** ARNs of what a call is about, as far as they are known here; IAM's are in identity-requests.ts. */
export function resourcesOf({ service, operation, parameters, region }: Call): readonly string[] {
  const arn = (resource: string) => `arn:aws:${IN_ARN[service] ?? service}:${region}:${ACCOUNT}:${resource}`;
  return (RESOURCES[service]?.(parameters, arn, operation) ?? []).map(String);
}

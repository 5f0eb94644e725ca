import type { Plan, Resource } from "../../plan/plan";
import type { Account } from "../account";
import { type Check, problem, type Said, type Subject } from "../check";

/** The attribute that holds a resource's name, by type; the name of others is AWS's to choose, or needn't be free. */
const NAMES: { readonly [type: string]: string } = {
  aws_autoscaling_group: "name",
  aws_cloudwatch_composite_alarm: "alarm_name",
  aws_cloudwatch_dashboard: "dashboard_name",
  aws_cloudwatch_event_rule: "name",
  aws_cloudwatch_log_group: "name",
  aws_cloudwatch_metric_alarm: "alarm_name",
  aws_dynamodb_table: "name",
  aws_ecs_capacity_provider: "name",
  aws_ecs_cluster: "name",
  aws_iam_instance_profile: "name",
  aws_iam_policy: "name",
  aws_iam_role: "name",
  aws_kms_alias: "name",
  aws_launch_template: "name",
  aws_lb: "name",
  aws_lb_target_group: "name",
  aws_s3_bucket: "bucket",
  aws_sfn_state_machine: "name",
  aws_sns_topic: "name",
  aws_sqs_queue: "name",
  aws_wafv2_web_acl: "name",
};

export const namesFree: Check = {
  id: "names-free",
  title: "No name is taken by something that isn't in the state",
  run: async (subject) => {
    const stacks = [...subject.plans].map(([stack, plan]) => taken(stack, plan, subject));
    return (await Promise.all([...stacks, takenHosts(subject)])).flat();
  },
};

async function taken(stack: string, plan: Plan, { backend, account }: Subject): Promise<readonly Said[]> {
  const state = await account.stateAddresses(backend.bucket, `${stack}/terraform.tfstate`);
  const named = plan
    .resources(...Object.keys(NAMES))
    .filter(({ address }) => !state?.has(address))
    .flatMap((resource) => {
      const name = resource.get(NAMES[resource.type] ?? "name");
      return typeof name === "string" ? [[resource, name] as const] : [];
    });
  const said = await Promise.all(named.map(([resource, name]) => about(resource, name, account)));
  return said.flat();
}

async function about({ type, address }: Resource, name: string, account: Account): Promise<readonly Said[]> {
  if (!(await account.isTaken(type, name))) return [];
  const fix = "Adopt it, delete it, or give the environment another name";
  return [problem(address, `${name} is there already, and not in the state`, fix)];
}

/** Records of the services' hosts in a zone of others. */
async function takenHosts({ environment, plans, backend, account }: Subject): Promise<readonly Said[]> {
  const { hostedZoneId } = environment.ingress;
  if (hostedZoneId === undefined) return [];
  const stack = `${environment.name}-platform`;
  const state = await account.stateAddresses(backend.bucket, `${stack}/terraform.tfstate`);
  const isOurs = (plans.get(stack)?.resources("aws_route53_record") ?? []).some(({ address }) => state?.has(address));
  if (isOurs) return [];
  const hosts = [...new Set(environment.services.map(({ routing }) => routing.host))];
  const areTaken = await Promise.all(hosts.map((host) => account.hasAddress(hostedZoneId, host)));
  return hosts
    .filter((_, index) => areTaken[index])
    .map((host) => problem(host, `has a record in ${hostedZoneId} already`, "Adopt it, or delete it"));
}

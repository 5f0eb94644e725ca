import { containers } from "../../../plan/facts/containers";
import { endpoints } from "../../../plan/facts/network";
import type { Plan, Resource } from "../../../plan/plan";
import { entry, Unknown } from "../../../plan/value";
import { failed, passed, unlessOpen, waived } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { computeNetworks } from "../../vocabulary/compute";
import { secretsOf, sendsToCloudWatch, valueAt } from "../../vocabulary/containers";
import { whichEndpoints } from "../../vocabulary/interface-endpoints";
import { textOf } from "../../vocabulary/permissions";

/** Tag of a VPC that says which endpoints it is meant to have (`"ssm ecr.api"`): others are left to NAT on purpose. */
const TAG = "tags.InterfaceEndpoints";

const PRIVATE_REGISTRY = /^\d{12}\.dkr\.ecr\./;

export const interfaceEndpoints: Check = (plan) => {
  const used = servicesInUse(plan);
  return computeNetworks(plan).map(({ vpc }) =>
    unlessOpen(plan, judgeNetwork(plan, vpc, used), ...whichEndpoints(plan)),
  );
};

function judgeNetwork(plan: Plan, vpc: Resource, used: ReadonlySet<string>): Judgement {
  const tag = vpc.get(TAG);
  const meant = typeof tag === "string" ? tag.split(" ").filter(Boolean) : undefined;
  const present = endpoints(plan)
    .filter((endpoint) => endpoint.vpc === vpc && endpoint.type === "Interface")
    .map(({ service }) => service);
  const missing = [...(meant ?? used)].filter((service) => !present.includes(service));
  if (missing.length > 0) return failed(vpc.address, `it has no interface endpoint for ${missing.join(", ")}`);
  const byNat = [...used].filter((service) => !present.includes(service));
  return byNat.length === 0
    ? passed(vpc.address)
    : waived(vpc.address, `its tag leaves ${byNat.join(", ")} to NAT: without it, tasks that start there don't`);
}

/** What tasks need to start and to be heard: their images, their secrets, their logs. */
function servicesInUse(plan: Plan): ReadonlySet<string> {
  const used = new Set<string>();
  for (const fact of containers(plan)) {
    const { definition } = fact;
    if (definition instanceof Unknown) continue;
    const image = valueAt(definition, "image");
    if (PRIVATE_REGISTRY.test(image instanceof Unknown ? textOf(image) : String(image))) {
      used.add("ecr.api").add("ecr.dkr");
    }
    if (sendsToCloudWatch(fact)) used.add("logs");
    const sources = secretsOf(definition).map((secret) => String(entry(secret, "valueFrom")));
    if (sources.some((source) => source.includes(":secretsmanager:"))) used.add("secretsmanager");
  }
  return used;
}

import type { Environment } from "../schema";
import { canonical, isWithin, overlap, prefixLength } from "./cidr";
import { describe, fieldPath } from "./describe";
import type { Draft, Finding } from "./finding";
import { given, groupBy, repeated } from "./lists";

const ANYWHERE = "0.0.0.0/0";
/** RFC 1918 and RFC 6598: what AWS recommends for a VPC; any other range hides a part of the internet from it. */
const PRIVATE_RANGES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];
/** Docker's own bridge on each instance: a container in bridge mode can't reach a VPC's address in it. */
const DOCKER_BRIDGE = "172.17.0.0/16";

/** A range in a list. */
type Entry = readonly [index: number, cidr: string];
type Network = NonNullable<Draft<Environment>["network"]>;

/** The network's ranges and ids make sense beside each other. */
export function* networkFindings({ network, ingress }: Draft<Environment>): Generator<Finding> {
  yield* hostBitFindings("ingress.allowedCidrs", "", given(ingress?.allowedCidrs));
  yield* overlapFindings("ingress.allowedCidrs", "", [...given(ingress?.allowedCidrs)]);
  if (network === undefined) return;
  const { create, existing, egress } = network;
  if (create === undefined && existing === undefined) {
    yield { path: "network.create", got: "nothing", allowed: "a network: give create, or existing for a VPC of yours" };
  }
  if (create !== undefined && existing !== undefined) {
    yield { path: "network.existing", got: "a VPC beside network.create", allowed: "one of the two" };
  }
  yield* createdFindings(create);
  yield* existingFindings(existing);
  yield* egressFindings(egress, create?.cidr);
}

function* createdFindings(create: Network["create"]): Generator<Finding> {
  if (create?.cidr !== undefined) {
    const { cidr } = create;
    const found = (allowed: string): Finding => ({ path: "network.create.cidr", got: describe(cidr), allowed });
    if (canonical(cidr) !== cidr) yield hostBits("network.create.cidr", cidr);
    if (prefixLength(cidr) < 16) yield found("/16 to /20: AWS makes no larger VPC");
    if (prefixLength(cidr) > 20) yield found("/16 to /20: in a smaller one the subnets have no room for tasks");
    if (!PRIVATE_RANGES.some((range) => isWithin(cidr, range))) {
      yield found(`a private range, in ${PRIVATE_RANGES.join(", ")}`);
    } else if (overlap(cidr, DOCKER_BRIDGE)) {
      yield found(`a range apart from ${DOCKER_BRIDGE}, which Docker uses on each instance`);
    }
  }
  for (const { index, value } of repeated(create?.interfaceEndpoints)) {
    yield { path: `network.create.interfaceEndpoints[${index}]`, got: describe(value), allowed: "each service once" };
  }
}

function* existingFindings(existing: Network["existing"]): Generator<Finding> {
  if (existing === undefined) return;
  if (existing.cidr !== undefined && canonical(existing.cidr) !== existing.cidr) {
    yield hostBits("network.existing.cidr", existing.cidr);
  }
  if (existing.cidr !== undefined && (prefixLength(existing.cidr) < 16 || prefixLength(existing.cidr) > 28)) {
    yield { path: "network.existing.cidr", got: describe(existing.cidr), allowed: "a VPC's own range, /16 to /28" };
  }
  const { publicSubnetIds, privateSubnetIds } = existing;
  const kinds = [
    ["publicSubnetIds", publicSubnetIds],
    ["privateSubnetIds", privateSubnetIds],
  ] as const;
  for (const [field, subnets] of kinds) {
    if (subnets !== undefined && Object.keys(subnets).length < 2) {
      const got = `subnets in ${Object.keys(subnets).length} zones`;
      yield { path: `network.existing.${field}`, got, allowed: "a subnet in each of at least two zones" };
    }
  }
  if (publicSubnetIds !== undefined && privateSubnetIds !== undefined) {
    for (const zone of Object.keys(privateSubnetIds).filter((name) => !Object.hasOwn(publicSubnetIds, name))) {
      const path = fieldPath(["network", "existing", "privateSubnetIds", zone]);
      const allowed = "a zone that has a public subnet too: the load balancer sends nothing to other zones";
      yield { path, got: describe(zone), allowed };
    }
  }
  const subnets = kinds.flatMap(([field, ids]) => Object.entries(ids ?? {}).map(([zone, id]) => ({ field, zone, id })));
  for (const { index, value, first } of repeated(subnets.map(({ id }) => id))) {
    const [one, other] = [subnets[index], subnets[first]];
    const path = fieldPath(["network", "existing", one?.field ?? "", one?.zone ?? ""]);
    yield {
      path,
      got: describe(value),
      allowed: `each subnet once: it is in ${other?.field} at ${other?.zone} already`,
    };
  }
}

function* egressFindings(egress: Network["egress"], vpcCidr: string | undefined): Generator<Finding> {
  const rules = [...given(egress)].flatMap(([index, { port, cidr }]) =>
    cidr === undefined ? [] : { index, port, cidr },
  );
  yield* hostBitFindings(
    "network.egress",
    ".cidr",
    rules.map(({ index, cidr }) => [index, cidr]),
  );
  for (const { index, cidr } of rules) {
    if (vpcCidr !== undefined && cidr !== ANYWHERE && overlap(cidr, vpcCidr)) {
      const allowed = `a range apart from the VPC's own, ${vpcCidr}: inside it security groups refer to each other`;
      yield { path: `network.egress[${index}].cidr`, got: describe(cidr), allowed };
    }
  }
  for (const [port, samePort] of groupBy(rules, (rule) => rule.port)) {
    const entries = samePort.map(({ index, cidr }) => [index, cidr] as const);
    if (port !== undefined) yield* overlapFindings("network.egress", ".cidr", entries);
  }
}

function* hostBitFindings(list: string, field: string, entries: Iterable<Entry>): Generator<Finding> {
  for (const [index, cidr] of entries) {
    if (canonical(cidr) !== cidr) yield hostBits(`${list}[${index}]${field}`, cidr);
  }
}

function hostBits(path: string, cidr: string): Finding {
  return { path, got: describe(cidr), allowed: `"${canonical(cidr)}": the range's first address, without host bits` };
}

/** Ranges of one list that overlap: one of each two says nothing, or AWS refuses it as a duplicate. */
function* overlapFindings(list: string, field: string, entries: readonly Entry[]): Generator<Finding> {
  for (const [position, [index, cidr]] of entries.entries()) {
    const other = entries.slice(0, position).find(([, earlier]) => overlap(earlier, cidr));
    if (other !== undefined) {
      const allowed = `ranges that don't overlap: ${list}[${other[0]}] is ${other[1]}`;
      yield { path: `${list}[${index}]${field}`, got: describe(cidr), allowed };
    }
  }
}

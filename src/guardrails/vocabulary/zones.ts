import { type SubnetFact, subnets } from "../../plan/facts/network";
import type { Plan } from "../../plan/plan";
import { listOf, type MaybeValue, Unknown } from "../../plan/value";
import { failed, passed, undecided, unlessOpen } from "../judge";
import type { Judgement } from "../rule";

/** Judges that subnets are in two zones at least, and in every one that their network has subnets in. */
export function judgeZones(plan: Plan, address: string, ids: MaybeValue): Judgement {
  const own = subnetsOf(plan, ids);
  if (own.length === 0) {
    if (ids instanceof Unknown) return undecided(address, "its subnets are known only at apply");
    // Subnets that the plan doesn't hold are counted: nothing says where they are.
    const count = new Set(listOf(ids)).size;
    return count >= 2 ? passed(address) : failed(address, `it is in ${count} subnets; wanted: at least 2`);
  }
  const zones = zonesOf(own);
  const unsaid = own.filter(({ availabilityZone }) => availabilityZone === undefined);
  if (unsaid.length > 0) {
    return failed(
      address,
      `${unsaid.map(({ subnet }) => subnet.address).join(", ")} names no zone, so AWS chooses one`,
    );
  }
  if (own.some(({ availabilityZone }) => typeof availabilityZone !== "string")) {
    return undecided(address, "the zones of its subnets are known only at apply");
  }
  const missing = [...zonesOf(besides(plan, own))].filter((zone) => !zones.has(zone));
  if (missing.length > 0) {
    return unlessOpen(plan, failed(address, `it isn't in ${missing.join(", ")}, where its network is`), ids);
  }
  return zones.size >= 2 ? passed(address) : failed(address, "it is in a single zone; wanted: at least 2");
}

/** The subnets of the plan that a value names. */
export function subnetsOf(plan: Plan, ids: MaybeValue, facts = subnets(plan)): readonly SubnetFact[] {
  const named = new Set(plan.referenced(ids, "aws_subnet"));
  return facts.filter(({ subnet }) => named.has(subnet));
}

/** Their known zones. */
export function zonesOf(facts: readonly SubnetFact[]): ReadonlySet<string> {
  return new Set(facts.flatMap(({ availabilityZone: zone }) => (typeof zone === "string" ? zone : [])));
}

/** All subnets of their VPCs. */
function besides(plan: Plan, own: readonly SubnetFact[]): readonly SubnetFact[] {
  const vpcs = new Set(own.map(({ vpc }) => vpc));
  return subnets(plan).filter(({ vpc }) => vpc !== undefined && vpcs.has(vpc));
}

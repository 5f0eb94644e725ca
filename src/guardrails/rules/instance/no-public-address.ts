import { type CapacityGroup, capacityGroups } from "../../../plan/facts/capacity";
import type { Plan, Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { equals } from "../../expectation";
import { failed, judgeValue, openIf, passed, undecided, unlessOpen } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { launchers, statedAt } from "../../vocabulary/launchers";
import { subnetsOf } from "../../vocabulary/zones";

const ADDRESS = "associate_public_ip_address";

export const noPublicAddress: Check = (plan) => {
  const groups = capacityGroups(plan);
  return launchers(plan, ADDRESS).map((launcher) =>
    launcher.type === "aws_launch_template"
      ? judgeTemplate(plan, launcher, groups)
      : judgeValue(launcher.address, ADDRESS, statedAt(launcher, ADDRESS), equals(false)),
  );
};

function judgeTemplate(plan: Plan, template: Resource, groups: readonly CapacityGroup[]): Judgement {
  const interfaces = template.blocks("network_interfaces");
  const stated = interfaces.map((one) => one.get(ADDRESS)).filter((value) => value !== "");
  if (stated.some((value) => String(value) === "true")) return failed(template.address, `${ADDRESS} is true`);
  if (stated.length > 0 && stated.every((value) => String(value) === "false")) return passed(template.address);
  const own = groups.filter(({ launchTemplate }) => launchTemplate === template);
  return unlessOpen(plan, bySubnets(template, own, plan), template.get("network_interfaces"), ...stated);
}

/** Where it isn't stated, the subnet decides. */
function bySubnets({ address }: Resource, groups: readonly CapacityGroup[], plan: Plan): Judgement {
  const places = groups.map(({ group }) => subnetsOf(plan, group.get("vpc_zone_identifier")));
  if (places.length === 0 || places.some((subnets) => subnets.length === 0)) {
    return undecided(address, `${ADDRESS} isn't set, so the subnet decides, which isn't in the plan`);
  }
  const settings = places.flat().map(({ subnet }) => ({ subnet, gives: subnet.get("map_public_ip_on_launch") }));
  const giving = settings.filter(({ gives }) => gives !== undefined && String(gives) !== "false");
  const names = giving.map(({ subnet }) => subnet.address).join(", ");
  if (giving.length === 0) return passed(address);
  const judgement = failed(address, `${ADDRESS} isn't set, and ${names} gives one`);
  return openIf(
    giving.every(({ gives }) => gives instanceof Unknown),
    judgement,
  );
}

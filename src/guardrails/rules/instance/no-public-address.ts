import type { Plan, Resource } from "../../../plan/plan";
import { each, equals } from "../../expectation";
import { judgeValue, unlessOpen } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { launchers, statedAt } from "../../vocabulary/launchers";

const ADDRESS = "associate_public_ip_address";

/** Stated: left out, the subnet decides. */
export const noPublicAddress: Check = (plan) =>
  launchers(plan, ADDRESS).map((launcher) =>
    launcher.type === "aws_launch_template"
      ? judgeTemplate(plan, launcher)
      : judgeValue(launcher.address, ADDRESS, statedAt(launcher, ADDRESS), equals(false)),
  );

function judgeTemplate(plan: Plan, template: Resource): Judgement {
  const addresses = template
    .blocks("network_interfaces")
    .map((networkInterface) => networkInterface.get(ADDRESS) ?? null);
  const judgement = judgeValue(template.address, ADDRESS, addresses, each(equals(false)));
  return unlessOpen(plan, judgement, template.get("network_interfaces"));
}

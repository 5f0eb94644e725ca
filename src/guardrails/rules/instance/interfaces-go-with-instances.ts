import { equals } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";

const PATH = "network_interfaces.delete_on_termination";

/** EC2 deletes those that it made for the instance, unless it is told otherwise. */
export const interfacesGoWithInstances: Check = (plan) =>
  plan.resources("aws_launch_template").flatMap((template) => {
    const judgements = template
      .blocks("network_interfaces")
      .map((block) => judgeValue(template.address, PATH, block.get("delete_on_termination") ?? true, equals(true)));
    return judgements.length === 0 ? [] : [allOf(template.address, judgements)];
  });

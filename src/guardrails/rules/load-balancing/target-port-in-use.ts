import { services } from "../../../plan/facts/services";
import { Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";

/** Of groups of addresses: those of instances get each target's own port. */
export const targetPortInUse: Check = (plan) =>
  services(plan).flatMap(({ service }) =>
    service.blocks("load_balancer").flatMap((block) =>
      plan
        .referenced(block.get("target_group_arn"), "aws_lb_target_group")
        .filter((group) => group.get("target_type") === "ip")
        .flatMap((group) => {
          const [port, listens] = [group.get("port"), block.get("container_port")];
          if (port instanceof Unknown || listens instanceof Unknown) return [];
          return [
            judge(
              group.address,
              Number(port) === Number(listens),
              `its port is ${port}, and ${service.address} listens on ${listens}`,
            ),
          ];
        }),
    ),
  );

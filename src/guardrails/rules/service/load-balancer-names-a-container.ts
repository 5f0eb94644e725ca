import { services } from "../../../plan/facts/services";
import { isList, isRecord, type MaybeValue, Unknown } from "../../../plan/value";
import { definitionsOf } from "../../containers";
import { describe } from "../../expectation";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

export const loadBalancerNamesAContainer: Check = (plan) =>
  services(plan).flatMap(({ service, taskDefinition }) => {
    const containers = definitionsOf(plan, taskDefinition);
    if (containers.length === 0) return [];
    return service.blocks("load_balancer").map((block) => {
      const [name, port] = [block.get("container_name"), block.get("container_port")];
      if ([name, port, ...containers.map((definition) => definition.name)].some((value) => value instanceof Unknown))
        return undecided(service.address, "which container it sends requests to is known only at apply");
      const container = containers.find((definition) => definition.name === name);
      const found = `${describe(name)}, port ${describe(port)}, isn't a container of ${taskDefinition?.address}`;
      return judge(service.address, container !== undefined && listensOn(container.portMappings, port), found);
    });
  });

const listensOn = (mappings: MaybeValue, port: MaybeValue) =>
  isList(mappings) && mappings.some((mapping) => isRecord(mapping) && String(mapping.containerPort) === String(port));

import { services } from "../../../plan/facts/services";
import { isList, isRecord, type MaybeValue } from "../../../plan/value";
import { describe } from "../../expectation";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { definitionsOf } from "../../vocabulary/containers";

export const loadBalancerNamesAContainer: Check = (plan) =>
  services(plan).flatMap(({ service, taskDefinition }) => {
    const containers = definitionsOf(plan, taskDefinition);
    if (containers.length === 0) return [];
    const known = containers.flatMap(({ name, portMappings }) => [name, portMappings]);
    return service.blocks("load_balancer").map((block) => {
      const [name, port] = [block.get("container_name"), block.get("container_port")];
      const container = containers.find((definition) => definition.name === name);
      const isThere = container !== undefined && listensOn(container.portMappings, port);
      const found = `${describe(name)}, port ${describe(port)}, isn't a container of ${taskDefinition?.address}`;
      return unlessOpen(plan, judge(service.address, isThere, found), name, port, ...known);
    });
  });

const listensOn = (mappings: MaybeValue, port: MaybeValue) =>
  isList(mappings) && mappings.some((mapping) => isRecord(mapping) && String(mapping.containerPort) === String(port));

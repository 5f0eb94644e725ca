import { failed, passed, undecided, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { computeNetworks } from "../../vocabulary/compute";
import { interfaceEndpoints } from "../../vocabulary/interface-endpoints";
import { subnetsOf, zonesOf } from "../../vocabulary/zones";

export const endpointsInEveryZone: Check = (plan) =>
  computeNetworks(plan).flatMap(({ vpc, subnets }) =>
    interfaceEndpoints(plan)
      .filter((endpoint) => endpoint.vpc === vpc)
      .map(({ endpoint }) => {
        const own = subnetsOf(plan, endpoint.get("subnet_ids"));
        const zones = zonesOf(own);
        const missing = [...zonesOf(subnets)].filter((zone) => !zones.has(zone));
        if (missing.length === 0) return passed(endpoint.address);
        const found = `it isn't in ${missing.join(", ")}, where compute is`;
        return own.some(({ availabilityZone }) => typeof availabilityZone !== "string")
          ? undecided(endpoint.address, found)
          : unlessOpen(plan, failed(endpoint.address, found), endpoint.get("subnet_ids"));
      }),
  );

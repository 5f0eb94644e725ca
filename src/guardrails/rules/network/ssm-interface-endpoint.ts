import { endpoints } from "../../../plan/facts/network";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { computeNetworks } from "../../vocabulary/compute";
import { whichEndpoints } from "../../vocabulary/interface-endpoints";

export const ssmInterfaceEndpoint: Check = (plan) =>
  computeNetworks(plan).map(({ vpc }) => {
    const found = endpoints(plan).some(
      (endpoint) => endpoint.vpc === vpc && endpoint.service === "ssm" && endpoint.type === "Interface",
    );
    return unlessOpen(plan, judge(vpc.address, found, "it has no interface endpoint for ssm"), ...whichEndpoints(plan));
  });

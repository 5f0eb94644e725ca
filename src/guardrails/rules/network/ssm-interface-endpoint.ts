import { endpoints } from "../../../plan/facts/network";
import { Unknown } from "../../../plan/value";
import { computeNetworks } from "../../compute";
import { failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";

export const ssmInterfaceEndpoint: Check = (plan) =>
  computeNetworks(plan).map(({ vpc }) => {
    const own = endpoints(plan).filter((endpoint) => endpoint.vpc === vpc);
    if (own.some(({ service, type }) => service === "ssm" && type === "Interface")) return passed(vpc.address);
    return own.some(({ service }) => service instanceof Unknown)
      ? undecided(vpc.address, "the service of an endpoint is known only at apply")
      : failed(vpc.address, "it has no interface endpoint for ssm");
  });

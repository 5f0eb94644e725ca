import { type EndpointFact, endpoints } from "../plan/facts/network";
import type { Plan } from "../plan/plan";

export function interfaceEndpoints(plan: Plan): readonly EndpointFact[] {
  return endpoints(plan).filter(({ type }) => type === "Interface");
}

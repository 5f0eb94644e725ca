import type { Plan, Resource } from "../../../plan/plan";
import { listOf, type MaybeValue, Unknown, type Value } from "../../../plan/value";
import { failed, openIf, passed } from "../../judge";
import type { Check } from "../../rule";
import { hostsOf, listeners, rulesOf } from "../../vocabulary/load-balancers";

const CERTIFICATE = "aws_acm_certificate";
const VALIDATION = "aws_acm_certificate_validation";

/** About listeners whose certificates are all in the plan. */
export const certificateCoversHosts: Check = (plan) =>
  listeners(plan, "HTTPS").flatMap((listener) => {
    const own = certificatesOf(plan, listener.get("certificate_arn"));
    const further = plan
      .resources("aws_lb_listener_certificate")
      .filter((one) => plan.referenced(one.get("listener_arn"), "aws_lb_listener").includes(listener))
      .map((one) => certificatesOf(plan, one.get("certificate_arn")));
    const certificates = [own, ...further];
    if (certificates.some((found) => found.length === 0)) return [];
    const names = certificates.flat().flatMap(namesOf);
    const missing = rulesOf(plan, listener)
      .flatMap(hostsOf)
      .filter((host) => !(host instanceof Unknown) && !names.some((name) => isCovered(String(host), name)));
    const found = `no certificate of it is for ${[...new Set(missing)].join(", ")}`;
    return missing.length === 0
      ? [passed(listener.address)]
      : [
          openIf(
            names.some((name) => name instanceof Unknown),
            failed(listener.address, found),
          ),
        ];
  });

/** By way of its validation too. */
function certificatesOf(plan: Plan, arn: MaybeValue): readonly Resource[] {
  const validated = plan
    .referenced(arn, VALIDATION)
    .flatMap((validation) => plan.referenced(validation.get("certificate_arn"), CERTIFICATE));
  return [...plan.referenced(arn, CERTIFICATE), ...validated];
}

function namesOf(certificate: Resource): readonly Value[] {
  return ["domain_name", "subject_alternative_names"].flatMap((attribute) => listOf(certificate.get(attribute)));
}

/** A wildcard stands for one label, and for nothing else. */
function isCovered(host: string, name: Value): boolean {
  if (host.toLowerCase() === String(name).toLowerCase()) return true;
  return String(name).startsWith("*.") && host.replace(/^[^.]+/, "*").toLowerCase() === String(name).toLowerCase();
}

import { isList, type MaybeValue, Unknown } from "../../../plan/value";
import { known } from "../../expectation";
import { allOf, judgeAttribute, judgeValue } from "../../judge";
import type { Check } from "../../rule";

const WANTED = known("no wildcard", (value) => !String(value).includes("*"));

export const certificateNamesHosts: Check = (plan) =>
  plan.resources("aws_acm_certificate").map((certificate) =>
    allOf(certificate.address, [
      judgeAttribute(certificate, "domain_name", WANTED, ""),
      // A plan has what isn't set as known only at apply: the certificate's own name then.
      ...namesIn(certificate.get("subject_alternative_names")).map((name) =>
        judgeValue(certificate.address, "subject_alternative_names", name, WANTED),
      ),
    ]),
  );

function namesIn(value: MaybeValue): readonly MaybeValue[] {
  if (value instanceof Unknown) return value.references.length > 0 ? [value] : [];
  return isList(value) ? value : [];
}

import { companions } from "../../../plan/facts/belonging";
import { comesFromOutside } from "../../../plan/outside";
import type { Plan, Resource } from "../../../plan/plan";
import { equals } from "../../expectation";
import { allOf, failed, judge, judgeAttribute, judgeCompanion, passed } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { issuedCertificates } from "../../vocabulary/certificates";
import { dependenciesOf } from "../../vocabulary/dependencies";

export const certificateValidatedByDns: Check = (plan) =>
  issuedCertificates(plan).map((certificate) =>
    allOf(certificate.address, [
      judgeAttribute(certificate, "validation_method", equals("DNS")),
      judgeCompanion(plan, certificate, "aws_acm_certificate_validation", "certificate_arn", (validation) =>
        judgeRecords(plan, validation),
      ),
      ...judgeListeners(plan, certificate),
    ]),
  );

/** The records may be written by another tool; but those that it names must be there. */
function judgeRecords(plan: Plan, validation: Resource): Judgement {
  const records = validation.get("validation_record_fqdns");
  const written =
    records === undefined ||
    typeof records === "string" ||
    plan.referenced(records).length > 0 ||
    comesFromOutside(plan, records);
  return written
    ? passed(validation.address)
    : failed(validation.address, "validation_record_fqdns names records that aren't in the plan");
}

/** A listener with a certificate that isn't issued yet can't be made. */
function judgeListeners(plan: Plan, certificate: Resource): readonly Judgement[] {
  const validations = companions(plan, certificate, "aws_acm_certificate_validation", "certificate_arn");
  return companions(plan, certificate, "aws_lb_listener", "certificate_arn").map((listener) => {
    const waitsFor = dependenciesOf(plan, listener);
    const waits = validations.some(({ address }) => waitsFor.has(address));
    return judge(certificate.address, waits, `${listener.address} doesn't wait for its validation`);
  });
}

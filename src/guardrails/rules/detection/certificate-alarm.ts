import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";

export const certificateAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "a certificate near its end",
    subjects: plan.resources("aws_acm_certificate"),
    dimensions: ["CertificateArn"],
    well: { "AWS/CertificateManager DaysToExpiry": 90 },
    ill: { "AWS/CertificateManager DaysToExpiry": 14 },
    withinMinutes: 1440,
  });

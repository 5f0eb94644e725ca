import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";

export const certificateAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "a certificate near its end",
    subjects: plan.resources("aws_acm_certificate"),
    dimensions: ["CertificateArn"],
    well: { "AWS/CertificateManager DaysToExpiry": 90 },
    // ACM begins to renew 60 days before the end: at 29, it has failed for a month.
    ill: { "AWS/CertificateManager DaysToExpiry": 29 },
    withinMinutes: 1440,
  });

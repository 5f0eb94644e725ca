import { companions } from "../../../plan/facts/belonging";
import type { Statement } from "../../../plan/facts/policies";
import type { Plan, Resource } from "../../../plan/plan";
import { failed, passed } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { isAboutObjectsOf, judgeBucketPolicy } from "../../vocabulary/bucket-policies";
import { applicationLoadBalancers } from "../../vocabulary/load-balancers";
import { isAbout, unlessOpenStatement } from "../../vocabulary/statements";

const S3 = /^logging\.s3\.amazonaws\.com$/;
/** In older regions, an account of AWS's. */
const LOAD_BALANCING = /^logdelivery\.elasticloadbalancing\.amazonaws\.com$|^\d{12}$|:iam::\d{12}:root$/;

export const logBucketAdmitsDelivery: Check = (plan) => [
  ...plan.resources("aws_s3_bucket_logging").flatMap((logging) => judgeTarget(plan, logging, "target_bucket", S3)),
  ...applicationLoadBalancers(plan).flatMap((one) => judgeTarget(plan, one, "access_logs.bucket", LOAD_BALANCING)),
];

function judgeTarget(plan: Plan, source: Resource, attribute: string, who: RegExp): readonly Judgement[] {
  return plan.referenced(source.get(attribute), "aws_s3_bucket").map((bucket) => {
    // The older way, which only S3's own delivery knows.
    const acls = companions(plan, bucket, "aws_s3_bucket_acl", "bucket");
    if (acls.some((acl) => acl.get("acl") === "log-delivery-write")) return passed(bucket.address);
    return judgeBucketPolicy(plan, bucket, (statements) =>
      statements.some((statement) => admits(statement, who) && isAboutObjectsOf(plan, statement, bucket))
        ? passed(bucket.address)
        : unlessOpenStatement(
            plan,
            failed(bucket.address, `its policy doesn't let the logs of ${source.address} be written`),
            statements,
          ),
    );
  });
}

function admits(statement: Statement, who: RegExp): boolean {
  return (
    statement.effect === "Allow" &&
    isAbout(statement, "s3:PutObject") &&
    statement.principals.some(({ values }) => values.some((value) => typeof value === "string" && who.test(value)))
  );
}

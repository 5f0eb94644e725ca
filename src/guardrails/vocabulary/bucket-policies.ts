import type { Statement } from "../../plan/facts/policies";
import type { Plan, Resource } from "../../plan/plan";
import { Unknown } from "../../plan/value";
import { failed, passed } from "../judge";
import type { Judgement } from "../rule";
import { isAbout, isForAnybody, judgePolicies, unlessOpenStatement } from "./statements";

/** A denial that a bucket's policy should hold. */
export interface Denial {
  /** What is denied, for the finding: `"plain HTTP"`. */
  readonly what: string;
  readonly action: string;
  /** What it must apply to. */
  readonly to: readonly ("bucket" | "objects")[];
  /** Whether the statement's conditions say it. */
  readonly conditions: (statement: Statement) => boolean;
}

/** Judges what a bucket's policy says; no statements where it has none. */
export function judgeBucketPolicy(
  plan: Plan,
  bucket: Resource,
  decide: (statements: readonly Statement[]) => Judgement,
): Judgement {
  return judgePolicies(plan, bucket, { type: "aws_s3_bucket_policy", attribute: "bucket" }, decide);
}

/** Judges that a bucket's policy denies something to everybody. */
export function judgeDenial(plan: Plan, bucket: Resource, { what, action, to, conditions }: Denial): Judgement {
  return judgeBucketPolicy(plan, bucket, (statements) => {
    const denials = statements.filter(
      (statement) =>
        statement.effect === "Deny" && isForAnybody(statement) && isAbout(statement, action) && conditions(statement),
    );
    const open = to.filter((part) => !denials.some((statement) => covers(plan, statement, bucket, part)));
    if (open.length === 0) return passed(bucket.address);
    const found = `its policy doesn't deny ${what} to everybody on ${ON[open.join()] ?? "it"}`;
    const others = statements.filter(({ effect }) => effect === "Deny");
    return unlessOpenStatement(plan, failed(bucket.address, found), others);
  });
}

const ON: { readonly [open: string]: string } = {
  bucket: "the bucket itself",
  objects: "its objects",
};

/** Whether it is about objects of the bucket: all of them, or those under a path. */
export function isAboutObjectsOf(plan: Plan, { resources }: Statement, bucket: Resource): boolean {
  return resources.some((text) => {
    if (text instanceof Unknown || text === "*") return true;
    const slash = text.indexOf("/");
    return slash > 0 && isArnOf(plan, bucket, text.slice(0, slash));
  });
}

function covers(plan: Plan, { resources }: Statement, bucket: Resource, part: "bucket" | "objects"): boolean {
  return resources.some((text) => {
    if (text instanceof Unknown) return false;
    if (text === "*") return true;
    const isObjects = text.endsWith("/*");
    return isObjects === (part === "objects") && isArnOf(plan, bucket, isObjects ? text.slice(0, -"/*".length) : text);
  });
}

function isArnOf(plan: Plan, bucket: Resource, arn: string): boolean {
  const named = plan.referenced(arn, "aws_s3_bucket").some(({ address }) => address === bucket.address);
  return !arn.includes("/") && (named || arn.replace(/^arn:aws[a-z-]*:s3:::/, "") === bucket.get("bucket"));
}

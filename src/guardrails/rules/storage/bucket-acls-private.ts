import type { Resource } from "../../../plan/plan";
import { listOf, Unknown } from "../../../plan/value";
import { allOf, judge, passed, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { statedAt } from "../../vocabulary/launchers";

/** ACLs of S3 that let in everybody, or everybody with an AWS account. */
const OPEN_ACLS = ["authenticated-read", "public-read", "public-read-write", "website"];
const OPEN_GROUP = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;
/** Groups of grantees: of the ACL itself, and of a bucket as the provider had it before version 4. */
const GRANTEES = ["access_control_policy.grant.grantee.uri", "grant.uri"];

/** What has an ACL; a bucket without one is private. */
export const bucketAclsPrivate: Check = (plan) =>
  plan
    .resources("aws_s3_bucket_acl", "aws_s3_bucket", "aws_s3_object", "aws_s3_bucket_object")
    .filter((holder) => ["acl", ...GRANTEES].some((path) => statedAt(holder, path) !== undefined))
    .map((holder) => allOf(holder.address, [judgeAcl(holder), ...GRANTEES.map((path) => judgeGrantees(holder, path))]));

function judgeAcl(holder: Resource): Judgement {
  const acl = statedAt(holder, "acl");
  if (acl instanceof Unknown) return undecided(holder.address, "its acl is known only at apply");
  return judge(holder.address, !OPEN_ACLS.includes(String(acl)), `its acl is ${acl}`);
}

function judgeGrantees(holder: Resource, path: string): Judgement {
  const groups = listOf(statedAt(holder, path));
  const open = groups.find((group) => OPEN_GROUP.test(String(group)));
  if (open !== undefined) return judge(holder.address, false, `it grants rights to ${open}`);
  return groups.some((group) => group instanceof Unknown)
    ? undecided(holder.address, "to whom it grants rights is known only at apply")
    : passed(holder.address);
}

import type { Resource } from "../../../plan/plan";
import { equals } from "../../expectation";
import { judgeAttribute, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";

/** What deletes a thing with all that is in it, or past the check that stops a mistake. */
const FORCES = ["force_delete", "force_destroy", "bypass_policy_lockout_safety_check"];
/** Judged whether it is set or not, so that there is something to judge. */
const ALWAYS = ["aws_autoscaling_group", "aws_ecs_service", "aws_ecr_repository"];
/** `storage/force-destroy-off` is about these. */
const ELSEWHERE = ["aws_s3_bucket", "aws_route53_zone"];

export const noForceDelete: Check = (plan) =>
  unlessDisposable(
    plan,
    plan
      .resources()
      .flatMap((resource) => forcesOf(resource).map((force) => judgeAttribute(resource, force, equals(false), false))),
  );

/** A plan says of what isn't set that it is off; that is nothing to judge. */
function forcesOf(resource: Resource): readonly string[] {
  if (ELSEWHERE.includes(resource.type)) return [];
  const inForce = FORCES.filter((force) => String(resource.get(force) ?? false) !== "false");
  return inForce.length === 0 && ALWAYS.includes(resource.type) ? ["force_delete"] : inForce;
}

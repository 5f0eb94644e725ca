import { equals } from "../../expectation";
import { judgeAttribute, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";

export const noForceDelete: Check = (plan) =>
  unlessDisposable(
    plan,
    plan
      .resources("aws_autoscaling_group", "aws_ecs_service", "aws_ecr_repository")
      .map((resource) => judgeAttribute(resource, "force_delete", equals(false), false)),
  );

import { matches } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** Of roles that have one: which must is for the pipeline's own policies to say. */
export const boundaryExact: Check = (plan) =>
  plan
    .resources("aws_iam_role", "aws_iam_user")
    .filter((holder) => holder.get("permissions_boundary") !== undefined)
    .map((holder) =>
      judgeAttribute(
        holder,
        "permissions_boundary",
        matches(/^arn:aws[\w-]*:iam::(\d{12}|aws):policy\/[\w+=,.@/-]+$/, "the ARN of a policy"),
      ),
    );

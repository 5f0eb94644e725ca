import { matches } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { ecsLaunchTemplates } from "../../vocabulary/agent-settings";

const IMAGE = matches(
  /^resolve:ssm:(arn:[^:]+:ssm:[^:]*:[^:]*:parameter)?\/aws\/service\/ecs\/optimized-ami\/amazon-linux-2023\/.+\/image_id(:.+)?$/,
  "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/…/image_id",
);

export const ecsOptimizedImage: Check = (plan) =>
  ecsLaunchTemplates(plan).map((template) => judgeAttribute(template, "image_id", IMAGE));

import { matches } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

const ALLOWED = matches(/^(?!aws|ecs|fargate)/i, "a name that doesn't begin with aws, ecs or fargate");

export const providerNamePrefix: Check = (plan) =>
  plan.resources("aws_ecs_capacity_provider").map((provider) => judgeAttribute(provider, "name", ALLOWED));

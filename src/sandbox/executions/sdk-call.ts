import type { TaskFailure } from "../../states-language/interpreter";
import { isArray, isObject, type Json } from "../../states-language/json";
import { type Aws, AwsError } from "../client";

interface SdkService {
  /** As requests are signed for it. */
  readonly service: string;
  /** What Step Functions puts before the names of its errors. */
  readonly errors: string;
  /** Its API begins the names of arguments with a small letter; Step Functions begins all with a capital. */
  readonly isCamel?: true;
}

/** The services that tasks call, by Step Functions' name. */
const SERVICES: { readonly [name: string]: SdkService } = {
  autoscaling: { service: "autoscaling", errors: "AutoScaling" },
  cloudwatch: { service: "monitoring", errors: "CloudWatch" },
  dynamodb: { service: "dynamodb", errors: "DynamoDb" },
  ecs: { service: "ecs", errors: "Ecs", isCamel: true },
  elasticloadbalancingv2: { service: "elasticloadbalancing", errors: "ElasticLoadBalancingV2" },
  sfn: { service: "states", errors: "Sfn", isCamel: true },
  sns: { service: "sns", errors: "Sns" },
};

/** Fields that aren't text, of answers in XML, which has nothing else. */
const NUMBERS = [
  "DefaultCooldown",
  "DesiredCapacity",
  "HealthCheckGracePeriod",
  "MaxSize",
  "MinSize",
  "OnDemandBaseCapacity",
  "OnDemandPercentageAboveBaseCapacity",
  "Port",
  "Progress",
];
const BOOLEANS = ["CapacityRebalance", "NewInstancesProtectedFromScaleIn", "ProtectedFromScaleIn"];
const LISTS = ["Activities", "AutoScalingGroups", "Instances", "Overrides", "Tags", "TargetHealthDescriptions"];

/**
 * Does what a task of Step Functions asks for: `arn:aws:states:::aws-sdk:ecs:describeTasks`, `arn:aws:states:::sns:publish`.
 * @returns a promise that fails with a `TaskFailure` only, whatever happens
 */
export async function sdkCall(resource: string, parameters: Json, aws: Aws): Promise<Json> {
  const [, name = "", action = ""] = /^arn:aws:states:::(?:aws-sdk:)?(\w+):(\w+)$/.exec(resource) ?? [];
  const known = SERVICES[name];
  if (known === undefined || !isObject(parameters)) {
    const cause = `the sandbox can't do ${resource}; a row in src/sandbox/executions/sdk-call.ts would help`;
    throw { name: "States.Runtime", cause } satisfies TaskFailure;
  }
  const { service, isCamel, errors } = known;
  const sent = isCamel ? renamed(parameters, small) : parameters;
  try {
    const answer: Json = await aws.call(service, capital(action), Object(sent));
    return isCamel ? renamed(answer, capital) : typed(answer, "");
  } catch (error) {
    const code = error instanceof AwsError ? error.code.replace(/Exception$/, "") : errors;
    throw { name: `${errors}.${code}Exception`, cause: String(error) } satisfies TaskFailure;
  }
}

const small = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function renamed(value: Json, rename: (name: string) => string): Json {
  if (isArray(value)) return value.map((item) => renamed(item, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [rename(name), renamed(inner, rename)]));
}

/** What was text in XML, as the SDK has it. */
function typed(value: Json, name: string): Json {
  if (isArray(value)) return value.map((item) => typed(item, ""));
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typed(inner, key)]));
  if (typeof value !== "string") return value;
  if (LISTS.includes(name) && value === "") return [];
  if (NUMBERS.includes(name)) return Number(value);
  return BOOLEANS.includes(name) ? value === "true" : value;
}

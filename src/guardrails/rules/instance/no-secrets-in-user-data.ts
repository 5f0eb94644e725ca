import type { Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { failed, passed, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { secretIn } from "../../vocabulary/secrets";

const HOLDERS = ["aws_launch_template", "aws_launch_configuration", "aws_instance"];

export const noSecretsInUserData: Check = (plan) =>
  plan
    .resources(...HOLDERS)
    .flatMap((holder) => ["user_data", "user_data_base64"].flatMap((attribute) => judgeText(holder, attribute)));

function judgeText(holder: Resource, attribute: string): readonly Judgement[] {
  const value = holder.get(attribute);
  if (value === undefined) return [];
  const text = value instanceof Unknown ? (value.template ?? "") : String(value);
  const secret = secretIn(text) ?? secretIn(Buffer.from(text, "base64").toString());
  if (secret !== undefined) return [failed(holder.address, `${attribute} holds ${secret}`)];
  return value instanceof Unknown
    ? [undecided(holder.address, `${attribute} is known only at apply`)]
    : [passed(holder.address)];
}

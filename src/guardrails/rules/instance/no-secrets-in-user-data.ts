import { Unknown } from "../../../plan/value";
import { failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";
import { secretIn } from "../../secrets";

export const noSecretsInUserData: Check = (plan) =>
  plan.resources("aws_launch_template", "aws_instance", "aws_launch_configuration").flatMap((holder) =>
    ["user_data", "user_data_base64"].flatMap((attribute) => {
      const value = holder.get(attribute);
      const text = value instanceof Unknown ? value.template : value;
      if (value instanceof Unknown && text === undefined)
        return [undecided(holder.address, `${attribute} is known only at apply`)];
      if (typeof text !== "string") return [];
      const secret = secretIn(text) ?? secretIn(Buffer.from(text, "base64").toString("latin1"));
      return [secret === undefined ? passed(holder.address) : failed(holder.address, `${attribute} holds ${secret}`)];
    }),
  );

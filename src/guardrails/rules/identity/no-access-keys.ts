import { failed } from "../../judge";
import type { Check } from "../../rule";

export const noAccessKeys: Check = (plan) =>
  plan
    .resources("aws_iam_user", "aws_iam_access_key", "aws_iam_user_login_profile")
    .map(({ address, type }) => failed(address, `a ${type}: a key or password that never expires`));

import type { Session } from "../../src/environments/session";
import { buildApp } from "../../src/stacks/synthesize";
import { documentsOf } from "../../src/stacks/validation";
import { environmentWith, stackProps } from "../support/stack";

const ADMINISTRATOR = "arn:aws:iam::111111111111:role/administrator";
const APPLY = "arn:aws:iam::111111111111:role/production-terraform-apply";
const PLAN = "arn:aws:iam::111111111111:role/production-terraform-plan";
const environment = environmentWith({
  accountId: "111111111111",
  bootstrapRoleArn: ADMINISTRATOR,
  deployRoleArn: APPLY,
});

/** How the provider and the backend of a stack take their role, in `aws` mode. */
function taken(stack: string, session?: Session) {
  const { backend } = stackProps(environment);
  const app = buildApp({ environments: [{ environment, backend }], mode: "aws", session });
  const { provider, terraform } = JSON.parse(JSON.stringify(documentsOf(app).get(stack)));
  const [{ assume_role, assume_role_with_web_identity }] = provider.aws;
  const { s3 } = terraform.backend;
  return {
    provider: { byRole: assume_role, byToken: assume_role_with_web_identity },
    backend: { byRole: s3.assume_role, byToken: s3.assume_role_with_web_identity },
  };
}

test.each([
  ["the platform is applied by its own role", "production-platform", undefined, APPLY],
  ["the state's stack by an administrator's", "production-state", undefined, ADMINISTRATOR],
  ["a plan of either is the plan role's", "production-platform", { role: "plan" }, PLAN],
  ["a plan of the state's stack too", "production-state", { role: "plan" }, PLAN],
] as const)("%s", (_, stack, session, arn) => {
  const { provider, backend } = taken(stack, session);
  expect(provider).toEqual({ byRole: [expect.objectContaining({ role_arn: arn })], byToken: undefined });
  expect(backend).toEqual({ byRole: expect.objectContaining({ role_arn: arn }), byToken: undefined });
});

test("with a pipeline's token both take the role by it, without another one in between", () => {
  const { provider, backend } = taken("production-platform", { role: "plan", webIdentityTokenFile: "/token" });
  const byToken = expect.objectContaining({ role_arn: PLAN, web_identity_token_file: "/token" });
  expect(provider).toEqual({ byRole: undefined, byToken: [byToken] });
  expect(backend).toEqual({ byRole: undefined, byToken });
});

import { terraformAccessFindings } from "../../../src/environments/checks/terraform-access";
import { terraformTrust } from "../../../src/platform/terraform-access/trust";
import { environmentWith } from "../../support/stack";

const MAKER = "arn:aws:iam::111111111111:role/administrator";
const DEPLOYER = "arn:aws:iam::111111111111:role/production-terraform-apply";
const subjects = (role: "plan" | "apply", fields: Parameters<typeof environmentWith>[0]) =>
  terraformTrust(environmentWith(fields), role).map(
    ({ Condition }) => Condition?.StringEquals?.["token.actions.githubusercontent.com:sub"],
  );
const github = { repository: "owner/name", environment: "live" };

test("a repository's workflows apply from its environment, and plan from a pull request too", () => {
  expect(subjects("apply", { terraformAccess: { github } })).toEqual([["repo:owner/name:environment:live"]]);
  expect(subjects("plan", { terraformAccess: { github } })).toEqual([
    ["repo:owner/name:environment:live", "repo:owner/name:pull_request"],
  ]);
  const [statement] = terraformTrust(environmentWith({ terraformAccess: { github } }), "apply");
  expect(statement).toMatchObject({
    Principal: { Federated: "arn:aws:iam::000000000000:oidc-provider/token.actions.githubusercontent.com" },
    Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } },
  });
});

test("GitHub's environment is ours where it isn't named", () => {
  const access = { terraformAccess: { github: { repository: "owner/name" } } };
  expect(subjects("apply", access)).toEqual([["repo:owner/name:environment:production"]]);
});

test("principals take the roles without a workflow", () => {
  const environment = environmentWith({ terraformAccess: { principals: [MAKER] } });
  expect(terraformTrust(environment, "apply")).toEqual([
    { Sid: "Principals", Principal: { AWS: [MAKER] }, Action: "sts:AssumeRole" },
  ]);
});

test("without a word they are for the role that makes them; without one, for a dummy", () => {
  const trusted = (fields: Parameters<typeof environmentWith>[0]) =>
    terraformTrust(environmentWith(fields), "plan").map(({ Principal }) => Principal);
  expect(trusted({ bootstrapRoleArn: MAKER, deployRoleArn: DEPLOYER })).toEqual([{ AWS: [MAKER] }]);
  expect(trusted({ deployRoleArn: MAKER })).toEqual([{ AWS: [MAKER] }]);
  expect(subjects("apply", {})).toEqual([["repo:example/platform:environment:production"]]);
});

test.each([
  ["nobody", { terraformAccess: { principals: [] } }, "github, principals, or both"],
  ["the role itself", { deployRoleArn: DEPLOYER }, "whom the role is for; or bootstrapRoleArn"],
])("%s is refused", (_, fields, allowed) => {
  expect([...terraformAccessFindings(environmentWith(fields))]).toMatchObject([{ path: "terraformAccess", allowed }]);
});

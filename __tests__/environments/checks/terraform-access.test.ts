import { testBadInput, testGoodInput } from "../../support/bad-input";

const repository = "example/platform";

testBadInput([
  [
    "access for nobody",
    { terraformAccess: { principals: [] } },
    "terraformAccess",
    "nobody; github, principals, or both",
  ],
  [
    "a deploy role that is made here, for nobody",
    { terraformAccess: undefined, deployRoleArn: "arn:aws:iam::000000000000:role/production-terraform-apply" },
    "terraformAccess",
    "deployRoleArn is the role itself",
    "bootstrapRoleArn",
  ],
]);

testGoodInput([
  ["access for a repository", { terraformAccess: { github: { repository } } }],
  [
    "a deploy role that is made here, for the role that bootstraps",
    {
      terraformAccess: undefined,
      deployRoleArn: "arn:aws:iam::000000000000:role/production-terraform-apply",
      bootstrapRoleArn: "arn:aws:iam::000000000000:role/administrator",
    },
  ],
]);

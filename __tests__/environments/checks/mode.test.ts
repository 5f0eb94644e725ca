import staging from "../../../src/environments/staging";
import { findings } from "../../support/bad-input";
import { edit } from "../../support/edit";

describe("aws mode", () => {
  const ready = edit(staging, {
    accountId: "111111111111",
    deployRoleArn: "arn:aws:iam::111111111111:role/deploy",
    "network.existing.vpcId": "vpc-0a1b2c3d4e5f60718",
    "network.existing.publicSubnetIds": { "us-east-1a": "subnet-0a1b2c3d", "us-east-1b": "subnet-1a1b2c3d" },
    "network.existing.privateSubnetIds": { "us-east-1a": "subnet-2a1b2c3d", "us-east-1b": "subnet-3a1b2c3d" },
    "ingress.domainName": "staging.ballast.test",
    "ingress.hostedZoneId": "Z0123456789ABCDEF",
    "services[0].image": "111111111111.dkr.ecr.us-east-1.amazonaws.com/web",
    "services[0].routing.host": "www.staging.ballast.test",
    "services[0].secrets.DATABASE_URL": "arn:aws:ssm:us-east-1:111111111111:parameter/x",
  });

  test("takes an environment without dummies", () => {
    expect(findings(ready, "aws")).toEqual([]);
  });

  test("names the missing account and role", () => {
    expect(findings(staging, "aws").map(({ path }) => path)).toEqual(["accountId", "deployRoleArn"]);
  });
});

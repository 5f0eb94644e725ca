import { api, secret, testBadInput, testGoodInput, web } from "../../support/bad-input";

describe("a service", () => {
  testBadInput([
    ["two services with one name", { [`${api}.name`]: "web" }, `${api}.name`, '"web"', "services[0]"],
    [
      "two services with one priority",
      { [`${api}.routing.priority`]: 200, [`${api}.routing.host`]: "api.production.example.com" },
      `${api}.routing.priority`,
      "200",
      "services[0]",
    ],
    [
      "two services with one host and path",
      { [`${api}.routing.paths`]: ["/*"] },
      `${api}.routing.paths[0]`,
      "services[0]",
    ],
    [
      "a path that another service takes",
      { [`${api}.routing.priority`]: 300 },
      `${api}.routing.priority`,
      "300",
      "below services[0]'s 200",
    ],
    [
      "a host outside the domain",
      { [`${web}.routing.host`]: "www.example.org" },
      `${web}.routing.host`,
      "production.example.com",
    ],
    [
      "a host that only ends like the domain",
      { [`${web}.routing.host`]: "evilproduction.example.com" },
      `${web}.routing.host`,
      "www.production.example.com",
    ],
    ["fewer tasks at most than at least", { [`${web}.scaling.maxTasks`]: 5 }, `${web}.scaling.minTasks`, "6", "5"],
    ["desired tasks below the bounds", { [`${web}.desiredTasks`]: 5 }, `${web}.desiredTasks`, "5", "6 to 24"],
    ["desired tasks above the bounds", { [`${api}.desiredTasks`]: 10 }, `${api}.desiredTasks`, "10", "3 to 9"],
    [
      "a check that outlasts its interval",
      { [`${web}.healthCheck`]: { timeoutSeconds: 10 } },
      `${web}.healthCheck.timeoutSeconds`,
      "less than",
      "10",
    ],
    [
      "a stop that outlasts a Spot reclaim",
      { [`${web}.stopTimeoutSeconds`]: 91 },
      `${web}.stopTimeoutSeconds`,
      "91 s",
      "120 s",
    ],
    [
      "a variable twice",
      {
        [`${web}.environment.SESSION_KEY_ID`]: "1",
        [`${web}.secrets.SESSION_KEY_ID`]: "arn:aws:ssm:us-east-1:000000000000:parameter/x",
      },
      `${web}.secrets.SESSION_KEY_ID`,
      "environment too",
    ],
    ["a name that AWS cuts", { [`${web}.name`]: "a-long-name-of-service" }, `${web}.name`, "at most 16", "32"],
    ["a name of the platform's own", { [`${web}.name`]: "cluster" }, `${web}.name`, "another name"],
    ["a name that AWS keeps to itself", { name: "ecs-production" }, "name", "capacity provider"],
    ["a tag that AWS keeps to itself", { tags: { "aws:x": "1" } }, 'tags["aws:x"]', "AWS"],
    ["a tag that Ballast sets", { tags: { Environment: "x" } }, "tags.Environment", "itself"],
    [
      "an expression of Terraform",
      { [`${web}.environment.HOST`]: `$${"{HOSTNAME}"}` },
      `${web}.environment.HOST`,
      "Terraform",
    ],
    ["a secret that is no ARN", { [secret]: "postgres.example.com" }, secret, "SSM parameter", "Secrets Manager"],
    ["a secret of another kind of ARN", { [secret]: "arn:aws:s3:::bucket/key" }, secret, "SSM parameter"],
    [
      "a secret of another region",
      { [secret]: "arn:aws:ssm:eu-west-1:000000000000:parameter/x" },
      secret,
      "eu-west-1",
      "us-east-1",
    ],
    [
      "a secret of another account",
      { [secret]: "arn:aws:ssm:us-east-1:111111111111:parameter/x" },
      secret,
      "111111111111",
    ],
    [
      "a role of another account",
      { deployRoleArn: "arn:aws:iam::111111111111:role/deploy" },
      "deployRoleArn",
      "111111111111",
    ],
  ]);

  testGoodInput([
    ["a stop of 120 s together", { [`${web}.stopTimeoutSeconds`]: 90 }],
    ["a long stop without Spot", { [`${web}.stopTimeoutSeconds`]: 600, "capacity.onDemandPercentageAboveBase": 100 }],
    ["a long stop with all instances in the base", { [`${web}.stopTimeoutSeconds`]: 600, "capacity.onDemandBase": 18 }],
    [
      "one path under two hosts",
      { [`${api}.routing.host`]: "api.production.example.com", [`${api}.routing.paths`]: ["/*"] },
    ],
    [
      "a secret's field in JSON",
      { [secret]: "arn:aws:secretsmanager:us-east-1:000000000000:secret:a/b-AbCdEf:field::" },
    ],
    ["a literal expression", { [`${web}.environment.HOST`]: `$$${"{HOSTNAME}"}` }],
  ]);
});

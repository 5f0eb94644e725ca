import { checkEnvironment } from "../../src/environments/checks/check";
import type { Finding } from "../../src/environments/checks/finding";
import type { Mode } from "../../src/environments/mode";
import production from "../../src/environments/production";
import staging from "../../src/environments/staging";
import { edit } from "../support/edit";

type Fields = { readonly [path: string]: unknown };
type Case = readonly [name: string, fields: Fields, path: string, ...fragments: string[]];

function findings(environment: unknown, mode: Mode = "offline"): readonly Finding[] {
  return checkEnvironment(environment, "", { mode, expectedName: undefined }).findings;
}

/** The one finding; several would say a mistake more than once. */
function only(all: readonly Finding[]): Finding | undefined {
  expect(all).toHaveLength(1);
  return all[0];
}

function text({ got = "", allowed = "" }: Partial<Finding> = {}): string {
  return `${got}; ${allowed}`;
}

function named(cases: readonly Case[]) {
  return cases.map(([name, fields, path, ...fragments]) => ({ name, fields, path, fragments }));
}

const web = "services[0]";
const api = "services[1]";
const secrets = `${web}.secrets.DATABASE_URL`;
const egress = "network.egress";

const fieldCases: readonly Case[] = [
  ["a field that isn't known", { colour: "red" }, "colour", "isn't known", "services"],
  ["a misspelt field", { regoin: "us-east-1" }, "regoin", 'did you mean "region"?'],
  ["a misspelt field deep inside", { [`${web}.scaling.maxTask`]: 3 }, `${web}.scaling.maxTask`, '"maxTasks"'],
  ["a missing field", { region: undefined }, "region", "nothing", "required"],
  ["a null", { "network.egress": null }, "network.egress", "null", "a list"],
  ["a number for a text", { name: 3 }, "name", "3", "text in quotes"],
  ["a text for a number", { "capacity.rootVolumeGiB": "80" }, "capacity.rootVolumeGiB", '"80"', "30 to 16384"],
  ["a text for a switch", { disposable: "yes" }, "disposable", '"yes"', "true or false"],
  ["no number", { "capacity.maxInstances": Number.NaN }, "capacity.maxInstances", "NaN", "1 to 1000"],
  ["an infinite number", { [`${web}.memoryMiB`]: Number.POSITIVE_INFINITY }, `${web}.memoryMiB`, "Infinity"],
  ["a negative number", { "capacity.minInstances": -1 }, "capacity.minInstances", "-1", "at least 1"],
  ["half an instance", { "capacity.minInstances": 3.5 }, "capacity.minInstances", "3.5", "whole number"],
  ["an object for a list", { services: {} }, "services", "an object", "a list"],
  ["a list for an object", { network: [] }, "network", "a list of 0", "an object"],
  ["no services", { services: [] }, "services", "a list of 0", "at least 1"],
  ["a hole in a list", { "services[1]": null }, "services[1]", "null", "an object"],
  ["a function for a value", { region: () => "us-east-1" }, "region", "a function"],
  ["a date for a value", { tags: new Date(0) }, "tags", "a Date"],
  ["a list of any length", { services: new Array(1e9) }, "services", "a list of 1000000000"],
  ["a retention that CloudWatch doesn't know", { logRetentionDays: 8 }, "logRetentionDays", "8", "7, 14"],
  ["a name with a space", { name: "my production" }, "name", '"my production"', "lower-case"],
  ["a target capacity of 0", { "capacity.targetCapacityPercent": 0 }, "capacity.targetCapacityPercent", "1 to 100"],
  ["a target capacity of 101", { "capacity.targetCapacityPercent": 101 }, "capacity.targetCapacityPercent", "1 to 100"],
  ["an image with its tag", { [`${web}.image`]: "example.com/web:1" }, `${web}.image`, "without a tag"],
  ["the user root", { [`${web}.user`]: "root" }, `${web}.user`, "not root"],
  ["the user 0", { [`${web}.user`]: "00:0" }, `${web}.user`, "not root"],
  ["a variable's name with a hyphen", { [`${web}.environment.A-B`]: "x" }, `${web}.environment["A-B"]`, "name"],
  [
    "permissions on everything",
    { [`${web}.permissions`]: [{ actions: ["s3:GetObject"], resources: ["*"] }] },
    `${web}.permissions[0].resources[0]`,
  ],
];

const networkCases: readonly Case[] = [
  ["a malformed range", { "network.create.cidr": "10.0.0/16" }, "network.create.cidr", '"10.0.0/16"', "CIDR"],
  ["an octet too large", { "network.create.cidr": "10.256.0.0/16" }, "network.create.cidr", "CIDR"],
  ["host bits", { "network.create.cidr": "10.20.0.1/16" }, "network.create.cidr", '"10.20.0.0/16"', "host bits"],
  ["a VPC that is too small", { "network.create.cidr": "10.20.0.0/24" }, "network.create.cidr", "/16 to /20"],
  [
    "a VPC that is too large",
    { "network.create.cidr": "10.0.0.0/8", [egress]: [] },
    "network.create.cidr",
    "/16 to /20",
  ],
  ["a public range", { "network.create.cidr": "8.8.0.0/16" }, "network.create.cidr", "private range"],
  ["Docker's range", { "network.create.cidr": "172.17.0.0/16" }, "network.create.cidr", "Docker"],
  ["a destination in the VPC", { [`${egress}[0].cidr`]: "10.20.64.0/24" }, `${egress}[0].cidr`, "10.20.0.0/16"],
  [
    "destinations that overlap",
    { [`${egress}[1]`]: { description: "x", port: 5432, cidr: "10.30.4.0/24" } },
    `${egress}[1].cidr`,
    "overlap",
  ],
  ["a destination's host bits", { [`${egress}[0].cidr`]: "10.30.0.9/16" }, `${egress}[0].cidr`, "host bits"],
  [
    "clients that overlap",
    { "ingress.allowedCidrs": ["0.0.0.0/0", "192.0.2.0/24"] },
    "ingress.allowedCidrs[1]",
    "overlap",
  ],
  ["neither of the networks", { "network.create": undefined }, "network.create", "nothing", "existing"],
  ["an unknown region", { region: "us-east1" }, "region", 'did you mean "us-east-1"?', "eu-west-1"],
  [
    "a zone of another region",
    { "network.create.availabilityZones[1]": "us-west-2b" },
    "network.create.availabilityZones[1]",
    "us-west-2b",
    "us-east-1",
  ],
  [
    "a region for a zone",
    { "network.create.availabilityZones[1]": "us-east-1" },
    "network.create.availabilityZones[1]",
    "us-east-1a",
  ],
  [
    "a zone twice",
    { "network.create.availabilityZones[1]": "us-east-1a" },
    "network.create.availabilityZones[1]",
    "once",
  ],
  [
    "one zone",
    { "network.create.availabilityZones": ["us-east-1a"] },
    "network.create.availabilityZones",
    "at least 2",
  ],
  [
    "an endpoint twice",
    { "network.create.interfaceEndpoints": ["ssm", "ssm"] },
    "network.create.interfaceEndpoints[1]",
    "once",
  ],
  [
    "an unknown endpoint",
    { "network.create.interfaceEndpoints": ["ecr"] },
    "network.create.interfaceEndpoints[0]",
    '"ecr.api"',
  ],
];

const existing = "network.existing";
const stagingCases: readonly Case[] = [
  ["both networks", { "network.create": production.network.create }, "network.existing", "one of the two"],
  ["a VPC's range that AWS doesn't make", { [`${existing}.cidr`]: "10.0.0.0/8" }, `${existing}.cidr`, "/16 to /28"],
  ["a malformed id", { [`${existing}.vpcId`]: "vpc-1" }, `${existing}.vpcId`, "hexadecimal"],
  [
    "a subnet twice",
    { [`${existing}.privateSubnetIds.us-east-1b`]: "subnet-0000000000000000a" },
    `${existing}.privateSubnetIds["us-east-1b"]`,
    "publicSubnetIds",
  ],
  [
    "subnets in one zone",
    { [`${existing}.privateSubnetIds.us-east-1b`]: undefined },
    `${existing}.privateSubnetIds`,
    "two zones",
  ],
  [
    "a private subnet where there is no public one",
    { [`${existing}.privateSubnetIds.us-east-1c`]: "subnet-0000000000000001c" },
    `${existing}.privateSubnetIds["us-east-1c"]`,
    "public subnet",
  ],
  [
    "a subnet in another region's zone",
    { [`${existing}.publicSubnetIds.eu-west-1a`]: "subnet-0000000000000001c" },
    `${existing}.publicSubnetIds["eu-west-1a"]`,
    "us-east-1",
  ],
];

const capacityCases: readonly Case[] = [
  ["more instances at least than at most", { "capacity.minInstances": 19 }, "capacity.minInstances", "19", "18"],
  ["an On-Demand base above the maximum", { "capacity.onDemandBase": 19 }, "capacity.onDemandBase", "19", "18"],
  ["one instance type", { "capacity.instanceTypes": ["m5.large"] }, "capacity.instanceTypes", "at least 2"],
  ["an instance type twice", { "capacity.instanceTypes[1]": "m6i.large" }, "capacity.instanceTypes[1]", "once"],
  ["an unknown instance type", { "capacity.instanceTypes[1]": "m6i.lage" }, "capacity.instanceTypes[1]", '"m6i.large"'],
  [
    "types of unequal size",
    { "capacity.instanceTypes[1]": "m6a.xlarge" },
    "capacity.instanceTypes[1]",
    "4 vCPUs, 16 GiB",
    "2 vCPUs, 8 GiB",
  ],
  [
    "types of unequal memory",
    { "capacity.instanceTypes[1]": "r6i.large" },
    "capacity.instanceTypes[1]",
    "16 GiB",
    "8 GiB",
  ],
  [
    "types of unequal architecture",
    { "capacity.instanceTypes[1]": "m6g.large" },
    "capacity.instanceTypes[1]",
    "arm64",
    "x86_64",
  ],
  ["a task with more CPU than an instance", { [`${web}.cpuUnits`]: 2049 }, `${web}.cpuUnits`, "2049", "at most 2048"],
  [
    "a task with more memory than the smallest instance",
    { [`${web}.memoryMiB`]: 7472 },
    `${web}.memoryMiB`,
    "7472",
    "at most 7471",
  ],
  [
    "a reserve that leaves nothing",
    { "capacity.reservedMemoryMiB": 8192 },
    "capacity.reservedMemoryMiB",
    "8192",
    "7727",
  ],
  [
    "too few instances for the CPU of a deployment",
    { [`${web}.cpuUnits`]: 2048, "capacity.maxInstances": 14 },
    "capacity.maxInstances",
    "14",
    "at least 15",
  ],
  [
    "too few instances for the network interfaces of a deployment",
    { [`${api}.desiredTasks`]: 9, [`${web}.desiredTasks`]: 6, "capacity.maxInstances": 8 },
    "capacity.maxInstances",
    "8",
    "at least 9",
  ],
];

const serviceCases: readonly Case[] = [
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
  ["a secret that is no ARN", { [secrets]: "postgres.example.com" }, secrets, "SSM parameter", "Secrets Manager"],
  ["a secret of another kind of ARN", { [secrets]: "arn:aws:s3:::bucket/key" }, secrets, "SSM parameter"],
  [
    "a secret of another region",
    { [secrets]: "arn:aws:ssm:eu-west-1:000000000000:parameter/x" },
    secrets,
    "eu-west-1",
    "us-east-1",
  ],
  [
    "a secret of another account",
    { [secrets]: "arn:aws:ssm:us-east-1:111111111111:parameter/x" },
    secrets,
    "111111111111",
  ],
  [
    "a role of another account",
    { deployRoleArn: "arn:aws:iam::111111111111:role/deploy" },
    "deployRoleArn",
    "111111111111",
  ],
];

const schedules = `${web}.scaling.schedules`;
const scheduleCases: readonly Case[] = [
  ["a schedule's name twice", { [`${schedules}[1].name`]: "night" }, `${schedules}[1].name`, "schedules[0]"],
  [
    "a schedule with fewer tasks at most",
    { [`${schedules}[0].maxTasks`]: 2 },
    `${schedules}[0].minTasks`,
    "at most",
    "2",
  ],
  [
    "an unknown time zone",
    { [`${schedules}[0].timezone`]: "Europe/Berln" },
    `${schedules}[0].timezone`,
    '"Europe/Berlin"',
  ],
  ["an offset for a time zone", { [`${schedules}[0].timezone`]: "+01:00" }, `${schedules}[0].timezone`, "IANA"],
  [
    "a cron expression of five fields",
    { [`${schedules}[0].schedule`]: "cron(0 22 * * *)" },
    `${schedules}[0].schedule`,
    "six fields",
  ],
  [
    "a cron expression with both days",
    { [`${schedules}[0].schedule`]: "cron(0 22 * * * *)" },
    `${schedules}[0].schedule`,
    "?",
  ],
  [
    "the hour 24",
    { [`${schedules}[0].schedule`]: "cron(0 24 * * ? *)" },
    `${schedules}[0].schedule`,
    "hour",
    "0 to 23",
  ],
  ["a rate without a unit", { [`${schedules}[0].schedule`]: "rate(5)" }, `${schedules}[0].schedule`, "rate(5 minutes)"],
  [
    "a time that isn't one",
    { [`${schedules}[0].schedule`]: "at(2030-13-01T00:00:00)" },
    `${schedules}[0].schedule`,
    "at(yyyy",
  ],
];

describe("a bad environment is told where it is wrong, and what is right", () => {
  test.each(named([...fieldCases, ...networkCases, ...capacityCases, ...serviceCases, ...scheduleCases]))(
    "$name",
    ({ fields, path, fragments }) => {
      const finding = only(findings(edit(production, fields)));
      expect(finding?.path).toBe(path);
      for (const fragment of fragments) expect(text(finding)).toContain(fragment);
    },
  );

  test.each(named(stagingCases))("in an existing VPC: $name", ({ fields, path, fragments }) => {
    const [finding] = findings(edit(staging, fields));
    expect(finding?.path).toBe(path);
    for (const fragment of fragments) expect(text(finding)).toContain(fragment);
  });
});

describe("what is right stays right", () => {
  const fine: readonly (readonly [name: string, fields: Fields])[] = [
    ["a stop of 120 s together", { [`${web}.stopTimeoutSeconds`]: 90 }],
    ["a long stop without Spot", { [`${web}.stopTimeoutSeconds`]: 600, "capacity.onDemandPercentageAboveBase": 100 }],
    ["a long stop with all instances in the base", { [`${web}.stopTimeoutSeconds`]: 600, "capacity.onDemandBase": 18 }],
    [
      "one path under two hosts",
      { [`${api}.routing.host`]: "api.production.example.com", [`${api}.routing.paths`]: ["/*"] },
    ],
    ["a destination anywhere", { [`${egress}[0].cidr`]: "0.0.0.0/0" }],
    ["one range on two ports", { [`${egress}[1]`]: { description: "x", port: 6379, cidr: "10.30.0.0/16" } }],
    [
      "a secret's field in JSON",
      { [secrets]: "arn:aws:secretsmanager:us-east-1:000000000000:secret:a/b-AbCdEf:field::" },
    ],
    [
      "names that only sound like secrets",
      { [`${web}.environment`]: { TOKEN_TTL_SECONDS: "60", AUTHOR: "x", PASSWORD_FILE: "/run/x" } },
    ],
    ["a commit's hash", { [`${web}.environment.COMMIT`]: "da39a3ee5e6b4b0d3255bfef95601890afd80709" }],
    ["a literal expression", { [`${web}.environment.HOST`]: `$$${"{HOSTNAME}"}` }],
    ["a schedule once", { [`${schedules}[0].schedule`]: "at(2030-01-01T00:00:00)" }],
    ["a schedule on working days", { [`${schedules}[0].schedule`]: "cron(0/30 6-8 ? * MON-FRI *)" }],
    ["a task as large as an instance", { [`${web}.cpuUnits`]: 2048, [`${web}.memoryMiB`]: 7471 }],
    ["exactly the instances that a deployment needs", { [`${web}.cpuUnits`]: 2048, "capacity.maxInstances": 15 }],
  ];
  test.each(fine)("%s", (_name, fields) => {
    expect(findings(edit(production, fields))).toEqual([]);
  });
});

describe("several problems", () => {
  test("are told all at once, those of single fields and those between fields", () => {
    const environment = edit(production, {
      regoin: "x",
      "network.create.cidr": "nonsense",
      "capacity.targetCapacityPercent": 200,
      "capacity.minInstances": 19,
      "services[0].memoryMiB": 9000,
      "services[1].name": "web",
      "services[1].cpuUnits": "512",
    });
    expect(
      findings(environment)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([
      "capacity.minInstances",
      "capacity.targetCapacityPercent",
      "network.create.cidr",
      "regoin",
      "services[0].memoryMiB",
      "services[1].cpuUnits",
      "services[1].name",
    ]);
  });

  test("of one mistake don't become two", () => {
    expect(findings(edit(production, { "capacity.maxInstances": 0 }))).toHaveLength(1);
  });
});

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

  test("names the missing account and role, and each dummy", () => {
    expect(findings(staging, "aws").map(({ path }) => path)).toEqual([
      "accountId",
      "deployRoleArn",
      "network.existing.vpcId",
      'network.existing.publicSubnetIds["us-east-1a"]',
      'network.existing.publicSubnetIds["us-east-1b"]',
      'network.existing.privateSubnetIds["us-east-1a"]',
      'network.existing.privateSubnetIds["us-east-1b"]',
      "ingress.domainName",
      "ingress.hostedZoneId",
      "services[0].image",
      "services[0].routing.host",
      "services[0].secrets.DATABASE_URL",
    ]);
  });
});

import { loadEnvironments } from "../../src/environments/load";
import type { Environment } from "../../src/environments/schema";
import { readPlan } from "../../src/plan/read";
import type { Account } from "../../src/preflight/account";
import type { Subject } from "../../src/preflight/check";
import { needsOf } from "../../src/preflight/needs";
import { openOf, preflight } from "../../src/preflight/run";
import { CHECKS } from "../../src/preflight/table";
import { readyAccount } from "../support/account";
import { synthesized } from "../support/synthesized";

const loaded = (selector: string) => {
  const [found] = loadEnvironments({ selector, mode: "offline" });
  if (found === undefined) throw new Error(selector);
  return found;
};
const production = loaded("production");
const plans = new Map([...synthesized("production")].map(([stack, document]) => [stack, readPlan(document, stack)]));

interface Otherwise extends Partial<Omit<Subject, "account" | "environment">> {
  readonly account?: Partial<Account>;
  readonly environment?: Partial<Environment>;
}

function subject({ account, environment, ...rest }: Otherwise = {}): Subject {
  return {
    ...production,
    mode: "aws",
    plans,
    session: { roleArn: undefined, refusal: undefined },
    terraform: undefined,
    nameServersOf: async () => ["ns-1.awsdns-1.org."],
    ...rest,
    environment: { ...production.environment, ...environment },
    account: readyAccount(account),
  };
}

/** What is said of a subject, as `check: subject: found`. */
async function said(otherwise: Otherwise): Promise<readonly string[]> {
  const { checks } = await preflight(subject(otherwise));
  return checks.flatMap(({ id, said }) =>
    said.filter(({ status }) => status !== "note").map((each) => `${id}: ${each.subject}: ${each.found}`),
  );
}

const [web, api] = production.environment.services;
if (web === undefined || api === undefined) throw new Error("production has two services");
const zone = { ...production.environment.ingress, hostedZoneId: "Z00000000000000DUMMY" };
const network: Environment["network"] = {
  egress: [],
  existing: {
    vpcId: "vpc-00000000",
    cidr: "10.40.0.0/16",
    publicSubnetIds: { "us-east-1a": "subnet-0000000a" },
    privateSubnetIds: { "us-east-1a": "subnet-0000000b", "us-east-1b": "subnet-0000000c" },
  },
};

test("nothing is said of an account that is ready, but that the new zone must be delegated", async () => {
  const report = await preflight(subject());
  expect(openOf(report)).toEqual([]);
  expect(report.checks.flatMap((check) => check.said)).toEqual([
    { status: "note", subject: "ingress.domainName", found: expect.stringContaining("name_servers") },
  ]);
});

const PLANTED: { readonly [title: string]: readonly [Otherwise, ...string[]] } = {
  "another account": [
    { account: { identity: async () => ({ accountId: "111111111111", arn: "x" }) } },
    "account-and-region: accountId: the credentials are of account 111111111111",
  ],
  "a region that is switched off": [
    { account: { isRegionEnabled: async () => false } },
    "account-and-region: region: region us-east-1 isn't switched on",
  ],
  "a zone that isn't there": [
    { account: { zones: async () => ["us-east-1a", "us-east-1b"] } },
    "account-and-region: us-east-1c: is no zone",
  ],
  "a role that can't be taken": [
    { session: { roleArn: "arn:aws:iam::000000000000:role/x", refusal: "AccessDenied: no" } },
    "roles: arn:aws:iam::000000000000:role/x: can't be taken: AccessDenied: no",
  ],
  "a role that isn't there": [
    {
      environment: { deployRoleArn: "arn:aws:iam::000000000000:role/x" },
      account: { hasRole: async () => false },
    },
    "roles: deployRoleArn: arn:aws:iam::000000000000:role/x isn't there",
  ],
  "a principal that isn't there": [
    {
      environment: { terraformAccess: { principals: ["arn:aws:iam::000000000000:user/eve"] } },
      account: { hasUser: async () => false },
    },
    "roles: terraformAccess.principals[0]: arn:aws:iam::000000000000:user/eve isn't there",
  ],
  "no OpenID Connect provider": [
    {
      environment: { terraformAccess: { github: { repository: "o/r" }, principals: [] } },
      account: { openIdProviders: async () => [] },
    },
    "roles: terraformAccess.github: the account has no OpenID Connect provider",
  ],
  "no bucket": [
    { account: { bucket: async () => ({ status: "absent", key: undefined }) } },
    "state: ballast-production-state-000000000000: the bucket of the state isn't there",
  ],
  "another's bucket": [
    { account: { bucket: async () => ({ status: "forbidden", key: undefined }) } },
    "state: ballast-production-state-000000000000: the bucket is closed",
  ],
  "a bucket under another key": [
    { account: { bucket: async () => ({ status: "there", key: "11111111-0000-4000-8000-000000000000" }) } },
    "state: ballast-production-state-000000000000: is encrypted under 11111111",
  ],
  "a key that is being deleted": [
    { account: { keyState: async () => "PendingDeletion" } },
    "state: arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000000: the key of the state is PendingDeletion",
  ],
  "no lock table": [
    { account: { hasTable: async () => false } },
    "state: ballast-production-locks: the lock table isn't there",
  ],
  "a quota that others have used up": [
    {
      account: {
        quota: async (_, code) => (code === "L-0263D0A3" ? 5 : 1000),
        usage: { ...readyAccount().usage, elasticIps: async () => 3 },
      },
    },
    "quotas: Elastic IP addresses: the quota is 5, the environment may need 3 and others use 3",
  ],
  "service-linked roles that aren't there": [
    { account: { hasServiceLinkedRole: async (service) => !/^(ecs|spot)\.amazonaws/.test(service) } },
    "service-linked-roles: ecs.amazonaws.com: has no",
    "service-linked-roles: spot.amazonaws.com: has no",
  ],
  "a type that a zone doesn't offer": [
    {
      account: {
        offeredTypes: async (types) =>
          new Map([
            ["us-east-1a", types],
            ["us-east-1b", types],
            ["us-east-1c", types.slice(1)],
          ]),
      },
    },
    "instance-types: m6i.large: isn't offered in us-east-1c",
  ],
  "no such VPC": [{ environment: { network } }, "existing-network: network.existing.vpcId: there is no vpc-00000000"],
  "another range, a subnet elsewhere, one that isn't there": [
    {
      environment: { network },
      account: {
        vpc: async () => ({
          cidrs: ["10.50.0.0/16"],
          subnets: new Map([
            ["subnet-0000000a", "us-east-1a"],
            ["subnet-0000000b", "us-east-1c"],
          ]),
        }),
      },
    },
    "existing-network: network.existing.cidr: vpc-00000000 has 10.50.0.0/16",
    "existing-network: network.existing.privateSubnetIds.us-east-1a: subnet-0000000b is in us-east-1c",
    "existing-network: network.existing.privateSubnetIds.us-east-1b: vpc-00000000 has no subnet-0000000c",
  ],
  "no hosted zone": [
    { environment: { ingress: zone }, account: { hostedZone: async () => undefined } },
    "hosted-zone: ingress.hostedZoneId: there is no hosted zone Z00000000000000DUMMY",
  ],
  "a private zone of another domain": [
    {
      environment: { ingress: zone },
      account: { hostedZone: async () => ({ name: "example.org", isPrivate: true, nameServers: [] }) },
    },
    "hosted-zone: Z00000000000000DUMMY: is a private zone",
    "hosted-zone: ingress.domainName: production.example.com isn't in Z00000000000000DUMMY, the zone of example.org",
  ],
  "a zone that nobody is sent to": [
    { environment: { ingress: zone }, nameServersOf: async () => ["ns.elsewhere.net"] },
    "hosted-zone: Z00000000000000DUMMY: the public DNS sends for example.com to ns.elsewhere.net",
  ],
  "a parameter that isn't there": [
    { account: { parameter: async (arn) => (arn.includes("/api/") ? undefined : readyAccount().parameter(arn)) } },
    "secrets: api.secrets.DATABASE_URL: there is no parameter",
  ],
  "a plain parameter": [
    { account: { parameter: async () => ({ isEncrypted: false, key: undefined, isBeingDeleted: false }) } },
    "secrets: web.secrets.DATABASE_URL: arn:aws:ssm:us-east-1:000000000000:parameter/production/web/database-url is a plain",
    "secrets: api.secrets.DATABASE_URL: arn:aws:ssm:us-east-1:000000000000:parameter/production/api/database-url is a plain",
  ],
  "a secret that is being deleted": [
    { account: { secret: async () => ({ isEncrypted: true, key: undefined, isBeingDeleted: true }) } },
    "secrets: web.secrets.SESSION_KEY: arn:aws:secretsmanager:us-east-1:000000000000:secret:production/web/session-key-AbCdEf is being deleted",
  ],
  "a secret under a key that isn't named": [
    { account: { secret: async () => ({ isEncrypted: true, key: "arn:aws:kms:x:0:key/k", isBeingDeleted: false }) } },
    "secrets: web.secrets.SESSION_KEY: is encrypted under arn:aws:kms:x:0:key/k",
  ],
  "an image that isn't there": [
    { account: { image: async ({ repository }) => (repository === "web" ? undefined : { architectures: ["amd64"] }) } },
    "images: web: there is no 000000000000.dkr.ecr.us-east-1.amazonaws.com/web:1.0.0",
  ],
  "images for other instances": [
    { account: { image: async () => ({ architectures: ["arm64"] }) } },
    "images: web: 000000000000.dkr.ecr.us-east-1.amazonaws.com/web:1.0.0 is for arm64, the instances are amd64",
    "images: api: 000000000000.dkr.ecr.us-east-1.amazonaws.com/api:1.0.0 is for arm64, the instances are amd64",
  ],
  "a name that is taken": [
    { account: { isTaken: async (type, name) => type === "aws_lb" && name === "production" } },
    "names-free: aws_lb.ingress: production is there already",
  ],
  "a host that has a record": [
    { environment: { ingress: zone }, account: { hasAddress: async () => true } },
    "names-free: www.production.example.com: has a record in Z00000000000000DUMMY already",
  ],
  "an old Terraform": [{ terraform: "terraform 1.9.0 is too old" }, "terraform: terraform: terraform 1.9.0 is too old"],
};

test.each(Object.entries(PLANTED))("%s is said, and nothing else", async (_, [otherwise, ...expected]) => {
  expect(await said(otherwise)).toEqual(expected.map((text) => expect.stringContaining(text)));
});

test("what can't be asked is said, and hinders no other check", async () => {
  const denied = Object.assign(new Error("no ssm:DescribeParameters"), { name: "AccessDeniedException" });
  const account = {
    parameter: async () => Promise.reject(denied),
    hasTable: async () => false,
  };
  expect(await said({ account })).toEqual([
    expect.stringContaining("state: ballast-production-locks"),
    "secrets: production: couldn't be asked: AccessDeniedException: no ssm:DescribeParameters",
  ]);
});

test("what is in the state is nobody's to have taken", async () => {
  const taken = (stateAddresses: Account["stateAddresses"]) =>
    said({ account: { isTaken: async (_, name) => name === "production", stateAddresses } });
  expect(await taken(async () => undefined)).toEqual([
    expect.stringContaining("aws_lb.ingress"),
    expect.stringContaining("aws_wafv2_web_acl.firewall"),
    expect.stringContaining("aws_ecs_cluster.cluster"),
    expect.stringContaining("aws_cloudwatch_dashboard.detection_dashboard"),
  ]);
  const all = new Set([...plans.values()].flatMap((plan) => plan.resources().map(({ address }) => address)));
  expect(await taken(async () => all)).toEqual([]);
});

test("needs are what production may grow to: 18 instances of two vCPUs, all of them On-Demand in the worst case", () => {
  expect(needsOf(plans, production.environment)).toEqual({
    onDemandVcpus: 36,
    spotVcpus: 30,
    elasticIps: 3,
    natGateways: new Map([
      ["us-east-1a", 1],
      ["us-east-1b", 1],
      ["us-east-1c", 1],
    ]),
    // 18 instances, 9 tasks of the api, 7 endpoints, 3 NAT gateways, and the load balancer, in three zones.
    networkInterfaces: 18 + 9 + 7 * 3 + 3 + 3,
    vpcs: 1,
    loadBalancers: 1,
  });
});

test("each check is named once", () => {
  const ids = CHECKS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

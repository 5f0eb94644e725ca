import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processIo } from "../../src/cli/io";
import { Terraform } from "../../src/cli/terraform";
import { loadEnvironments } from "../../src/environments/load";
import production from "../../src/environments/production";
import { sandboxSite } from "../../src/environments/sandbox";
import type { EnvironmentInput } from "../../src/environments/schema";
import type { PreflightDocument } from "../../src/reports/preflight-schema";
import type { Aws } from "../../src/sandbox/client";
import { buildApp } from "../../src/stacks/synthesize";
import { Project } from "../support/command-line";
import { type TestSandbox, testSandbox } from "../support/sandbox";
import { describeWith, MOTO_SERVER, TERRAFORM } from "../support/tools";

const ACCOUNT = "000000000000";
const BUCKET = `ballast-production-state-${ACCOUNT}`;
const INDEX = "application/vnd.oci.image.index.v1+json";

describeWith("preflight against an emulated AWS", [TERRAFORM, MOTO_SERVER], () => {
  let sandbox: TestSandbox;
  let account: Made;
  beforeAll(async () => {
    sandbox = await testSandbox();
    account = await makeAccount(sandbox);
  });
  afterAll(() => sandbox.stop());

  /** Of the account as it is. */
  async function preflight(environment: EnvironmentInput, env: NodeJS.ProcessEnv = sandbox.env) {
    const project = new Project();
    const file = project.write("production.ts", `export default ${JSON.stringify(environment)};`);
    const ended = await project.run(["preflight", file, "--format", "json"], { env });
    const report = JSON.parse(ended.stdout || "null") as PreflightDocument;
    const said = (report?.checks ?? []).flatMap((check) => check.said.map((each) => ({ id: check.id, ...each })));
    return { ...ended, report, open: said.filter(({ status }) => status !== "note"), project };
  }

  test("says nothing of an account that is ready, and only reads", async () => {
    const { calls } = await sandbox.control.status();
    const { exitCode, report, open } = await preflight(account.environment);
    expect(open).toEqual([]);
    expect({ exitCode, verdict: report.verdict }).toEqual({ exitCode: 0, verdict: "ready" });
    const made = (await sandbox.control.calls(calls)).map(({ operation }) => operation);
    expect(made.length).toBeGreaterThan(60);
    expect(made.filter((operation) => !/^(BatchGet|Describe|Get|Head|List)/.test(operation))).toEqual([]);
    expect(made).not.toContain("GetParameter");
    expect(made).not.toContain("GetSecretValue");
  });

  test("the game day's templates are accepted there, and a second plan shows no change", async () => {
    const project = new Project();
    const file = project.write("production.ts", `export default ${JSON.stringify({ ...production, gameDay: {} })};`);
    const site = sandboxSite(sandbox.env, project.directory);
    buildApp({
      environments: loadEnvironments({ selector: file, mode: "sandbox", localState: true }),
      ...{ mode: "sandbox", localState: true, sandbox: site, outdir: project.directory },
    }).synth();
    const terraform = new Terraform({ ...processIo(), project: project.directory }, "sandbox");
    const run = async (...args: string[]) => {
      const directory = join(project.directory, "stacks", "production-game-day");
      const { exitCode, output } = await terraform.run(directory, ...args, "-no-color");
      return exitCode === 0 ? "" : output;
    };
    expect(await run("init", "-input=false")).toBe("");
    expect(await run("apply", "-input=false", "-auto-approve")).toBe("");
    expect(await run("plan", "-input=false", "-detailed-exitcode")).toBe("");
    expect(await run("destroy", "-input=false", "-auto-approve")).toBe("");
  });

  test("finds everything that is planted, at once", async () => {
    const { aws } = sandbox;
    const { environment, secretArn, keyId } = account;
    await aws.call("kms", "DisableKey", { KeyId: keyId });
    await aws.call("dynamodb", "DeleteTable", { TableName: "ballast-production-locks" });
    await aws.rest("s3", "PUT", `/${BUCKET}?encryption`, encryption("AES256"));
    await aws.call("iam", "DeleteRole", { RoleName: "deployer" });
    await quota(aws, "ec2", "L-1216C47A", 35);
    await quota(aws, "ec2", "L-34B43A08", 29);
    await quota(aws, "ec2", "L-0263D0A3", 2);
    await quota(aws, "vpc", "L-FE5A380F", 0);
    const spot = await aws.call("iam", "ListRoles", { PathPrefix: "/aws-service-role/spot.amazonaws.com/" });
    await aws.call("iam", "DeleteRole", { RoleName: spot.Roles[0].RoleName });
    await aws.call("ssm", "DeleteParameter", { Name: "/production/web/database-url" });
    await aws.call("secretsmanager", "DeleteSecret", { SecretId: secretArn });
    await aws.call("ssm", "PutParameter", {
      Name: "/production/api/database-url",
      Value: "x",
      Type: "String",
      Overwrite: true,
    });
    await aws.call("ecr", "BatchDeleteImage", { repositoryName: "web", imageIds: [{ imageTag: "1.0.0" }] });
    await aws.call("ecr", "BatchDeleteImage", { repositoryName: "api", imageIds: [{ imageTag: "1.0.0" }] });
    await push(aws, "api", "arm64");
    await aws.call("logs", "CreateLogGroup", { logGroupName: "/production/service/web" });
    await aws.call("ecs", "CreateCluster", { clusterName: "production" });
    const other: EnvironmentInput = {
      ...environment,
      accountId: "111111111111",
      deployRoleArn: "arn:aws:iam::111111111111:role/deployer",
      // A zone that offers none of the types.
      network: zones(environment, ["us-east-1a", "us-east-1b", "us-east-1e"]),
      ingress: { ...environment.ingress, hostedZoneId: account.otherZoneId },
    };
    const project = new Project();
    const terraform = project.pathWithTerraform({ version: { text: '{"terraform_version": "1.9.0"}' } });
    const PATH = `${terraform}:${sandbox.env.PATH}`;
    const { exitCode, report, open } = await preflight(other, { ...sandbox.env, PATH });
    expect({ exitCode, verdict: report.verdict }).toEqual({ exitCode: 1, verdict: "problems" });
    expect(open.map(({ id, subject }) => `${id}: ${subject}`)).toEqual([
      "terraform: terraform",
      "account-and-region: accountId",
      "roles: deployRoleArn",
      `state: ${BUCKET}`,
      expect.stringContaining("state: arn:aws:kms"),
      "state: ballast-production-locks",
      "quotas: vCPUs On-Demand, standard families",
      "quotas: vCPUs on Spot, standard families",
      "quotas: Elastic IP addresses",
      "quotas: NAT gateways in us-east-1a",
      "quotas: NAT gateways in us-east-1b",
      "quotas: NAT gateways in us-east-1e",
      "service-linked-roles: spot.amazonaws.com",
      ...environment.capacity.instanceTypes.map((type) => `instance-types: ${type}`),
      "hosted-zone: ingress.domainName",
      "secrets: web.secrets.DATABASE_URL",
      "secrets: web.secrets.SESSION_KEY",
      "secrets: api.secrets.DATABASE_URL",
      "images: web",
      "images: api",
      "names-free: aws_cloudwatch_log_group.web",
      "names-free: aws_ecs_cluster.cluster",
    ]);
  });
});

interface Made {
  readonly environment: EnvironmentInput;
  readonly keyId: string;
  readonly secretArn: string;
  /** A zone of another domain. */
  readonly otherZoneId: string;
}

/** An account that is ready for `production`, and the environment with the ids that it gave. */
async function makeAccount({ aws, folder }: TestSandbox): Promise<Made> {
  const { KeyMetadata } = await aws.call("kms", "CreateKey");
  await aws.rest("s3", "PUT", `/${BUCKET}`);
  await aws.rest("s3", "PUT", `/${BUCKET}?encryption`, encryption("aws:kms", KeyMetadata.Arn));
  const stateResources = ["aws_s3_bucket.state", "aws_s3_bucket.state_access_logs", "aws_dynamodb_table.locks"];
  const resources = stateResources.map((address) => {
    const [type, name] = address.split(".");
    return { mode: "managed", type, name, instances: [] };
  });
  await aws.rest(
    "s3",
    "PUT",
    `/${BUCKET}/production-state/terraform.tfstate`,
    JSON.stringify({ version: 4, resources }),
  );
  await aws.call("dynamodb", "CreateTable", {
    TableName: "ballast-production-locks",
    KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
    BillingMode: "PAY_PER_REQUEST",
  });
  const backend = JSON.parse(readFileSync("backend.config.json", "utf8")).production;
  writeFileSync(
    join(folder, "backend.config.json"),
    JSON.stringify({ production: { ...backend, kms_key_id: KeyMetadata.Arn } }),
  );
  await aws.call("iam", "CreateRole", { RoleName: "deployer", AssumeRolePolicyDocument: "{}" });
  for (const AWSServiceName of ["ecs", "elasticloadbalancing", "ecs.application-autoscaling", "spot"]) {
    await aws.call("iam", "CreateServiceLinkedRole", { AWSServiceName: `${AWSServiceName}.amazonaws.com` });
  }
  for (const service of ["web", "api"]) {
    const Name = `/production/${service}/database-url`;
    await aws.call("ssm", "PutParameter", { Name, Value: "x", Type: "SecureString" });
    await aws.call("ecr", "CreateRepository", { repositoryName: service });
    await push(aws, service, "amd64");
  }
  const { ARN: secretArn } = await aws.call("secretsmanager", "CreateSecret", {
    Name: "production/web/session-key",
    SecretString: "x",
  });
  const [web, api] = production.services;
  if (web === undefined || api === undefined) throw new Error("production has two services");
  return {
    keyId: KeyMetadata.KeyId,
    secretArn,
    otherZoneId: await zone(aws, "other.example.com"),
    environment: {
      ...production,
      deployRoleArn: `arn:aws:iam::${ACCOUNT}:role/deployer`,
      network: zones(production, ["us-east-1a", "us-east-1b", "us-east-1c"]),
      ingress: { ...production.ingress, hostedZoneId: await zone(aws, "production.example.com") },
      services: [{ ...web, secrets: { ...web.secrets, SESSION_KEY: secretArn } }, api],
    },
  };
}

function zones({ network }: EnvironmentInput, availabilityZones: string[]): EnvironmentInput["network"] {
  if (network.create === undefined) throw new Error("the environment makes no network");
  return { ...network, create: { ...network.create, availabilityZones } };
}

const encryption = (algorithm: string, key?: string): string =>
  `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>${algorithm}</SSEAlgorithm>${
    key === undefined ? "" : `<KMSMasterKeyID>${key}</KMSMasterKeyID>`
  }</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`;

const quota = (aws: Aws, ServiceCode: string, QuotaCode: string, DesiredValue: number) =>
  aws.call("servicequotas", "RequestServiceQuotaIncrease", { ServiceCode, QuotaCode, DesiredValue });

const push = (aws: Aws, repositoryName: string, architecture: string) =>
  aws.call("ecr", "PutImage", {
    repositoryName,
    imageTag: "1.0.0",
    imageManifest: JSON.stringify({
      schemaVersion: 2,
      mediaType: INDEX,
      manifests: [{ digest: `sha256:${"0".repeat(64)}`, platform: { os: "linux", architecture } }],
    }),
  });

async function zone(aws: Aws, name: string): Promise<string> {
  const body = `<?xml version="1.0"?><CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>${name}</Name><CallerReference>${name}</CallerReference></CreateHostedZoneRequest>`;
  const answer = await aws.rest("route53", "POST", "/2013-04-01/hostedzone", body);
  const id = /<Id>\/hostedzone\/([^<]+)<\/Id>/.exec(answer)?.[1];
  if (id === undefined) throw new Error(`no id in ${answer}`);
  return id;
}

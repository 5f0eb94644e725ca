import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type TestSandbox, testSandbox } from "../../support/sandbox";
import { describeWith, MOTO_SERVER, TERRAFORM } from "../../support/tools";
import { GONE } from "./catalogue/change";
import { type Clients, clientsAt } from "./catalogue/clients";
import { changedIn, isShown, type PlanJson } from "./catalogue/shown";
import { CHANGES } from "./catalogue/table";
import { type Deployed, deploy, deployedIn, planOf, stackJson, writesIn } from "./support/deployed";

/** What a change by hand brings along elsewhere: the plan shows it too. */
const BROUGHT_ALONG = [
  // A role's list of inline policies is asked for by their names; a policy that is gone is missing there.
  "aws_iam_role_policies_exclusive.drain_guard: update",
  // It names the ARN of the log group that was deleted.
  "aws_iam_role_policy.api_execution: update",
];
const seen = CHANGES.filter(({ unseen }) => unseen === undefined);
const controlled = CHANGES.filter(({ unseen }) => unseen === "controlled");

describeWith("production on an emulated AWS", [TERRAFORM, MOTO_SERVER], () => {
  let sandbox: TestSandbox;
  let production: Deployed;
  let aws: Clients;

  beforeAll(async () => {
    sandbox = await testSandbox();
    production = await deploy("production", sandbox);
    aws = clientsAt(sandbox.endpoint);
  }, 1_200_000);
  afterAll(() => sandbox?.stop());

  test("a destruction fails, by Terraform and by CDKTF, and deletes nothing", async () => {
    const before = await production.state();
    const calls = await sandbox.control.calls();
    const from = calls.at(-1)?.number ?? 0;

    const terraform = await production.terraform("destroy", "-input=false", "-auto-approve", "-no-color");
    expect(terraform.exitCode).toBe(1);
    expect(terraform.output).toContain("Instance cannot be destroyed");
    for (const held of ["aws_ecs_cluster.cluster", "aws_lb.ingress", "aws_autoscaling_group.capacity"]) {
      expect(terraform.output).toContain(held);
    }

    const cdktf = await cdktfDestroy("production", sandbox);
    expect(cdktf.exitCode).not.toBe(0);
    expect(cdktf.output).toContain("Instance cannot be destroyed");

    expect(writesIn(await sandbox.control.calls(from))).toEqual([]);
    expect((await production.state()).addresses).toEqual(before.addresses);
  }, 600_000);

  test("the load balancer is held by AWS too, where prevent_destroy is off", async () => {
    const { of } = await production.state();
    const { provider } = stackJson(production);
    const directory = mkdtempSync(join(tmpdir(), "ballast-unprotected-"));
    const resource = { aws_lb: { ingress: { name: "production", load_balancer_type: "application" } } };
    writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify({ provider, resource }));
    const unprotected = deployedIn(directory, sandbox.env);
    for (const args of [["init"], ["import", "aws_lb.ingress", of("aws_lb.ingress", "arn")]]) {
      expect(await unprotected.terraform(...args, "-input=false", "-no-color")).toMatchObject({ exitCode: 0 });
    }
    const { exitCode, output } = await unprotected.terraform("destroy", "-input=false", "-auto-approve", "-no-color");
    expect(exitCode).toBe(1);
    expect(output).toMatch(/OperationNotPermitted.*deletion protection/is);
    const arn = of("aws_lb.ingress", "arn");
    const { loadBalancers } = await sandbox.aws.call("elasticloadbalancing", "DescribeLoadBalancers");
    expect(JSON.stringify(loadBalancers)).toContain(arn);
  }, 600_000);

  describe("changes by hand", () => {
    let plan: PlanJson;

    beforeAll(async () => {
      const { of } = await production.state();
      for (const change of CHANGES) {
        await change.do(aws, of).catch((error: Error) => {
          throw new Error(`${change.id}: ${error.message}`);
        });
      }
      plan = JSON.parse(await planOf(production));
    }, 600_000);

    test("are forty and more, of every kind", () => {
      expect(seen.length).toBeGreaterThanOrEqual(40);
      expect(new Set(CHANGES.map(({ id }) => id)).size).toBe(CHANGES.length);
      expect(controlled.map(({ id }) => id)).toEqual(
        expect.arrayContaining(["desired-capacity", "desired-count", "fallback-share"]),
      );
    });

    test("are shown by a plan, each where it was made; what isn't says why", () => {
      const shown = CHANGES.filter((change) => isShown(plan, change)).map(({ id }) => id);
      expect(shown).toEqual(seen.map(({ id }) => id));
      expect(shown.length / (CHANGES.length - controlled.length)).toBeGreaterThanOrEqual(0.95);
    });

    test("and nothing else is, controlled ones least of all", () => {
      const addresses = new Set(seen.map(({ address }) => `${address}: `));
      const others = changedIn(plan).filter((line) => ![...addresses].some((address) => line.startsWith(address)));
      expect(others).toEqual(BROUGHT_ALONG);
    });

    test("are rejected by one apply: a clean plan, and AWS says the same", async () => {
      const { of } = await production.state();
      const applied = await production.terraform("apply", "-input=false", "-auto-approve", "-no-color");
      expect(applied).toMatchObject({ exitCode: 0 });
      const made = seen.filter(({ attribute }) => attribute === GONE).length;
      expect(applied.output).toMatch(new RegExp(`${made} added, \\d+ changed, 0 destroyed`));
      const again = JSON.parse(await planOf(production));
      expect(changedIn(again)).toEqual([]);

      const { Roles, ...read } = await readBack(sandbox, of);
      expect(read).toEqual({
        ssh: false,
        maxSize: "18",
        onDemandBase: "3",
        deletionProtection: "true",
        tlsPolicy: expect.stringContaining("TLS13"),
        retention: expect.any(Number),
        alarms: expect.stringContaining(of("aws_cloudwatch_metric_alarm.detection_state_lock_held")),
      });
      expect(Roles).not.toContain("debug");
      // What something else is in charge of stays as it was set.
      expect(await controlledValues(sandbox)).toEqual({ instances: "5", share: "50", tasks: 9 });
    }, 900_000);
  });
});

/** A handful of what was changed, as AWS says it. */
async function readBack({ aws }: TestSandbox, of: (address: string, attribute?: string) => string) {
  const groups = await aws.call("ec2", "DescribeSecurityGroups", { GroupId: [of("aws_security_group.compute")] });
  const group = await aws.call("autoscaling", "DescribeAutoScalingGroups");
  const attributes = await aws.call("elasticloadbalancing", "DescribeLoadBalancerAttributes", {
    LoadBalancerArn: of("aws_lb.ingress", "arn"),
  });
  const listeners = await aws.call("elasticloadbalancing", "DescribeListeners", {
    LoadBalancerArn: of("aws_lb.ingress", "arn"),
  });
  const { logGroups } = await aws.call("logs", "DescribeLogGroups", { logGroupNamePrefix: "/production/service/web" });
  const alarms = await aws.call("monitoring", "DescribeAlarms");
  const roles = await aws.call("iam", "ListRolePolicies", { RoleName: of("aws_iam_role.instance") });
  const text = (value: unknown) => JSON.stringify(value);
  return {
    ssh: /"fromPort":"22"/.test(text(groups)),
    maxSize: /"MaxSize":"(\d+)"/.exec(text(group))?.[1],
    onDemandBase: /"OnDemandBaseCapacity":"(\d+)"/.exec(text(group))?.[1],
    deletionProtection: /"Key":"deletion_protection.enabled","Value":"(\w+)"/.exec(text(attributes))?.[1],
    tlsPolicy: /"Protocol":"HTTPS".*?"SslPolicy":"([^"]+)"/.exec(text(listeners))?.[1],
    retention: logGroups[0]?.retentionInDays === 1 ? "a day" : logGroups[0]?.retentionInDays,
    alarms: text(alarms),
    Roles: text(roles),
  };
}

async function controlledValues({ aws }: TestSandbox) {
  const group = JSON.stringify(await aws.call("autoscaling", "DescribeAutoScalingGroups"));
  const { services } = await aws.call("ecs", "DescribeServices", { cluster: "production", services: ["web"] });
  return {
    instances: /"DesiredCapacity":"(\d+)"/.exec(group)?.[1],
    share: /"OnDemandPercentageAboveBaseCapacity":"(\d+)"/.exec(group)?.[1],
    tasks: services[0].desiredCount,
  };
}

/** `npx cdktf destroy`, as a user gives it. */
async function cdktfDestroy(environment: string, { env }: TestSandbox) {
  const outdir = mkdtempSync(join(tmpdir(), "ballast-cdktf-"));
  const args = ["cdktf", "destroy", `${environment}-platform`, "--auto-approve", "--output", outdir];
  const options = {
    env: { ...env, BALLAST_ENVIRONMENT: environment, CI: "1", CHECKPOINT_DISABLE: "1" },
    maxBuffer: 2 ** 26,
  };
  try {
    const { stdout, stderr } = await promisify(execFile)("npx", args, options);
    return { exitCode: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr }: { code?: number; stdout?: string; stderr?: string } = Object(error);
    return { exitCode: code ?? 1, output: `${stdout}${stderr}` };
  }
}

import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import productionEnvironment from "../../../src/environments/production";
import { Project } from "../../support/command-line";
import { type TestSandbox, testSandbox } from "../../support/sandbox";
import { describeWith, MOTO_SERVER, TERRAFORM } from "../../support/tools";
import { clientsAt } from "./catalogue/clients";
import { changedIn, isShown, type PlanJson } from "./catalogue/shown";
import { CHANGES } from "./catalogue/table";
import { type Deployed, deploy, deployedIn, planOf, stackJson, writesIn } from "./support/deployed";

/** The soak makes all of them; here it is a dozen that the seed chooses, all that something else controls, and one to accept. */
const SEED = 10;
const ACCEPTED = "group-larger";
const chosen = CHANGES.filter(({ unseen, id }) => unseen === undefined && id !== ACCEPTED)
  .map((change) => [createHash("sha256").update(`${SEED} ${change.id}`).digest("hex"), change] as const)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .slice(0, 12)
  .map(([, change]) => change);
const controlled = CHANGES.filter(({ unseen }) => unseen === "controlled");
const accepted = CHANGES.filter(({ id }) => id === ACCEPTED);
/** Forgotten by the state, as if somebody had made it by hand. */
const MADE_BY_HAND = "aws_cloudwatch_log_group.drain_guard";

describeWith("production on an emulated AWS", [TERRAFORM, MOTO_SERVER], () => {
  let sandbox: TestSandbox;
  let production: Deployed;

  beforeAll(async () => {
    sandbox = await testSandbox();
    production = await deploy("production", sandbox);
  }, 2_400_000);
  afterAll(() => sandbox?.stop());

  test("a plan after it is clean", async () => {
    const { exitCode, stdout } = await new Project().run(["sandbox", "plan", "production"], { env: sandbox.env });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringMatching(/: no changes\.\n$/) });
  }, 1_200_000);

  test("a destruction fails, and deletes nothing", async () => {
    const before = await production.state();
    const calls = await sandbox.control.calls();
    const from = calls.at(-1)?.number ?? 0;

    const terraform = await production.terraform("destroy", "-input=false", "-auto-approve", "-no-color");
    expect(terraform.exitCode).toBe(1);
    expect(terraform.output).toContain("Instance cannot be destroyed");
    for (const held of ["aws_ecs_cluster.cluster", "aws_lb.ingress", "aws_autoscaling_group.capacity"]) {
      expect(terraform.output).toContain(held);
    }

    expect(writesIn(await sandbox.control.calls(from))).toEqual([]);
    expect((await production.state()).addresses).toEqual(before.addresses);
  }, 1_200_000);

  test("the load balancer is held by AWS too, where prevent_destroy is off", async () => {
    const { of } = await production.state();
    const { provider } = stackJson(production);
    const directory = mkdtempSync(join(tmpdir(), "ballast-unprotected-"));
    const resource = {
      aws_lb: { ingress: { name: "production", load_balancer_type: "application", subnets: ["subnet-1", "subnet-2"] } },
    };
    writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify({ provider, resource }));
    const unprotected = deployedIn(directory, sandbox.env);
    for (const [command = "", ...args] of [["init"], ["import", "aws_lb.ingress", of("aws_lb.ingress", "arn")]]) {
      const ended = await unprotected.terraform(command, "-input=false", "-no-color", ...args);
      expect(ended).toMatchObject({ exitCode: 0 });
    }
    const { exitCode, output } = await unprotected.terraform("destroy", "-input=false", "-auto-approve", "-no-color");
    expect(exitCode).toBe(1);
    expect(output).toMatch(/OperationNotPermitted.*deletion protection/is);
    const arn = of("aws_lb.ingress", "arn");
    const { LoadBalancers } = await sandbox.aws.call("elasticloadbalancing", "DescribeLoadBalancers");
    expect(JSON.stringify(LoadBalancers)).toContain(arn);
  }, 1_200_000);

  describe("changes by hand", () => {
    let plan: PlanJson;

    beforeAll(async () => {
      const { of } = await production.state();
      const aws = clientsAt(sandbox.endpoint);
      for (const { id, ...change } of [...chosen, ...controlled, ...accepted]) {
        await change.do(aws, of).catch((error: Error) => {
          throw new Error(`${id}: ${error.message}`);
        });
      }
      plan = JSON.parse(await planOf(production));
    }, 1_200_000);

    test("are shown by a plan, each where it was made", () => {
      const made = [...chosen, ...accepted];
      expect(made.filter((change) => isShown(plan, change)).map(({ id }) => id)).toEqual(made.map(({ id }) => id));
      expect(made).toHaveLength(13);
    });

    test("are not, where something else is in charge: desired capacity, desired count, the fallback's share", () => {
      expect(controlled.map(({ id }) => id)).toEqual(
        expect.arrayContaining(["desired-capacity", "desired-count", "fallback-share"]),
      );
      expect(controlled.filter((change) => isShown(plan, change))).toEqual([]);
    });

    test("one apply rejects them, accepts what the environment says, and imports what was made by hand", async () => {
      const { of } = await production.state();
      const logGroup = of(MADE_BY_HAND);
      expect(await production.terraform("state", "rm", MADE_BY_HAND)).toMatchObject({ exitCode: 0 });
      const imports = join(production.directory, "imports.tf.json");
      writeFileSync(imports, JSON.stringify({ import: [{ to: MADE_BY_HAND, id: logGroup }] }));

      const project = new Project();
      const capacity = { ...productionEnvironment.capacity, maxInstances: 40 };
      const copy = { ...productionEnvironment, capacity };
      const file = project.write("production.ts", `export default ${JSON.stringify(copy)};`);
      const deployed = await project.run(["sandbox", "deploy", file], { env: sandbox.env });
      expect(deployed).toMatchObject({ exitCode: 0 });
      expect(deployed.stdout).not.toContain(`made     ${MADE_BY_HAND}`);
      rmSync(imports);

      expect(changedIn(JSON.parse(await planOf(production)))).toEqual([]);
      expect((await production.state()).of(MADE_BY_HAND)).toBe(logGroup);
      // What something else is in charge of stays as it was set.
      expect(await inTheGroup(sandbox)).toEqual({ instances: "5", share: "50", tasks: 9, maxSize: "40" });
    }, 1_800_000);
  });
});

/** What AWS has of the sizes that were changed. */
async function inTheGroup({ aws }: TestSandbox) {
  const group = JSON.stringify(await aws.call("autoscaling", "DescribeAutoScalingGroups"));
  const { services } = await aws.call("ecs", "DescribeServices", { cluster: "production", services: ["web"] });
  return {
    instances: /"DesiredCapacity":"(\d+)"/.exec(group)?.[1],
    share: /"OnDemandPercentageAboveBaseCapacity":"(\d+)"/.exec(group)?.[1],
    tasks: services[0].desiredCount,
    maxSize: /"MaxSize":"(\d+)"/.exec(group)?.[1],
  };
}

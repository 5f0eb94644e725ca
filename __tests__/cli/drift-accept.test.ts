import { readdirSync, readFileSync } from "node:fs";
import { Project } from "../support/command-line";
import { type MadeChange, madePlan } from "../support/drift";

const demo = readFileSync("src/environments/demo.ts", "utf8");

/** A plan in which attributes of demo's resources were changed by hand. */
function changedByHand(...changes: readonly (readonly [address: string, asLeft: object, asIs: object])[]) {
  const change = (address: string, before: object, after: object): MadeChange => ({ address, before, after });
  return madePlan({
    drift: changes.map(([address, left, is]) => change(address, left, is)),
    planned: changes.map(([address, left, is]) => change(address, is, left)),
  });
}

/** Accepts differences of such a plan, in a project with a copy of demo's file. */
async function accepted(plan: object, names: readonly string[], text = demo) {
  const project = new Project();
  const file = project.write("demo.ts", text);
  project.write("plan.json", plan);
  const ended = await project.run([
    ...["drift", "./demo.ts", "--plan", "plan.json"],
    ...names.flatMap((name) => ["--accept", name]),
  ]);
  const leftovers = readdirSync(project.directory).filter((name) => name.includes("tmp"));
  return { ...ended, text: readFileSync(file, "utf8"), leftovers };
}

const rule = (port: number, cidr: string, description = "") => ({
  protocol: "tcp",
  from_port: port,
  to_port: port,
  cidr_blocks: [cidr],
  ipv6_cidr_blocks: [],
  prefix_list_ids: [],
  security_groups: [],
  self: false,
  description,
});
const https = rule(443, "0.0.0.0/0", "AWS and image registries");
const compute = "aws_security_group.compute";

test("differences are edited into the file, and what the next apply changes besides is said", async () => {
  const plan = changedByHand(
    ["aws_autoscaling_group.capacity", { max_size: 4 }, { max_size: 5 }],
    ["aws_lb_target_group.web", { deregistration_delay: "30" }, { deregistration_delay: "20" }],
    [compute, { egress: [https] }, { egress: [https, rule(6379, "10.9.0.0/16", "Redis")] }],
  );
  const names = ["aws_autoscaling_group.capacity.max_size", "aws_lb_target_group.web", `${compute}.egress`];
  const { exitCode, stdout, stderr, text, leftovers } = await accepted(plan, names);
  expect([exitCode, stderr.replaceAll(/^looking.*\n/gm, ""), leftovers]).toEqual([0, "", []]);
  expect(text).toContain("    maxInstances: 5,\n");
  expect(text).toContain("      deregistrationDelaySeconds: 20,\n    },\n");
  expect(text).toContain('    egress: [{ description: "Redis", port: 6379, cidr: "10.9.0.0/16" }],\n');
  expect(text.split("\n").filter((line) => !demo.includes(line))).toHaveLength(3);
  expect(stdout).toContain("+    maxInstances: 5,");
  expect(stdout).toMatch(/changes besides: aws_ecs_capacity_provider\.capacity\..*maximum_scaling_step_size/);
});

test("what no field expresses says where it would belong, and nothing is written, not even the others", async () => {
  const plan = changedByHand(
    ["aws_autoscaling_group.capacity", { min_size: 2 }, { min_size: 3 }],
    ["aws_lb.ingress", { idle_timeout: 60 }, { idle_timeout: 90 }],
  );
  const names = ["aws_autoscaling_group.capacity.min_size", "aws_lb.ingress.idle_timeout"];
  const { exitCode, stderr, text } = await accepted(plan, names);
  expect([exitCode, text]).toEqual([1, demo]);
  expect(stderr).toContain("no field expresses it; it would be a new field of src/environments/schema/ingress.ts");
  expect(stderr).toContain("construct demo-platform/ingress/Resource");
});

test("a value that is computed in the file is left to a person", async () => {
  const computed = demo.replace("minInstances: 2", "minInstances: Number(2)");
  const plan = changedByHand(["aws_autoscaling_group.capacity", { min_size: 2 }, { min_size: 3 }]);
  const { exitCode, stderr, text } = await accepted(plan, ["aws_autoscaling_group.capacity"], computed);
  expect([exitCode, text]).toEqual([1, computed]);
  expect(stderr).toContain("edit capacity.minInstances by hand, to 3: it is computed in the file (Number(2))");
});

test.each([
  [
    "a name that is no difference's",
    ["drift", "./demo.ts", "--plan", "plan.json", "--accept", "aws_lb.ingress.idle_timeou"],
    "did you mean aws_lb.ingress.idle_timeout?",
  ],
  [
    "what isn't drifted",
    ["drift", "./demo.ts", "--plan", "plan.json", "--accept", "aws_sns_topic.extra"],
    "is unapplied; only what is drifted can be accepted",
  ],
  [
    "a plan without an environment",
    ["drift", "--plan", "plan.json", "--accept", "aws_lb.ingress"],
    "give the environment whose file is to be edited",
  ],
])("%s ends with 2, and nothing is written", async (_, args, message) => {
  const project = new Project();
  const file = project.write("demo.ts", demo);
  const plan = changedByHand(["aws_lb.ingress", { idle_timeout: 60 }, { idle_timeout: 90 }]);
  const made = madePlan({ planned: [{ address: "aws_sns_topic.extra", before: null, after: {} }] });
  project.write("plan.json", { ...plan, resource_changes: [...plan.resource_changes, ...made.resource_changes] });
  const { exitCode, stderr, stdout } = await project.run(args);
  expect([exitCode, stdout, readFileSync(file, "utf8")]).toEqual([2, "", demo]);
  expect(stderr).toContain(message);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

import { loadEnvironments } from "../../src/environments/load";
import production from "../../src/environments/production";
import { buildApp } from "../../src/stacks/synthesize";
import { documentsOf } from "../../src/stacks/validation";
import { Project } from "../support/command-line";
import { synthesized } from "../support/synthesized";

const project = new Project();
const file = project.write(
  "production.ts",
  `export default ${JSON.stringify({ ...production, gameDay: { percent: 50 } })};`,
);
const app = buildApp({
  environments: loadEnvironments({ selector: file, mode: "offline" }),
  mode: "offline",
  outdir: project.directory,
});
const documents = JSON.parse(JSON.stringify(Object.fromEntries(documentsOf(app))));
const { resource } = documents["production-game-day"];
// biome-ignore lint/suspicious/noExplicitAny: a template as CDKTF writes it
const templates = Object.entries<any>(resource.aws_fis_experiment_template);
const platform = documents["production-platform"].resource;

test("no environment has experiments unless it allows them", () => {
  expect([...synthesized("production").keys()]).toEqual(["production-state", "production-platform"]);
});

test("each simulated disturbance that FIS has is a template", () => {
  expect(
    templates.map(([id, { action }]) => [id, action.map((each: { action_id: string }) => each.action_id)]),
  ).toEqual([
    ["game_day_spot_interruptions", ["aws:ec2:send-spot-instance-interruptions"]],
    [
      "game_day_capacity_errors",
      ["aws:ec2:send-spot-instance-interruptions", "aws:ec2:asg-insufficient-instance-capacity-error"],
    ],
    ["game_day_zone_lost", ["aws:ec2:terminate-instances", "aws:ec2:asg-insufficient-instance-capacity-error"]],
    ["game_day_tasks_stopped_web", ["aws:ecs:stop-task"]],
    ["game_day_tasks_stopped_api", ["aws:ecs:stop-task"]],
  ]);
});

test.each(templates)("%s reaches what is marked only, and stops on alarms that the platform has", (_, template) => {
  for (const { resource_tag } of template.target) {
    expect(resource_tag).toEqual([
      { key: "Environment", value: "production" },
      { key: "ManagedBy", value: "ballast" },
    ]);
  }
  const alarms = Object.values<{ alarm_name: string }>(platform.aws_cloudwatch_metric_alarm);
  const names = template.stop_condition.map(({ value }: { value: string }) => value.replace(/^.*:alarm:/, ""));
  expect(names).toEqual(["production-requests-fail", "production-web-server-errors", "production-api-server-errors"]);
  expect(alarms.map(({ alarm_name }) => alarm_name)).toEqual(expect.arrayContaining(names));
  expect(template.experiment_options).toMatchObject({ empty_target_resolution_mode: "fail" });
});

test("its role is FIS's, and changes what is marked as the environment's only", () => {
  const { assume_role_policy } = resource.aws_iam_role.game_day;
  expect(JSON.parse(assume_role_policy).Statement[0]).toMatchObject({
    Principal: { Service: "fis.amazonaws.com" },
    Condition: { StringEquals: { "aws:SourceAccount": "000000000000" } },
  });
  const statements: { Action: string | string[]; Condition?: object }[] = JSON.parse(
    resource.aws_iam_role_policy.game_day.policy,
  ).Statement;
  const changing = statements.filter(({ Action }) =>
    [Action].flat().some((action) => !/:(Describe|List|Get)/.test(action)),
  );
  expect(changing.flatMap(({ Action }) => [Action].flat())).toEqual([
    "ecs:StopTask",
    "ec2:SendSpotInstanceInterruptions",
    "ec2:TerminateInstances",
    "ec2:InjectApiError",
  ]);
  for (const { Action, Condition } of changing) {
    if ([Action].flat().includes("ec2:InjectApiError")) {
      expect(JSON.stringify(Condition)).toContain("autoScalingGroupName/production-*");
    } else expect(Condition).toEqual({ StringEquals: { "aws:ResourceTag/Environment": "production" } });
  }
});

test("the pipeline's plan role may read it, its apply role has nothing to do with it", () => {
  const policies = documents["production-state"].resource;
  const ofRole = (role: string) => JSON.stringify(policies.aws_iam_role_policy[role].policy);
  expect(ofRole("terraform_plan")).toContain("fis:GetExperimentTemplate");
  expect(ofRole("terraform_plan")).toContain("production-game-day/terraform.tfstate");
  expect(JSON.stringify(policies.aws_iam_policy)).not.toContain("fis:");
  expect(ofRole("terraform_apply")).not.toContain("game-day");
});

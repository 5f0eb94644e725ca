import { agentSettings, capacityGroups } from "../../../src/plan/facts/capacity";
import { Unknown } from "../../../src/plan/value";
import { configured, fixturePlan, found } from "../../support/plan";

test.each([["main.tf.json"], ["plan.json"]])(
  "a mixed group is read from miniature/%s with all that belongs to it",
  (name) => {
    const [group, ...others] = capacityGroups(fixturePlan(`miniature/${name}`));
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      group: { address: "aws_autoscaling_group.capacity" },
      launchTemplate: { address: "aws_launch_template.capacity" },
      instanceTypes: ["m6i.large", "m5.large"],
      overrides: [expect.anything(), expect.anything()],
      onDemandBase: 2,
      onDemandPercentageAboveBase: 0,
      capacityProviders: [{ address: "aws_ecs_capacity_provider.capacity" }],
    });
  },
);

describe("a group without a policy", () => {
  const group = (template: object, further: object = {}) =>
    capacityGroups(
      configured({
        aws_autoscaling_group: { g: { launch_template: { id: "${aws_launch_template.t.id}" }, ...further } },
        aws_launch_template: { t: { instance_type: "m6i.large", ...template } },
      }),
    )[0];

  test("launches what its template says, On-Demand", () => {
    expect(group({})).toMatchObject({
      instanceTypes: ["m6i.large"],
      onDemandBase: 0,
      onDemandPercentageAboveBase: 100,
    });
  });

  test("is all Spot where its template asks for it", () => {
    expect(group({ instance_market_options: { market_type: "spot" } })).toMatchObject({
      onDemandPercentageAboveBase: 0,
    });
  });

  test("takes a policy's unset share as AWS does, and an unknown one as unknown", () => {
    const policy = (distribution: object) => ({ mixed_instances_policy: [{ instances_distribution: [distribution] }] });
    expect(group({}, policy({}))).toMatchObject({ onDemandBase: 0, onDemandPercentageAboveBase: 100 });
    expect(group({}, policy({ on_demand_base_capacity: "${var.base}" }))?.onDemandBase).toBeInstanceOf(Unknown);
    expect(group({}, policy({ on_demand_base_capacity: "2" }))?.onDemandBase).toBe(2);
  });
});

describe("agent settings", () => {
  const settings = (userData: string | undefined) =>
    agentSettings(found(configured({ aws_launch_template: { t: { user_data: userData } } }), "aws_launch_template.t"));
  const encoded = (text: string) => settings(Buffer.from(text).toString("base64"));

  test.each([["main.tf.json"], ["plan.json"]])("are read from miniature/%s", (name) => {
    const template = found(fixturePlan(`miniature/${name}`), "aws_launch_template.capacity");
    expect(agentSettings(template)).toEqual(
      new Map([
        ["ECS_CLUSTER", "miniature"],
        ["ECS_ENABLE_SPOT_INSTANCE_DRAINING", "true"],
      ]),
    );
  });

  test("are the lines of a heredoc as they stand", () => {
    expect(
      encoded('cat <<EOF >> /etc/ecs/ecs.config\nECS_AVAILABLE_LOGGING_DRIVERS=["json-file","awslogs"]\nEOF'),
    ).toEqual(new Map([["ECS_AVAILABLE_LOGGING_DRIVERS", '["json-file","awslogs"]']]));
  });

  test("are what is echoed, in a script or a cloud-config", () => {
    const script = [
      "#!/bin/bash",
      "echo ECS_CLUSTER=one >> /etc/ecs/ecs.config",
      'echo "ECS_CLUSTER=two" >> /etc/ecs/ecs.config',
      " - echo 'ECS_RESERVED_MEMORY=256' | tee -a /etc/ecs/ecs.config",
      'echo -e "ECS_A=1\\nECS_B=2" > /etc/ecs/ecs.config',
      "# ECS_ENABLE_SPOT_INSTANCE_DRAINING=true",
    ];
    expect(encoded(script.join("\n"))).toEqual(
      new Map([
        ["ECS_CLUSTER", "two"],
        ["ECS_RESERVED_MEMORY", "256"],
        ["ECS_A", "1"],
        ["ECS_B", "2"],
      ]),
    );
  });

  test("are unknown with the user data, and undefined without any", () => {
    expect(settings("${base64encode(var.script)}")).toBeInstanceOf(Unknown);
    expect(settings(undefined)).toBeUndefined();
  });
});

import { readPlan } from "../../src/plan/read";
import { addressesOf, found } from "../support/plan";

/** A module with a group whose template a dynamic block says, and a role that a local value says. */
function planOf(templates: readonly string[], passed: object = {}) {
  const resource = (address: string, values: object = {}) => {
    const [type, rest = ""] = address.replace(/^module\.m\./, "").split(".");
    return { address, mode: "managed", type, name: rest.replace(/\[.*/, ""), values };
  };
  const own = templates.map((name) => resource(`module.m.aws_launch_template.${name}`));
  const group = resource("module.m.aws_autoscaling_group.g", { launch_template: [{ version: "1" }] });
  return readPlan({
    format_version: "1.2",
    planned_values: {
      root_module: {
        resources: [resource("aws_launch_template.outer"), resource("aws_iam_role.outer")],
        child_modules: [{ address: "module.m", resources: [group, ...own] }],
      },
    },
    resource_changes: [
      {
        address: "module.m.aws_autoscaling_group.g",
        change: {
          after_unknown: { launch_template: [{ id: true }], service_linked_role_arn: true, tag: true, id: true },
        },
      },
    ],
    configuration: {
      root_module: {
        module_calls: {
          m: {
            expressions: passed,
            module: {
              variables: { input: {} },
              resources: [
                {
                  address: "aws_autoscaling_group.g",
                  expressions: { service_linked_role_arn: { references: ["local.role"] } },
                },
              ],
            },
          },
        },
      },
    },
  });
}
const group = (plan: ReturnType<typeof planOf>) => found(plan, "module.m.aws_autoscaling_group.g");
const templateOf = (plan: ReturnType<typeof planOf>) =>
  addressesOf(plan.referenced(group(plan).get("launch_template.id"), "aws_launch_template"));
const input = (...references: readonly string[]) => ({ input: { references } });

test("what a dynamic block says is the module's one resource that it can be", () => {
  expect(templateOf(planOf(["only"]))).toEqual(["module.m.aws_launch_template.only"]);
});

test("all instances of one block are one resource, several blocks are none that can be told", () => {
  expect(templateOf(planOf(["a[0]", "a[1]"]))).toHaveLength(2);
  expect(templateOf(planOf(["a", "b"]))).toEqual([]);
});

test("what is passed into the module counts too; what is elsewhere doesn't", () => {
  expect(templateOf(planOf([]))).toEqual([]);
  expect(templateOf(planOf([], input("aws_launch_template.outer.id")))).toEqual(["aws_launch_template.outer"]);
  expect(templateOf(planOf(["own"], input("aws_launch_template.outer.id")))).toEqual([]);
});

test("so is a local value", () => {
  const plan = planOf([], input("aws_iam_role.outer.arn"));
  const role = group(plan).get("service_linked_role_arn");
  expect(addressesOf(plan.referenced(role, "aws_iam_role"))).toEqual(["aws_iam_role.outer"]);
  // Of whatever type, it can't be told.
  expect(plan.referenced(role)).toEqual([]);
});

test("a block that the provider never fills in is dynamic, anything else that nothing says isn't set", () => {
  const plan = planOf([]);
  expect(group(plan).get("tag")).toMatchObject({ references: [{ address: "module.m.dynamic.tag" }] });
  expect(group(plan).get("id")).toBeUndefined();
});

import { testRule } from "../../../support/rule-test";

import type { TerraformJson } from "../../../support/terraform-json";

const group = (further: { [attribute: string]: string | string[] }) => (json: TerraformJson) =>
  json.add(
    "aws_autoscaling_group.own",
    {
      tag: json.get("aws_autoscaling_group.capacity", "tag") ?? [],
      min_size: 1,
      max_size: 2,
      launch_template: { id: "lt-1" },
      lifecycle: { prevent_destroy: true },
      service_linked_role_arn: "${aws_iam_service_linked_role.auto_scaling.arn}",
      ...further,
    },
    "aws_autoscaling_group.capacity",
  );
const registered = { target_group_arns: ["${aws_lb_target_group.web.arn}"] };

testRule("capacity/health-by-load-balancer", {
  absent: true,
  fails: {
    "AWS's default": { at: "aws_autoscaling_group.own", edit: group(registered) },
    "EC2, stated": { at: "aws_autoscaling_group.own", edit: group({ ...registered, health_check_type: "EC2" }) },
    "it is kept, and of the environment's own role": {
      at: "aws_autoscaling_group.own",
      edit: (json) => {
        group(registered)(json);
        json.set("aws_autoscaling_group.own", "lifecycle", { prevent_destroy: true });
        json.set(
          "aws_autoscaling_group.own",
          "service_linked_role_arn",
          "${aws_iam_service_linked_role.auto_scaling.arn}",
        );
      },
    },
    "an attachment registers it": {
      at: "aws_autoscaling_group.own",
      edit: (json) => {
        group({})(json);
        const attachment = { autoscaling_group_name: "${aws_autoscaling_group.own.name}" };
        json.add(
          "aws_autoscaling_attachment.own",
          { ...attachment, lb_target_group_arn: "${aws_lb_target_group.web.arn}" },
          "aws_autoscaling_group.capacity",
        );
      },
    },
    "a load balancer of the older kind": {
      at: "aws_autoscaling_group.own",
      edit: group({ load_balancers: ["classic"] }),
    },
  },
  undecided: {
    "a variable says it": {
      at: "aws_autoscaling_group.own",
      edit: group({ ...registered, health_check_type: "${var.health}" }),
    },
  },
  passes: {
    "the load balancer's": group({ ...registered, health_check_type: "ELB" }),
    "no load balancer sends it requests": group({}),
  },
});

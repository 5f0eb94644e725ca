import { testRule } from "../../../support/rule-test";

testRule("protection/protections-not-ignored", {
  fails: {
    "everything of the load balancer is": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb.ingress", "lifecycle", { prevent_destroy: true, ignore_changes: "all" }),
    },
    "its deletion protection is": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb.ingress", "lifecycle.ignore_changes", ["enable_deletion_protection"]),
    },
    "a group's rules are": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "lifecycle.ignore_changes", ["tags", "ingress"]),
    },
    "one part of a template's metadata options is": {
      at: "aws_launch_template.capacity",
      edit: (json) => {
        const lifecycle = { ignore_changes: ["metadata_options[0].http_tokens"] };
        json.set("aws_launch_template.capacity", "lifecycle", lifecycle);
      },
    },
  },
  passes: {
    "tags are": (json) => json.set("aws_lb.ingress", "lifecycle.ignore_changes", ["tags"]),
  },
});

import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("protection/no-force-delete", {
  fails: {
    "a vault goes with its backups": {
      at: "aws_backup_vault.own",
      edit: (json) => json.add("aws_backup_vault.own", { force_destroy: true }, "aws_vpc.network"),
    },
    "a key's policy may lock everybody out": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "bypass_policy_lockout_safety_check", true),
    },
    "the group goes with its instances": { at: GROUP, edit: (json) => json.set(GROUP, "force_delete", true) },
    "the service goes with its tasks": {
      at: "aws_ecs_service.web",
      edit: (json) => json.set("aws_ecs_service.web", "force_delete", true),
    },
  },
  passes: {
    "it isn't set": (json) => json.unset(GROUP, "force_delete"),
  },
});

import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/circuit-breaker", {
  fails: {
    "it is off": { at: SERVICE, edit: (json) => json.set(SERVICE, "deployment_circuit_breaker.enable", false) },
    "it is gone": { at: SERVICE, edit: (json) => json.unset(SERVICE, "deployment_circuit_breaker") },
  },
  passes: {
    "CodeDeploy deploys the service": (json) => {
      json.unset(SERVICE, "deployment_circuit_breaker");
      json.set(SERVICE, "deployment_controller", { type: "CODE_DEPLOY" });
    },
  },
});

import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/circuit-breaker-rollback", {
  fails: {
    "it is off": { at: SERVICE, edit: (json) => json.set(SERVICE, "deployment_circuit_breaker.rollback", false) },
    "the circuit breaker is gone": { at: SERVICE, edit: (json) => json.unset(SERVICE, "deployment_circuit_breaker") },
  },
});

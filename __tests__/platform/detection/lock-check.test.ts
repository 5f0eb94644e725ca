import type { Json, JsonObject } from "../../../src/states-language/json";
import { failure } from "../../support/drain-guard/fake-cluster";
import { platform } from "../../support/platform";
import { resource } from "../../support/stack";
import { TimedInterpreter } from "../../support/timed-interpreter";

const definition: JsonObject = JSON.parse(
  String(resource(platform(), "aws_sfn_state_machine.detection_lock_check").definition),
);

const SCAN = "arn:aws:states:::aws-sdk:dynamodb:scan";
const PUBLISH = "arn:aws:states:::aws-sdk:cloudwatch:putMetricData";

interface Called {
  readonly resource: string;
  readonly parameters: Json;
}

/** Runs the check against a table that answers so. */
function check(scan: (times: number) => Json) {
  const calls: Called[] = [];
  const interpreter = new TimedInterpreter({
    call: (name, parameters) => {
      calls.push({ resource: name, parameters });
      return name === SCAN ? scan(calls.length) : {};
    },
    random: () => 0.5,
  });
  return { execution: interpreter.execute(definition, {}), calls };
}

function throttle(): never {
  throw failure("DynamoDb.ThrottlingException", "Rate exceeded");
}

test.each([0, 2])("%i locks are counted by what Terraform writes into a lock alone, and published", (locks) => {
  const { execution, calls } = check(() => ({ Count: locks, ScannedCount: 7 }));
  expect(execution.status).toBe("SUCCEEDED");
  expect(calls).toMatchObject([
    {
      resource: SCAN,
      parameters: { Select: "COUNT", ConsistentRead: true, FilterExpression: "attribute_exists(Info)" },
    },
    {
      resource: PUBLISH,
      parameters: { Namespace: "Ballast/production", MetricData: [{ MetricName: "LocksHeld", Value: locks }] },
    },
  ]);
});

test("a throttled look is repeated", () => {
  const { execution, calls } = check((times) => (times < 3 ? throttle() : { Count: 1 }));
  expect([execution.status, calls.length]).toEqual(["SUCCEEDED", 4]);
});

test("a table that doesn't answer fails the check, which is told, and no number is made up", () => {
  const { execution, calls } = check(throttle);
  expect(execution.status).toBe("FAILED");
  expect(calls.filter((call) => call.resource === PUBLISH)).toEqual([]);
});

import { Encryption } from "../../src/platform/encryption";
import { environmentWith, type JsonObject, resource, statements, synthesizeStack } from "../support/stack";

const AUTO_SCALING =
  "arn:aws:iam::000000000000:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
const ACCOUNT = { AWS: "arn:aws:iam::000000000000:root" };

function encryption(disposable = false) {
  const environment = environmentWith({ disposable });
  return synthesizeStack((stack) => {
    new Encryption(stack, "key", { environment, autoScalingRoleArn: AUTO_SCALING });
  }, environment);
}

function statement(sid: string): JsonObject | undefined {
  return statements(encryption(), "aws_kms_key.key").find(({ Sid }) => Sid === sid);
}

describe("Encryption", () => {
  test("makes a key that rotates, can't be lost at once, and has the environment's name", () => {
    const stack = encryption();
    expect(resource(stack, "aws_kms_key.key")).toMatchObject({
      enable_key_rotation: true,
      deletion_window_in_days: 30,
      lifecycle: { prevent_destroy: true },
    });
    expect(resource(stack, "aws_kms_alias.key")).toMatchObject({
      name: "alias/production",
      target_key_id: "${aws_kms_key.key.key_id}",
    });
  });

  test("lets a disposable environment go", () => {
    const key = resource(encryption(true), "aws_kms_key.key");
    expect(key.deletion_window_in_days).toBe(7);
    expect(key).not.toHaveProperty("lifecycle.prevent_destroy");
  });

  test("lets the account administer the key, neither use it nor hand its use on", () => {
    const { Principal, Action } = statement("AccountAdministers") ?? {};
    expect(Principal).toEqual(ACCOUNT);
    expect(Action).toContain("kms:PutKeyPolicy");
    expect(Action).toContain("kms:ScheduleKeyDeletion");
    expect(JSON.stringify(Action)).not.toMatch(/\*|Encrypt|Decrypt|GenerateDataKey|CreateGrant/);
  });

  test("has no statement for everybody", () => {
    for (const { Principal } of statements(encryption(), "aws_kms_key.key")) {
      expect(JSON.stringify(Principal)).not.toContain("*");
    }
  });

  test("lets CloudWatch Logs of the region use it for the environment's log groups only", () => {
    expect(statement("LogGroups")).toMatchObject({
      Principal: { Service: "logs.us-east-1.amazonaws.com" },
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": [
            "arn:aws:logs:us-east-1:000000000000:log-group:/production/*",
            "arn:aws:logs:us-east-1:000000000000:log-group:/aws/ecs/containerinsights/production/*",
          ],
        },
      },
    });
  });

  test("lets Auto Scaling launch with encrypted volumes, by grants that serve AWS resources alone", () => {
    expect(statement("Volumes")).toMatchObject({ Principal: { AWS: AUTO_SCALING } });
    expect(statement("VolumeGrants")).toMatchObject({
      Principal: { AWS: AUTO_SCALING },
      Action: "kms:CreateGrant",
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    });
  });

  test("opens ECS Exec sessions into this cluster only", () => {
    expect(statement("ExecSessions")).toMatchObject({
      Principal: ACCOUNT,
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Condition: { StringLike: { "kms:EncryptionContext:aws:ssm:TargetId": "ecs:production_*" } },
    });
  });

  test("lets who publishes to the notifications' topic encrypt for that topic only", () => {
    const topic = {
      "kms:EncryptionContext:aws:sns:topicArn": "arn:aws:sns:us-east-1:000000000000:production-notifications",
    };
    expect(statement("Alarms")).toMatchObject({
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Condition: { StringEquals: { ...topic, "aws:SourceAccount": "000000000000" } },
    });
    expect(statement("EventRules")).toMatchObject({ Principal: { Service: "events.amazonaws.com" } });
    // SNS doesn't support a source's account or ARN here: the events would be lost.
    expect(statement("EventRules")?.Condition).toEqual({ StringEquals: topic });
    expect(statement("Publishers")).toMatchObject({
      Principal: ACCOUNT,
      Condition: { StringEquals: { ...topic, "kms:ViaService": "sns.us-east-1.amazonaws.com" } },
    });
  });
});

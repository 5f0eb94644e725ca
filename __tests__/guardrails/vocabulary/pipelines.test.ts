import { isReading, madeAndUndone, nounOf } from "../../../src/guardrails/vocabulary/pipelines";

test.each([
  ["acm:RemoveTagsFromCertificate", "tagcertificate"],
  ["ec2:CreateVpcEndpoint", "vpcendpoint"],
  ["ec2:DeleteVpcEndpoints", "vpcendpoint"],
  ["cloudwatch:PutMetricAlarm", "alarm"],
  ["autoscaling:CreateOrUpdateTags", "tag"],
])("%s is about a %s", (action, noun) => expect(nounOf(action)).toBe(noun));

test("what one action makes another takes away, by the same words", () => {
  expect(madeAndUndone("iam:AttachRolePolicy").made).toBe(madeAndUndone("iam:DetachRolePolicy").undone);
  expect(madeAndUndone("ec2:CreateSubnet").made).toBe(madeAndUndone("ec2:DeleteSubnet").undone);
  expect(madeAndUndone("ec2:CreateSubnet").made).not.toBe(madeAndUndone("ec2:DeleteVpc").undone);
});

test("to validate is to read", () => {
  expect(isReading("states:ValidateStateMachineDefinition")).toBe(true);
  expect(isReading("states:UpdateStateMachine")).toBe(false);
});

import type { Grant } from "../grant";
import type { Scope } from "../scope";

/** What is new in EC2 is marked with the environment's name in the call that makes it. */
export function makes(scope: Scope, action: string, ...types: readonly string[]): readonly Grant[] {
  const resources = types.map((type) => scope.arn("ec2", `${type}/*`));
  const { name } = scope.environment;
  return [
    { actions: [`ec2:${action}`], resources, condition: scope.making },
    {
      actions: ["ec2:CreateTags"],
      resources,
      condition: { StringEquals: { "ec2:CreateAction": action, "aws:RequestTag/Environment": name } },
    },
  ];
}

import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import { addresses, synthesizeStack } from "../support/stack";

function group(scope: Construct, ...path: string[]): void {
  const ids = [...path];
  const last = ids.pop() ?? "";
  const parent = ids.reduce((above, id) => new Construct(above, id), scope);
  new CloudwatchLogGroup(parent, last, {});
}

describe("an address", () => {
  test("is the construct's path, without the parts that are the code's own order", () => {
    const stack = synthesizeStack((scope) => group(scope, "Services", "my-api", "execution", "Resource"));
    expect(addresses(stack)).toEqual(["aws_cloudwatch_log_group.my_api_execution"]);
  });

  test("belongs to one resource: a second of its kind is an error, not a merge", () => {
    expect(() =>
      synthesizeStack((scope) => {
        group(scope, "web", "Resource");
        group(scope, "Services", "web");
      }),
    ).toThrow(/test\/Services\/web and test\/web\/Resource have the same address, CloudwatchLogGroup\.web/);
  });
});

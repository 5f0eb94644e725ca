import { Testing } from "cdktf";
import { BallastStack } from "../../src/stacks/ballast-stack";
import { environmentWith, stackProps } from "../support/stack";
import { synthesized } from "../support/synthesized";

/** Services by the provider's names for their endpoints, and the resource types that call them. */
const SERVICES: { readonly [endpoint: string]: RegExp } = {
  acm: /^aws_acm_/,
  appautoscaling: /^aws_appautoscaling_/,
  autoscaling: /^aws_autoscaling_/,
  cloudwatch: /^aws_cloudwatch_(metric_alarm|composite_alarm|dashboard)$/,
  dynamodb: /^aws_dynamodb_/,
  ec2: /^aws_(default_security_group|eip|flow_log|internet_gateway|launch_template|nat_gateway|route_table\w*|security_group|subnet|vpc\w*)$/,
  ecs: /^aws_ecs_/,
  elbv2: /^aws_lb/,
  events: /^aws_cloudwatch_event_/,
  iam: /^aws_iam_/,
  kms: /^aws_kms_/,
  logs: /^aws_cloudwatch_log_(group|metric_filter|resource_policy)$/,
  route53: /^aws_route53_/,
  s3: /^aws_s3_/,
  sfn: /^aws_sfn_/,
  sns: /^aws_sns_/,
  sqs: /^aws_sqs_/,
  wafv2: /^aws_wafv2_/,
};

test.each(["production", "staging", "demo"])(
  "offline, each service that %s calls has an endpoint that leads nowhere",
  (environment) => {
    for (const document of synthesized(environment).values()) {
      const { provider } = JSON.parse(JSON.stringify(document));
      const [{ endpoints, http_proxy, https_proxy, max_retries }] = provider.aws;
      for (const type of Object.keys(document.resource)) {
        const service = Object.keys(SERVICES).find((name) => SERVICES[name]?.test(type));
        expect({ type, endpoint: endpoints[0][String(service)] }).toEqual({ type, endpoint: "http://127.0.0.1:1" });
      }
      expect({ http_proxy, https_proxy, max_retries }).toEqual({
        http_proxy: "http://127.0.0.1:1",
        https_proxy: "http://127.0.0.1:1",
        max_retries: 1,
      });
    }
  },
);

test.each([
  ["offline", true],
  ["sandbox", undefined],
  ["aws", undefined],
] as const)("in %s mode, skipping the question whose account it is: %s", (mode, skips) => {
  const stack = new BallastStack(Testing.app(), "test", { ...stackProps(environmentWith()), mode });
  const { provider } = JSON.parse(Testing.synth(stack));
  expect(provider.aws[0].skip_requesting_account_id).toBe(skips);
});

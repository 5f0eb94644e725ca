import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { EnvironmentInput } from "../../src/environments/schema";
import { AccessLogs } from "../../src/platform/access-logs";
import { Ingress } from "../../src/platform/ingress";
import { WebApplicationFirewall } from "../../src/platform/web-application-firewall";
import { network } from "../support/edge";
import { addresses, environmentWith, resource, synthesizeStack } from "../support/stack";

function ingress(fields: Partial<EnvironmentInput> = {}) {
  const environment = environmentWith(fields);
  return synthesizeStack((stack) => {
    const { loadBalancer } = new Ingress(stack, "ingress", {
      environment,
      network: network(stack, environment),
      securityGroup: new SecurityGroup(stack, "load_balancer", {}),
      certificateArn: "arn:aws:acm:us-east-1:000000000000:certificate/00000000-0000-4000-8000-000000000000",
      zoneId: "Z00000000000000DUMMY",
      accessLogs: new AccessLogs(stack, "access_logs", { environment }),
    });
    new WebApplicationFirewall(stack, "web_application_firewall", { environment, loadBalancer });
  }, environment);
}

describe("Ingress", () => {
  const stack = ingress();

  test("is a load balancer in the public subnets that drops what attacks are made of", () => {
    expect(resource(stack, "aws_lb.ingress")).toMatchObject({
      name: "production",
      load_balancer_type: "application",
      internal: false,
      subnets: [
        "${aws_subnet.network_public_a.id}",
        "${aws_subnet.network_public_b.id}",
        "${aws_subnet.network_public_c.id}",
      ],
      security_groups: ["${aws_security_group.load_balancer.id}"],
      drop_invalid_header_fields: true,
      desync_mitigation_mode: "strictest",
    });
  });

  test("waits for the policy of the log bucket and for the way to the internet", () => {
    expect(resource(stack, "aws_lb.ingress")).toMatchObject({
      access_logs: { bucket: "${aws_s3_bucket.access_logs.bucket}", enabled: true },
      depends_on: expect.arrayContaining([
        "aws_s3_bucket_policy.access_logs",
        "aws_route_table_association.network_public_a",
      ]),
    });
  });

  test("can't be deleted, unless the environment is disposable", () => {
    expect(resource(stack, "aws_lb.ingress")).toMatchObject({
      enable_deletion_protection: true,
      lifecycle: { prevent_destroy: true },
    });
    const disposable = resource(ingress({ disposable: true }), "aws_lb.ingress");
    expect(disposable.enable_deletion_protection).toBe(false);
    expect(disposable).not.toHaveProperty("lifecycle.prevent_destroy");
  });

  test("speaks current TLS, and answers itself for what no service claims", () => {
    expect(resource(stack, "aws_lb_listener.ingress_https")).toMatchObject({
      port: 443,
      protocol: "HTTPS",
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
      certificate_arn: expect.stringContaining("certificate/"),
      default_action: [{ type: "fixed-response", fixed_response: { status_code: "404" } }],
    });
  });

  test("only redirects plain HTTP", () => {
    expect(resource(stack, "aws_lb_listener.ingress_http")).toMatchObject({
      port: 80,
      protocol: "HTTP",
      default_action: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", status_code: "HTTP_301" } }],
    });
  });

  test("has one name for each host, also where services share it", () => {
    expect(addresses(stack, "aws_route53_record")).toEqual(["aws_route53_record.ingress_www_production_example_com"]);
    expect(resource(stack, "aws_route53_record.ingress_www_production_example_com")).toMatchObject({
      name: "www.production.example.com",
      type: "A",
      alias: { name: "${aws_lb.ingress.dns_name}", zone_id: "${aws_lb.ingress.zone_id}", evaluate_target_health: true },
    });
  });
});

describe("WebApplicationFirewall", () => {
  const stack = ingress();

  test("blocks what AWS's managed rule sets block, and counts it", () => {
    const acl = resource(stack, "aws_wafv2_web_acl.web_application_firewall");
    expect(acl).toMatchObject({ scope: "REGIONAL", default_action: { allow: {} } });
    expect(acl.rule).toMatchObject(
      ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"].map((name, priority) => ({
        name,
        priority,
        override_action: { none: {} },
        statement: { managed_rule_group_statement: { name, vendor_name: "AWS" } },
        visibility_config: { cloudwatch_metrics_enabled: true, sampled_requests_enabled: true, metric_name: name },
      })),
    );
  });

  test("stands in front of the load balancer", () => {
    expect(resource(stack, "aws_wafv2_web_acl_association.web_application_firewall")).toMatchObject({
      resource_arn: "${aws_lb.ingress.arn}",
      web_acl_arn: "${aws_wafv2_web_acl.web_application_firewall.arn}",
    });
  });
});

import {
  CreateRuleCommand,
  ModifyListenerCommand,
  ModifyLoadBalancerAttributesCommand,
  ModifyRuleCommand,
  ModifyTargetGroupAttributesCommand,
  ModifyTargetGroupCommand,
  SetRulePrioritiesCommand,
  SetSecurityGroupsCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { ChangeByHand, StateReader } from "./change";
import type { Clients } from "./clients";

const LOAD_BALANCER = "aws_lb.ingress";

const setAttribute = ({ balancing }: Clients, of: StateReader, Key: string, Value: string) =>
  balancing.send(
    new ModifyLoadBalancerAttributesCommand({
      LoadBalancerArn: of(LOAD_BALANCER, "arn"),
      Attributes: [{ Key, Value }],
    }),
  );

const ANSWERS = {
  Type: "fixed-response",
  FixedResponseConfig: { StatusCode: "200", ContentType: "text/plain" },
} as const;

export const ingress: readonly ChangeByHand[] = [
  {
    id: "deletion-protection-off",
    service: "elasticloadbalancing",
    what: "the load balancer's deletion protection off",
    do: (aws, of) => setAttribute(aws, of, "deletion_protection.enabled", "false"),
    address: LOAD_BALANCER,
    attribute: "enable_deletion_protection",
  },
  {
    id: "idle-timeout",
    service: "elasticloadbalancing",
    what: "a longer idle timeout",
    do: (aws, of) => setAttribute(aws, of, "idle_timeout.timeout_seconds", "300"),
    address: LOAD_BALANCER,
    attribute: "idle_timeout",
  },
  {
    id: "invalid-headers-kept",
    service: "elasticloadbalancing",
    what: "invalid headers let through",
    do: (aws, of) => setAttribute(aws, of, "routing.http.drop_invalid_header_fields.enabled", "false"),
    address: LOAD_BALANCER,
    attribute: "drop_invalid_header_fields",
  },
  {
    id: "load-balancer-groups",
    service: "elasticloadbalancing",
    what: "another security group on the load balancer",
    do: ({ balancing }, of) =>
      balancing.send(
        new SetSecurityGroupsCommand({
          LoadBalancerArn: of(LOAD_BALANCER, "arn"),
          SecurityGroups: [of("aws_security_group.load_balancer"), of("aws_security_group.endpoints")],
        }),
      ),
    address: LOAD_BALANCER,
    attribute: "security_groups",
  },
  {
    id: "deregistration-delay",
    service: "elasticloadbalancing",
    what: "a deregistration delay that outlasts a Spot warning",
    do: ({ balancing }, of) =>
      balancing.send(
        new ModifyTargetGroupAttributesCommand({
          TargetGroupArn: of("aws_lb_target_group.web", "arn"),
          Attributes: [{ Key: "deregistration_delay.timeout_seconds", Value: "300" }],
        }),
      ),
    address: "aws_lb_target_group.web",
    attribute: "deregistration_delay",
  },
  {
    id: "health-check",
    service: "elasticloadbalancing",
    what: "a health check that anything passes",
    do: ({ balancing }, of) =>
      balancing.send(
        new ModifyTargetGroupCommand({
          TargetGroupArn: of("aws_lb_target_group.api", "arn"),
          HealthCheckPath: "/",
          HealthCheckIntervalSeconds: 60,
          Matcher: { HttpCode: "200-499" },
        }),
      ),
    address: "aws_lb_target_group.api",
    attribute: "health_check",
  },
  {
    id: "tls-policy",
    service: "elasticloadbalancing",
    what: "an old TLS policy",
    do: ({ balancing }, of) =>
      balancing.send(
        new ModifyListenerCommand({
          ListenerArn: of("aws_lb_listener.ingress_https", "arn"),
          SslPolicy: "ELBSecurityPolicy-2016-08",
        }),
      ),
    address: "aws_lb_listener.ingress_https",
    attribute: "ssl_policy",
  },
  {
    id: "http-answers",
    service: "elasticloadbalancing",
    what: "plain HTTP answered instead of redirected",
    do: ({ balancing }, of) =>
      balancing.send(
        new ModifyListenerCommand({
          ListenerArn: of("aws_lb_listener.ingress_http", "arn"),
          DefaultActions: [ANSWERS],
        }),
      ),
    address: "aws_lb_listener.ingress_http",
    attribute: "default_action",
  },
  {
    id: "rule-priority",
    service: "elasticloadbalancing",
    what: "a rule's priority",
    do: ({ balancing }, of) =>
      balancing.send(
        new SetRulePrioritiesCommand({
          RulePriorities: [{ RuleArn: of("aws_lb_listener_rule.web", "arn"), Priority: 50 }],
        }),
      ),
    address: "aws_lb_listener_rule.web",
    attribute: "priority",
  },
  {
    id: "rule-condition",
    service: "elasticloadbalancing",
    what: "a rule that catches other paths",
    do: ({ balancing }, of) =>
      balancing.send(
        new ModifyRuleCommand({
          RuleArn: of("aws_lb_listener_rule.api", "arn"),
          Conditions: [{ Field: "path-pattern", PathPatternConfig: { Values: ["/v2/*"] } }],
        }),
      ),
    address: "aws_lb_listener_rule.api",
    attribute: "condition",
  },
  {
    id: "rule-added",
    service: "elasticloadbalancing",
    what: "a rule of somebody's own, before all others",
    do: ({ balancing }, of) =>
      balancing.send(
        new CreateRuleCommand({
          ListenerArn: of("aws_lb_listener.ingress_https", "arn"),
          Priority: 1,
          Conditions: [{ Field: "path-pattern", PathPatternConfig: { Values: ["/maintenance"] } }],
          Actions: [ANSWERS],
        }),
      ),
    address: "aws_lb_listener.ingress_https",
    attribute: "rule",
    unseen:
      "a rule is a resource of its own, and Terraform has no list of a listener's rules: what it didn't make it doesn't look for",
  },
];

import type { Catalogue } from "./catalogue";

const NO_TRAIL =
  "an organization has one trail, of all its accounts; a second one in each environment is paid for, and could be deleted with it. The trail's own account is where this belongs";

/** What Trivy asks for beyond Checkov. */
export const trivy: Catalogue = {
  name: "Trivy",
  source: "aquasecurity/trivy-checks, 2026-08-21: what goes beyond Checkov",
  checks: [
    { id: "AVD-AWS-0036", asks: "no secret is an environment variable" },
    {
      id: "AVD-AWS-0053",
      asks: "a load balancer isn't on the internet",
      waived:
        "a public service is what the platform is for. What makes it safe has rules: HTTPS, strict parsing, AWS WAF, and compute that only the load balancer reaches",
    },
    { id: "AVD-AWS-0057", asks: "no policy has wildcards" },
    { id: "AVD-AWS-0104", asks: "no egress to anywhere on all ports" },
    { id: "AVD-AWS-0107", asks: "no ingress from anywhere to ports of administration" },
    {
      id: "AVD-AWS-0132",
      asks: "a bucket is under a customer managed key",
      except: "buckets that logs are delivered to",
    },
    { id: "AVD-AWS-0136", asks: "a topic is under a customer managed key" },
    {
      id: "AVD-AWS-0170",
      asks: "a bucket's versions are deleted with a second factor only",
      waived:
        "only the root user can switch it on, and Terraform can't hold a code: an apply would fail on it for ever",
    },
    { id: "AVD-AWS-0171", asks: "writing of objects is logged by CloudTrail", waived: NO_TRAIL },
    { id: "AVD-AWS-0172", asks: "reading of objects is logged by CloudTrail", waived: NO_TRAIL },
    { id: "AVD-AWS-0320", asks: "a bucket's name is a DNS name without dots" },
    { id: "AVD-AWS-0342", asks: "passing of roles is limited" },
    { id: "AVD-AWS-0344", asks: "an image is looked up by its owner too" },
    { id: "AVD-AWS-0345", asks: "no policy allows all of S3" },
    ...Array.from({ length: 14 }, (_, index) => ({
      id: `AVD-AWS-${String(147 + index).padStart(4, "0")}`,
      asks: "a metric filter and an alarm watch CloudTrail for one kind of change",
      waived: NO_TRAIL,
    })),
  ],
};

/** What Prowler asks of a running account, and a plan can say beforehand. */
export const prowler: Catalogue = {
  name: "Prowler",
  source: "prowler-cloud/prowler, 2026-08-21: what it asks of an account that a plan can say beforehand",
  checks: [
    {
      id: "Prowler autoscaling_group_capacity_rebalance_enabled",
      asks: "a group replaces instances that are about to go",
    },
    { id: "Prowler autoscaling_group_multiple_instance_types", asks: "a group has several instance types" },
    {
      id: "Prowler ecs_task_definitions_logging_block_mode",
      asks: "a container doesn't wait for its logs to be taken",
    },
    {
      id: "Prowler ecs_task_definitions_host_networking_mode_users",
      asks: "no task has the host's network and is root",
    },
    { id: "Prowler elbv2_insecure_ssl_ciphers", asks: "a listener takes strong ciphers only" },
    {
      id: "Prowler elbv2_listener_pqc_tls_enabled",
      asks: "a listener offers a key exchange that withstands quantum computers",
      waived:
        "the policies that do are accepted (load-balancing/tls-policy), and not yet asked for: the larger handshake is refused by some old proxies on the way",
    },
    { id: "Prowler vpc_subnet_different_az", asks: "a VPC has subnets in several zones" },
    { id: "Prowler vpc_subnet_separate_private_public", asks: "a VPC has private and public subnets" },
    { id: "Prowler vpc_endpoint_multi_az_enabled", asks: "an interface endpoint is in several zones" },
    { id: "Prowler vpc_endpoint_connections_trust_boundaries", asks: "an endpoint's policy is for named accounts" },
    { id: "Prowler cloudwatch_alarm_actions_alarm_state_configured", asks: "an alarm has actions" },
    {
      id: "Prowler iam_role_cross_service_confused_deputy_prevention",
      asks: "a service's role is taken for this account's resources only",
      except: "services that don't say for whom they take a role, as EC2 (prowler-cloud/prowler#2810)",
    },
    { id: "Prowler ssm_document_secrets", asks: "a Systems Manager document holds no secret" },
    { id: "Prowler sns_subscription_not_using_http_endpoints", asks: "a subscription doesn't go over plain HTTP" },
    { id: "Prowler dynamodb_table_cross_account_access", asks: "a table's policy lets no other account in" },
    { id: "Prowler eventbridge_bus_cross_account_access", asks: "a bus's policy lets no other account in" },
  ],
};

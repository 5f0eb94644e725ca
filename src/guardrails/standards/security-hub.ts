import type { Catalogue } from "./catalogue";

const HEALTH_OVER_TLS =
  "TLS ends at the load balancer: behind it, each container would need a certificate and its renewal. The way is private instead (network/compute-admits-load-balancer-by-group)";

/** Controls of AWS Foundational Security Best Practices that a platform of ECS on EC2 touches. */
export const foundational: Catalogue = {
  name: "Security Hub, AWS Foundational Security Best Practices",
  source:
    "Powerpipe's and Prowler's lists of the standard, AWS's pages of its controls as of 2026: the 67 that such a platform touches, and two of them that it doesn't need",
  checks: [
    { id: "FSBP ECS.2", asks: "a service gives its tasks no public address" },
    { id: "FSBP ECS.3", asks: "no task shares the host's processes" },
    { id: "FSBP ECS.4", asks: "no container is privileged" },
    { id: "FSBP ECS.5", asks: "a container's root file system is read-only" },
    { id: "FSBP ECS.8", asks: "no secret is an environment variable" },
    { id: "FSBP ECS.9", asks: "a container's logs are configured" },
    { id: "FSBP ECS.12", asks: "a cluster has Container Insights" },
    { id: "FSBP ECS.17", asks: "no task shares the host's network" },
    { id: "FSBP ECS.19", asks: "a capacity provider has managed termination protection" },
    { id: "FSBP ECS.20", asks: "a container doesn't run as root" },

    { id: "FSBP EC2.2", asks: "the default security group of a VPC lets nothing through" },
    { id: "FSBP EC2.3", asks: "volumes are encrypted" },
    { id: "FSBP EC2.6", asks: "a VPC has a flow log" },
    { id: "FSBP EC2.8", asks: "an instance's metadata needs a session token" },
    { id: "FSBP EC2.9", asks: "an instance has no public address" },
    {
      id: "FSBP EC2.10",
      asks: "a VPC has an interface endpoint for EC2",
      waived:
        "nothing on an ECS instance calls EC2's API: not the agent, nor Systems Manager's, and the instance role may not. Each endpoint is paid for by the hour in each zone",
    },
    { id: "FSBP EC2.15", asks: "a subnet gives out no public addresses" },
    { id: "FSBP EC2.17", asks: "an instance has one network interface" },
    { id: "FSBP EC2.18", asks: "the internet is let in on authorized ports only" },
    { id: "FSBP EC2.19", asks: "the internet isn't let in on ports of high risk" },
    { id: "FSBP EC2.25", asks: "a launch template gives no public address" },
    { id: "FSBP EC2.55", asks: "a VPC has an endpoint for ECR's API" },
    { id: "FSBP EC2.56", asks: "a VPC has an endpoint for ECR's registry" },
    { id: "FSBP EC2.57", asks: "a VPC has an endpoint for Systems Manager" },
    {
      id: "FSBP EC2.58",
      asks: "a VPC has an endpoint for Incident Manager's contacts",
      waived: "nothing in the VPC calls Incident Manager",
    },
    {
      id: "FSBP EC2.60",
      asks: "a VPC has an endpoint for Incident Manager",
      waived: "nothing in the VPC calls Incident Manager",
    },
    { id: "FSBP EC2.170", asks: "a launch template asks for a session token" },
    {
      id: "FSBP EC2.172",
      asks: "Block Public Access of VPCs blocks internet gateways",
      except: "plans without the setting: it is the account's, and a public load balancer needs an exclusion from it",
    },
    { id: "FSBP EC2.180", asks: "a network interface checks source and destination" },
    { id: "FSBP EC2.181", asks: "a launch template encrypts its volumes" },

    { id: "FSBP ELB.1", asks: "a load balancer redirects HTTP to HTTPS" },
    { id: "FSBP ELB.4", asks: "a load balancer drops invalid headers" },
    { id: "FSBP ELB.5", asks: "a load balancer writes access logs" },
    { id: "FSBP ELB.6", asks: "a load balancer has deletion protection" },
    { id: "FSBP ELB.12", asks: "a load balancer mitigates desync attacks" },
    { id: "FSBP ELB.13", asks: "a load balancer is in several zones" },
    { id: "FSBP ELB.17", asks: "a listener has a recommended TLS policy" },
    { id: "FSBP ELB.18", asks: "a listener speaks a secure protocol" },
    { id: "FSBP ELB.21", asks: "a target group's health check is HTTPS", waived: HEALTH_OVER_TLS },
    { id: "FSBP ELB.22", asks: "a target group speaks HTTPS, TLS or QUIC", waived: HEALTH_OVER_TLS },

    {
      id: "FSBP AutoScaling.1",
      asks: "an Auto Scaling group behind a load balancer uses its health checks",
      except: "groups of ECS instances, whose tasks ECS itself replaces (capacity/health-by-ec2)",
    },
    { id: "FSBP AutoScaling.2", asks: "an Auto Scaling group is in several zones" },
    { id: "FSBP AutoScaling.6", asks: "an Auto Scaling group has several instance types in several zones" },
    { id: "FSBP AutoScaling.9", asks: "an Auto Scaling group uses a launch template" },

    { id: "FSBP KMS.1", asks: "no customer managed policy allows decryption under every key" },
    { id: "FSBP KMS.2", asks: "no inline policy allows decryption under every key" },
    { id: "FSBP KMS.3", asks: "no key is about to be deleted by mistake" },
    { id: "FSBP KMS.5", asks: "no key is public" },

    { id: "FSBP SNS.1", asks: "a topic is encrypted under a KMS key" },
    { id: "FSBP SNS.4", asks: "a topic's policy isn't public" },

    { id: "FSBP S3.1", asks: "a bucket blocks public access" },
    { id: "FSBP S3.2", asks: "a bucket can't be read by everybody" },
    { id: "FSBP S3.3", asks: "a bucket can't be written by everybody" },
    { id: "FSBP S3.5", asks: "a bucket asks for TLS" },
    { id: "FSBP S3.6", asks: "a bucket's policy gives other accounts no rights over it" },
    { id: "FSBP S3.8", asks: "a bucket blocks public access by each switch" },
    {
      id: "FSBP S3.9",
      asks: "a bucket logs access",
      except: "buckets that logs are delivered to: they would log themselves",
    },
    { id: "FSBP S3.12", asks: "a bucket knows no ACLs" },
    { id: "FSBP S3.13", asks: "a bucket has a lifecycle" },

    { id: "FSBP DynamoDB.1", asks: "a table scales with demand" },
    { id: "FSBP DynamoDB.2", asks: "a table has point-in-time recovery" },
    { id: "FSBP DynamoDB.6", asks: "a table has deletion protection" },

    { id: "FSBP IAM.1", asks: "no policy allows everything" },
    { id: "FSBP IAM.21", asks: "no policy allows a whole service" },
    { id: "FSBP ACM.2", asks: "an RSA certificate has 2048 bits at least" },

    { id: "FSBP SSM.1", asks: "instances are managed by Systems Manager" },
    { id: "FSBP SSM.4", asks: "a Systems Manager document isn't public" },
    {
      id: "FSBP SSM.6",
      asks: "Automation logs to CloudWatch",
      except: "plans without the setting, which is the account's",
    },
    {
      id: "FSBP SSM.7",
      asks: "documents can't be shared with everybody",
      except: "plans without the setting, which is the account's",
    },
  ],
};

/** Controls of other standards (NIST, CIS) in Security Hub that rules of ours are like. */
export const furtherControls: Catalogue = {
  name: "Security Hub, other standards",
  source: "AWS's pages of the controls: those that cost little to keep",
  checks: [
    { id: "FSBP ACM.1", asks: "a certificate is renewed in time" },
    { id: "Security Hub CloudWatch.4", asks: "changes by hand are told" },
    { id: "Security Hub CloudWatch.15", asks: "an alarm has actions" },
    { id: "Security Hub CloudWatch.16", asks: "a log group keeps logs for a year at least" },
    { id: "Security Hub CloudWatch.17", asks: "an alarm's actions are enabled" },
    { id: "Security Hub EC2.21", asks: "no network ACL lets anybody in to ports 22 and 3389" },
    { id: "Security Hub ELB.16", asks: "a load balancer is behind AWS WAF" },
    { id: "Security Hub KMS.4", asks: "a key rotates" },
    { id: "Security Hub S3.14", asks: "a bucket keeps versions" },
    { id: "Security Hub S3.17", asks: "a bucket is under a KMS key" },
  ],
};

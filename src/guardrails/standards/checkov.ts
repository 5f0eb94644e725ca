import type { Catalogue } from "./catalogue";

/** Checkov's checks of the resource types that a platform of ECS on EC2 is made of. */
export const checkov: Catalogue = {
  name: "Checkov",
  source: "bridgecrewio/checkov, 2026-08-20: the 107 checks whose resource types a platform of ECS on EC2 has",
  checks: [
    { id: "CKV2_AWS_12", asks: "the default security group of a VPC restricts all traffic" },
    { id: "CKV2_AWS_11", asks: "a VPC has a flow log" },
    { id: "CKV2_AWS_1", asks: "a network ACL is attached to subnets" },
    { id: "CKV_AWS_130", asks: "a subnet gives out no public addresses" },
    { id: "CKV_AWS_23", asks: "security groups and their rules have a description" },
    { id: "CKV2_AWS_5", asks: "a security group is attached to something" },
    { id: "CKV_AWS_24", asks: "no ingress from anywhere to port 22" },
    { id: "CKV_AWS_25", asks: "no ingress from anywhere to port 3389" },
    {
      id: "CKV_AWS_260",
      asks: "no ingress from anywhere to port 80",
      except:
        "the group of a public load balancer, whose listener on 80 only redirects (load-balancing/http-redirects)",
    },
    { id: "CKV_AWS_277", asks: "no ingress from anywhere to all ports" },
    { id: "CKV_AWS_382", asks: "no egress to anywhere on all ports" },

    { id: "CKV_AWS_91", asks: "a load balancer writes access logs" },
    { id: "CKV_AWS_131", asks: "a load balancer drops invalid headers" },
    { id: "CKV_AWS_150", asks: "a load balancer has deletion protection" },
    { id: "CKV_AWS_328", asks: "a load balancer mitigates desync attacks" },
    { id: "CKV_AWS_2", asks: "a listener speaks HTTPS" },
    { id: "CKV_AWS_103", asks: "a listener speaks TLS 1.2 at least" },
    { id: "CKV2_AWS_20", asks: "a load balancer redirects HTTP to HTTPS" },
    { id: "CKV2_AWS_28", asks: "a public load balancer is behind AWS WAF" },
    { id: "CKV2_AWS_76", asks: "the web ACL of a load balancer has the rules against Log4j" },
    { id: "CKV2_AWS_74", asks: "a listener takes strong ciphers only" },
    {
      id: "CKV_AWS_378",
      asks: "a target group doesn't use HTTP",
      waived:
        "TLS ends at the load balancer: behind it, each container would need a certificate and its renewal. The way is private instead: compute admits the load balancer's group alone (network/compute-admits-load-balancer-by-group)",
    },
    { id: "CKV_AWS_261", asks: "an HTTP target group has a health check" },
    {
      id: "CKV2_AWS_15",
      asks: "an Auto Scaling group behind a load balancer uses its health checks",
      except: "groups of ECS instances, whose tasks ECS itself replaces (capacity/health-by-ec2)",
    },
    { id: "CKV_AWS_153", asks: "an Auto Scaling group hands tags on" },
    { id: "CKV_AWS_315", asks: "an Auto Scaling group uses a launch template" },

    { id: "CKV_AWS_65", asks: "a cluster has Container Insights" },
    { id: "CKV_AWS_223", asks: "ECS Exec is logged" },
    { id: "CKV_AWS_224", asks: "ECS Exec is logged under a customer managed key" },
    { id: "CKV_AWS_333", asks: "a service gives its tasks no public address" },
    { id: "CKV_AWS_249", asks: "execution role and task role differ" },
    { id: "CKV_AWS_334", asks: "no container is privileged" },
    { id: "CKV_AWS_335", asks: "no task shares the host's processes" },
    { id: "CKV_AWS_336", asks: "a container's root file system is read-only" },

    { id: "CKV_AWS_46", asks: "user data holds no secrets" },
    { id: "CKV_AWS_79", asks: "instance metadata needs a session token" },
    { id: "CKV_AWS_88", asks: "an instance has no public address" },
    { id: "CKV_AWS_341", asks: "the hop limit of instance metadata is 1" },

    { id: "CKV_AWS_66", asks: "a log group says how long it keeps logs" },
    { id: "CKV_AWS_338", asks: "a log group keeps logs for a year at least" },
    { id: "CKV_AWS_158", asks: "a log group is under a KMS key" },

    { id: "CKV_AWS_7", asks: "a key rotates" },
    { id: "CKV_AWS_227", asks: "a key is enabled" },
    { id: "CKV_AWS_33", asks: "a key's policy has no wildcard principal" },
    { id: "CKV2_AWS_64", asks: "a key has a policy of its own" },

    { id: "CKV_AWS_26", asks: "a topic is encrypted" },
    { id: "CKV_AWS_169", asks: "a topic's policy isn't public" },
    { id: "CKV_AWS_385", asks: "a topic's policy lets no other account in" },

    { id: "CKV_AWS_28", asks: "a table has point-in-time recovery" },
    { id: "CKV_AWS_119", asks: "a table is under a customer managed key" },
    { id: "CKV2_AWS_16", asks: "a table of provisioned capacity scales by itself" },

    { id: "CKV2_AWS_6", asks: "a bucket has a public access block" },
    { id: "CKV_AWS_53", asks: "a public access block blocks public ACLs" },
    { id: "CKV_AWS_54", asks: "a public access block blocks public policies" },
    { id: "CKV_AWS_55", asks: "a public access block ignores public ACLs" },
    { id: "CKV_AWS_56", asks: "a public access block restricts public buckets" },
    {
      id: "CKV_AWS_18",
      asks: "a bucket logs access",
      except: "buckets that logs are delivered to: they would log themselves",
    },
    { id: "CKV_AWS_19", asks: "a bucket is encrypted" },
    {
      id: "CKV_AWS_145",
      asks: "a bucket is under a KMS key",
      except: "buckets that logs are delivered to: load balancers and S3 itself write to S3's own key only",
    },
    { id: "CKV_AWS_186", asks: "an object is under a customer managed key" },
    { id: "CKV_AWS_20", asks: "no ACL lets everybody read a bucket" },
    { id: "CKV_AWS_57", asks: "no ACL lets everybody write to a bucket" },
    { id: "CKV_AWS_375", asks: "no ACL lets everybody view a bucket's permissions" },
    { id: "CKV2_AWS_43", asks: "no ACL lets every AWS account in" },
    { id: "CKV_AWS_379", asks: "a bucket with a public ACL asks for TLS" },
    { id: "CKV2_AWS_65", asks: "a bucket knows no ACLs" },
    { id: "CKV_AWS_21", asks: "a bucket keeps versions" },
    { id: "CKV2_AWS_61", asks: "a bucket has a lifecycle" },
    { id: "CKV_AWS_300", asks: "a bucket drops uploads that were never completed" },
    {
      id: "CKV_AWS_144",
      asks: "a bucket is replicated to another region",
      waived:
        "the platform is of one region, and its logs and its state are of no use without it: versions (storage/bucket-versioned) guard against the likely loss, by mistake",
    },
    {
      id: "CKV_AWS_143",
      asks: "a bucket has object lock",
      waived:
        "a lock keeps every version for its whole term, those of the state's lock file too, and not even the account can shorten it: versions that a policy protects do",
    },
    {
      id: "CKV2_AWS_62",
      asks: "a bucket notifies of events",
      waived:
        "nothing would listen: a notification for its own sake protects nothing, and the access logs say who did what",
    },
    { id: "CKV_AWS_70", asks: "a bucket's policy has no wildcard principal" },
    { id: "CKV_AWS_93", asks: "a bucket's policy doesn't lock out all but the root user" },

    { id: "CKV_AWS_60", asks: "a role can't be taken by anybody" },
    { id: "CKV_AWS_61", asks: "a role can't be taken by a whole account" },
    { id: "CKV_AWS_393", asks: "a role for GitHub's workflows asks for safe claims" },
    { id: "CKV_AWS_274", asks: "nobody has AdministratorAccess" },
    { id: "CKV_AWS_275", asks: "no data source reads AdministratorAccess to attach it" },
    { id: "CKV2_AWS_56", asks: "nobody has IAMFullAccess" },
    { id: "CKV_AWS_40", asks: "policies are attached to groups and roles only" },
    { id: "CKV_AWS_62", asks: "a policy doesn't allow everything on everything" },
    { id: "CKV_AWS_63", asks: "a policy doesn't allow every action" },
    { id: "CKV2_AWS_40", asks: "a policy doesn't allow all of IAM" },
    { id: "CKV_AWS_286", asks: "a policy allows no escalation of privileges" },
    { id: "CKV_AWS_287", asks: "a policy hands out no credentials" },
    { id: "CKV_AWS_288", asks: "a policy lets no data out, whichever" },
    { id: "CKV_AWS_289", asks: "a policy doesn't allow permissions to be managed, whosever" },
    { id: "CKV_AWS_290", asks: "a policy doesn't allow writing, whatever" },
    { id: "CKV_AWS_355", asks: "a policy has no Resource * where an action can be limited" },
    { id: "CKV_AWS_1", asks: "a policy document doesn't allow everything on everything" },
    { id: "CKV_AWS_49", asks: "a policy document doesn't allow every action" },
    { id: "CKV_AWS_107", asks: "a policy document hands out no credentials" },
    { id: "CKV_AWS_108", asks: "a policy document lets no data out, whichever" },
    { id: "CKV_AWS_109", asks: "a policy document doesn't allow permissions to be managed, whosever" },
    { id: "CKV_AWS_110", asks: "a policy document allows no escalation of privileges" },
    { id: "CKV_AWS_111", asks: "a policy document doesn't allow writing, whatever" },
    { id: "CKV_AWS_283", asks: "a policy document has no wildcard AWS principal" },
    { id: "CKV_AWS_356", asks: "a policy document has no Resource * where an action can be limited" },
    { id: "CKV_AWS_358", asks: "a policy document for GitHub's workflows asks for safe claims" },

    { id: "CKV_AWS_233", asks: "a certificate is replaced before it is destroyed" },
    { id: "CKV_AWS_234", asks: "a certificate is entered in the public logs" },
    { id: "CKV2_AWS_71", asks: "a certificate has no wildcard" },
    { id: "CKV2_AWS_23", asks: "an alias record leads to something that is there" },
    {
      id: "CKV2_AWS_34",
      asks: "a parameter is a SecureString",
      except: "parameters that are no secret by their name, value or use: a subnet's id needs no key",
    },
    { id: "CKV_AWS_337", asks: "a SecureString is under a customer managed key" },
    { id: "CKV_AWS_303", asks: "a Systems Manager document isn't public" },
  ],
};

/** Checkov's checks of resources beside those that plans of such a platform often hold. */
export const checkovAdjacent: Catalogue = {
  name: "Checkov, adjacent",
  source: "bridgecrewio/checkov, 2026-08-20: checks of what often stands in the same plans",
  checks: [
    { id: "CKV2_AWS_35", asks: "a default route leads to a NAT gateway, not to an instance" },
    { id: "CKV2_AWS_44", asks: "no route to a peered VPC is for all traffic" },
    { id: "CKV2_AWS_19", asks: "an Elastic IP address is attached" },
    { id: "CKV_AWS_229", asks: "no network ACL lets anybody in to port 21" },
    { id: "CKV_AWS_230", asks: "no network ACL lets anybody in to port 20" },
    { id: "CKV_AWS_231", asks: "no network ACL lets anybody in to port 3389" },
    { id: "CKV_AWS_232", asks: "no network ACL lets anybody in to port 22" },
    { id: "CKV_AWS_352", asks: "no network ACL rule lets in all ports" },
    { id: "CKV_AWS_148", asks: "no default VPC is used" },
    { id: "CKV_AWS_319", asks: "an alarm's actions are enabled" },
    {
      id: "CKV2_AWS_38",
      asks: "a public zone is signed (DNSSEC)",
      waived:
        "signing needs a key in us-east-1 and a record at the registrar, which Terraform doesn't hold: one apply out of step takes the domain off the internet. Certificates tell a client whom it reached",
    },
    {
      id: "CKV2_AWS_39",
      asks: "a public zone logs queries",
      waived:
        "queries of public names are the resolvers', not the users': they are paid for, and say nothing of an attack",
    },
    { id: "CKV_AWS_41", asks: "no key stands in a provider" },
    { id: "CKV_AWS_386", asks: "an image is looked up by its owner too" },
  ],
};

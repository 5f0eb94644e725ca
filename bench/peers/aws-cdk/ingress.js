const acm = require("aws-cdk-lib/aws-certificatemanager");
const elb = require("aws-cdk-lib/aws-elasticloadbalancingv2");
const route53 = require("aws-cdk-lib/aws-route53");
const s3 = require("aws-cdk-lib/aws-s3");
const wafv2 = require("aws-cdk-lib/aws-wafv2");
const { DOMAIN, NAME, expiring, privateBucket } = require("./settings");

/** A load balancer with HTTPS, its certificate and zone, access logs and firewall. */
function addIngress(stack, vpc) {
  const accessLogs = new s3.Bucket(stack, "AccessLogs", { ...privateBucket, ...expiring });
  const loadBalancer = new elb.ApplicationLoadBalancer(stack, "LoadBalancer", {
    vpc,
    internetFacing: true,
    deletionProtection: true,
    dropInvalidHeaderFields: true,
    desyncMitigationMode: elb.DesyncMitigationMode.STRICTEST,
  });
  loadBalancer.logAccessLogs(accessLogs);
  const zone = new route53.PublicHostedZone(stack, "Zone", { zoneName: DOMAIN });
  const certificate = new acm.Certificate(stack, "Certificate", {
    domainName: `www.${DOMAIN}`,
    validation: acm.CertificateValidation.fromDns(zone),
  });
  const https = loadBalancer.addListener("Https", {
    port: 443,
    sslPolicy: elb.SslPolicy.TLS13_RES,
    certificates: [certificate],
    defaultAction: elb.ListenerAction.fixedResponse(404, { contentType: "text/plain", messageBody: "Not found" }),
  });
  loadBalancer.addRedirect();
  const acl = new wafv2.CfnWebACL(stack, "WebAcl", {
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    rules: ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"].map((name, priority) => ({
      name,
      priority,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { name, vendorName: "AWS" } },
      visibilityConfig: visibility(name),
    })),
    visibilityConfig: visibility(NAME),
  });
  new wafv2.CfnWebACLAssociation(stack, "WebAclAssociation", {
    resourceArn: loadBalancer.loadBalancerArn,
    webAclArn: acl.attrArn,
  });
  return { loadBalancer, https, zone };
}

const visibility = (metricName) => ({ cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });

module.exports = { addIngress };

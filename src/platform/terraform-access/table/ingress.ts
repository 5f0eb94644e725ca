import { type Access, type AccessTable, actionsOf } from "../grant";
import type { Scope } from "../scope";

const balancing = actionsOf("elasticloadbalancing");
const waf = actionsOf("wafv2");

const loadBalancer: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [
      scope.reads(
        balancing(
          "DescribeCapacityReservation",
          "DescribeLoadBalancerAttributes",
          "DescribeLoadBalancers",
          "DescribeTags",
        ),
      ),
      // A deleted one is waited for until its network interfaces are gone.
      scope.reads(["ec2:DescribeNetworkInterfaces"]),
    ],
    create: [
      { actions: balancing("AddTags", "CreateLoadBalancer", "ModifyLoadBalancerAttributes"), resources },
      // What Elastic Load Balancing looks up by the right of its caller.
      scope.reads(
        actionsOf("ec2")(
          "DescribeAccountAttributes",
          "DescribeAddresses",
          "DescribeInternetGateways",
          "DescribeSecurityGroups",
          "DescribeSubnets",
          "DescribeVpcs",
        ),
      ),
      scope.serviceLinkedRole("elasticloadbalancing.amazonaws.com", "AWSServiceRoleForElasticLoadBalancing"),
    ],
    update: [{ actions: balancing("RemoveTags", "SetIpAddressType", "SetSecurityGroups", "SetSubnets"), resources }],
    delete: [{ actions: balancing("DeleteLoadBalancer"), resources }],
  };
};

/** Listeners and rules have their load balancer's name in their ARN. */
const ofLoadBalancer = (scope: Scope, type: "listener" | "listener-rule", loadBalancerArn: unknown): string =>
  `${scope.text(loadBalancerArn).replace(":loadbalancer/", `:${type}/`)}/*`;

const listener: Access = ({ body }, scope) => {
  const resources = [ofLoadBalancer(scope, "listener", body.load_balancer_arn)];
  return {
    read: [scope.reads(balancing("DescribeListenerAttributes", "DescribeListeners", "DescribeTags"))],
    create: [
      { actions: balancing("CreateListener"), resources: [scope.text(body.load_balancer_arn)] },
      { actions: balancing("AddTags", "ModifyListenerAttributes"), resources },
    ],
    update: [{ actions: balancing("ModifyListener", "RemoveTags"), resources }],
    delete: [{ actions: balancing("DeleteListener"), resources }],
  };
};

const listenerRule: Access = ({ body }, scope) => {
  const loadBalancerArn = scope.referenced(body.listener_arn)?.body.load_balancer_arn;
  const resources = [`${ofLoadBalancer(scope, "listener-rule", loadBalancerArn)}/*`];
  return {
    read: [scope.reads(balancing("DescribeRules", "DescribeTags"))],
    create: [
      { actions: balancing("CreateRule"), resources: [ofLoadBalancer(scope, "listener", loadBalancerArn)] },
      { actions: balancing("AddTags"), resources },
    ],
    update: [{ actions: balancing("ModifyRule", "RemoveTags", "SetRulePriorities"), resources }],
    delete: [{ actions: balancing("DeleteRule"), resources }],
  };
};

const targetGroup: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [scope.reads(balancing("DescribeTags", "DescribeTargetGroupAttributes", "DescribeTargetGroups"))],
    create: [{ actions: balancing("AddTags", "CreateTargetGroup", "ModifyTargetGroupAttributes"), resources }],
    update: [{ actions: balancing("ModifyTargetGroup", "RemoveTags"), resources }],
    delete: [{ actions: balancing("DeleteTargetGroup"), resources }],
  };
};

const webAcl: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  // Rule groups of AWS's stand in the ACL, and are looked up for it.
  const withGroups = [...resources, scope.arn("wafv2", "regional/managedruleset/*/*")];
  return {
    read: [{ actions: waf("GetWebACL", "ListTagsForResource"), resources }],
    create: [
      { actions: waf("CreateWebACL"), resources: withGroups },
      { actions: waf("TagResource"), resources },
    ],
    update: [
      { actions: waf("UpdateWebACL"), resources: withGroups },
      { actions: waf("UntagResource"), resources },
    ],
    delete: [{ actions: waf("DeleteWebACL"), resources }],
  };
};

const webAclAssociation: Access = ({ body }, scope) => {
  const loadBalancerArn = scope.text(body.resource_arn);
  const both = [scope.text(body.web_acl_arn), loadBalancerArn];
  // The load balancer's own half of an association, for which IAM knows no resource.
  const set = scope.reads(balancing("SetWebAcl"));
  return {
    read: [{ actions: waf("GetWebACLForResource"), resources: both }],
    create: [{ actions: waf("AssociateWebACL"), resources: both }, set],
    delete: [{ actions: waf("DisassociateWebACL"), resources: [loadBalancerArn] }, set],
  };
};

export const ingress: AccessTable = {
  aws_lb: loadBalancer,
  aws_lb_listener: listener,
  aws_lb_listener_rule: listenerRule,
  aws_lb_target_group: targetGroup,
  aws_wafv2_web_acl: webAcl,
  aws_wafv2_web_acl_association: webAclAssociation,
};

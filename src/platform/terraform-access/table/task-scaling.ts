import { type Access, type AccessTable, actionsOf, type Grant } from "../grant";
import type { Scope } from "../scope";

const SERVICE = "application-autoscaling";
const scaling = actionsOf(SERVICE);

/** A target's id is AWS's; the mark tells whose it is. */
const onOwn = (scope: Scope, ...actions: readonly string[]): Grant =>
  scope.ownOnes(scaling(...actions), SERVICE, "scalable-target");

const target: Access = (_, scope) => {
  const resources = [scope.arn(SERVICE, "scalable-target/*")];
  return {
    read: [scope.reads(scaling("DescribeScalableTargets")), onOwn(scope, "ListTagsForResource")],
    create: [
      { actions: scaling("RegisterScalableTarget"), resources, condition: scope.making },
      { actions: scaling("TagResource"), resources, condition: scope.claiming },
      scope.serviceLinkedRole(
        "ecs.application-autoscaling.amazonaws.com",
        "AWSServiceRoleForApplicationAutoScaling_ECSService",
      ),
    ],
    update: [onOwn(scope, "RegisterScalableTarget", "TagResource", "UntagResource")],
    delete: [onOwn(scope, "DeregisterScalableTarget")],
  };
};

/** Application Auto Scaling asks whether its caller may change the service, and the alarms that it keeps for it. */
const policy: Access = ({ body }, scope) => {
  const service = scope.text(body.resource_id);
  const put = [
    onOwn(scope, "PutScalingPolicy"),
    {
      actions: actionsOf("cloudwatch")("DeleteAlarms", "PutMetricAlarm"),
      resources: [scope.arn("cloudwatch", `alarm:TargetTracking-${service}-*`)],
    },
    scope.reads(["cloudwatch:DescribeAlarms"]),
    { actions: actionsOf("ecs")("DescribeServices", "UpdateService"), resources: [scope.arn("ecs", service)] },
  ];
  return {
    read: [scope.reads(scaling("DescribeScalingPolicies"))],
    create: put,
    update: put,
    delete: [onOwn(scope, "DeleteScalingPolicy")],
  };
};

const scheduledAction: Access = (_, scope) => ({
  read: [scope.reads(scaling("DescribeScheduledActions"))],
  create: [onOwn(scope, "PutScheduledAction")],
  update: [onOwn(scope, "PutScheduledAction")],
  delete: [onOwn(scope, "DeleteScheduledAction")],
});

export const taskScaling: AccessTable = {
  aws_appautoscaling_policy: policy,
  aws_appautoscaling_scheduled_action: scheduledAction,
  aws_appautoscaling_target: target,
};

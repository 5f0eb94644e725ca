import { type Access, type AccessTable, actionsOf } from "../grant";
import type { Scope } from "../scope";

const logs = actionsOf("logs");
const cloudwatch = actionsOf("cloudwatch");
const cloudtrail = actionsOf("cloudtrail");
const sns = actionsOf("sns");

/** A group and its streams. The environment's own folder of groups is one pattern, however many are in it. */
function groupArns(scope: Scope, name: unknown): readonly string[] {
  const arn = scope.arn("logs", `log-group:${scope.text(name)}`);
  const folder = `/${scope.environment.name}/`;
  const [before] = arn.split(folder);
  return before === arn ? [arn, `${arn}:*`] : [`${before}${folder}*`];
}

const logGroup: Access = ({ body }, scope) => {
  const resources = groupArns(scope, body.name);
  return {
    read: [scope.reads(logs("DescribeLogGroups")), { actions: logs("ListTagsForResource"), resources }],
    create: [{ actions: logs("AssociateKmsKey", "CreateLogGroup", "PutRetentionPolicy", "TagResource"), resources }],
    update: [{ actions: logs("DeleteRetentionPolicy", "DisassociateKmsKey", "UntagResource"), resources }],
    delete: [{ actions: logs("DeleteLogGroup"), resources }],
  };
};

const logMetricFilter: Access = ({ body }, scope) => {
  const resources = groupArns(scope, body.log_group_name);
  const put = [{ actions: logs("PutMetricFilter"), resources }];
  return {
    read: [{ actions: logs("DescribeMetricFilters"), resources }],
    create: put,
    update: put,
    delete: [{ actions: logs("DeleteMetricFilter"), resources }],
  };
};

/** IAM knows no resource for it: a policy of the account's, of which a region has ten. */
const logResourcePolicy: Access = (_, scope) => ({
  read: [scope.reads(logs("DescribeResourcePolicies"))],
  create: [scope.reads(logs("PutResourcePolicy"))],
  update: [scope.reads(logs("PutResourcePolicy"))],
  delete: [scope.reads(logs("DeleteResourcePolicy"))],
});

const alarm =
  (put: string): Access =>
  (resource, scope) => {
    const resources = [scope.arnOf(resource)];
    return {
      read: [
        // Allowed less than all, CloudWatch leaves composite alarms out of its answer.
        scope.reads(cloudwatch("DescribeAlarms")),
        { actions: cloudwatch("ListTagsForResource"), resources },
      ],
      create: [{ actions: cloudwatch(put, "TagResource"), resources }],
      update: [{ actions: cloudwatch("UntagResource"), resources }],
      delete: [{ actions: cloudwatch("DeleteAlarms"), resources }],
    };
  };

const dashboard: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [{ actions: cloudwatch("GetDashboard"), resources }],
    create: [{ actions: cloudwatch("PutDashboard"), resources }],
    delete: [{ actions: cloudwatch("DeleteDashboards"), resources }],
  };
};

const topic: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [{ actions: sns("GetTopicAttributes", "ListTagsForResource"), resources }],
    create: [{ actions: sns("CreateTopic", "SetTopicAttributes", "TagResource"), resources }],
    update: [{ actions: sns("UntagResource"), resources }],
    delete: [{ actions: sns("DeleteTopic"), resources }],
  };
};

const topicPolicy: Access = ({ body }, scope) => {
  const resources = [scope.text(body.arn)];
  const put = [{ actions: sns("SetTopicAttributes"), resources }];
  // Taken back, it is SNS's own again.
  return { read: [{ actions: sns("GetTopicAttributes"), resources }], create: put, update: put, delete: put };
};

const topicSubscription: Access = ({ body }, scope) => {
  const resources = [scope.text(body.topic_arn)];
  return {
    read: [{ actions: sns("GetSubscriptionAttributes", "ListSubscriptionsByTopic"), resources }],
    create: [{ actions: sns("Subscribe"), resources }],
    update: [{ actions: sns("SetSubscriptionAttributes"), resources }],
    delete: [{ actions: sns("Unsubscribe"), resources }],
  };
};

const trail: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [
      scope.reads(cloudtrail("DescribeTrails")),
      {
        actions: cloudtrail("GetEventSelectors", "GetInsightSelectors", "GetTrail", "GetTrailStatus", "ListTags"),
        resources,
      },
    ],
    create: [{ actions: cloudtrail("AddTags", "CreateTrail", "PutEventSelectors", "StartLogging"), resources }],
    update: [{ actions: cloudtrail("RemoveTags", "UpdateTrail"), resources }],
    delete: [{ actions: cloudtrail("DeleteTrail"), resources }],
  };
};

export const observability: AccessTable = {
  aws_cloudtrail: trail,
  aws_cloudwatch_composite_alarm: alarm("PutCompositeAlarm"),
  aws_cloudwatch_dashboard: dashboard,
  aws_cloudwatch_log_group: logGroup,
  aws_cloudwatch_log_metric_filter: logMetricFilter,
  aws_cloudwatch_log_resource_policy: logResourcePolicy,
  aws_cloudwatch_metric_alarm: alarm("PutMetricAlarm"),
  aws_sns_topic: topic,
  aws_sns_topic_policy: topicPolicy,
  aws_sns_topic_subscription: topicSubscription,
};

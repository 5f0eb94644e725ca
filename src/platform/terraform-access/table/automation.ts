import { type Access, type AccessTable, actionsOf } from "../grant";

const events = actionsOf("events");
const fis = actionsOf("fis");
const scheduler = actionsOf("scheduler");
const sqs = actionsOf("sqs");
const states = actionsOf("states");

const eventRule: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [{ actions: events("DescribeRule", "ListTagsForResource"), resources }],
    create: [{ actions: events("PutRule", "TagResource"), resources }],
    update: [{ actions: events("UntagResource"), resources }],
    delete: [{ actions: events("DeleteRule"), resources }],
  };
};

const eventTarget: Access = ({ body }, scope) => {
  const resources = [scope.arn("events", `rule/${scope.text(body.rule)}`)];
  return {
    read: [{ actions: events("ListTargetsByRule"), resources }],
    create: [{ actions: events("PutTargets"), resources }],
    delete: [{ actions: events("RemoveTargets"), resources }],
  };
};

const stateMachine: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [
      { actions: states("DescribeStateMachine", "ListStateMachineVersions", "ListTagsForResource"), resources },
      // In each plan; what is validated isn't there yet.
      scope.reads(states("ValidateStateMachineDefinition")),
    ],
    create: [{ actions: states("CreateStateMachine", "TagResource"), resources }],
    update: [{ actions: states("UntagResource", "UpdateStateMachine"), resources }],
    delete: [{ actions: states("DeleteStateMachine"), resources }],
  };
};

const schedule: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [{ actions: scheduler("GetSchedule"), resources }],
    create: [{ actions: scheduler("CreateSchedule"), resources }],
    update: [{ actions: scheduler("UpdateSchedule"), resources }],
    delete: [{ actions: scheduler("DeleteSchedule"), resources }],
  };
};

const experimentTemplate: Access = (_, scope) => {
  const resources = [scope.arn("fis", "experiment-template/*")];
  const actions = [scope.arn("fis", "action/*")];
  return {
    read: [{ actions: fis("GetExperimentTemplate", "ListTagsForResource"), resources, condition: scope.own }],
    create: [
      { actions: fis("CreateExperimentTemplate", "TagResource"), resources, condition: scope.making },
      { actions: fis("CreateExperimentTemplate"), resources: actions },
    ],
    update: [
      { actions: fis("UntagResource", "UpdateExperimentTemplate"), resources, condition: scope.own },
      { actions: fis("UpdateExperimentTemplate"), resources: actions },
    ],
    delete: [{ actions: fis("DeleteExperimentTemplate"), resources, condition: scope.own }],
  };
};

const queue: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [{ actions: sqs("GetQueueAttributes", "GetQueueUrl", "ListQueueTags"), resources }],
    create: [{ actions: sqs("CreateQueue", "TagQueue"), resources }],
    update: [{ actions: sqs("SetQueueAttributes", "UntagQueue"), resources }],
    delete: [{ actions: sqs("DeleteQueue"), resources }],
  };
};

const queuePolicy: Access = ({ body }, scope) => {
  const resources = [scope.arn("sqs", String(scope.referenced(body.queue_url)?.body.name))];
  const set = [{ actions: sqs("SetQueueAttributes"), resources }];
  return { read: [{ actions: sqs("GetQueueAttributes"), resources }], create: set, update: set, delete: set };
};

export const automation: AccessTable = {
  aws_cloudwatch_event_rule: eventRule,
  aws_cloudwatch_event_target: eventTarget,
  aws_fis_experiment_template: experimentTemplate,
  aws_scheduler_schedule: schedule,
  aws_sfn_state_machine: stateMachine,
  aws_sqs_queue: queue,
  aws_sqs_queue_policy: queuePolicy,
};

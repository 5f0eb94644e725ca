import type { Rule } from "../../rule";
import { callsAlike } from "../../rules/automation/calls-alike";
import { callsRetried } from "../../rules/automation/calls-retried";
import { definitionsWhole } from "../../rules/automation/definitions-whole";
import { endsAlike } from "../../rules/automation/ends-alike";
import { failuresHandled } from "../../rules/automation/failures-handled";
import { machinesLogged } from "../../rules/automation/machines-logged";
import { machinesMayCall } from "../../rules/automation/machines-may-call";
import { machinesMayLog } from "../../rules/automation/machines-may-log";
import { machinesMayTrace } from "../../rules/automation/machines-may-trace";
import { pagesAlike } from "../../rules/automation/pages-alike";
import { statesDoSomething } from "../../rules/automation/states-do-something";
import { statesReadWhatIsThere } from "../../rules/automation/states-read-what-is-there";

/** State machines. */
export const machines: readonly Rule[] = [
  {
    id: "automation/calls-retried",
    severity: "medium",
    title: "State machines try their calls again",
    why: "An automation runs when much happens at once, which is when AWS throttles: one refused call ends it.",
    fix: "Give every Task a Retry of States.TaskFailed or States.ALL, with two attempts or more, and waits that grow.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html"],
    check: callsRetried,
  },
  {
    id: "automation/calls-alike",
    severity: "low",
    title: "The calls of a state machine have one timeout, and are tried again in one way",
    why: "What a machine has time for is reckoned with one budget a call: the one call that takes another is a slip, or the first of several.",
    fix: "Give the odd Task the Retry and TimeoutSeconds of the machine's others.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html"],
    check: callsAlike,
  },
  {
    id: "automation/machines-logged",
    severity: "medium",
    title: "State machines log what they do",
    why: "The history of an execution is gone after 90 days, and can't be searched across executions before.",
    fix: "Set logging_configuration to level ALL or ERROR, with the ARN of a log group.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html"],
    check: machinesLogged,
  },
  {
    id: "automation/machines-may-log",
    severity: "medium",
    title: "The role of a state machine may deliver its log",
    why: "Step Functions sets up the delivery in the role's name: without these permissions the apply fails, or the machine runs and says nothing.",
    fix: "Allow the role logs:CreateLogDelivery, GetLogDelivery, UpdateLogDelivery, ListLogDeliveries, PutResourcePolicy, DescribeResourcePolicies and DescribeLogGroups on *.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy"],
    check: machinesMayLog,
  },
  {
    id: "automation/machines-may-call",
    severity: "high",
    title: "The role of a state machine may do what its definition calls",
    why: "A call that is refused fails the automation on the day that it is for; nothing checks it before.",
    fix: "Allow the role each action that a Task of the definition names.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html"],
    check: machinesMayCall,
  },
  {
    id: "automation/machines-may-trace",
    severity: "low",
    title: "The role of a state machine that is traced may send traces",
    why: "Without the permission Step Functions sends none, and says nothing: the trace that is looked for isn't there.",
    fix: "Allow the role xray:PutTraceSegments and xray:PutTelemetryRecords on *, or turn tracing_configuration off.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html"],
    check: machinesMayTrace,
  },
  {
    id: "automation/definitions-whole",
    severity: "high",
    title: "State machines lead from their start to an end, by states that are there",
    why: "Step Functions refuses a definition with a gap, in the middle of an apply; a state that nothing leads to is the handling of a failure that isn't handled any more.",
    fix: "Give each state that doesn't end a Next that is there, Tasks a Resource, Choices their rules, and lead to every state.",
    references: ["https://states-language.net/spec.html"],
    check: definitionsWhole,
  },
  {
    id: "automation/failures-handled",
    severity: "medium",
    title: "A state machine that catches one call's failure catches those of the others",
    why: "What was to be said or set back when something fails isn't, for the one call that fails uncaught.",
    fix: "Give every Task, Map and Parallel of the level a Catch of States.ALL.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html"],
    check: failuresHandled,
  },
  {
    id: "automation/states-read-what-is-there",
    severity: "high",
    title: "States read what an earlier state has written",
    why: "A path that leads to nothing fails the execution with States.Runtime, which no Catch of States.ALL handles, and only when the execution comes by.",
    fix: "Write the field by ResultSelector, ResultPath, Parameters or Result on every way there, and ask IsPresent of an element before it is compared.",
    references: [
      "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
      "https://states-language.net/spec.html",
    ],
    check: statesReadWhatIsThere,
  },
  {
    id: "automation/ends-alike",
    severity: "medium",
    title: "Every way through a Map's item, or a branch, ends with the same fields",
    why: "What comes of all of them is read together: the one way that leaves a field out shortens a list, or fails the execution, only when it is taken.",
    fix: "Write the fields that the finding names at each end, by Parameters or Result, an empty list included.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html"],
    check: endsAlike,
  },
  {
    id: "automation/pages-alike",
    severity: "medium",
    title: "A state machine asks for further pages as it asked for the first",
    why: "A token is for the question that gave it: with another filter or page size AWS refuses it, or leaves entries out, and only when there is a second page.",
    fix: "Give the call with NextToken the same Resource and Parameters as the one before it.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html"],
    check: pagesAlike,
  },
  {
    id: "automation/states-do-something",
    severity: "low",
    title: "States of a machine do something, and tests that are joined are several",
    why: "A Pass that hands on what it was given, or an And of one test, is what is left when something was taken out.",
    fix: "Give the Pass its Parameters or Result, or take it out; write a single test without And or Or.",
    references: ["https://states-language.net/spec.html"],
    check: statesDoSomething,
  },
];

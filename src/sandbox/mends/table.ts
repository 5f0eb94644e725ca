import type { Call } from "../protocol/call";
import { applicationAutoScaling } from "./application-auto-scaling";
import { autoScaling } from "./auto-scaling";
import { cloudWatch } from "./cloudwatch";
import { containerInstances } from "./container-instances";
import { ecsDeployments } from "./deployments";
import { ecs } from "./ecs";
import { events } from "./events";
import { stateMachineExecutions } from "./executions";
import { fis } from "./fis";
import { iam } from "./iam";
import { launchTemplates } from "./launch-templates";
import { loadBalancers } from "./load-balancers";
import type { Hooks, Mend } from "./mend";
import { mixedInstances } from "./mixed-instances";
import { route53 } from "./route53";
import { s3 } from "./s3";
import { serviceQuotas } from "./service-quotas";
import { spot } from "./spot";
import { stepFunctions } from "./step-functions";

/** Every gap of the emulator that is mended, a row each. */
export const MENDS: readonly Mend[] = [
  ...applicationAutoScaling,
  ...autoScaling,
  ...cloudWatch,
  ...containerInstances,
  ...ecs,
  ...ecsDeployments,
  ...events,
  ...fis,
  ...iam,
  ...launchTemplates,
  ...loadBalancers,
  ...mixedInstances,
  ...route53,
  ...s3,
  ...serviceQuotas,
  ...spot,
  ...stateMachineExecutions,
  ...stepFunctions,
];

/** What is done about a call. */
export function hooksFor({ service, operation }: Pick<Call, "service" | "operation">): readonly Hooks[] {
  return MENDS.filter((mend) => mend.service === service).flatMap(({ on }) => on[operation] ?? []);
}

import { drainGuardDefinition } from "../../../src/platform/drain-guard/definition";
import type { Execution } from "../../../src/states-language/interpreter";
import type { JsonObject } from "../../../src/states-language/json";
import { platform } from "../platform";
import { resource } from "../stack";
import { TimedInterpreter } from "../timed-interpreter";
import { FakeCluster, type FakeInstance } from "./fake-cluster";

/** As the synthesized definition has them: what Terraform fills in stands for itself. */
export const WEB = { group: "${aws_lb_target_group.web.arn}", service: "${aws_ecs_service.web.name}" };
export const API = { group: "${aws_lb_target_group.api.arn}", service: "${aws_ecs_service.api.name}" };
const CLUSTER = "${aws_ecs_cluster.cluster.arn}";

/** The definition that `production` synthesizes. */
export function synthesizedDefinition(): JsonObject {
  return JSON.parse(String(resource(platform(), "aws_sfn_state_machine.drain_guard").definition));
}

/** A guard of `web` alone, with another floor. */
export function withFloor(healthyFloorPercent: number): JsonObject {
  const groups = [{ targetGroupArn: WEB.group, service: WEB.service, targetType: "instance", lookAtSeconds: 70 }];
  const props = { environmentName: "test", clusterArn: CLUSTER, topicArn: "topic", groups, healthyFloorPercent };
  return JSON.parse(JSON.stringify(drainGuardDefinition(props)));
}

/** A cluster, and the guard that watches over it from 10:00:00 on, in virtual time. */
export class Guarded {
  readonly cluster = new FakeCluster(CLUSTER);
  readonly interpreter: TimedInterpreter;
  private readonly begin: number;

  /** @param start moment of the first warning */
  constructor(
    private readonly definition: JsonObject,
    private readonly start = "2026-01-01T10:00:00Z",
    callSeconds = 0.2,
  ) {
    this.begin = Date.parse(start);
    let seed = 1;
    this.interpreter = new TimedInterpreter({
      start,
      call: this.cluster.call,
      callSeconds: () => callSeconds,
      random: () => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        return seed / 2_147_483_648;
      },
    });
  }

  /** Warns now of that instance; its agent has it draining a second later. */
  warn(instance: Pick<FakeInstance, "id">, deliveredAfterSeconds = 1): Execution {
    this.after(1, () => {
      const own = this.cluster.instances.find(({ id }) => id === instance.id);
      if (own) own.isDraining = true;
    });
    this.run(deliveredAfterSeconds);
    return this.interpreter.start(this.definition, {
      source: "aws.ec2",
      "detail-type": "EC2 Spot Instance Interruption Warning",
      time: this.start,
      detail: { "instance-id": instance.id, "instance-action": "terminate" },
    });
  }

  /** Has something happen, seconds after the first warning. */
  after(seconds: number, happen: () => void): void {
    this.interpreter.time.at(this.begin + 1000 * seconds, happen);
  }

  /** Lets time pass: to that many seconds after the first warning, or until nothing is left to happen. */
  run(seconds = Number.POSITIVE_INFINITY): void {
    this.interpreter.time.run(this.begin + 1000 * seconds);
  }

  /** When targets were taken out, in seconds after the first warning, and which. */
  get takenOut(): readonly { readonly at: number; readonly group: string; readonly ids: readonly string[] }[] {
    return this.cluster.callsOf("elasticloadbalancingv2:deregisterTargets").map(({ at, parameters }) => ({
      at: (at - this.begin) / 1000,
      group: String(parameters.TargetGroupArn),
      ids: (parameters.Targets as readonly { Id: string; Port: number }[]).map(({ Id, Port }) => `${Id}:${Port}`),
    }));
  }
}

import { targetInput } from "../../cloudwatch/target-input";
import type { Clock } from "../../states-language/clock";
import { type Execution, Interpreter } from "../../states-language/interpreter";
import type { Json } from "../../states-language/json";
import type { Automation } from "../facts/automations";
import type { AwsEvent } from "./event-bus";
import { executionStatusChange } from "./events";
import type { Platform } from "./platform";
import { Sdk } from "./sdk/sdk";
import type { World } from "./world";

/** The plan's state machines: rules of EventBridge start them, and they call AWS as their definitions say. */
export class Automations {
  readonly sdk: Sdk;
  /** What they told people, in order. */
  readonly messages: string[] = [];
  private readonly world: World;
  private readonly machines: readonly Machine[];

  constructor(platform: Platform, automations: readonly Automation[]) {
    this.sdk = new Sdk(platform);
    this.world = platform.world;
    this.machines = automations.map((automation) => this.machineOf(automation));
    platform.events.onMatch(({ address }, event) => this.matched(address, event));
  }

  /** Executions of a machine, the newest first. @param status only those of it. @default - all */
  executionsOf(arn: string, status?: Json): readonly Execution[] {
    const executions = this.machines.find(({ automation }) => automation.arn === arn)?.executions ?? [];
    return executions.filter((execution) => status === undefined || execution.status === status).reverse();
  }

  /** Starts a machine. @returns `undefined`: there is none of that ARN, or it can't be executed here */
  start(arn: string, input: Json, by: string): Execution | undefined {
    const machine = this.machines.find(({ automation }) => automation.arn === arn);
    if (machine === undefined) return undefined;
    const { automation, interpreter, executions } = machine;
    if (automation.unread !== undefined) {
      this.world.trace.add("automation-not-executed", automation.address, automation.unread);
      return undefined;
    }
    this.world.trace.add("automation-started", automation.address, by);
    const execution = interpreter.start(automation.definition ?? null, input, (ended) => this.ended(automation, ended));
    executions.push(execution);
    return execution;
  }

  private matched(rule: string, event: AwsEvent): void {
    for (const { automation } of this.machines) {
      for (const trigger of automation.triggers) {
        if (trigger.rule !== rule) continue;
        const input = targetInput(trigger.input, { ...event });
        if (input === undefined) this.world.trace.add("event-undelivered", rule, automation.address);
        else this.start(automation.arn, input, rule);
      }
    }
  }

  private ended({ address, arn }: Automation, { id, status, error = "", cause = "" }: Execution): void {
    if (status !== "SUCCEEDED") this.world.trace.add("automation-failed", address, `${error}: ${cause}`);
    this.world.publish(executionStatusChange(arn, id, status));
  }

  private machineOf(automation: Automation): Machine {
    const { world, sdk } = this;
    const interpreter = new Interpreter({
      clock: clockOf(world),
      call: (resource, parameters) => sdk.call(automation, resource, parameters),
      callSeconds: () => world.draw("awsCallSeconds"),
      random: () => world.chance(automation.address),
      machineId: automation.arn,
    });
    return { automation, interpreter, executions: [] };
  }
}

interface Machine {
  readonly automation: Automation;
  readonly interpreter: Interpreter;
  readonly executions: Execution[];
}

/** The world's clock, as the States Language reads it. */
function clockOf(world: World): Clock {
  return {
    get now() {
      return (world.beginEpochSeconds + world.now) * 1000;
    },
    at: (moment, happen) => world.after(Math.max(0, moment / 1000 - world.beginEpochSeconds - world.now), happen),
  };
}

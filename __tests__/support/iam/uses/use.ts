import type { Account } from "../account";
import type { Request } from "../request";

/** A call that something of the stacks makes as they are synthesized. */
export interface Use extends Request {
  /** What makes it, and when: `"aws_ecs_task_definition.web: a task starts"`. */
  readonly when: string;
}

/** The calls that the resources of one kind make. */
export type Uses = (account: Account) => readonly Use[];

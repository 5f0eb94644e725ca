import { type Command, InvalidArgumentError, Option } from "commander";
import type { Shard } from "../../stress/part";

/** Options of everything that runs scenarios. */
export interface RunOptions {
  readonly load?: string;
  readonly spotTrace?: readonly string[];
  readonly seed: number;
  readonly workers?: number;
}

export function addRunOptions(command: Command): Command {
  return command
    .option("--load <file>", "requests of the services, as JSON (default: what their scaling is made for)")
    .option(
      "--spot-trace <file>",
      "play this recorded Spot pool in day-of-spot instead of drawn ones; may be repeated: in order the first type in each zone, then the next type",
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .option("--seed <n>", "seed of the first run", wholeNumber, 1)
    .option("--workers <n>", "threads (default: the machine's cores, where there is enough to do)", wholeNumber);
}

export const shardOption = () =>
  new Option("--shard <k/n>", "do the k-th of n parts of the work; batch: as an array job of AWS Batch says").argParser(
    shardText,
  );

/** `"batch"` is for what the environment says. */
function shardText(text: string): Shard | "batch" {
  if (text === "batch") return text;
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (!isShard(shard)) throw new InvalidArgumentError("Expected the number of a part and of parts, such as 3/10.");
  return shard;
}

/** The part of a child of an array job: AWS Batch user guide, job_env_vars. */
export function batchShard(env: { readonly [variable: string]: string | undefined }): Shard | undefined {
  const shard = {
    index: Number(env.AWS_BATCH_JOB_ARRAY_INDEX ?? Number.NaN) + 1,
    count: Number(env.AWS_BATCH_JOB_ARRAY_SIZE ?? Number.NaN),
  };
  return isShard(shard) ? shard : undefined;
}

const isShard = ({ index, count }: Shard) =>
  Number.isInteger(index) && Number.isInteger(count) && index >= 1 && index <= count;

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("A whole number from 1 on, please.");
  return number;
}

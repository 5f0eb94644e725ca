import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import type { Group } from "../facts/capacity";
import { poolName } from "../model/spot-market";
import { StressError } from "../stress-error";
import { type PoolTrace, traceOf } from "./pool-trace";
import { type PlayedTrace, poolsOf } from "./pools";

/** A recorded Spot pool, and the pool of the plan that it stands for. */
export interface RecordedTrace extends PlayedTrace {
  /** Name of its file, without the folder. */
  readonly file: string;
}

/** The longest recording that is taken. */
const LONGEST_DAYS = 100;
const DAY_SECONDS = 24 * 3600;
/** Problems of one file that are told. */
const SHOWN = 3;

/** As the data set skypilot-org/spot-traces has them; what else stands in one is left alone. */
const schema = z.object({
  metadata: z.object({
    /** Seconds from one look to the next. */
    gap_seconds: z.number().positive(),
  }),
  /** Instances available at each look. */
  data: z.array(z.number().int().nonnegative()).min(1),
});

/**
 * Reads recorded Spot pools, a file each. In their order they stand for the pools of the groups: of the first type in
 * every zone, then of the next type. Their lengths and gaps may differ.
 * @throws StressError with what is wrong in them, or where there are more than pools
 */
export function readRecordings(paths: readonly string[], groups: readonly Group[]): readonly RecordedTrace[] {
  const pools = poolsOf(groups);
  if (paths.length > pools.length) {
    const known = pools.map(({ type, zone }) => poolName(type, zone)).join(", ");
    throw new StressError(
      `--spot-trace: got ${paths.length} files for ${pools.length} Spot pools (${known || "no group runs Spot"}); give one a pool at most`,
    );
  }
  return paths.map((path, index) => {
    const pool = pools[index] as (typeof pools)[number];
    return { file: basename(path), ...pool, trace: readTrace(path) };
  });
}

function readTrace(path: string): PoolTrace {
  if (!existsSync(path)) throw new StressError(`${path}: no such file`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new StressError(`${path}: not JSON; ${WANTED}`);
  }
  const result = schema.safeParse(content);
  if (!result.success) {
    const { issues } = result.error;
    const shown = issues
      .slice(0, SHOWN)
      .map(({ path: field, message }) => `${path}: ${[...field, message].join(": ")}`);
    const rest = issues.length > SHOWN ? [`and ${issues.length - SHOWN} more`] : [];
    throw new StressError([...shown, ...rest, WANTED].join("\n"));
  }
  const { data, metadata } = result.data;
  const days = (data.length * metadata.gap_seconds) / DAY_SECONDS;
  if (days > LONGEST_DAYS) {
    throw new StressError(
      `${path}: data: ${data.length} looks every ${metadata.gap_seconds} s are ${Math.round(days)} days; at most ${LONGEST_DAYS} are taken, cut it`,
    );
  }
  return traceOf(data, metadata.gap_seconds);
}

const WANTED =
  'wanted: { "metadata": { "gap_seconds": 60 }, "data": [4, 4, 0, …] }, the instances available at each look';

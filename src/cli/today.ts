import type { Io } from "./io";

/** The day, UTC, as `"2026-11-28"`; SOURCE_DATE_EPOCH, in seconds, stands for the clock where it is set. */
export function todayOf({ env }: Pick<Io, "env">): string {
  const epoch = env.SOURCE_DATE_EPOCH;
  const now = epoch !== undefined && /^\d{1,11}$/.test(epoch) ? Number(epoch) * 1000 : Date.now();
  return new Date(now).toISOString().slice(0, 10);
}

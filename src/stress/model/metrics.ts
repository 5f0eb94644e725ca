import type { MetricQuery } from "../facts/alarms";

/** Where a metric comes from. */
export interface Source {
  /** `"gauge"`: looked at once a minute; `"count"`: what has come since, of a total that only grows. */
  readonly kind: "count" | "gauge";
  /** `undefined`: it isn't published. */
  read(): number | undefined;
}

/** A minute's values. */
interface Minute {
  sum: number;
  count: number;
  minimum: number;
  maximum: number;
}

/** A metric's values, minute by minute. */
export class Series {
  /** Number of the minute, counted from 1, that was the last to differ from the one before it. */
  changedIn = 0;
  private readonly minutes: (Minute | undefined)[] = [];
  private current: Minute | undefined;
  private total = 0;

  constructor(private readonly source: Source | undefined) {}

  /** A value comes, in the minute that is under way. */
  put(value: number): void {
    const { sum, count, minimum, maximum } = this.current ?? NOTHING;
    this.current = {
      sum: sum + value,
      count: count + 1,
      minimum: Math.min(minimum, value),
      maximum: Math.max(maximum, value),
    };
  }

  /**
   * The minute is over.
   * @returns whether it differed from the one before it
   */
  close(): boolean {
    const before = this.minutes.at(-1);
    const minute = this.source === undefined ? this.current : this.look(this.source, before);
    this.current = undefined;
    this.minutes.push(minute);
    if (minute === before) return false;
    this.changedIn = this.minutes.length;
    return true;
  }

  /** @param before the minute before, which is the answer where this one is the same */
  private look(source: Source, before: Minute | undefined): Minute | undefined {
    const read = source.read();
    if (read === undefined) return undefined;
    let value = read;
    if (source.kind === "count") {
      value -= this.total;
      this.total = read;
      // Counts are published where there is something to count; requests are fractions here.
      if (value < LEAST_COUNT) return undefined;
    }
    return before?.sum === value ? before : { sum: value, count: 1, minimum: value, maximum: value };
  }

  /**
   * The data point of the minutes that have ended last.
   * @returns `undefined`: there was no value
   */
  latest({ statistic, periodMinutes }: MetricQuery): number | undefined {
    const end = this.minutes.length;
    let [sum, count, minimum, maximum] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let index = Math.max(0, end - periodMinutes); index < end; index += 1) {
      const minute = this.minutes[index];
      if (minute === undefined) continue;
      sum += minute.sum;
      count += minute.count;
      minimum = Math.min(minimum, minute.minimum);
      maximum = Math.max(maximum, minute.maximum);
    }
    if (count === 0) return undefined;
    switch (statistic) {
      case "Sum":
        return sum;
      case "SampleCount":
        return count;
      case "Minimum":
        return minimum;
      case "Average":
        return sum / count;
      default:
        // The highest of each minute's percentiles, where there are several.
        return maximum;
    }
  }
}

const NOTHING: Minute = { sum: 0, count: 0, minimum: Number.POSITIVE_INFINITY, maximum: Number.NEGATIVE_INFINITY };
const LEAST_COUNT = 0.5;

/** What CloudWatch is asked for: each metric is kept once, however many alarms read it. */
export class Metrics {
  private readonly series = new Map<string, Series>();

  /** @param find where a metric comes from; `undefined`: nothing here produces it */
  constructor(private readonly find: (query: MetricQuery) => Source | "put" | undefined) {}

  /** The values of a metric from now on; `undefined`: nothing here produces it. */
  follow(query: MetricQuery): Series | undefined {
    const key = keyOfQuery(query);
    const known = this.series.get(key);
    if (known !== undefined) return known;
    const source = this.find(query);
    if (source === undefined) return undefined;
    const series = new Series(source === "put" ? undefined : source);
    this.series.set(key, series);
    return series;
  }

  /** Somebody publishes a value of a metric of their own. */
  put(metric: Pick<MetricQuery, "namespace" | "name" | "dimensions">, value: number): void {
    this.series.get(keyOf(metric, ""))?.put(value);
  }

  /**
   * A minute is over.
   * @returns of which the minute differed from the one before it
   */
  close(): readonly Series[] {
    const changed: Series[] = [];
    for (const series of this.series.values()) if (series.close()) changed.push(series);
    return changed;
  }
}

export const isPercentile = ({ statistic }: MetricQuery): boolean => /^p\d/.test(statistic);

const keys = new WeakMap<MetricQuery, string>();

/** Made once: each alarm of each run asks for it. */
function keyOfQuery(query: MetricQuery): string {
  const key = keys.get(query) ?? keyOf(query, isPercentile(query) ? query.statistic : "");
  keys.set(query, key);
  return key;
}

function keyOf(
  { namespace, name, dimensions }: Pick<MetricQuery, "namespace" | "name" | "dimensions">,
  further: string,
) {
  const sorted = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([namespace, name, sorted, further]);
}

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

  /** The minute is over. */
  close(): void {
    const value = this.source?.read();
    if (value !== undefined && this.source?.kind === "gauge") this.put(value);
    if (value !== undefined && this.source?.kind === "count") {
      // Counts are published where there is something to count; requests are fractions here.
      if (value - this.total >= LEAST_COUNT) this.put(value - this.total);
      this.total = value;
    }
    this.minutes.push(this.current);
    this.current = undefined;
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
    const key = keyOf(query, isPercentile(query) ? query.statistic : "");
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

  /** A minute is over. */
  close(): void {
    for (const series of this.series.values()) series.close();
  }
}

export const isPercentile = ({ statistic }: MetricQuery): boolean => /^p\d/.test(statistic);

function keyOf(
  { namespace, name, dimensions }: Pick<MetricQuery, "namespace" | "name" | "dimensions">,
  further: string,
) {
  const sorted = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([namespace, name, sorted, further]);
}

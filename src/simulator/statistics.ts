/** Mean, spread and tail of observations. */
export class Tally {
  private readonly values: number[] = [];
  private sum = 0;
  private isSorted = true;

  add(value: number): void {
    this.isSorted &&= this.values.length === 0 || value >= this.max;
    this.values.push(value);
    this.sum += value;
    if (this.values.length === 1 || value > this.max) this.max = value;
  }

  /** `NaN` where there are none. */
  max = Number.NaN;

  get count(): number {
    return this.values.length;
  }

  /** `NaN` where there are none. */
  get mean(): number {
    return this.sum / this.values.length;
  }

  /** Of the sample (divided by n − 1); `NaN` of less than two. */
  get variance(): number {
    const { mean } = this;
    const squares = this.values.reduce((total, value) => total + (value - mean) ** 2, 0);
    return this.values.length < 2 ? Number.NaN : squares / (this.values.length - 1);
  }

  /**
   * The smallest value that at least that share of all doesn't exceed; `NaN` where there are none.
   * @param share 0 to 1
   */
  quantile(share: number): number {
    if (!this.isSorted) {
      this.values.sort((a, b) => a - b);
      this.isSorted = true;
    }
    const index = Math.max(0, Math.ceil(share * this.values.length) - 1);
    return this.values[index] ?? Number.NaN;
  }
}

/** A quantity over time: each value counts as long as it lasts. */
export class TimeWeighted {
  private area = 0;
  private value: number;
  private since: number;
  private readonly start: number;
  /** Lowest and highest value so far. */
  min: number;
  max: number;

  constructor(value: number, now: number) {
    this.value = value;
    this.min = value;
    this.max = value;
    this.start = now;
    this.since = now;
  }

  get current(): number {
    return this.value;
  }

  set(value: number, now: number): void {
    this.area += this.value * (now - this.since);
    this.since = now;
    this.value = value;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
  }

  /** The sum of value × time up to now. */
  integral(now: number): number {
    return this.area + this.value * (now - this.since);
  }

  /** `NaN` where no time has passed. */
  mean(now: number): number {
    return this.integral(now) / (now - this.start);
  }
}

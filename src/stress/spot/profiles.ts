/** A length of time by its median and mean: the further apart, the heavier the tail. */
export interface Spell {
  readonly median: number;
  readonly mean: number;
}

/** How a pool behaves apart from what it shares with others. */
export interface PoolProfile {
  /** The pool that it is fitted to. */
  readonly like: string;
  /** Instances that were asked for. */
  readonly instances: number;
  /** Without any. */
  readonly dryMinutes: Spell;
  /** With all of them, up to a drop. */
  readonly fullHours: Spell;
  /** With some of them. @default - a drop takes all, and all come back at once */
  readonly partial?: {
    /** Share of the drops that take all. */
    readonly dropsToZero: number;
    /** What the others take of those there, on average. */
    readonly meanDrop: number;
    /** Up to a further drop, and up to where all are back; the first of the two comes. */
    readonly dropHours: number;
    readonly recoveryHours: number;
    /** Share of the dry spells that end with some. */
    readonly startsPartial: number;
  };
}

/** Pools that share a fate. */
export interface SpotProfile {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** One a zone. */
  readonly pools: readonly PoolProfile[];
  /** Spells in which all of them are dry, whatever each does by itself. @default - none */
  readonly common?: { readonly dryMinutes: Spell; readonly apartHours: number };
}

const RECORDINGS = "skypilot-org/spot-traces, the data of Can't Be Late (NSDI 2024)";

/**
 * A small general-purpose type: fewer than 5 % of its instances are interrupted in a month, as the Spot Instance advisor
 * says of m6i.large and c6i.xlarge in us-east-1. Taken as 5 % of 730 hours, all instances of a pool at once. How long its
 * pool is dry then isn't published: as long as one of `r5-16xlarge`.
 */
const ORDINARY: SpotProfile = {
  id: "ordinary",
  title: "a small general-purpose type: less than 5 % interrupted in a month",
  source: "Spot Instance advisor, by cloudprice.app 2026",
  pools: [
    {
      like: "m6i.large, us-east-1",
      instances: 1,
      dryMinutes: { median: 8, mean: 20 },
      fullHours: { median: 9_900, mean: 14_250 },
    },
  ],
};

/** The largest size of a family: the hardest CPU pools that were recorded. */
const R5_16XLARGE: SpotProfile = {
  id: "r5-16xlarge",
  title: "r5.16xlarge in three zones of us-east-1, six days of April 2023",
  source: RECORDINGS,
  common: { dryMinutes: { median: 8, mean: 15 }, apartHours: 11.5 },
  pools: [
    {
      like: "r5.16xlarge, us-east-1b",
      instances: 1,
      dryMinutes: { median: 7.4, mean: 21.5 },
      fullHours: { median: 0.6, mean: 2.36 },
    },
    {
      like: "r5.16xlarge, us-east-1c",
      instances: 1,
      dryMinutes: { median: 9.1, mean: 25.9 },
      fullHours: { median: 0.3, mean: 0.81 },
    },
    {
      like: "r5.16xlarge, us-east-1d",
      instances: 1,
      dryMinutes: { median: 11, mean: 25 },
      fullHours: { median: 8, mean: 9.8 },
    },
  ],
};

/** GPUs, one at a time, in four zones that are short together a quarter of the time. */
const P3_US_EAST_1: SpotProfile = {
  id: "p3-us-east-1",
  title: "p3.2xlarge in four zones of us-east-1, 45 days of 2023",
  source: RECORDINGS,
  common: { dryMinutes: { median: 30, mean: 90 }, apartHours: 4 },
  pools: [
    {
      like: "p3.2xlarge, us-east-1a",
      instances: 1,
      dryMinutes: { median: 35, mean: 177 },
      fullHours: { median: 0.4, mean: 0.88 },
    },
    {
      like: "p3.2xlarge, us-east-1c",
      instances: 1,
      dryMinutes: { median: 32, mean: 79 },
      fullHours: { median: 0.8, mean: 2.36 },
    },
    {
      like: "p3.2xlarge, us-east-1d",
      instances: 1,
      dryMinutes: { median: 42, mean: 108 },
      fullHours: { median: 1, mean: 2.86 },
    },
    {
      like: "p3.2xlarge, us-east-1f",
      instances: 1,
      dryMinutes: { median: 29, mean: 72 },
      fullHours: { median: 1.2, mean: 5.2 },
    },
  ],
};

const P3_US_EAST_2B: SpotProfile = {
  id: "p3-us-east-2b",
  title: "16 p3.2xlarge in us-east-2b, 11 days of 2023",
  source: RECORDINGS,
  pools: [
    {
      like: "p3.2xlarge, us-east-2b",
      instances: 16,
      dryMinutes: { median: 20, mean: 134 },
      fullHours: { median: 0.8, mean: 1.67 },
      partial: { dropsToZero: 0.34, meanDrop: 0.39, dropHours: 0.75, recoveryHours: 0.65, startsPartial: 0.73 },
    },
  ],
};

/** Two zones that are dry half of the time, nearly always together. */
const P3_US_WEST_2: SpotProfile = {
  id: "p3-us-west-2",
  title: "16 p3.2xlarge in two zones of us-west-2, 16 days of 2023",
  source: RECORDINGS,
  common: { dryMinutes: { median: 50, mean: 240 }, apartHours: 4.4 },
  pools: [
    {
      like: "p3.2xlarge, us-west-2a",
      instances: 16,
      dryMinutes: { median: 32, mean: 44 },
      fullHours: { median: 1.5, mean: 2.7 },
      partial: { dropsToZero: 0.4, meanDrop: 0.46, dropHours: 0.21, recoveryHours: 0.35, startsPartial: 0.33 },
    },
    {
      like: "p3.2xlarge, us-west-2c",
      instances: 16,
      dryMinutes: { median: 36, mean: 54 },
      fullHours: { median: 1.8, mean: 3.2 },
      partial: { dropsToZero: 0.45, meanDrop: 0.48, dropHours: 0.25, recoveryHours: 0.37, startsPartial: 0.36 },
    },
  ],
};

/** In two regions, so that they share nothing. */
const P3_OF_FOUR: SpotProfile = {
  id: "p3-of-four",
  title: "4 p3.2xlarge in us-east-2a and in us-west-2c, 18 days of 2023",
  source: RECORDINGS,
  pools: [
    {
      like: "p3.2xlarge, us-east-2a",
      instances: 4,
      dryMinutes: { median: 80, mean: 640 },
      fullHours: { median: 4, mean: 8.2 },
      partial: { dropsToZero: 0.1, meanDrop: 0.35, dropHours: 0.66, recoveryHours: 0.36, startsPartial: 1 },
    },
    {
      like: "p3.2xlarge, us-west-2c",
      instances: 4,
      dryMinutes: { median: 37, mean: 72 },
      fullHours: { median: 1.8, mean: 3.5 },
      partial: { dropsToZero: 0.2, meanDrop: 0.42, dropHours: 0.23, recoveryHours: 0.215, startsPartial: 0.78 },
    },
  ],
};

/** Every profile that there is, by its id. */
export const SPOT_PROFILES = {
  ordinary: ORDINARY,
  "r5-16xlarge": R5_16XLARGE,
  "p3-us-east-1": P3_US_EAST_1,
  "p3-us-east-2b": P3_US_EAST_2B,
  "p3-us-west-2": P3_US_WEST_2,
  "p3-of-four": P3_OF_FOUR,
} as const satisfies { readonly [id: string]: SpotProfile };

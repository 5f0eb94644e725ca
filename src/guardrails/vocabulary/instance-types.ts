/** What the name of an EC2 instance type says. */
export interface InstanceTypeName {
  /** `"large"`. */
  readonly size: string;
  readonly architecture: "arm64" | "x86_64";
  /** GiB of memory a vCPU; `undefined`: the name doesn't say. */
  readonly memoryRatio: number | undefined;
}

/** `m6gd.large`: family, generation, what is special about it, size. */
const NAME = /^([a-z]+)(\d+)([a-z0-9-]*)\.(.+)$/;
/** Compute, general purpose, memory. */
const RATIOS: { readonly [family: string]: number } = { c: 2, m: 4, t: 4, r: 8 };
/** Of burstable types, those that have as much memory as general purpose ones. */
const AS_GENERAL = /large$/;

/**
 * @returns `undefined`: it isn't named as instance types are
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function readInstanceType(type: string): InstanceTypeName | undefined {
  const [, family, generation, special = "", size] = NAME.exec(type) ?? [];
  if (family === undefined || size === undefined) return undefined;
  const isGraviton = special.startsWith("g") || `${family}${generation}` === "a1";
  const isSmallBurstable = family === "t" && !AS_GENERAL.test(size);
  return {
    size,
    architecture: isGraviton ? "arm64" : "x86_64",
    memoryRatio: isSmallBurstable ? undefined : RATIOS[family],
  };
}

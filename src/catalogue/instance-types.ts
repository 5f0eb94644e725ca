export interface InstanceType {
  readonly name: string;
  readonly vcpus: number;
  /** Memory that AWS names, in MiB. */
  readonly memoryMiB: number;
  /**
   * Memory that the instance registers with ECS before `ECS_RESERVED_MEMORY`, in MiB: what the system sees, measured
   * where a measurement is known, 92 % of the nominal, the least share measured, where not.
   */
  readonly registeredMemoryMiB: number;
  /** Network interfaces, its own among them. */
  readonly networkInterfaces: number;
  readonly architecture: "x86_64" | "arm64";
}

/** The instance type of that name; `undefined` where the catalogue doesn't have it. */
export function instanceType(name: string): InstanceType | undefined {
  const [familyName = "", sizeName = ""] = name.split(".");
  const family = FAMILIES.find(({ names }) => names.includes(familyName));
  const [, size] = Object.entries(family?.sizes ?? {}).find(([known]) => known === sizeName) ?? [];
  if (family === undefined || size === undefined || name !== `${familyName}.${sizeName}`) return undefined;
  const [vcpus, networkInterfaces, memoryGiB = vcpus * family.memoryGiBPerVcpu] = size;
  const memoryMiB = memoryGiB * 1024;
  return {
    name,
    vcpus,
    memoryMiB,
    registeredMemoryMiB: MEASURED_MEMORY_MIB[name] ?? Math.floor(memoryMiB * 0.92),
    networkInterfaces,
    architecture: family.architecture,
  };
}

/** Every name in the catalogue. */
export function instanceTypeNames(): readonly string[] {
  return FAMILIES.flatMap(({ names, sizes }) =>
    names.flatMap((family) => Object.keys(sizes).map((size) => `${family}.${size}`)),
  );
}

/** vCPUs, network interfaces, and GiB of memory where they don't follow from the vCPUs. */
type Size = readonly [vcpus: number, networkInterfaces: number, memoryGiB?: number];

/** Families that differ in nothing that matters here. */
interface Family {
  readonly names: readonly string[];
  readonly architecture: InstanceType["architecture"];
  readonly memoryGiBPerVcpu: number;
  readonly sizes: { readonly [size: string]: Size };
}

// vCPUs and memory: the tables of general purpose, compute and memory optimized instances in EC2's documentation.
// Interfaces: aws/amazon-vpc-cni-k8s 01d744a5, misc/eni-max-pods.txt, read from EC2's API (pods = interfaces ×
// (addresses − 1) + 2).
const SIZES: Family["sizes"] = {
  large: [2, 3],
  xlarge: [4, 4],
  "2xlarge": [8, 4],
  "4xlarge": [16, 8],
  "8xlarge": [32, 8],
  "12xlarge": [48, 8],
  "16xlarge": [64, 15],
};
const SIZES_FROM_MEDIUM: Family["sizes"] = { medium: [1, 2], ...SIZES };
const SIZES_OF_C5: Family["sizes"] = {
  large: [2, 3],
  xlarge: [4, 4],
  "2xlarge": [8, 4],
  "4xlarge": [16, 8],
  "9xlarge": [36, 8],
  "18xlarge": [72, 15],
};
const BURSTABLE: Family["sizes"] = {
  nano: [2, 2, 0.5],
  micro: [2, 2, 1],
  small: [2, 3, 2],
  medium: [2, 3, 4],
  large: [2, 3, 8],
  xlarge: [4, 4, 16],
  "2xlarge": [8, 4, 32],
};

const [X86, ARM] = ["x86_64", "arm64"] as const;
const FAMILIES: readonly Family[] = [
  { names: words("t3"), architecture: X86, memoryGiBPerVcpu: 4, sizes: BURSTABLE },
  { names: words("t3a"), architecture: X86, memoryGiBPerVcpu: 4, sizes: { ...BURSTABLE, small: [2, 2, 2] } },
  { names: words("t4g"), architecture: ARM, memoryGiBPerVcpu: 4, sizes: BURSTABLE },
  {
    names: words("m5 m5a m5ad m5d m5dn m5n m6a m6i m6id m6idn m6in m7i m7i-flex"),
    architecture: X86,
    memoryGiBPerVcpu: 4,
    sizes: SIZES,
  },
  { names: words("m7a"), architecture: X86, memoryGiBPerVcpu: 4, sizes: SIZES_FROM_MEDIUM },
  { names: words("m6g m6gd m7g m7gd m8g"), architecture: ARM, memoryGiBPerVcpu: 4, sizes: SIZES_FROM_MEDIUM },
  { names: words("c5 c5d"), architecture: X86, memoryGiBPerVcpu: 2, sizes: SIZES_OF_C5 },
  { names: words("c5a c6a c6i c6id c6in c7i c7i-flex"), architecture: X86, memoryGiBPerVcpu: 2, sizes: SIZES },
  { names: words("c7a"), architecture: X86, memoryGiBPerVcpu: 2, sizes: SIZES_FROM_MEDIUM },
  { names: words("c6g c6gd c6gn c7g c7gd c7gn c8g"), architecture: ARM, memoryGiBPerVcpu: 2, sizes: SIZES_FROM_MEDIUM },
  {
    names: words("r5 r5a r5ad r5b r5d r5dn r5n r6a r6i r6id r6idn r6in r7i"),
    architecture: X86,
    memoryGiBPerVcpu: 8,
    sizes: SIZES,
  },
  { names: words("r7a"), architecture: X86, memoryGiBPerVcpu: 8, sizes: SIZES_FROM_MEDIUM },
  { names: words("r6g r6gd r7g r7gd r8g"), architecture: ARM, memoryGiBPerVcpu: 8, sizes: SIZES_FROM_MEDIUM },
];

function words(text: string): readonly string[] {
  return text.split(" ");
}

// vantage-sh/ec2instances.info, scraper/aws/ec2/extras/manually_fetched_data.json of 2025-12-10, memory.total_mb; not
// the ECS image, so 2 % either way.
const MEASURED_MEMORY_MIB: { readonly [type: string]: number } = {
  "t3.small": 1901,
  "t3.medium": 3827,
  "t3.large": 7811,
  "t3.xlarge": 15779,
  "t3a.medium": 3839,
  "t4g.medium": 3835,
  "m5.large": 7811,
  "m5.xlarge": 15611,
  "m5a.large": 7771,
  "m6i.large": 7771,
  "m6i.xlarge": 15697,
  "m6a.large": 7727,
  "m7i.large": 7771,
  "m6g.large": 7735,
  "c5.large": 3785,
  "c6i.large": 3807,
  "c6i.xlarge": 7771,
  "r5.large": 15779,
};

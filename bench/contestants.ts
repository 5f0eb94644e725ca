import { rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { benchEnvironment } from "./environment";

/** The project's folder. */
export const PROJECT = join(__dirname, "..");
/** Where what Ballast is compared with is installed, apart from the project. */
export const PEERS = join(__dirname, "peers");

/** A program that synthesizes a platform, timed as a whole process. */
export interface Contestant {
  readonly name: string;
  /** What it does, for the reader of the results. */
  readonly description: string;
  /** Arguments of `node`, run in the project's folder. */
  readonly args: readonly string[];
  /**
   * Prepares a run, and gives its environment variables.
   * @param folder an empty folder of the run's own
   */
  readonly prepare: (folder: string) => Readonly<Record<string, string>>;
}

/** What `cdktf synth` runs. */
const OURS = ["--require", "./typescript.cjs", "main.ts"];
const AWS_CDK = [relative(PROJECT, join(PEERS, "aws-cdk", "app.js"))];

const ours = (environment: string, folder: string) => ({
  BALLAST_ENVIRONMENT: environment,
  CDKTF_OUTDIR: join(folder, "out"),
});

export const ballast: Contestant = {
  name: "ballast",
  description: "production of this project, guardrails included",
  args: OURS,
  prepare: (folder) => ours("production", folder),
};

export const awsCdk: Contestant = {
  name: "aws-cdk",
  description: "a like platform in AWS CDK, as it comes: with its validation of the templates",
  args: AWS_CDK,
  prepare: (folder) => ({ CDK_OUTDIR: join(folder, "out") }),
};

/** The two that the claims are about, and what explains their figures. */
export const sideBySide: readonly Contestant[] = [
  ballast,
  awsCdk,
  {
    ...awsCdk,
    name: "aws-cdk-unvalidated",
    description: "the same with CDK_VALIDATION=false: nothing is checked",
    prepare: (folder) => ({ ...awsCdk.prepare(folder), CDK_VALIDATION: "false" }),
  },
  {
    name: "bare-cdktf",
    description: "a CDKTF app with the AWS provider and nothing else: the floor",
    args: [relative(PROJECT, join(PEERS, "bare-cdktf.js"))],
    prepare: (folder) => ({ CDKTF_OUTDIR: join(folder, "out") }),
  },
  {
    ...ballast,
    name: "ballast-cold",
    description: "production with nothing compiled yet, as right after a clone",
    prepare: (folder) => {
      rmSync(join(PROJECT, "node_modules", ".cache", "ballast"), { recursive: true, force: true });
      return ballast.prepare(folder);
    },
  },
];

/** Ballast and AWS CDK with a number of services. */
export function withServices(count: number): readonly [Contestant, Contestant] {
  return [
    {
      ...ballast,
      prepare: (folder) => {
        const file = join(folder, "bench.ts");
        writeFileSync(file, `export default ${JSON.stringify(benchEnvironment(count))};\n`);
        return ours(file, folder);
      },
    },
    { ...awsCdk, prepare: (folder) => ({ ...awsCdk.prepare(folder), SERVICES: String(count) }) },
  ];
}

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { loadEnvironments, parseMode } from "../../environments/load";
import type { Environment } from "../../environments/schema";
import type { Calibration } from "../../game-day/compare";
import type { Plan } from "../../plan/plan";
import { type Experiment, experimentsOf } from "../../platform/game-day/experiments";
import { ASSUMPTIONS, assumptions } from "../../stress/assumptions";
import { defaultLoad } from "../../stress/load-profile";
import type { Io } from "../io";
import { factsOf } from "../stress/subject";
import { synthesize } from "../synthesis";
import { UserError } from "../user-error";

/** Runs of an experiment: enough for its spread to be seen. */
export const RUNS = 20;

/** An environment that allows experiments, and what the simulator needs of it. */
export interface GameDayInputs {
  readonly environment: Environment;
  readonly experiments: readonly Experiment[];
  readonly how: { readonly percent: number; readonly zone: string; readonly minutes: number };
  readonly calibration: Calibration;
  /** What the simulator works with; a synthesis. */
  readonly subject: () => Parameters<typeof import("../../game-day/simulate").simulate>[2];
}

/** @throws UserError where the environment allows no experiments */
export function inputsOf(selector: string, assumptionsFile: string | undefined, io: Io): GameDayInputs {
  const mode = parseMode(io.env.BALLAST_MODE);
  const [loaded] = loadEnvironments({ selector, cwd: io.cwd, mode, localState: true });
  if (loaded === undefined) throw new Error(`${selector} loaded no environment`);
  const { environment, file } = loaded;
  if (environment.gameDay === undefined) {
    throw new UserError(
      `${environment.name} allows no experiments: ${file}: gameDay: got nothing; give gameDay: {} where somebody has decided that it may`,
    );
  }
  const calibration = assumptionsFile === undefined ? {} : readCalibration(assumptionsFile, io);
  const zones =
    environment.network.create?.availabilityZones ?? Object.keys(environment.network.existing?.privateSubnetIds ?? {});
  return {
    environment,
    experiments: experimentsOf(environment),
    how: { ...environment.gameDay, zone: environment.gameDay.zone ?? zones[0] ?? "" },
    calibration,
    subject: () => ({
      facts: factsOf(environment.name, platformOf(selector, environment, io)),
      load: defaultLoad,
      seed: 1,
      runs: RUNS,
      windowSeconds: 3600,
      assumptions: assumptions(calibration),
    }),
  };
}

function platformOf(selector: string, { name }: Environment, io: Io): Plan {
  // Offline, whatever is set: no mode changes what is simulated.
  const plan = synthesize(selector, { ...io, env: {} }).plans.get(`${name}-platform`);
  if (plan === undefined) throw new Error(`${name} has no platform`);
  return plan;
}

const spread = z
  .array(z.number().min(0))
  .min(1)
  .max(3)
  .refine((values) => values.every((value, index) => index === 0 || value >= (values[index - 1] ?? 0)), {
    error: "one to three numbers, ascending",
  });
const calibrationSchema = z.partialRecord(z.enum(Object.keys(ASSUMPTIONS) as [keyof typeof ASSUMPTIONS]), spread);

function readCalibration(file: string, io: Io): Calibration {
  return readJson(file, calibrationSchema, "--assumptions", io) as Calibration;
}

/** @throws UserError with everything that is wrong in the file */
export function readJson<Output>(file: string, schema: z.ZodType<Output>, what: string, io: Io): Output {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(resolve(io.cwd, file), "utf8"));
  } catch (error) {
    throw new UserError(`${what}: ${file}: ${error instanceof SyntaxError ? "it isn't JSON" : "it can't be read"}`);
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new UserError(
    parsed.error.issues.map(({ path, message }) => `${file}: ${path.join(".")}: ${message}`).join("\n"),
  );
}

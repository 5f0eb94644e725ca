import { count } from "../../reports/text";
import { defaultLoad } from "../../stress/load-profile";
import { isBroken } from "../../stress/results";
import { SCENARIOS } from "../../stress/scenarios";
import { StressError } from "../../stress/stress-error";
import { runSuite } from "../../stress/suite";
import type { Io } from "../io";
import type { Outcome } from "../stages";
import type { Synthesis } from "../synthesis";
import { runningStack } from "./inputs";
import { factsOf } from "./subject";
import { writeReports } from "./write";

/** One run of each scenario, as a stage of the main job; its result are the files written. */
export function quickStress(synthesis: Pick<Synthesis, "environment" | "plans">, io: Io): Outcome<readonly string[]> {
  try {
    const { environment } = synthesis;
    const [, plan] = runningStack(synthesis);
    const facts = factsOf(environment, plan);
    const extent = { scenarios: SCENARIOS, seed: 1, runs: 1, analyses: false };
    const report = runSuite({ environment, facts, load: defaultLoad, ...extent });
    const result = writeReports(report, io);
    const claims = report.scenarios.flatMap((scenario) => scenario.claims);
    const broken = claims.filter(isBroken);
    if (broken.length > 0) {
      const names = broken.map(({ id }) => id).join(", ");
      return { status: "failed", note: `${count(broken.length, "claim")} broken: ${names}`, result };
    }
    const kept = claims.filter(({ holds }) => holds === true);
    return { status: "ok", note: `${count(kept.length, "claim")} hold`, result };
  } catch (error) {
    if (!(error instanceof StressError)) throw error;
    return { status: "skipped", note: error.message, result: [] };
  }
}

import type { Machine } from "../machine";
import { claimLines, machineLine, table } from "../report";
import { type Claim, claim } from "../results";

/** CPU time of one task's loss and replacement on a cluster of so many instances, each run's. */
export interface Losses {
  readonly instances: number;
  readonly microseconds: readonly number[];
}

export interface StressResults {
  readonly date: string;
  readonly command: string;
  readonly machine: Machine;
  readonly losses: readonly Losses[];
  readonly claims: readonly Claim[];
}

/** At most so many times as much on the largest cluster as on the smallest; the rest is noise. */
const MAX_GROWTH = 2;

/** What comes of the runs, in ascending order of instances. */
export function summarizeLosses(losses: readonly Losses[]): Pick<StressResults, "claims"> {
  const [first, last] = [losses.at(0), losses.at(-1)].map((own) => least(own?.microseconds ?? []));
  const growth = (last ?? Number.NaN) / (first ?? Number.NaN);
  return {
    claims: [claim("cost of a task's loss on the largest cluster by that on the smallest", growth, MAX_GROWTH)],
  };
}

/** The results as Markdown, whose tables a terminal shows well too. */
export function stressMarkdown({ date, command, machine, losses, claims }: StressResults): string {
  return [
    `# The model on large clusters, ${date}`,
    "",
    machineLine(machine),
    `CPU time of one task's loss and replacement, ${losses[0]?.microseconds.length ?? 0} runs each: \`${command}\``,
    "",
    table(
      ["instances", "least \u00b5s", "most"],
      losses.map(({ instances, microseconds }) =>
        [instances, least(microseconds), Math.max(...microseconds)].map((figure) => figure.toFixed(0)),
      ),
    ),
    "",
    "## Claims",
    "",
    ...claimLines(claims),
    "",
  ].join("\n");
}

/** The run that the machine disturbed least. */
const least = (values: readonly number[]) => Math.min(...values);

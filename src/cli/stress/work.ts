import type { Subject } from "../../stress/measured";
import type { Suite } from "../../stress/suite";
import { type Answer, type Work, weightOf } from "../../stress/work";
import type { Io } from "../io";
import { performAll } from "./pool";
import { Progress } from "./progress";
import type { Inputs } from "./subject";

export interface WorkProps {
  readonly inputs: Inputs;
  readonly subject: Subject;
  readonly workers?: number;
  readonly io: Io;
}

/** Does work of a suite, and shows how far it is. */
export async function work(works: readonly Work[], { scenarios }: Suite, props: WorkProps): Promise<readonly Answer[]> {
  const weight = (piece: Work) => weightOf(piece, scenarios);
  const progress = new Progress(
    props.io,
    "stress",
    works.reduce((sum, piece) => sum + weight(piece), 0),
  );
  const answers = await performAll(works, { ...props, scenarios, onDone: (piece) => progress.add(weight(piece)) });
  progress.end();
  return answers;
}

import { RandomStreams } from "../../src/simulator/random";
import { finderOf } from "../support/mutation/finder";
import { type Mutant, mutants } from "../support/mutation/mutants";
import type { OperatorName } from "../support/mutation/operators";
import { survivorsLike } from "../support/mutation/survivors";
import { synthesized } from "../support/synthesized";

const OPERATORS: readonly OperatorName[] = [
  "drop a block",
  "flip a boolean",
  "widen a CIDR",
  "widen an ARN",
  "lower a number",
];
const DRAWN = 200;
/** Of the whole pool as many are found; the seed draws no luckier ones. */
const LEAST = 0.95;

const documents = synthesized("production");
const all = OPERATORS.flatMap((operator) => mutants(documents, operator));
const find = finderOf(documents);
const inWords = ({ operator, path, becomes }: Mutant) => `${operator} ${path.join(".")} ${String(becomes)}`;

test("of 200 mutants drawn at random from production, the rules find most, and why the others do no harm is known", () => {
  const random = new RandomStreams(1).stream("mutants");
  const drawn = Array.from({ length: DRAWN }, () => all[Math.floor(random() * all.length)] as Mutant);
  const survivors = drawn.filter((mutant) => find(mutant) === undefined);
  expect(survivors.filter((mutant) => survivorsLike(mutant).length === 0).map(inWords)).toEqual([]);
  expect(1 - survivors.length / DRAWN).toBeGreaterThanOrEqual(LEAST);
});

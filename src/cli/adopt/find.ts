import { type Inventory, inventoryOf } from "../../account/inventory";
import { discover } from "../../adopt/discover";
import { type Mapping, openIn } from "../../adopt/mapping";
import { wantedOf } from "../../adopt/wanted";
import { managedBy } from "../../drift/managed";
import { mappingTable } from "../../reports/adopt-table";
import { accountOf } from "../connection";
import { ExitCode } from "../exit-code";
import { shownPath } from "../files";
import type { Io } from "../io";
import { colorsFor } from "../output";
import { type AdoptedPlan, adoptedPlan } from "./adopted-plan";
import { readMapping, writeMapping } from "./mapping-file";

/**
 * Looks for what the platform would make and is there already, and writes the mapping that a person reviews. What a
 * mapping says already stays, and leads on.
 */
export async function findAdoptable(loaded: AdoptedPlan["loaded"], io: Io): Promise<ExitCode> {
  const { name } = loaded.environment;
  const before = readMapping(name, io);
  const { document, plan, stack } = await adoptedPlan({ loaded, mapping: undefined, role: "plan" }, io);
  const { wanted, renamed } = wantedOf(document, plan);
  io.stderr.write(`looking at ${loaded.environment.region} …\n`);
  const { resources, unseen }: Inventory = await inventoryOf(accountOf(loaded, io));
  const isManaged = managedBy([document]);
  const existing = resources.filter((each) => !isManaged(each));
  const settled = (before?.resources ?? []).filter(
    ({ address, id }) => id !== null && wanted.some((each) => each.address === address),
  );
  const found = discover({ environment: name, wanted, existing, settled });
  const mapping: Mapping = { version: 1, environment: name, resources: [...found], moved: [...renamed] };
  for (const each of unseen) io.stderr.write(`Not seen: ${each}\n`);
  if (found.length === 0 && renamed.length === 0) {
    io.stdout.write(`${stack}: nothing of what it would make was found in ${loaded.environment.region}.\n`);
    return unseen.length === 0 ? ExitCode.OK : ExitCode.FINDINGS;
  }
  const path = writeMapping(mapping, io);
  io.stdout.write(mappingTable(mapping, { added: wanted.length - found.length }, colorsFor(io)));
  const todo = openIn(mapping).length === 0 ? "Review it" : 'Decide what is open (an id, or "new")';
  io.stdout.write(`\n${shownPath(io, path)} is written. ${todo}, then plan it: npm run adopt -- ${name}\n`);
  return ExitCode.FINDINGS;
}

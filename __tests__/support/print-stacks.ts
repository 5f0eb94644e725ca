import { loadEnvironments } from "../../src/environments/load";
import { buildApp } from "../../src/stacks/synthesize";
import { documentsOf } from "../../src/stacks/validation";

/** Prints an environment's stacks as one JSON object, for `synthesized.ts`. */
const app = buildApp({
  environments: loadEnvironments({ selector: process.argv[2], mode: "offline" }),
  mode: "offline",
});
process.stdout.write(JSON.stringify(Object.fromEntries(documentsOf(app))));

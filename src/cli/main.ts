import { processIo } from "./io";
import { run } from "./run";

run(process.argv.slice(2), processIo()).then((exitCode) => {
  // Not process.exit: what is still on its way to a pipe would be cut off.
  process.exitCode = exitCode;
});

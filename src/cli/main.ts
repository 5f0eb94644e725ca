import { processIo } from "./io";
import { run } from "./run";

// A reader that has seen enough (`| head`) closes the pipe: no fault of anybody's.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

run(process.argv.slice(2), processIo()).then((exitCode) => {
  // Not process.exit: what is still on its way to a pipe would be cut off.
  process.exitCode = exitCode;
});

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, HOST, isOpen, startEmulator } from "./emulator";
import { FILES, processIdentity, type SandboxRecord } from "./folder";
import { createGateway } from "./gateway/gateway";

/** How long the emulator may take to listen: it loads for seconds on a busy machine. */
const PATIENCE_SECONDS = 60;

/** The gateway's process: `node … src/sandbox/main.ts FOLDER PORT`. It starts the emulator and ends with it. */
async function main(folder: string, port: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const recordFile = join(folder, FILES.record);
  const emulatorPort = await freePort();
  const emulator = startEmulator(emulatorPort, join(folder, FILES.emulatorLog));
  const stop = () => {
    rmSync(recordFile, { force: true });
    if (emulator.pid !== undefined && emulator.exitCode === null) process.kill(-emulator.pid, "SIGKILL");
    process.exit(0);
  };
  emulator.on("error", (error) => {
    console.error(`moto_server doesn't start: ${error.message}`);
    process.exit(1);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
  const gateway = createGateway({ emulatorPort, callsFile: join(folder, FILES.calls), stop });
  gateway.on("error", (error) => {
    console.error(error.message);
    if (emulator.pid !== undefined) process.kill(-emulator.pid, "SIGKILL");
    process.exit(1);
  });
  await new Promise<void>((resolve) => gateway.listen(port, HOST, resolve));
  for (let tenths = 0; !(await isOpen(emulatorPort)); tenths += 1) {
    if (emulator.exitCode !== null) throw new Error(`moto_server ended with ${emulator.exitCode}`);
    if (tenths > PATIENCE_SECONDS * 10) throw new Error(`moto_server doesn't answer after ${PATIENCE_SECONDS} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const address = gateway.address();
  const record: SandboxRecord = {
    endpoint: `http://${HOST}:${typeof address === "object" && address ? address.port : port}`,
    gateway: processIdentity(process.pid),
    emulator: processIdentity(emulator.pid ?? 0),
    emulatorPort,
  };
  writeFileSync(recordFile, `${JSON.stringify(record, null, 2)}\n`);
}

const [folder = ".sandbox", port = "0"] = process.argv.slice(2);
main(folder, Number(port)).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});

import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { connect, createServer } from "node:net";

export const HOST = "127.0.0.1";
/** Version that the mends are for. */
export const MOTO = "moto[server]==5.2.1";

/** Starts `moto_server` on a port of loopback; it outlives its parent, in a process group of its own. */
export function startEmulator(port: number, logFile: string): ChildProcess {
  const log = openSync(logFile, "a");
  return spawn("moto_server", ["-H", HOST, "-p", String(port)], {
    env: { ...process.env, MOTO_ACCOUNT_ID: "000000000000", MOTO_ACM_VALIDATION_WAIT: "1" },
    stdio: ["ignore", log, log],
    // What is on the PATH may be a script that starts the server.
    detached: true,
  });
}

/** A port of loopback that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, HOST, () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** Whether something listens on a port of loopback. */
export function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, HOST, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

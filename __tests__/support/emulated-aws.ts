import { type ChildProcess, spawn } from "node:child_process";
import { createServer, request, type Server } from "node:http";
import { connect } from "node:net";
import { SANDBOX_ENDPOINT } from "../../src/stacks/provider";

/**
 * An emulated AWS where the sandbox mode looks for it: `moto_server`, behind a proxy for two gaps of its S3. It applies a
 * bucket's policy without looking at the conditions, so that "deny plain HTTP" denies everything; and it gives a
 * lifecycle back without `newer_noncurrent_versions`. The proxy remembers what was put, and gives that back; only a log
 * bucket's policy goes on to the emulator, which asks it whether logs may be written.
 */
export class EmulatedAws {
  private readonly remembered = new Map<string, Buffer>();

  private constructor(
    private readonly moto: ChildProcess,
    private readonly motoPort: number,
    private readonly server: Server,
  ) {}

  static async start(): Promise<EmulatedAws> {
    const { hostname, port } = new URL(SANDBOX_ENDPOINT);
    const motoPort = Number(port) + 1;
    const moto = spawn("moto_server", ["-H", hostname, "-p", String(motoPort)], {
      env: { ...process.env, MOTO_ACCOUNT_ID: "000000000000" },
      stdio: "ignore",
      // A group of its own: what is on the PATH may be a script that starts the server.
      detached: true,
    });
    const server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        const body = Buffer.concat(chunks);
        const { method = "GET", url = "/", headers } = incoming;
        const [, gap] = /\?(policy|lifecycle)=/.exec(url) ?? [];
        if (gap !== undefined && method === "PUT") emulated.remembered.set(url, body);
        const known = method === "GET" ? emulated.remembered.get(url) : undefined;
        const isForLogs = body.includes("logging.s3.amazonaws.com");
        if (gap === "policy" && (known !== undefined || (method === "PUT" && !isForLogs))) return outgoing.end(known);
        const onward = request({ hostname, port: motoPort, method, path: url, headers, agent: false }, (answer) => {
          const { "content-length": _, ...kept } = answer.headers;
          outgoing.writeHead(answer.statusCode ?? 502, known === undefined ? answer.headers : kept);
          if (known === undefined) answer.pipe(outgoing);
          else outgoing.end(known);
        });
        onward.on("error", () => outgoing.destroy());
        return onward.end(body);
      });
    });
    const emulated = new EmulatedAws(moto, motoPort, server);
    await new Promise<void>((resolve, reject) =>
      server.once("error", reject).listen(Number(port), hostname, () => resolve()),
    );
    await emulated.answers(hostname);
    return emulated;
  }

  async stop(): Promise<void> {
    if (this.moto.pid !== undefined) process.kill(-this.moto.pid);
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answers(hostname: string): Promise<void> {
    for (let attempt = 0; attempt < 150; attempt += 1) {
      const isOpen = await new Promise<boolean>((resolve) => {
        const socket = connect(this.motoPort, hostname, () => {
          socket.destroy();
          resolve(true);
        }).on("error", () => resolve(false));
      });
      if (isOpen) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error("moto_server doesn't answer after 30 s");
  }
}

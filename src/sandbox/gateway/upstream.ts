import { request } from "node:http";
import type { HttpAnswer, HttpRequest } from "../protocol/call";

/** Sends a request to the emulator as it is; rejects where nothing answers. */
export function forward({ method, url, headers, body }: HttpRequest, port: number): Promise<HttpAnswer> {
  const kept = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && !/^(connection|content-length|expect|transfer-encoding)$/.test(name),
  ) as [string, string | string[]][];
  return new Promise((resolve, reject) => {
    const onward = request(
      {
        hostname: "127.0.0.1",
        port,
        method,
        path: url,
        headers: { ...Object.fromEntries(kept), "content-length": body.length },
        agent: false,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const { connection: _c, "transfer-encoding": _t, ...answered } = incoming.headers;
          resolve({ status: incoming.statusCode ?? 502, headers: answered, body: Buffer.concat(chunks) });
        });
      },
    );
    onward.on("error", reject);
    onward.end(body);
  });
}

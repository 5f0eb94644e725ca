import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { describeLarge, describeStart } from "./file-kind";
import { notAPlan } from "./plan-error";

/** A plan of some thousand resources has 30 MB. */
const MAX_BYTES = 200 * 1024 * 1024;

/**
 * The text of a file or pipe, if its first bytes may be those of a JSON object: nothing else is read whole.
 * @throws PlanError saying what it is
 */
export function readText(path: string): string {
  const file = open(path);
  try {
    const status = fstatSync(file);
    if (status.isDirectory()) throw notAPlan(path, "a directory");
    const start = readChunk(file);
    const kind = describeStart(start);
    if (kind !== undefined) throw notAPlan(path, kind);
    const chunks = [start];
    let size = start.length;
    while ((chunks.at(-1)?.length ?? 0) > 0) {
      if (Math.max(size, status.size) > MAX_BYTES) throw notAPlan(path, "more than 200 MB");
      const chunk = readChunk(file);
      const large = size === start.length && chunk.length > 0 ? describeLarge(start) : undefined;
      if (large !== undefined) throw notAPlan(path, large);
      size += chunk.length;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks)
      .toString("utf8")
      .replace(/^\uFEFF/, "");
  } finally {
    closeSync(file);
  }
}

/** The next bytes, a mebibyte unless the file ends before; none at the end. */
function readChunk(file: number): Buffer {
  const chunk = Buffer.alloc(1024 * 1024);
  let length = 0;
  for (;;) {
    const read = readWaiting(file, chunk.subarray(length));
    length += read;
    // A pipe gives what it has.
    if (read === 0 || length === chunk.length) return chunk.subarray(0, length);
  }
}

/** Reads from a pipe that its other end made non-blocking, too: it has nothing yet. */
function readWaiting(file: number, into: Buffer): number {
  for (;;) {
    try {
      return readSync(file, into);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function open(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") throw notAPlan(path, "no such file");
    throw notAPlan(path, `can't be opened (${code ?? "unknown error"})`);
  }
}

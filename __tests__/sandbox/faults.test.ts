import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsAt } from "../../src/sandbox/client";
import { FAULTS, type Fault, FaultSource } from "../../src/sandbox/faults/fault-plan";
import { createGateway } from "../../src/sandbox/gateway/gateway";
import type { Call } from "../../src/sandbox/protocol/call";
import { controlOf } from "../../src/sandbox/sandbox";

const call = (service: string, operation: string): Call => ({
  service,
  operation,
  protocol: "json",
  region: "us-east-1",
  parameters: {},
  http: { method: "POST", url: "/", headers: {}, body: Buffer.alloc(0) },
});

const struck = (seed: number, share: number, names: readonly string[]) => {
  const source = new FaultSource({ seed, share });
  return names.map((name) => `${name} ${source.next(call("ecs", name))}`).sort();
};

test("a seed strikes the same calls, whatever runs between them", () => {
  const one = Array.from({ length: 100 }, () => "DescribeClusters");
  const other = Array.from({ length: 100 }, () => "CreateService");
  const inTurn = one.flatMap((name, index) => [name, other[index] ?? ""]);
  expect(struck(7, 0.3, [...one, ...other])).toEqual(struck(7, 0.3, inTurn));
  expect(struck(7, 0.3, inTurn)).not.toEqual(struck(8, 0.3, inTurn));
});

test("about the share that was asked for is struck, by each kind", () => {
  const source = new FaultSource({ seed: 1, share: 0.3 });
  const found = Array.from({ length: 2000 }, () => source.next(call("ecs", "DescribeClusters")));
  const hit = found.filter((fault) => fault !== undefined);
  expect(hit.length / found.length).toBeGreaterThan(0.26);
  expect(hit.length / found.length).toBeLessThan(0.34);
  expect(new Set(hit)).toEqual(new Set(FAULTS));
});

test("S3's reads are never stale: it promises so", () => {
  const source = new FaultSource({ share: 1 });
  const found = Array.from({ length: 200 }, () => source.next(call("s3", "GetObject")));
  expect(found).not.toContain("stale");
});

describe("before an emulator that counts", () => {
  let emulator: Server;
  let gateway: Server;
  let endpoint: string;
  let count = 0;
  const portOf = (server: Server): number => (server.address() as AddressInfo).port;
  const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  beforeAll(async () => {
    emulator = createServer((incoming, outgoing) => {
      incoming.resume().on("end", () => {
        count += 1;
        outgoing.end(JSON.stringify({ count }));
      });
    });
    await listening(emulator);
    const callsFile = join(mkdtempSync(join(tmpdir(), "ballast-faults-")), "calls.jsonl");
    gateway = createGateway({ emulatorPort: portOf(emulator), callsFile, stop: () => {} });
    await listening(gateway);
    endpoint = `http://127.0.0.1:${portOf(gateway)}`;
  });
  afterAll(() => {
    for (const server of [gateway, emulator]) {
      server.closeAllConnections();
      server.close();
    }
  });
  beforeEach(() => {
    count = 0;
  });

  const list = (service = "kms") => awsAt(endpoint).call(service, "ListThings");
  const always = (...kinds: readonly Fault[]) => controlOf(endpoint).faults({ share: 1, kinds, slowSeconds: 0.2 });

  test.each([
    ["throttled", "kms", "ThrottlingException"],
    ["throttled", "ec2", "RequestLimitExceeded"],
    ["throttled", "iam", "Throttling"],
    ["throttled", "dynamodb", "ProvisionedThroughputExceededException"],
    ["unavailable", "ec2", "Unavailable"],
    ["internal-error", "kms", "InternalFailure"],
  ] as const)("%s %s answers %s, and nothing happens", async (fault, service, code) => {
    await always(fault);
    await expect(list(service)).rejects.toMatchObject({ code });
    expect(count).toBe(0);
  });

  test("S3 slows down with 503", async () => {
    await always("throttled");
    await expect(awsAt(endpoint).rest("s3", "GET", "/bucket")).rejects.toMatchObject({
      code: "SlowDown",
      message: expect.stringContaining("503"),
    });
  });

  test.each([
    ["dropped-before", 0],
    ["dropped-after", 1],
  ] as const)("%s cuts the connection, with %d effects", async (fault, effects) => {
    await always(fault);
    await expect(list()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(count).toBe(effects);
    const [last] = (await controlOf(endpoint).calls()).slice(-1);
    expect(last).toMatchObject({ status: "dropped", fault });
  });

  test("slow comes late", async () => {
    await always("slow");
    const begin = performance.now();
    await list();
    expect(performance.now() - begin).toBeGreaterThan(190);
  });

  test("a stale read is what was answered before the last answer", async () => {
    await controlOf(endpoint).faults({});
    const before = await list();
    await list();
    await always("stale");
    expect(await list()).toEqual(before);
    await controlOf(endpoint).faults({});
    expect(await list()).not.toEqual(before);
  });

  test("from a given call on all are held, until told otherwise", async () => {
    const control = controlOf(endpoint);
    await control.faults({ holdAt: 2, only: "^kms:" });
    await list();
    const held = list().then(
      () => "answered",
      () => "cut",
    );
    const soon = new Promise((resolve) => setTimeout(() => resolve("held"), 200));
    expect(await Promise.race([held, soon])).toBe("held");
    expect(count).toBe(1);
    expect(await control.status()).toMatchObject({ holds: true });
    await expect(list("ssm")).resolves.toBeDefined();
    const effects = count;
    await control.faults({});
    expect(await held).toBe("cut");
    expect(count).toBe(effects);
    expect(await control.status()).toMatchObject({ holds: false });
  });

  test.each([{ shares: 1 }, { share: 2 }, { kinds: ["broken"] }])("%p is no fault plan", async (plan) => {
    await expect(controlOf(endpoint).faults(plan as object)).rejects.toThrow(/faults/);
  });
});

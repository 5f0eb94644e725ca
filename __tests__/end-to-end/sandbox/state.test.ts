import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestSandbox, testSandbox } from "../../support/sandbox";
import { describeWith, MOTO_SERVER, TERRAFORM } from "../../support/tools";
import type { Deployed } from "./support/deployed";
import { killedAt, recover, untilHeld } from "./support/killed";
import { agree, type Locks, makeStateStore, RESOURCES, smallStack } from "./support/small-stack";

const APPLY = ["apply", "-input=false", "-auto-approve", "-no-color"];
const COUNT = 12;
const NO_RESOURCES = { version: 4, serial: 1, lineage: "e4d6f0a1-0000-0000-0000-000000000000", resources: [] };

describeWith("a state in use", [TERRAFORM, MOTO_SERVER], () => {
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await testSandbox();
    await makeStateStore(sandbox);
  }, 300_000);
  afterAll(() => sandbox?.stop());

  test.each<Locks>(["table", "native", "both"])(
    "two applies at once, %s: one fails and names who holds the lock",
    async (locks) => {
      const name = `two-${locks}`;
      const stack = await smallStack(name, locks, sandbox);
      // The first is held at its first resource, so that the second comes while it is at it.
      await sandbox.control.faults({ holdAt: 1, only: RESOURCES });
      const first = stack.terraform(...APPLY);
      await untilHeld(sandbox);
      const second = await stack.terraform(...APPLY);
      await sandbox.control.faults({});
      expect(second.exitCode).toBe(1);
      expect(second.output).toContain("Error acquiring the state lock");
      expect(second.output).toMatch(/Who:\s+\S+@\S+/);
      expect(await first).toMatchObject({ exitCode: 0 });
      await agree(name, stack, sandbox);
      expect((await stack.state()).addresses).toHaveLength(COUNT);
    },
    900_000,
  );

  test.each([
    ["in the middle", 30, RESOURCES, { foundLock: true, mendedChecksum: false }],
    ["between a state and its checksum", 2, "^dynamodb:PutItem$", { foundLock: true, mendedChecksum: true }],
    ["between the two locks", 1, "^dynamodb:PutItem$", { foundLock: true, mendedChecksum: false }],
  ])(
    "killed with -9 %s: the lock is found and explained, and recovery loses and doubles nothing",
    async (_where, call, only, expected) => {
      const name = `killed-${call}-${only.length}`;
      const stack = await smallStack(name, "both", sandbox);
      // Not the first state: of that the table has no checksum yet.
      expect(await push(stack, NO_RESOURCES)).toMatchObject({ exitCode: 0 });
      expect(await killedAt(call, only, stack, sandbox)).toBe(true);
      expect(await recover(name, stack, sandbox)).toMatchObject(expected);
      await agree(name, stack, sandbox);
      expect((await stack.state()).addresses).toHaveLength(COUNT);
    },
    900_000,
  );

  test("a version before is restored, and what came after is known again", async () => {
    const name = "restored";
    const stack = await smallStack(name, "both", sandbox);
    expect(await stack.terraform(...APPLY, "-target=aws_vpc.r0")).toMatchObject({ exitCode: 0 });
    const key = `/small-state/${name}/terraform.tfstate`;
    const good = await sandbox.aws.rest("s3", "GET", key);
    expect(await stack.terraform("state", "rm", "aws_vpc.r0")).toMatchObject({ exitCode: 0 });
    expect((await stack.state()).addresses).toEqual([]);

    const listed = await sandbox.aws.rest("s3", "GET", `/small-state?versions&prefix=${name}/terraform.tfstate`);
    // The locks beside it have versions too.
    const versions = [...listed.matchAll(/<Version>.*?<\/Version>/gs)].flatMap(([version]) =>
      version.includes(`<Key>${name}/terraform.tfstate</Key>`) ? (/<VersionId>([^<]+)</.exec(version)?.[1] ?? []) : [],
    );
    const texts = await Promise.all(
      versions.map((version) => sandbox.aws.rest("s3", "GET", `${key}?versionId=${version}`)),
    );
    const found = texts.find((text) => text === good);
    if (found === undefined) throw new Error("the version before isn't kept");
    const restored = { ...JSON.parse(found), serial: JSON.parse((await stack.state()).text).serial + 1 };
    expect(await push(stack, restored)).toMatchObject({ exitCode: 0 });
    expect((await stack.state()).addresses).toEqual(["aws_vpc.r0"]);
    await agree(name, stack, sandbox);
  }, 900_000);
});

async function push(stack: Deployed, state: object) {
  const file = join(stack.directory, "restored.tfstate");
  writeFileSync(file, JSON.stringify(state));
  return stack.terraform("state", "push", file);
}

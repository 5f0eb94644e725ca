import { type TestSandbox, testSandbox } from "../../support/sandbox";
import { describeWith, MOTO_SERVER, TERRAFORM } from "../../support/tools";
import { lifeUnderFaults } from "./support/faulted";
import { makeStateStore } from "./support/small-stack";

describeWith("deploy, plan and destroy under faults", [TERRAFORM, MOTO_SERVER], () => {
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await testSandbox();
    await makeStateStore(sandbox);
  }, 300_000);
  afterAll(() => sandbox?.stop());

  // The soak has thirty seeds.
  test.each([3, 4])(
    "seed %i: ends, if need be after a rerun, with nothing lost, doubled or left over",
    async (seed) => {
      const { struck } = await lifeUnderFaults(`fault-${seed}`, seed, sandbox);
      expect(struck).toBeGreaterThan(5);
    },
    600_000,
  );
});

import production from "../../../src/environments/production";
import { findings } from "../../support/bad-input";
import { edit } from "../../support/edit";

describe("several problems", () => {
  test("are told all at once, those of single fields and those between fields", () => {
    const environment = edit(production, {
      regoin: "x",
      "network.create.cidr": "nonsense",
      "capacity.targetCapacityPercent": 200,
      "capacity.minInstances": 19,
      "services[0].memoryMiB": 9000,
      "services[1].name": "web",
      "services[1].cpuUnits": "512",
    });
    expect(
      findings(environment)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([
      "capacity.minInstances",
      "capacity.targetCapacityPercent",
      "network.create.cidr",
      "regoin",
      "services[0].memoryMiB",
      "services[1].cpuUnits",
      "services[1].name",
    ]);
  });

  test("of one mistake don't become two", () => {
    expect(findings(edit(production, { "capacity.maxInstances": 0 }))).toHaveLength(1);
  });
});

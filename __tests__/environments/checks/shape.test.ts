import production from "../../../src/environments/production";
import { findings, testBadInput, web } from "../../support/bad-input";
import { edit } from "../../support/edit";

describe("a field by itself", () => {
  testBadInput([
    ["a field that isn't known", { colour: "red" }, "colour", "isn't known", "services"],
    ["a misspelt field", { regoin: "us-east-1" }, "regoin", 'did you mean "region"?'],
    ["two letters that changed places", { "network.create.cdir": 1 }, "network.create.cdir", 'did you mean "cidr"?'],
    ["a part of a field's name", { [`${web}.cpu`]: 1 }, `${web}.cpu`, 'did you mean "cpuUnits"?'],
    ["a misspelt field deep inside", { [`${web}.scaling.maxTask`]: 3 }, `${web}.scaling.maxTask`, '"maxTasks"'],
    ["a missing field", { region: undefined }, "region", "nothing", "required"],
    [
      "a misspelt field that is required",
      { [`${web}.desiredTasks`]: undefined, [`${web}.desiredTask`]: 6 },
      `${web}.desiredTask`,
      'did you mean "desiredTasks"?',
    ],
    [
      "a misspelt field that another check misses",
      { "network.create": undefined, "network.creat": {} },
      "network.creat",
      'did you mean "create"?',
    ],
    [
      "a missing number",
      { [`${web}.memoryMiB`]: undefined },
      `${web}.memoryMiB`,
      "nothing",
      "it is required",
      "least 6",
    ],
    ["a null", { "network.egress": null }, "network.egress", "null", "a list"],
    ["a number for a text", { name: 3 }, "name", "3", "text in quotes"],
    [
      "a text for a number",
      { "capacity.rootVolumeGiB": "80" },
      "capacity.rootVolumeGiB",
      '"80"',
      "30 to 16384, without quotes",
    ],
    [
      "a text for one of some numbers",
      { logRetentionDays: "365" },
      "logRetentionDays",
      '"365"; one of',
      "without quotes",
    ],
    [
      "a text for a list",
      { "network.create.availabilityZones": "us-east-1a" },
      "network.create.availabilityZones",
      "a list",
    ],
    ["a number beyond all", { "capacity.maxInstances": 1e21 }, "capacity.maxInstances", "1e+21", "1 to 1000"],
    ["a text for a switch", { disposable: "yes" }, "disposable", '"yes"', "true or false"],
    ["no number", { "capacity.maxInstances": Number.NaN }, "capacity.maxInstances", "NaN", "1 to 1000"],
    ["an infinite number", { [`${web}.memoryMiB`]: Number.POSITIVE_INFINITY }, `${web}.memoryMiB`, "Infinity"],
    ["a negative number", { "capacity.minInstances": -1 }, "capacity.minInstances", "-1", "at least 1"],
    ["half an instance", { "capacity.minInstances": 3.5 }, "capacity.minInstances", "3.5", "whole number"],
    ["an object for a list", { services: {} }, "services", "an object", "a list"],
    ["a list for an object", { network: [] }, "network", "a list of 0", "an object"],
    ["no services", { services: [] }, "services", "a list of 0", "at least 1 entry"],
    ["a hole in a list", { "services[1]": null }, "services[1]", "null", "an object"],
    ["a function for a value", { region: () => "us-east-1" }, "region", "a function"],
    ["a date for a value", { tags: new Date(0) }, "tags", "an instance of Date"],
    ["a list of any length", { services: new Array(1e9) }, "services", "a list of 1000000000"],
    ["a retention that CloudWatch doesn't know", { logRetentionDays: 8 }, "logRetentionDays", "8", "7, 14"],
    ["a name with a space", { name: "my production" }, "name", '"my production"', "lower-case"],
    ["a target capacity of 0", { "capacity.targetCapacityPercent": 0 }, "capacity.targetCapacityPercent", "1 to 100"],
    [
      "a target capacity of 101",
      { "capacity.targetCapacityPercent": 101 },
      "capacity.targetCapacityPercent",
      "1 to 100",
    ],
    ["an image with its tag", { [`${web}.image`]: "example.com/web:1" }, `${web}.image`, "without a tag"],
    ["the user root", { [`${web}.user`]: "root" }, `${web}.user`, "not root"],
    ["the user 0", { [`${web}.user`]: "00:0" }, `${web}.user`, "not root"],
    ["a variable's name with a hyphen", { [`${web}.environment.A-B`]: "x" }, `${web}.environment["A-B"]`, "name"],
    [
      "permissions on everything",
      { [`${web}.permissions`]: [{ actions: ["s3:GetObject"], resources: ["*"] }] },
      `${web}.permissions[0].resources[0]`,
    ],
  ]);

  test("a misspelling doesn't excuse the field that it resembles", () => {
    const environment = edit(production, { nam: "x", name: "Production" });
    expect(findings(environment).map(({ path }) => path)).toEqual(["name", "nam"]);
  });
});

import { type Check, problem, zonesOf } from "../check";

export const instanceTypes: Check = {
  id: "instance-types",
  title: "Every zone offers every instance type",
  run: async ({ environment, account }) => {
    const types = environment.capacity.instanceTypes;
    const zones = zonesOf(environment);
    const offered = await account.offeredTypes(types);
    return types.flatMap((type) => {
      const without = zones.filter((zone) => !(offered.get(zone) ?? []).includes(type));
      if (without.length === 0) return [];
      const others = types.filter((other) => zones.every((zone) => (offered.get(zone) ?? []).includes(other)));
      const found = `isn't offered in ${without.join(", ")}`;
      return [
        problem(
          type,
          found,
          `Another type in capacity.instanceTypes; in every zone are ${others.join(", ") || "none"}`,
        ),
      ];
    });
  },
};

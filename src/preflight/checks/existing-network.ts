import { type Check, problem, type Said } from "../check";

export const existingNetwork: Check = {
  id: "existing-network",
  title: "A network that others have made is as the environment says",
  run: async ({ environment, account }) => {
    const { existing } = environment.network;
    if (existing === undefined) return [];
    const vpc = await account.vpc(existing.vpcId);
    if (vpc === undefined) return [problem("network.existing.vpcId", `there is no ${existing.vpcId}`)];
    const said: Said[] = [];
    if (!vpc.cidrs.includes(existing.cidr)) {
      said.push(
        problem("network.existing.cidr", `${existing.vpcId} has ${vpc.cidrs.join(", ")}, not ${existing.cidr}`),
      );
    }
    for (const [field, subnets] of Object.entries({
      publicSubnetIds: existing.publicSubnetIds,
      privateSubnetIds: existing.privateSubnetIds,
    })) {
      for (const [zone, id] of Object.entries(subnets)) {
        const actual = vpc.subnets.get(id);
        const path = `network.existing.${field}.${zone}`;
        if (actual === undefined) said.push(problem(path, `${existing.vpcId} has no ${id}`));
        else if (actual !== zone) said.push(problem(path, `${id} is in ${actual}`));
      }
    }
    return said;
  },
};

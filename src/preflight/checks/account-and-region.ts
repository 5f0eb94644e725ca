import { type Check, problem, type Said, zonesOf } from "../check";

export const accountAndRegion: Check = {
  id: "account-and-region",
  title: "The account is the environment's, its region is switched on, its zones take launches",
  run: async ({ environment, account }) => {
    const { region, accountId } = environment;
    const said: Said[] = [];
    const identity = await account.identity();
    if (identity.accountId !== accountId) {
      const found = `the credentials are of account ${identity.accountId} (${identity.arn}), the environment is ${accountId}'s`;
      said.push(problem("accountId", found, "Take credentials of that account, or correct the field"));
    }
    if (!(await account.isRegionEnabled(region))) {
      const found = `region ${region} isn't switched on for the account`;
      said.push(problem("region", found, `aws account enable-region --region-name ${region}`));
      return said;
    }
    const zones = await account.zones();
    for (const zone of zonesOf(environment)) {
      if (zones.includes(zone)) continue;
      said.push(problem(zone, `is no zone of the account that takes launches; there are ${zones.join(", ")}`));
    }
    return said;
  },
};

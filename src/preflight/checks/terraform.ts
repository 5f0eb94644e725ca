import { type Check, problem } from "../check";

export const terraform: Check = {
  id: "terraform",
  title: "Terraform is there, and new enough",
  run: async ({ terraform }) => (terraform === undefined ? [] : [problem("terraform", terraform)]),
};

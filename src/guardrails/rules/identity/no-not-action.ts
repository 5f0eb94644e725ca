import { judgePermissions } from "../../permissions";
import type { Check } from "../../rule";

export const noNotAction: Check = (plan) =>
  judgePermissions(plan, ({ notActions, notResources }) => [
    ...(notActions.length > 0 ? ["every action but those in NotAction"] : []),
    ...(notResources.length > 0 ? ["every resource but those in NotResource"] : []),
  ]);

import type { Check } from "../../rule";
import { judgePermissions } from "../../vocabulary/permissions";

export const noNotAction: Check = (plan) =>
  judgePermissions(plan, ({ notActions, notResources }) => [
    ...(notActions.length > 0 ? ["every action but those in NotAction"] : []),
    ...(notResources.length > 0 ? ["every resource but those in NotResource"] : []),
  ]);

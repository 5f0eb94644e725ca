import { judgePermissions, textOf } from "../../permissions";
import type { Check } from "../../rule";

export const noWildcardActions: Check = (plan) =>
  judgePermissions(plan, ({ actions }) => actions.map(textOf).filter((action) => /^(\*+|[^:]*:\*+)$/.test(action)));

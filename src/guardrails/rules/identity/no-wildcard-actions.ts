import type { Check } from "../../rule";
import { judgePermissions, textOf } from "../../vocabulary/permissions";

export const noWildcardActions: Check = (plan) =>
  judgePermissions(plan, ({ actions }) => actions.map(textOf).filter((action) => /^(\*+|[^:]*:\*+)$/.test(action)));

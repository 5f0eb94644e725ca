import { judge } from "../../judge";
import type { Check } from "../../rule";
import { isInternet } from "../../vocabulary/addresses";
import { judgeGroupRules, rangesOf } from "../../vocabulary/group-rules";

/** Of the largest VPC, and of as many addresses by IPv6. */
const LEAST_BITS = 16;
const LEAST_BITS_IPV6 = 48;

/** What stands for the internet is for `network/explicit-egress` to judge. */
export const egressRangesNarrow: Check = (plan) =>
  judgeGroupRules(plan, "egress", (rule) => {
    const wide = rangesOf(rule).filter((range) => !isInternet(range) && isWide(range));
    return judge(rule.address, wide.length === 0, `it lets out to ${wide.join(", ")}, more than any VPC has`);
  });

function isWide(range: string): boolean {
  const bits = Number(range.split("/")[1] ?? Number.POSITIVE_INFINITY);
  return bits < (range.includes(":") ? LEAST_BITS_IPV6 : LEAST_BITS);
}

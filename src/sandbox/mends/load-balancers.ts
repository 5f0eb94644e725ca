import { errorAnswer } from "../protocol/errors";
import { childText, readXml } from "../protocol/xml";
import { otherForm } from "./edit";
import { elementAt, membersOf } from "./members";
import type { Mend } from "./mend";

const PROTECTION = "deletion_protection.enabled";

export const loadBalancers: readonly Mend[] = [
  {
    service: "elasticloadbalancing",
    what: "deletes a load balancer whose deletion protection is on",
    why: "AWS answers OperationNotPermitted; what holds there where prevent_destroy is off would not be shown",
    on: {
      DeleteLoadBalancer: {
        answer: async (call, { ask }) => {
          const arn = String(call.parameters.LoadBalancerArn);
          const about = { Action: "DescribeLoadBalancerAttributes", Version: "2015-12-01", LoadBalancerArn: arn };
          const { body } = await ask(otherForm(call, new URLSearchParams(about)));
          const isProtected = membersOf(elementAt(body.toString(), "Attributes") ?? "")
            .map(readXml)
            .some((member) => childText(member, "Key") === PROTECTION && childText(member, "Value") === "true");
          if (!isProtected) return undefined;
          return errorAnswer(call, {
            status: 400,
            code: "OperationNotPermitted",
            message: `Load balancer '${arn}' cannot be deleted because deletion protection is enabled`,
          });
        },
      },
    },
  },
];

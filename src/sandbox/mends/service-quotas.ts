import { jsonAnswer } from "../protocol/errors";
import type { Memory } from "./memory";
import type { Mend } from "./mend";

/** Quotas of the emulated account by service and code: vCPUs as an account that is in use has them, the rest as AWS's defaults are. */
const QUOTAS: { readonly [quota: string]: number } = {
  "ec2/L-1216C47A": 640,
  "ec2/L-34B43A08": 640,
  "ec2/L-0263D0A3": 5,
  "elasticloadbalancing/L-53DA6B97": 50,
};

const granted = (memory: Memory) => memory.of<number>("service quota");

export const serviceQuotas: readonly Mend[] = [
  {
    service: "servicequotas",
    what: "knows the quotas of VPC only, and grants none",
    why: "preflight asks for others; here what is requested is granted at once, whatever it is",
    on: {
      GetServiceQuota: {
        answer: ({ parameters: { ServiceCode, QuotaCode } }, { memory }) => {
          const quota = `${ServiceCode}/${QuotaCode}`;
          const Value = granted(memory).get(quota) ?? QUOTAS[quota];
          return Value === undefined ? undefined : jsonAnswer({ Quota: { ServiceCode, QuotaCode, Value } });
        },
      },
      RequestServiceQuotaIncrease: {
        answer: ({ parameters: { ServiceCode, QuotaCode, DesiredValue } }, { memory }) => {
          granted(memory).set(`${ServiceCode}/${QuotaCode}`, Number(DesiredValue));
          return jsonAnswer({ RequestedQuota: { ServiceCode, QuotaCode, DesiredValue, Status: "APPROVED" } });
        },
      },
    },
  },
];

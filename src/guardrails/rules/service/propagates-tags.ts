import { services } from "../../../plan/facts/services";
import { oneOf } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const propagatesTags: Check = (plan) =>
  services(plan).map(({ service }) =>
    judgeAttribute(service, "propagate_tags", oneOf("SERVICE", "TASK_DEFINITION"), "NONE"),
  );

import { isList } from "../../../plan/value";
import { known } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { instanceServices } from "../../vocabulary/services";

const WITH_EC2 = known('a list with "EC2"', (value) => isList(value) && value.includes("EC2"));

export const declaresEc2: Check = (plan) =>
  instanceServices(plan).flatMap(({ taskDefinition }) =>
    taskDefinition === undefined ? [] : judgeAttribute(taskDefinition, "requires_compatibilities", WITH_EC2),
  );

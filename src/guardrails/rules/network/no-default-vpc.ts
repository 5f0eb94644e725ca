import { failed } from "../../judge";
import type { Check } from "../../rule";

export const noDefaultVpc: Check = (plan) =>
  plan
    .resources("aws_default_vpc", "aws_default_subnet")
    .map(({ address }) => failed(address, "it adopts what AWS made for everybody: public subnets only"));

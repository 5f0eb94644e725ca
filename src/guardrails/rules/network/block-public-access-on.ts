import { oneOf } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const blockPublicAccessOn: Check = (plan) =>
  plan
    .resources("aws_vpc_block_public_access_options")
    .map((options) =>
      judgeAttribute(options, "internet_gateway_block_mode", oneOf("block-bidirectional", "block-ingress")),
    );

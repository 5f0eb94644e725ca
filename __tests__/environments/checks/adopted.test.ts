import { testBadInput, testGoodInput } from "../../support/bad-input";

testBadInput([
  [
    "a type that has nothing to keep",
    { adopted: { "aws_lbs.ingress": { name: "shop" } } },
    'adopted["aws_lbs.ingress"]',
    "did you mean aws_lb?",
  ],
  [
    "an attribute that can change",
    { adopted: { "aws_lb.ingress": { idle_timeout: 60 } } },
    'adopted["aws_lb.ingress"].idle_timeout',
    "name: all else can change",
  ],
  [
    "a port as a text",
    { adopted: { "aws_lb_target_group.web": { port: "80" } } },
    'adopted["aws_lb_target_group.web"].port',
    "a number",
  ],
  ["no address", { adopted: { ingress: { name: "shop" } } }, "adopted.ingress", "an address of Terraform's"],
]);

testGoodInput([["names of what was there", { adopted: { "aws_ecs_cluster.cluster": { name: "shop" } } }]]);

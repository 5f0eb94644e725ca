import { readFileSync } from "node:fs";
import { pictureProblems, readPicture } from "../support/architecture";
import { synthesized } from "../support/synthesized";

const readme = readFileSync("README.md", "utf8");
const problemsIn = (markdown: string) => pictureProblems(readPicture(markdown), synthesized("production"));

test("the README's picture shows what production synthesizes, and all that is protected", () => {
  expect(readPicture(readme).nodes.size).toBeGreaterThan(20);
  expect(problemsIn(readme)).toEqual([]);
});

test.each([
  [
    "an address that isn't there",
    /aws_lb\.ingress(?=")/,
    "aws_lb.public",
    ["alb: there is no aws_lb.public", "aws_lb.ingress is protected, and not in the picture"],
  ],
  [
    "one of several addresses that isn't there",
    /\{a,b,c\}/,
    "{a,b,c,d}",
    [expect.stringContaining("network_private_d")],
  ],
  [
    "an arrow that nothing backs",
    /services --> logs/,
    "services --> bucket",
    ["services --> bucket: no reference leads from one to the other"],
  ],
  ["an arrow to nowhere", /services --> logs/, "services --> log", ["services --> log: a node is missing"]],
  ["a lost mark of protection", /(aws_lb\.ingress"\]):::protected/, "$1", ["alb: aws_lb.ingress is protected"]],
  [
    "a wrong mark of protection",
    /(aws_ecs_service.*"\])/,
    "$1:::protected",
    ["services: aws_ecs_service.web is not protected"],
  ],
])("%s is seen", (_, before, after, problems) => {
  expect(readme).toMatch(before);
  expect(problemsIn(readme.replace(before, after))).toEqual(expect.arrayContaining(problems));
});

test("a line that can't be read is refused", () => {
  expect(() => problemsIn(readme.replace("services --> logs", "services -.-> logs"))).toThrow("-.->");
});

import { rescues } from "../../src/adopt/keep";
import { reviewOf } from "../../src/adopt/review";
import { wantedOf } from "../../src/adopt/wanted";
import { KEPT_ATTRIBUTES } from "../../src/environments/schema/adopted";
import { readPlan } from "../../src/plan/read";
import { isRecord } from "../../src/plan/value";
import { type MadeChange, madePlan } from "../support/drift";

/** As Terraform writes it. */
function planOf(made: {
  readonly planned: readonly MadeChange[];
  readonly code?: { readonly [address: string]: object };
}) {
  const document: unknown = JSON.parse(JSON.stringify(madePlan(made)));
  if (!isRecord(document)) throw new Error("no plan");
  return document;
}

const REPLACE = ["delete", "create"];
const importing = { id: "acme" };

describe("a plan with import blocks", () => {
  test("says what is imported, made, changed and would be lost", () => {
    const review = reviewOf(
      planOf({
        planned: [
          {
            address: "aws_lb.ingress",
            before: { idle_timeout: 4000, arn: "x" },
            after: { idle_timeout: 60, arn: "y" },
            importing,
          },
          { address: "aws_ecs_cluster.cluster", before: { name: "acme" }, after: { name: "acme" }, importing },
          { address: "aws_kms_key.key", before: null, after: {} },
          { address: "aws_sns_topic.topic", before: { a: 1 }, after: { a: 2 } },
          { address: "aws_vpc.old", before: {}, after: null },
        ],
        code: { "aws_lb.ingress": { idle_timeout: { constant_value: 60 } } },
      }),
      "shop-platform",
    );
    expect([...review.imports.keys()]).toEqual(["aws_lb.ingress", "aws_ecs_cluster.cluster"]);
    expect(review.added).toEqual(["aws_kms_key.key"]);
    expect(review.changed).toEqual(["aws_sns_topic.topic"]);
    expect(review.lost.map(({ address, isImported }) => [address, isImported])).toEqual([["aws_vpc.old", false]]);
    // What the code doesn't set follows from something else.
    expect(review.differences.map(({ attribute, before, after }) => [attribute, before, after])).toEqual([
      ["idle_timeout", 60, 4000],
    ]);
  });

  test("a replacement names what an environment can keep, and what only follows from another", () => {
    const { lost } = reviewOf(
      planOf({
        planned: [
          {
            address: "aws_lb.ingress",
            before: { name: "acme" },
            after: { name: "shop" },
            actions: REPLACE,
            replace_paths: [["name"]],
            importing,
          },
          {
            address: "aws_lb_listener.http",
            before: {},
            after: {},
            actions: REPLACE,
            replace_paths: [["load_balancer_arn"]],
            importing,
          },
          {
            address: "aws_security_group.compute",
            before: { name: "acme-nodes", name_prefix: "", description: "nodes" },
            after: { name_prefix: "shop-" },
            actions: REPLACE,
            replace_paths: [["name_prefix"], ["description"]],
            importing,
          },
          {
            address: "aws_ecs_service.web",
            before: { name: "w" },
            after: {},
            actions: REPLACE,
            replace_paths: [["name"], ["launch_type"]],
            importing,
          },
          {
            address: "aws_ecs_cluster.cluster",
            before: { name: "a" },
            after: {},
            actions: REPLACE,
            replace_paths: [["name"]],
          },
        ],
        code: {
          "aws_lb_listener.http": { load_balancer_arn: { references: ["aws_lb.ingress.arn", "aws_lb.ingress"] } },
        },
      }),
      "shop-platform",
    );
    const said = rescues(lost, KEPT_ATTRIBUTES).map(({ lost: { address }, kept, byHand }) => ({
      address,
      kept: kept.map(({ attribute, value }) => `${attribute}=${value}`),
      byHand: byHand.map((text) => text.slice(0, 30)),
    }));
    expect(said).toEqual([
      { address: "aws_lb.ingress", kept: ["name=acme"], byHand: [] },
      { address: "aws_lb_listener.http", kept: [], byHand: [] },
      { address: "aws_security_group.compute", kept: ["name=acme-nodes", "description=nodes"], byHand: [] },
      // A name alone doesn't save it.
      { address: "aws_ecs_service.web", kept: [], byHand: ["launch_type: AWS gives no capa"] },
      // It is Terraform's already: its name is the code's to say.
      { address: "aws_ecs_cluster.cluster", kept: [], byHand: [expect.stringContaining("no field keeps it")] },
    ]);
  });
});

test("a construct that was renamed is moved, not made anew", () => {
  const reason = { action_reason: "delete_because_no_resource_config" };
  const document = planOf({
    planned: [
      { address: "aws_lb.old", before: { name: "shop" }, after: null, ...reason },
      { address: "aws_lb.ingress", before: null, after: { name: "shop" } },
      { address: "aws_sqs_queue.old", before: { name: "a" }, after: null, ...reason },
      { address: "aws_sqs_queue.new", before: null, after: { name: "b" } },
    ],
  });
  const { wanted, renamed } = wantedOf(document, readPlan(document, "shop"));
  expect(renamed).toEqual([{ from: "aws_lb.old", to: "aws_lb.ingress" }]);
  expect(wanted.map(({ address }) => address)).toEqual(["aws_sqs_queue.new"]);
});

import { containers } from "../../../src/plan/facts/containers";
import { Unknown } from "../../../src/plan/value";
import { configured, fixturePlan, shown } from "../../support/plan";

test.each([["main.tf.json"], ["plan.json"]])("containers are read from miniature/%s in ECS's own words", (name) => {
  const [container, ...others] = containers(fixturePlan(`miniature/${name}`));
  expect(others).toEqual([]);
  expect(container).toMatchObject({
    index: 0,
    taskDefinition: { address: "aws_ecs_task_definition.web" },
    definition: { image: "example.com/web:1.0.0", readonlyRootFilesystem: true },
  });
});

test("what is known only at apply is unknown where it is, and the rest known", () => {
  const text = '[{"name":"a","memory":${var.memory}},{"name":"b","image":"x:${aws_ecr_repository.r.id}"}]';
  const found = containers(configured({ aws_ecs_task_definition: { t: { container_definitions: text } } }));
  expect(found.map(({ index, definition }) => [index, shown(definition)])).toEqual([
    [0, { name: "a", memory: "<${var.memory}>" }],
    [1, { name: "b", image: "<x:${aws_ecr_repository.r.id}>" }],
  ]);
});

test.each([["${var.containers}"], ["not JSON"], [undefined]])(
  "of %s it isn't known which containers there are",
  (text) => {
    const found = containers(configured({ aws_ecs_task_definition: { t: { container_definitions: text } } }));
    expect(found).toEqual([expect.objectContaining({ index: 0, definition: expect.any(Unknown) })]);
  },
);

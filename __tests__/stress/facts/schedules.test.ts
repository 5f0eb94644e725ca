import { readPlan } from "../../../src/plan/read";
import { groupSchedules, serviceSchedules } from "../../../src/stress/facts/schedules";

const groupsOf = (schedule: object) => {
  const plan = readPlan({
    resource: {
      aws_autoscaling_group: { own: { name: "own" }, other: { name: "other" } },
      aws_autoscaling_schedule: {
        own: {
          autoscaling_group_name: "${aws_autoscaling_group.own.name}",
          scheduled_action_name: "night",
          ...schedule,
        },
        other: { autoscaling_group_name: "${aws_autoscaling_group.other.name}", scheduled_action_name: "other" },
      },
    },
  });
  const [own] = plan.resources("aws_autoscaling_group");
  if (own === undefined) throw new Error("no group");
  return groupSchedules(plan, own);
};

test("a group has its own actions, and -1 is what one doesn't set", () => {
  const actions = groupsOf({ recurrence: "0 22 * * *", min_size: 1, max_size: -1, desired_capacity: 2 });
  expect(actions).toEqual([{ name: "night", schedule: expect.anything(), min: 1, max: undefined, desired: 2 }]);
});

test.each([{}, { recurrence: "at ten" }])(
  "an action that says no time, or none that is one, never comes: %j",
  (more) => {
    expect(groupsOf(more)).toMatchObject([{ name: "night", schedule: undefined }]);
  },
);

test("an action of a service sets bounds, and no number", () => {
  const plan = readPlan({
    resource: {
      aws_appautoscaling_scheduled_action: {
        night: {
          ...{ name: "night", schedule: "cron(0 22 * * ? *)", timezone: "Europe/Berlin" },
          scalable_target_action: { min_capacity: 1, max_capacity: 3 },
        },
      },
    },
  });
  expect(serviceSchedules(plan.resources("aws_appautoscaling_scheduled_action"))).toEqual([
    { name: "night", schedule: expect.anything(), min: 1, max: 3, desired: undefined },
  ]);
});

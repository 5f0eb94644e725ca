import { spotFallbackDefinition } from "../../src/platform/spot-fallback-definition";
import { SpotGroup } from "../support/spot-group";

const PROPS = {
  groupName: "production-1",
  title: "production-1",
  topicArn: "arn:aws:sns:us-east-1:000000000000:production-notifications",
  floorPercent: 0,
  boundPercent: 100,
  stepPercent: 25,
  checkMinutes: 5,
  holdMinutes: 60,
};
const HOUR = 60;
const DAY = 24 * HOUR;

const group = (props: Partial<typeof PROPS> = {}) => new SpotGroup(spotFallbackDefinition({ ...PROPS, ...props }));

/** A group whose Spot ran dry, and the execution that this started. */
function dry(props: Partial<typeof PROPS> = {}) {
  const spotGroup = group(props);
  spotGroup.runDry();
  return { spotGroup, execution: spotGroup.wake() };
}

describe("while Spot has no instances", () => {
  test("the share rises by steps until nothing is missing, and each step is told", () => {
    const { spotGroup } = dry();
    spotGroup.pass(4);
    // One look is no sign yet.
    expect(spotGroup.writes).toEqual([]);
    spotGroup.pass(HOUR);
    expect(spotGroup.writes).toEqual([25, 50, 75, 100]);
    expect(spotGroup.onDemandInstances).toBe(10);
    expect(spotGroup.messages).toEqual([
      "production-1: 2 of 10 instances are there, and no more come. On-Demand above the base goes from 0 to 25 percent.",
      "production-1: 4 of 10 instances are there, and no more come. On-Demand above the base goes from 25 to 50 percent.",
      "production-1: 6 of 10 instances are there, and no more come. On-Demand above the base goes from 50 to 75 percent.",
      "production-1: 8 of 10 instances are there, and no more come. On-Demand above the base goes from 75 to 100 percent.",
    ]);
  });

  test("it rises no further than needed: what Spot still gives stays Spot", () => {
    const { spotGroup } = dry();
    spotGroup.spot = 5;
    spotGroup.desired = 13;
    spotGroup.pass(HOUR);
    // 11 above the base, of which 5 may be Spot: 6 must be On-Demand.
    expect(spotGroup.writes).toEqual([25, 50]);
    expect(spotGroup.onDemandInstances + spotGroup.spotInstances).toBe(13);
  });

  test("one instance is enough to make it rise", () => {
    const spotGroup = group();
    spotGroup.desired = 3;
    spotGroup.runDry();
    spotGroup.wake();
    spotGroup.pass(HOUR);
    expect(spotGroup.writes).toEqual([25]);
    expect(spotGroup.onDemandInstances).toBe(3);
  });

  test("a last step that would pass the bound ends at it", () => {
    const { spotGroup } = dry({ boundPercent: 60 });
    spotGroup.pass(HOUR);
    expect(spotGroup.writes).toEqual([25, 50, 60]);
  });
});

describe("instances that are only late", () => {
  test("raise nothing: they are on their way", () => {
    const spotGroup = group();
    spotGroup.desired = 30;
    const execution = spotGroup.wake();
    spotGroup.pass(HOUR);
    expect(execution.status).toBe("SUCCEEDED");
    expect(spotGroup.writes).toEqual([]);
  });

  test("raise nothing if Spot has them by the second look", () => {
    const { spotGroup, execution } = dry();
    spotGroup.pass(4);
    spotGroup.spot = 100;
    spotGroup.pass(HOUR);
    expect(execution.status).toBe("SUCCEEDED");
    expect([spotGroup.writes, spotGroup.messages]).toEqual([[], []]);
  });
});

test("with nothing missing there is nothing to do, at once", () => {
  const spotGroup = group();
  const execution = spotGroup.wake();
  spotGroup.pass(1);
  expect(execution.status).toBe("SUCCEEDED");
  expect(spotGroup.writes).toEqual([]);
  expect(execution.history).toHaveLength(10);
});

describe("at the bound, when On-Demand is short too", () => {
  test("the share stays, it is said once, and looked at on", () => {
    const { spotGroup, execution } = dry({ boundPercent: 50 });
    spotGroup.pass(4 * HOUR);
    expect(spotGroup.writes).toEqual([25, 50]);
    expect(spotGroup.messages.slice(2)).toEqual([
      "production-1: 6 of 10 instances are there, with On-Demand above the base at 50 percent. It goes no higher: On-Demand has no instances either, or the bound is too low.",
    ]);
    expect(execution.status).toBe("RUNNING");
  });

  test("On-Demand that gives nothing is no reason to stop, nor to go on past the bound", () => {
    const { spotGroup } = dry();
    spotGroup.onDemand = 2;
    spotGroup.pass(4 * HOUR);
    expect(spotGroup.writes).toEqual([25, 50, 75, 100]);
    expect(spotGroup.messages).toHaveLength(5);
  });

  test("a share above the bound, set by hand, is left there while instances are missing", () => {
    const { spotGroup } = dry({ boundPercent: 50 });
    spotGroup.share = 60;
    spotGroup.pass(HOUR);
    expect(spotGroup.writes).toEqual([]);
  });
});

describe("once Spot has held", () => {
  test("the share falls one step an hour, to the floor, and the execution ends", () => {
    const { spotGroup, execution } = dry();
    spotGroup.pass(HOUR);
    expect(spotGroup.share).toBe(100);
    spotGroup.spot = 100;
    const shares = [1, 2, 3, 4, 5].map(() => {
      spotGroup.pass(HOUR);
      return spotGroup.share;
    });
    expect(shares).toEqual([75, 50, 25, 0, 0]);
    expect(execution.status).toBe("SUCCEEDED");
    expect([spotGroup.onDemandInstances, spotGroup.spotInstances]).toEqual([2, 8]);
  });

  test("a failed launch on the way down holds the share where it is, for another hour", () => {
    const { spotGroup } = dry();
    spotGroup.pass(HOUR + 40);
    expect(spotGroup.share).toBe(75);
    // Spot is dry still: the group tries to replace On-Demand by it, and fails. Nothing is missing.
    spotGroup.pass(3 * HOUR);
    expect(spotGroup.share).toBe(75);
    expect(spotGroup.onDemandInstances).toBe(10);
    spotGroup.spot = 100;
    spotGroup.pass(HOUR + 10);
    expect(spotGroup.share).toBe(50);
  });

  test("a pool that comes and goes is tried by one step an hour, no more", () => {
    const { spotGroup } = dry();
    for (let halfHour = 0; halfHour < 24; halfHour += 1) {
      if (halfHour % 2 === 0) spotGroup.runDry();
      else spotGroup.spot = 100;
      spotGroup.pass(30);
    }
    expect(Math.min(...spotGroup.writes.slice(4))).toBe(75);
    expect(spotGroup.writes.length).toBeLessThanOrEqual(4 + 12);
  });

  test("instances that are missing on the way down raise it again", () => {
    const { spotGroup } = dry();
    spotGroup.pass(HOUR);
    spotGroup.spot = 100;
    spotGroup.pass(2 * HOUR);
    expect(spotGroup.share).toBe(50);
    spotGroup.runDry();
    spotGroup.pass(30);
    expect(spotGroup.writes).toEqual([25, 50, 75, 100, 75, 50, 75, 100]);
  });

  test("a last step that would pass the floor ends at it", () => {
    const spotGroup = group({ floorPercent: 10 });
    spotGroup.share = 30;
    spotGroup.wake();
    spotGroup.pass(2 * HOUR);
    expect(spotGroup.writes).toEqual([10]);
  });
});

describe("the daily check", () => {
  test("sets back what was left behind, step by step", () => {
    const spotGroup = group();
    spotGroup.share = 50;
    const execution = spotGroup.wake({ rehearsal: true });
    spotGroup.pass(3 * HOUR);
    expect(spotGroup.writes).toEqual([25, 0, 0]);
    expect(execution.status).toBe("SUCCEEDED");
  });

  test("brings a share that is below what the environment asks for up to it", () => {
    const spotGroup = group({ floorPercent: 20 });
    const execution = spotGroup.wake({ rehearsal: true });
    spotGroup.pass(HOUR);
    expect(spotGroup.writes).toEqual([20, 20]);
    expect(execution.status).toBe("SUCCEEDED");
  });

  test("writes the share that is there, so that a missing permission is known before the day", () => {
    const spotGroup = group();
    spotGroup.wake({ rehearsal: true });
    spotGroup.pass(1);
    expect(spotGroup.writes).toEqual([0]);
    spotGroup.fail("updateAutoScalingGroup", 99);
    const execution = spotGroup.wake({ rehearsal: true });
    spotGroup.pass(HOUR);
    expect(execution.status).toBe("FAILED");
    expect(spotGroup.messages).toHaveLength(1);
  });
});

describe("several executions at once", () => {
  test("two: the older one does it, the other ends at its second look at the latest", () => {
    const { spotGroup, execution } = dry();
    const second = spotGroup.wake();
    spotGroup.pass(HOUR);
    expect(second.status).toBe("SUCCEEDED");
    expect(execution.status).toBe("RUNNING");
    expect(spotGroup.writes).toEqual([25, 50, 75, 100]);
    expect(spotGroup.messages).toHaveLength(4);
  });

  test("30, throttled: one goes on, each share is written once", () => {
    const { spotGroup } = dry();
    const others = Array.from({ length: 29 }, () => spotGroup.wake());
    spotGroup.fail("describeAutoScalingGroups", 5);
    spotGroup.fail("listExecutions", 20);
    spotGroup.pass(HOUR + 10);
    expect(others.filter(({ status }) => status !== "SUCCEEDED")).toEqual([]);
    expect(spotGroup.writes).toEqual([25, 50, 75, 100]);
  });

  test("one that comes while another has been at it for hours changes nothing", () => {
    const { spotGroup } = dry();
    spotGroup.pass(3 * HOUR);
    const before = [...spotGroup.writes];
    const late = spotGroup.wake();
    spotGroup.pass(10);
    expect(late.status).toBe("SUCCEEDED");
    expect(spotGroup.writes).toEqual(before);
  });

  test("a list that doesn't have the others yet lets nobody write who hasn't looked at it a second time", () => {
    const { spotGroup } = dry();
    const second = spotGroup.wake();
    spotGroup.hideExecutions = true;
    spotGroup.pass(1);
    expect(second.status).toBe("RUNNING");
    spotGroup.hideExecutions = false;
    spotGroup.pass(HOUR);
    expect(second.status).toBe("SUCCEEDED");
    expect(spotGroup.writes).toEqual([25, 50, 75, 100]);
  });
});

describe("when AWS answers with errors", () => {
  test.each([
    "describeAutoScalingGroups",
    "describeScalingActivities",
    "listExecutions",
    "updateAutoScalingGroup",
    "publish",
  ])("a throttled %s is tried again", (action) => {
    const { spotGroup } = dry();
    spotGroup.fail(action, 5);
    spotGroup.pass(HOUR);
    expect(spotGroup.writes).toEqual([25, 50, 75, 100]);
    expect(spotGroup.messages).toHaveLength(4);
  });

  test.each(["describeAutoScalingGroups", "describeScalingActivities", "listExecutions", "updateAutoScalingGroup"])(
    "a %s that fails for good ends it, loudly, with the share as it was",
    (action) => {
      const { spotGroup, execution } = dry();
      spotGroup.fail(action, 99);
      spotGroup.pass(HOUR);
      expect(execution).toMatchObject({
        status: "FAILED",
        error: "SpotFallback.GaveUp",
        cause: "AutoScaling.AutoScalingException: Rate exceeded",
      });
      expect(spotGroup.writes).toEqual([]);
      expect(spotGroup.messages).toEqual([
        "production-1: the Spot fallback gives up, and leaves On-Demand above the base as it is. AutoScaling.AutoScalingException: Rate exceeded",
      ]);
    },
  );

  test("a failure in the middle keeps what was reached, and the next event goes on from there", () => {
    const { spotGroup, execution } = dry();
    spotGroup.pass(7);
    expect(spotGroup.share).toBe(25);
    spotGroup.fail("updateAutoScalingGroup", 7);
    spotGroup.pass(10);
    expect(execution.status).toBe("FAILED");
    expect(spotGroup.share).toBe(25);
    spotGroup.wake();
    spotGroup.pass(HOUR);
    expect(spotGroup.writes).toEqual([25, 50, 75, 100]);
  });

  test("a topic that can't be reached still leaves a failed execution", () => {
    const { spotGroup, execution } = dry();
    spotGroup.fail("publish", 99);
    spotGroup.pass(HOUR);
    expect(execution.status).toBe("FAILED");
    // The step itself is done.
    expect(spotGroup.writes).toEqual([25]);
  });
});

test("a group that is gone is said so", () => {
  const { spotGroup, execution } = dry();
  spotGroup.isThere = false;
  spotGroup.pass(HOUR);
  expect(execution).toMatchObject({ status: "FAILED", error: "SpotFallback.GaveUp" });
  expect(spotGroup.messages).toEqual([
    "production-1: the Spot fallback gives up, and leaves On-Demand above the base as it is. NoGroup: there is no group production-1 with a mixed instances policy",
  ]);
});

test("a Spot market that stays dry for two days is somebody's business, and the next daily check goes on", () => {
  const { spotGroup, execution } = dry();
  spotGroup.pass(2 * DAY);
  expect(execution).toMatchObject({ status: "FAILED", cause: expect.stringMatching(/^NoEnd: /) });
  expect(spotGroup.onDemandInstances).toBe(10);
  spotGroup.spot = 100;
  const next = spotGroup.wake({ rehearsal: true });
  spotGroup.pass(5 * HOUR);
  expect(next.status).toBe("SUCCEEDED");
  expect(spotGroup.share).toBe(0);
});

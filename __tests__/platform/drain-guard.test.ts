import { type FakeCluster, type FakeInstance, failure } from "../support/drain-guard/fake-cluster";
import { API, Guarded, synthesizedDefinition, WEB, withFloor } from "../support/drain-guard/guarded";

const definition = synthesizedDefinition();
/** Its target groups take 30 s to let connections end, so what is taken out later than this is taken out too late. */
const LATEST = 120 - 30;

/** Six tasks of `web`, two on each of three instances, as many as are wanted. */
function threeInstances(guarded: Guarded): readonly [FakeInstance, FakeInstance, FakeInstance] {
  const { cluster } = guarded;
  cluster.desired.set(WEB.service, 6);
  const instances = [cluster.instance(), cluster.instance(), cluster.instance()] as const;
  for (const instance of instances) {
    cluster.bridgeTask(WEB.group, WEB.service, instance);
    cluster.bridgeTask(WEB.group, WEB.service, instance);
  }
  return instances;
}

/** Three tasks of `api` with addresses of their own, one on each of three instances. */
function threeAddresses(guarded: Guarded): readonly [FakeInstance, FakeInstance, FakeInstance] {
  const { cluster } = guarded;
  cluster.desired.set(API.service, 3);
  const instances = [cluster.instance(), cluster.instance(), cluster.instance()] as const;
  for (const instance of instances) cluster.addressTask(API.group, API.service, instance);
  return instances;
}

const statesOf = (cluster: FakeCluster, group: string) => cluster.targets.get(group)?.map(({ state }) => state);

describe("one instance", () => {
  test("both its ports are taken out at the last moment, and it is said once", () => {
    const guarded = new Guarded(definition);
    const [doomed] = threeInstances(guarded);
    const execution = guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut).toHaveLength(1);
    expect(guarded.takenOut[0]).toMatchObject({ group: WEB.group, ids: [`${doomed.id}:32769`, `${doomed.id}:32770`] });
    expect(guarded.takenOut[0]?.at).toBeGreaterThanOrEqual(LATEST - 20);
    expect(guarded.takenOut[0]?.at).toBeLessThan(LATEST - 10);
    expect(guarded.cluster.messages).toHaveLength(1);
    expect(guarded.cluster.messages[0]).toContain(doomed.id);
    expect(guarded.cluster.messages[0]).toContain('"outcome":"taken out of the load balancer","targets":2');
    expect(execution.status).toBe("SUCCEEDED");
  });

  test("a task with an address of its own is taken out by it", () => {
    const guarded = new Guarded(definition);
    const [, doomed] = threeAddresses(guarded);
    guarded.cluster.waitingTask(API.service);
    guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut).toMatchObject([{ group: API.group, ids: ["10.0.0.2:9090"] }]);
    expect(statesOf(guarded.cluster, API.group)).toEqual(["healthy", "draining", "healthy"]);
  });

  test("services of both kinds are guarded at once, in one message", () => {
    const guarded = new Guarded(definition);
    const [doomed] = threeInstances(guarded);
    const others = threeAddresses(guarded);
    guarded.cluster.addressTask(API.group, API.service, doomed);
    guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut.map(({ group }) => group).sort()).toEqual([API.group, WEB.group].sort());
    expect(guarded.cluster.messages).toHaveLength(1);
    expect(others.every(({ isDraining }) => !isDraining)).toBe(true);
  });

  test("replacements that are healthy in time leave nothing to do, and nothing is said", () => {
    const guarded = new Guarded(definition);
    const [doomed, second] = threeInstances(guarded);
    guarded.after(60, () => {
      guarded.cluster.bridgeTask(WEB.group, WEB.service, second);
      guarded.cluster.bridgeTask(WEB.group, WEB.service, second);
      for (const target of guarded.cluster.targets.get(WEB.group) ?? [])
        if (target.id === doomed.id) target.state = "draining";
    });
    const execution = guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut).toEqual([]);
    expect(guarded.cluster.messages).toEqual([]);
    expect(execution.status).toBe("SUCCEEDED");
  });

  test("a target that ECS registers anew is taken out again at the next look", () => {
    const guarded = new Guarded(definition);
    const [doomed] = threeInstances(guarded);
    guarded.after(78, () => {
      for (const target of guarded.cluster.targets.get(WEB.group) ?? [])
        if (target.id === doomed.id) target.state = "initial";
    });
    guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut).toHaveLength(2);
    expect((guarded.takenOut[1]?.at ?? 0) - (guarded.takenOut[0]?.at ?? 0)).toBeLessThan(12);
    expect(guarded.cluster.messages).toHaveLength(1);
  });

  test("a hand's breadth before the full hour is as good as any other time", () => {
    const guarded = new Guarded(definition, "2026-12-31T23:59:07Z");
    const [doomed] = threeInstances(guarded);
    guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut[0]?.at).toBeGreaterThanOrEqual(LATEST - 20);
    expect(guarded.takenOut[0]?.at).toBeLessThan(LATEST - 10);
  });

  test("each target group has its own last moment", () => {
    const slow = JSON.parse(JSON.stringify(definition).replace('"lookAtSeconds":70', '"lookAtSeconds":40'));
    const guarded = new Guarded(slow);
    const [doomed] = threeInstances(guarded);
    threeAddresses(guarded);
    guarded.cluster.addressTask(API.group, API.service, doomed);
    guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut.map(({ group }) => group)).toEqual([WEB.group, API.group]);
    expect(guarded.takenOut[0]?.at).toBeLessThan(50);
    expect(guarded.takenOut[1]?.at).toBeGreaterThanOrEqual(70);
  });
});

describe("the floor", () => {
  test("with nobody else there, all stay in service until the end, and it is said", () => {
    const guarded = new Guarded(definition);
    const doomed = guarded.cluster.instance();
    guarded.cluster.desired.set(WEB.service, 1);
    guarded.cluster.bridgeTask(WEB.group, WEB.service, doomed);
    guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut).toEqual([]);
    expect(guarded.cluster.messages).toHaveLength(1);
    expect(guarded.cluster.messages[0]).toContain("too few healthy tasks stay");
  });

  test.each([
    [50, 3, true],
    [50, 2, false],
    [40, 2, false],
    [30, 2, true],
    [100, 5, false],
    [100, 6, true],
    [90, 5, false],
    [0, 1, true],
    // Whatever the floor: the last one isn't taken out.
    [0, 0, false],
  ])("at %s percent of six, with %s that stay: taken out is %s", (healthyFloorPercent, staying, isTaken) => {
    const guarded = new Guarded(withFloor(healthyFloorPercent));
    const { cluster } = guarded;
    cluster.desired.set(WEB.service, 6);
    const [doomed, other] = [cluster.instance(), cluster.instance()];
    cluster.bridgeTask(WEB.group, WEB.service, doomed);
    for (let count = 0; count < staying; count += 1) cluster.bridgeTask(WEB.group, WEB.service, other);
    // Only what is healthy counts.
    cluster.bridgeTask(WEB.group, WEB.service, other, "initial");
    cluster.bridgeTask(WEB.group, WEB.service, other, "unhealthy");
    guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut.length > 0).toBe(isTaken);
  });

  test("a replacement that comes late still makes taking out possible", () => {
    const guarded = new Guarded(definition);
    const { cluster } = guarded;
    cluster.desired.set(WEB.service, 2);
    const [doomed, other] = [cluster.instance(), cluster.instance()];
    cluster.bridgeTask(WEB.group, WEB.service, doomed);
    const replacement = cluster.bridgeTask(WEB.group, WEB.service, other, "initial");
    guarded.after(80, () => {
      replacement.state = "healthy";
    });
    guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut).toHaveLength(1);
    expect(guarded.takenOut[0]?.at).toBeGreaterThan(80);
    expect(cluster.messages[0]).toContain("taken out");
  });
});

describe("thirty at once", () => {
  /** One task an instance. */
  function fleet(size: number, kind: "bridgeTask" | "addressTask") {
    const guarded = new Guarded(definition);
    const { group, service } = kind === "bridgeTask" ? WEB : API;
    guarded.cluster.desired.set(service, size);
    for (let count = 0; count < size; count += 1) guarded.cluster[kind](group, service, guarded.cluster.instance());
    return guarded;
  }
  const stayingHealthy = ({ cluster }: Guarded, group: string) =>
    cluster.targets
      .get(group)
      ?.filter(
        ({ id, state }) => state === "healthy" && !cluster.instances.some((each) => each.id === id && each.isDraining),
      ).length ?? 0;

  test.each(["bridgeTask", "addressTask"] as const)(
    "%s: enough stay, so each is taken out once, with a message each",
    (kind) => {
      const guarded = fleet(60, kind);
      const executions = guarded.cluster.instances.slice(0, 30).map((instance) => guarded.warn(instance));
      guarded.run();
      const ids = guarded.takenOut.flatMap(({ ids: each }) => each);
      expect(ids).toHaveLength(30);
      expect(new Set(ids).size).toBe(30);
      expect(Math.max(...guarded.takenOut.map(({ at }) => at))).toBeLessThan(LATEST);
      expect(guarded.cluster.messages).toHaveLength(30);
      expect(executions.map(({ status }) => status)).toEqual(Array(30).fill("SUCCEEDED"));
      // Not all in one moment.
      expect(new Set(guarded.takenOut.map(({ at }) => Math.floor(at))).size).toBeGreaterThan(3);
    },
  );

  test.each(["bridgeTask", "addressTask"] as const)(
    "%s: too few stay, so none is taken out, whichever guard is first",
    (kind) => {
      const guarded = fleet(59, kind);
      for (const instance of guarded.cluster.instances.slice(0, 30)) guarded.warn(instance);
      guarded.run();
      expect(guarded.takenOut).toEqual([]);
      expect(guarded.cluster.messages).toHaveLength(30);
    },
  );

  test("the floor holds at every single moment", () => {
    const guarded = fleet(60, "bridgeTask");
    const floors: number[] = [];
    guarded.cluster.before = ({ action }) => {
      if (action === "elasticloadbalancingv2:deregisterTargets") floors.push(stayingHealthy(guarded, WEB.group));
    };
    for (const instance of guarded.cluster.instances.slice(0, 30)) guarded.warn(instance);
    guarded.run();
    expect(floors).toHaveLength(30);
    expect(Math.min(...floors)).toBeGreaterThanOrEqual(30);
  });
});

describe("who isn't there", () => {
  test("an instance of another cluster is nobody's business: one call, no message", () => {
    const guarded = new Guarded(definition);
    threeInstances(guarded);
    const execution = guarded.warn({ id: "i-ffffffffffffffff0" });
    guarded.run();
    expect(guarded.cluster.calls.map(({ action }) => action)).toEqual(["ecs:listContainerInstances"]);
    expect(execution.status).toBe("SUCCEEDED");
  });

  test("an instance that is gone already, or before its time, leaves nothing to do", () => {
    const guarded = new Guarded(definition);
    const [early, late] = threeInstances(guarded);
    guarded.cluster.remove(early);
    const goneEarly = guarded.warn(early);
    const goneLate = guarded.warn(late);
    guarded.after(40, () => {
      guarded.cluster.remove(late);
      guarded.cluster.targets.set(
        WEB.group,
        (guarded.cluster.targets.get(WEB.group) ?? []).filter(({ id }) => id !== late.id),
      );
    });
    guarded.run();
    expect([goneEarly.status, goneLate.status]).toEqual(["SUCCEEDED", "SUCCEEDED"]);
    expect(guarded.takenOut).toEqual([]);
    expect(guarded.cluster.messages).toEqual([]);
  });

  test("a service without a task on the instance is asked about once", () => {
    const guarded = new Guarded(definition);
    const [doomed] = threeInstances(guarded);
    threeAddresses(guarded);
    guarded.warn(doomed);
    guarded.run();
    const looks = guarded.cluster.callsOf("elasticloadbalancingv2:describeTargetHealth");
    expect(looks.filter(({ parameters }) => parameters.TargetGroupArn === API.group)).toHaveLength(1);
  });

  test.each([
    [100, 1],
    [115, 0],
  ])("a warning that is delivered after %s s: %s times taken out", (delay, times) => {
    const guarded = new Guarded(definition);
    const [doomed] = threeInstances(guarded);
    guarded.warn(doomed, delay);
    guarded.run();
    expect(guarded.takenOut).toHaveLength(times);
  });
});

describe("what is on its way out already", () => {
  test("is left alone; the other port is taken out", () => {
    const guarded = new Guarded(definition);
    const [doomed] = threeInstances(guarded);
    const [first] = guarded.cluster.targets.get(WEB.group) ?? [];
    if (first) first.state = "draining";
    guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut).toMatchObject([{ ids: [`${doomed.id}:32770`] }]);
  });

  test("two warnings of one instance take it out once, in one message", () => {
    const guarded = new Guarded(definition);
    const [doomed] = threeInstances(guarded);
    const executions = [guarded.warn(doomed), guarded.warn(doomed)];
    guarded.run();
    expect(guarded.takenOut).toHaveLength(1);
    expect(guarded.cluster.messages).toHaveLength(1);
    expect(executions.map(({ status }) => status)).toEqual(["SUCCEEDED", "SUCCEEDED"]);
  });
});

test.each(["lambda", "alb"])("targets of the kind %s are left alone, and it is said", (kind) => {
  const guarded = new Guarded(
    JSON.parse(JSON.stringify(definition).replace('"targetType":"instance"', `"targetType":"${kind}"`)),
  );
  const [doomed] = threeInstances(guarded);
  const execution = guarded.warn(doomed);
  guarded.run();
  expect(guarded.takenOut).toEqual([]);
  expect(guarded.cluster.messages[0]).toContain("targets of another kind");
  expect(execution.status).toBe("SUCCEEDED");
});

describe("pages", () => {
  test.each([
    ["of one element", (cluster: FakeCluster) => (cluster.pageSize = 1)],
    ["of which the first is empty", (cluster: FakeCluster) => (cluster.hasEmptyPages = true)],
  ])("%s change nothing", (_, setUp) => {
    const guarded = new Guarded(definition);
    setUp(guarded.cluster);
    const [doomed, alsoDoomed] = threeInstances(guarded);
    const addresses = threeAddresses(guarded);
    guarded.cluster.addressTask(API.group, API.service, doomed);
    alsoDoomed.isDraining = true;
    addresses[0].isDraining = true;
    // Of six, two stay, and that is too few; of four, two of the three wanted.
    guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut).toMatchObject([{ group: API.group }]);
  });

  test("as large as AWS makes them, with more instances than one holds", () => {
    const guarded = new Guarded(definition);
    const { cluster } = guarded;
    cluster.desired.set(WEB.service, 90);
    for (let count = 0; count < 90; count += 1) cluster.bridgeTask(WEB.group, WEB.service, cluster.instance());
    for (const instance of cluster.instances.slice(0, 45)) instance.isDraining = true;
    const [doomed] = cluster.instances;
    if (doomed) guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut).toHaveLength(1);
    expect(cluster.callsOf("ecs:describeContainerInstances").length).toBeGreaterThan(2);
  });
});

describe("calls that fail", () => {
  /** Fails each action that many times, then lets it through. */
  function failing(cluster: FakeCluster, times: number, ...names: readonly string[]) {
    const left = new Map<string, number>();
    cluster.before = ({ action }) => {
      const remaining = left.get(action) ?? times;
      left.set(action, remaining - 1);
      const name = names[remaining % names.length] ?? "";
      if (remaining > 0) throw failure(name, "Rate exceeded");
    };
  }

  test("throttled three times each, they are tried again in time", () => {
    const guarded = new Guarded(definition);
    const [doomed] = threeInstances(guarded);
    threeAddresses(guarded);
    guarded.cluster.addressTask(API.group, API.service, doomed);
    failing(
      guarded.cluster,
      3,
      "Ecs.ThrottlingException",
      "Ecs.EcsException",
      "ElasticLoadBalancingV2.ThrottlingException",
    );
    const execution = guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut.map(({ group }) => group)).toContain(WEB.group);
    expect(execution.status).toBe("SUCCEEDED");
    expect(guarded.cluster.messages).toHaveLength(1);
  });

  test("refused for good, it is said, and the execution fails; the other service is guarded all the same", () => {
    const guarded = new Guarded(definition);
    const [doomed] = threeInstances(guarded);
    threeAddresses(guarded);
    guarded.cluster.addressTask(API.group, API.service, doomed);
    guarded.cluster.before = ({ action, parameters }) => {
      if (action === "elasticloadbalancingv2:deregisterTargets" && parameters.TargetGroupArn === WEB.group)
        throw failure("ElasticLoadBalancingV2.ElasticLoadBalancingV2Exception", "is not authorized to perform");
    };
    const execution = guarded.warn(doomed);
    guarded.run();
    expect(statesOf(guarded.cluster, WEB.group)).toEqual(Array(6).fill("healthy"));
    expect(statesOf(guarded.cluster, API.group)).toContain("draining");
    expect(guarded.cluster.messages).toHaveLength(1);
    expect(guarded.cluster.messages[0]).toContain("is not authorized to perform");
    expect(execution).toMatchObject({ status: "FAILED", error: "DrainGuardFailed" });
  });

  test("when nothing can be looked up, nothing is taken out", () => {
    const guarded = new Guarded(definition);
    const [doomed] = threeInstances(guarded);
    guarded.cluster.before = ({ action }) => {
      if (action !== "ecs:listContainerInstances") throw failure("Ecs.EcsException", "down");
    };
    const execution = guarded.warn(doomed);
    guarded.run();
    expect(guarded.takenOut).toEqual([]);
    expect(execution.status).toBe("FAILED");
  });
});

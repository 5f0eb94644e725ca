import { SandboxClock } from "../../src/sandbox/clock";

test("what is due in the time that passes happens in order, and what is due later doesn't", async () => {
  const clock = new SandboxClock();
  const begin = clock.now;
  const happened: [what: string, seconds: number][] = [];
  const at = (seconds: number, what: string) =>
    clock.at(begin + 1000 * seconds, () => happened.push([what, Math.round((clock.now - begin) / 1000)]));
  at(300, "second");
  at(60, "first");
  at(4000, "never");
  at(100, "taken back")();
  await clock.pass(600);
  expect(happened).toEqual([
    ["first", 60],
    ["second", 300],
  ]);
  expect(Math.round((clock.now - begin) / 1000)).toBe(600);
  clock.clear();
});

test("time waits for work, and what comes of it is due in its turn", async () => {
  const clock = new SandboxClock();
  const begin = clock.now;
  const happened: string[] = [];
  clock.at(begin + 1000, () => {
    const work = new Promise<void>((resolve) => setTimeout(resolve, 30));
    void clock.during(work).then(() => clock.at(begin + 2000, () => happened.push("after the work")));
  });
  clock.at(begin + 3000, () => happened.push("later"));
  await clock.pass(10);
  expect(happened).toEqual(["after the work", "later"]);
});

test("by itself it goes as time does", async () => {
  const clock = new SandboxClock();
  const begin = Date.now();
  await new Promise<void>((resolve) => {
    clock.at(clock.now + 20, resolve);
    // Its own timers keep nobody waiting.
    setTimeout(() => {}, 100);
  });
  expect(Date.now() - begin).toBeLessThan(100);
});

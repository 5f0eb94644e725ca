import fc from "fast-check";
import { LaneTargets, type Standing, WHOLE } from "../../../src/stress/model/lane-targets";

const standing: fc.Arbitrary<Standing> = fc.record({
  isHealthy: fc.boolean(),
  answers: fc.boolean(),
  errorShare: fc.constantFrom(0, 0.1, 0.3),
  weight: fc.constantFrom(1, 3, WHOLE),
});
/** `undefined`: the target leaves. */
const change = fc.tuple(fc.nat(6), fc.option(standing, { nil: undefined }));

test("whatever comes, changes and goes, the sums are those of the targets that are there", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), fc.nat(3), fc.nat(100), (changes, least, percent) => {
      const lane = new LaneTargets<number>({ minimumHealthyTargets: least, minimumHealthyPercent: percent });
      const targets = new Map<number, Standing>();
      for (const [target, next] of changes) {
        if (next === undefined) lane.delete(target);
        else lane.set(target, next);
        if (next === undefined) targets.delete(target);
        else targets.set(target, next);
      }
      const all = [...targets.values()];
      const healthy = all.filter(({ isHealthy }) => isHealthy);
      const isOpen = healthy.length < Math.max(least, Math.ceil((all.length * percent) / 100));
      const sent = isOpen ? all : healthy;
      const weigh = (some: readonly Standing[]) => some.reduce((sum, { weight }) => sum + weight, 0) / WHOLE;
      const erring = (share: number) =>
        share * weigh(sent.filter(({ answers, errorShare }) => answers && errorShare === share));
      expect(lane.isOpen).toBe(isOpen);
      expect(lane.hasHealthy).toBe(healthy.length > 0);
      const { targets: weight, dead, errors } = lane.rotation;
      expect([weight, dead]).toEqual([weigh(sent), weigh(sent.filter(({ answers }) => !answers))]);
      expect(errors).toBeCloseTo(erring(0.1) + erring(0.3), 12);
    }),
  );
});

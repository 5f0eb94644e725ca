import type { Platform } from "../model/platform";
import { generateTraces } from "./generator";
import { type PlayedTrace, poolsOf } from "./pools";
import type { SpotProfile } from "./profiles";

/**
 * A trace for each pool of a platform: each zone as one of the profile's, each type by itself. That zones go dry together
 * is recorded; whether types do isn't for types like these, so that the worst is taken: all pools of all types share the
 * profile's common spells.
 */
export function drawTraces(platform: Platform, profile: SpotProfile, seconds: number): readonly PlayedTrace[] {
  const pools = poolsOf(platform.groups.map(({ facts }) => facts));
  const [types, zones] = [pools.map(({ type }) => type), pools.map(({ zone }) => zone)].map((names) => [
    ...new Set(names),
  ]) as [string[], string[]];
  // More zones than the profile has: the further ones behave alike, and don't move together with the others.
  const laps = Math.ceil(zones.length / profile.pools.length);
  const traces = generateTraces(profile, { seed: seedOf(platform), seconds, sets: types.length * laps });
  return pools.flatMap(({ type, zone }) => {
    const [row, column] = [types.indexOf(type), zones.indexOf(zone)];
    const lap = Math.floor(column / profile.pools.length);
    const trace = traces[row * laps + lap]?.[column % profile.pools.length];
    return trace === undefined ? [] : [{ type, zone, trace }];
  });
}

/** A whole number for a generator of its own. */
export const seedOf = ({ world }: Platform): number => Math.floor(world.chance("spot-traces") * 2 ** 31);

import type { Group } from "../facts/capacity";
import type { Destination, Way } from "../facts/reachability";

/** AWS as the agents see it at the moment. */
export class Surroundings {
  /** What doesn't answer, whatever leads to it. */
  readonly away = new Set<Destination>();
  /** Kinds of ways that lead nowhere. */
  readonly lost = new Set<Way["kind"]>();

  /**
   * The ways from a group's zone that lead there; none: nobody answers. `undefined`: the plan doesn't know the zone, and
   * nothing is lost.
   */
  ways({ reach }: Group, zone: string, destination: Destination): readonly Way[] | undefined {
    if (this.away.has(destination)) return [];
    const all = reach[zone]?.[destination];
    // A private name leads to the endpoint, and to nothing else where that fails.
    const endpoint = all?.find(({ kind }) => kind === "endpoint");
    return (endpoint === undefined ? all : [endpoint])?.filter(({ kind }) => !this.lost.has(kind));
  }
}

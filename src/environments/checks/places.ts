import { isZoneOf, REGIONS } from "../catalogue/regions";
import type { Environment } from "../schema";
import { describe, fieldPath } from "./describe";
import type { Draft, Finding } from "./finding";
import { given, repeated } from "./lists";
import { didYouMean } from "./nearest";

/** The region is one, and the zones are its own. */
export function* placeFindings({ region, network }: Draft<Environment>): Generator<Finding> {
  if (region === undefined) return;
  if (!REGIONS.includes(region)) {
    const allowed = `${didYouMean(region, REGIONS)}The regions are ${REGIONS.join(", ")}`;
    yield { path: "region", got: describe(region), allowed };
    return;
  }
  for (const { path, zone } of zones(network)) {
    if (!isZoneOf(region, zone)) {
      yield { path, got: describe(zone), allowed: `a zone of ${region}: "${region}a" to "${region}f"` };
    }
  }
  const list = network?.create?.availabilityZones;
  for (const { index, value, first } of repeated(list)) {
    const allowed = `each zone once: it is availabilityZones[${first}] already`;
    yield { path: `network.create.availabilityZones[${index}]`, got: describe(value), allowed };
  }
}

function* zones(network: Draft<Environment>["network"]): Generator<{ readonly path: string; readonly zone: string }> {
  for (const [index, zone] of given(network?.create?.availabilityZones)) {
    yield { path: `network.create.availabilityZones[${index}]`, zone };
  }
  for (const field of ["publicSubnetIds", "privateSubnetIds"] as const) {
    for (const zone of Object.keys(network?.existing?.[field] ?? {})) {
      yield { path: fieldPath(["network", "existing", field, zone]), zone };
    }
  }
}

import { isZoneOf } from "../catalogue/regions";
import type { Environment } from "../schema";
import { describe, fieldPath } from "./describe";
import type { Draft, Finding } from "./finding";
import { given, repeated } from "./lists";

/** The zones are the region's own, each given once. */
export function* placeFindings({ region, network }: Draft<Environment>): Generator<Finding> {
  for (const { path, zone } of zones(network)) {
    if (region !== undefined && !isZoneOf(region, zone)) {
      yield { path, got: describe(zone), allowed: `a zone of ${region}: "${region}a" to "${region}f"` };
    }
  }
  for (const { index, value, first } of repeated(network?.create?.availabilityZones)) {
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

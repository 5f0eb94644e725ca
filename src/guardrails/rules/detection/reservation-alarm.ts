import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";
import { scaledProviders } from "../../vocabulary/watched";

const TARGET = "auto_scaling_group_provider.managed_scaling.target_capacity";
/** What AWS takes where none is set. */
const DEFAULT_TARGET = 100;

/** At its target all is well, by definition. */
export const reservationAlarm: Check = (plan) =>
  scaledProviders(plan).flatMap((provider) =>
    judgeDetected(plan, {
      what: "a reservation that stays above its target",
      subjects: [provider],
      dimensions: ["CapacityProviderName"],
      well: { "AWS/ECS/ManagedScaling CapacityProviderReservation": Number(provider.get(TARGET) ?? DEFAULT_TARGET) },
      ill: { "AWS/ECS/ManagedScaling CapacityProviderReservation": 120 },
      withinMinutes: 60,
      patienceMinutes: 5,
    }),
  );

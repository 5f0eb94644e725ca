import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";
import { scaledProviders } from "../../vocabulary/watched";

export const reservationAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "a reservation that stays above its target",
    subjects: scaledProviders(plan),
    dimensions: ["CapacityProviderName"],
    well: { "AWS/ECS/ManagedScaling CapacityProviderReservation": 75 },
    ill: { "AWS/ECS/ManagedScaling CapacityProviderReservation": 120 },
    withinMinutes: 60,
    patienceMinutes: 5,
  });

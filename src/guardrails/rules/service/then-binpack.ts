import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { instanceServices } from "../../services";

export const thenBinpack: Check = (plan) =>
  instanceServices(plan).map(({ service }) =>
    unlessOpen(
      plan,
      judge(
        service.address,
        service.blocks("ordered_placement_strategy").some((strategy) => strategy.get("type") === "binpack"),
        "no ordered_placement_strategy of type binpack",
      ),
      service.get("ordered_placement_strategy"),
    ),
  );

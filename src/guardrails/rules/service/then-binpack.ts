import type { Block } from "../../../plan/plan";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { instanceServices } from "../../vocabulary/services";

export const thenBinpack: Check = (plan) =>
  instanceServices(plan).map(({ service }) =>
    unlessOpen(
      plan,
      judge(
        service.address,
        service.blocks("ordered_placement_strategy").some(isBinpack),
        "no ordered_placement_strategy of type binpack by cpu or memory",
      ),
      service.get("ordered_placement_strategy"),
    ),
  );

const isBinpack = (strategy: Block) =>
  strategy.get("type") === "binpack" && ["cpu", "memory"].includes(String(strategy.get("field")).toLowerCase());

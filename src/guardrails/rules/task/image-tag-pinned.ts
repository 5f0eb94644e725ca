import { matches } from "../../expectation";
import { judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers, valueAt } from "../../vocabulary/containers";

/** The last part, after any registry's port, has a tag or a digest. */
const PINNED = matches(
  /(@sha256:[0-9a-f]{64}|:(?!latest$)[\w][\w.-]*)$/,
  "an image with a tag other than latest, or a digest",
);

export const imageTagPinned: Check = (plan) =>
  judgeContainers(plan, (definition, { taskDefinition }, what) =>
    judgeValue(taskDefinition.address, `image of ${what}`, valueAt(definition, "image"), PINNED),
  );

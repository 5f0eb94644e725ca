import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";
import { readInstanceType } from "../../vocabulary/instance-types";

/** Where the image's name says what it is for: the parameter of an ECS-optimized one. */
const PARAMETER = /\/aws\/service\/ecs\/optimized-ami\//;

export const imageFitsInstanceTypes: Check = (plan) =>
  ecsGroups(plan).flatMap(({ launchTemplate, instanceTypes }) => {
    const image = launchTemplate?.get("image_id");
    if (launchTemplate === undefined || typeof image !== "string" || !PARAMETER.test(image)) return [];
    const own = image.includes("/arm64/") ? "arm64" : "x86_64";
    const others = instanceTypes.filter((type) => {
      const named = typeof type === "string" ? readInstanceType(type) : undefined;
      return named !== undefined && named.architecture !== own;
    });
    const found = `image_id is for ${own}, and ${others.join(", ")} isn't`;
    const isOpen = others.length === 0 && instanceTypes.some((type) => type instanceof Unknown);
    return isOpen
      ? [undecided(launchTemplate.address, "an instance type is known only at apply")]
      : [judge(launchTemplate.address, others.length === 0, found)];
  });

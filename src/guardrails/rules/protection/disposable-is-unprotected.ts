import { judge } from "../../judge";
import type { Check } from "../../rule";

const TAG = "tags.Disposable";

export const disposableIsUnprotected: Check = (plan) => {
  const protectedOnes = plan.resources().filter(({ lifecycle }) => lifecycle?.preventDestroy);
  const says = plan.disposable ? 'the default tags say Disposable = "true"' : "";
  return [
    ...protectedOnes.slice(0, 1).map(({ address }) => judge(address, !plan.disposable, `it is protected, and ${says}`)),
    ...plan.resources("aws_launch_template").map((template) => {
      const others = template
        .blocks("tag_specifications")
        .map((block) => block.get(TAG))
        .filter((value) => value !== undefined && String(value) !== String(plan.disposable));
      return judge(
        template.address,
        others.length === 0,
        `it launches what has the tag Disposable = "${others.join()}"`,
      );
    }),
  ];
};

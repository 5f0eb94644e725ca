import { isRecord, Unknown } from "../../../plan/value";
import { failed, passed } from "../../judge";
import type { Check } from "../../rule";

export const eventMessagesFilled: Check = (plan) =>
  plan.resources("aws_cloudwatch_event_target").flatMap((target) => {
    const transformer = target.get("input_transformer");
    if (!isRecord(transformer)) return [];
    const paths = target.get("input_transformer.input_paths");
    const template = target.get("input_transformer.input_template");
    const text = template instanceof Unknown ? (template.template ?? "") : String(template);
    const named = [...text.matchAll(/<([\w-]+)>/g)].map(([, name = ""]) => name);
    const empty = named.filter((name) => !name.startsWith("aws.") && !(isRecord(paths) && Object.hasOwn(paths, name)));
    return empty.length === 0
      ? passed(target.address)
      : failed(target.address, `its message names <${empty.join(">, <")}>, and input_paths doesn't say what that is`);
  });

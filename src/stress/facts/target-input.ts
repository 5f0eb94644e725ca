import type { TargetInput } from "../../cloudwatch/target-input";
import type { Plan, Resource } from "../../plan/plan";
import type { Json } from "../../states-language/json";
import { names } from "./names";

/** What an `aws_cloudwatch_event_target` says of it. */
export function targetInputOf(plan: Plan, target: Resource): TargetInput {
  const text = (path: string) => {
    const value: Json = names(plan).resolve(target.get(path));
    return value === null || value === "" ? undefined : String(value);
  };
  const [json, path, template] = [text("input"), text("input_path"), text("input_transformer.input_template")];
  if (json !== undefined) return { kind: "constant", json };
  if (path !== undefined) return { kind: "part", path };
  if (template === undefined) return { kind: "event" };
  const paths = names(plan).resolve(target.get("input_transformer.input_paths"));
  const entries = typeof paths === "object" && paths !== null ? Object.entries(paths) : [];
  return { kind: "template", template, paths: Object.fromEntries(entries.map(([name, at]) => [name, String(at)])) };
}

import { type App, TerraformStack } from "cdktf";

/** Judges synthesized stacks, by their names; what it returns is wrong with them, nothing if all is well. */
export type Judge = (documents: ReadonlyMap<string, object>) => string[];

/**
 * Makes the judge's findings stop the synthesis before anything is written. CDKTF validates and writes stack by stack,
 * so the validation of the first stack judges them all.
 */
export function attachValidation(app: App, judge: Judge): void {
  const stacks = app.node.children.filter(TerraformStack.isStack);
  stacks[0]?.node.addValidation({
    validate: () => judge(new Map(stacks.map((stack) => [stack.node.id, stack.toTerraform()]))),
  });
}

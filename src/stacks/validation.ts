import { type App, TerraformStack } from "cdktf";

/** Judges synthesized stacks (`cdk.tf.json` by stack name); each message stops the synthesis. */
export type Judge = (documents: ReadonlyMap<string, unknown>) => readonly string[];

/**
 * Lets a judge stop the synthesis before anything is written. CDKTF validates and writes stack by stack, so the first
 * stack to be asked answers for all of them; error annotations would be too late, under `cdktf synth` the file is
 * written all the same.
 */
export function attachValidation(app: App, judge: Judge): void {
  const stacks = app.node.children.filter(TerraformStack.isStack);
  let isJudged = false;
  for (const stack of stacks) {
    stack.node.addValidation({
      validate() {
        if (isJudged) return [];
        isJudged = true;
        return [...judge(new Map(stacks.map((each) => [each.node.id, each.toTerraform()])))];
      },
    });
  }
}

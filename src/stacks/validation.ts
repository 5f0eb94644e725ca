import { type App, TerraformStack } from "cdktf";
import { untraced } from "./untraced";

/** Judges synthesized stacks (`cdk.tf.json` by stack name); each message stops the synthesis. */
export type Judge = (documents: ReadonlyMap<string, unknown>) => readonly string[];

/** The app's stacks as they would be written, `cdk.tf.json` by stack name. */
export function documentsOf(app: App): ReadonlyMap<string, unknown> {
  return untraced(() => new Map(stacksOf(app).map((stack) => [stack.node.id, stack.toTerraform()])));
}

/**
 * Lets a judge stop the synthesis before anything is written. CDKTF validates and writes stack by stack, so the first
 * stack to be asked answers for all of them; error annotations would be too late, under `cdktf synth` the file is
 * written all the same.
 */
export function attachValidation(app: App, judge: Judge): void {
  let isJudged = false;
  for (const stack of stacksOf(app)) {
    stack.node.addValidation({
      validate() {
        if (isJudged) return [];
        isJudged = true;
        return [...judge(documentsOf(app))];
      },
    });
  }
}

function stacksOf(app: App): readonly TerraformStack[] {
  return app.node.children.filter(TerraformStack.isStack);
}

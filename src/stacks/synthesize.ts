import { App } from "cdktf";
import type { BackendConfig } from "../environments/backend";
import type { Mode } from "../environments/mode";
import type { Environment } from "../environments/schema";
import { synthesizedResources } from "../platform/terraform-access/needs";
import { PlatformStack } from "./platform-stack";
import { StateBackendStack } from "./state-backend";

export interface BuildProps {
  readonly environments: readonly { readonly environment: Environment; readonly backend: BackendConfig }[];
  readonly mode: Mode;
  /** @default - CDKTF's own: `CDKTF_OUTDIR`, else `cdktf.out` */
  readonly outdir?: string;
  /**
   * Keeps the state on this machine in any mode, as while bootstrapping.
   * @default false
   */
  readonly localState?: boolean;
}

/** The app with both stacks of each environment: `<name>-state` and `<name>-platform`. Nothing is written yet. */
export function buildApp({ environments, mode, outdir, localState }: BuildProps): App {
  const app = new App(outdir === undefined ? {} : { outdir });
  for (const { environment, backend } of environments) {
    const props = { environment, backend, mode, localState };
    const state = new StateBackendStack(app, `${environment.name}-state`, props);
    const platform = new PlatformStack(app, `${environment.name}-platform`, props);
    state.admitTerraform(synthesizedResources(platform.toTerraform()));
  }
  return app;
}

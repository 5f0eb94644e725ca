import { App } from "cdktf";
import type { BackendConfig } from "../environments/backend";
import type { Mode } from "../environments/mode";
import type { Releases } from "../environments/releases";
import type { SandboxSite } from "../environments/sandbox";
import type { Environment } from "../environments/schema";
import type { Session } from "../environments/session";
import { synthesizedResources } from "../platform/terraform-access/needs";
import { GameDayStack } from "./game-day-stack";
import { PlatformStack } from "./platform-stack";
import { StateBackendStack } from "./state-backend";
import { untraced } from "./untraced";

export interface BuildProps {
  readonly environments: readonly {
    readonly environment: Environment;
    readonly backend: BackendConfig;
    /** Image tags that were released, by service. @default - none */
    readonly releases?: Releases;
  }[];
  readonly mode: Mode;
  /** @default - CDKTF's own: `CDKTF_OUTDIR`, else `cdktf.out` */
  readonly outdir?: string;
  /**
   * Keeps the state on this machine in any mode, as while bootstrapping.
   * @default false
   */
  readonly localState?: boolean;
  /**
   * As whom Terraform comes to AWS, in `aws` mode.
   * @default { role: "apply" }
   */
  readonly session?: Session;
  /**
   * The emulated AWS of `sandbox` mode.
   * @default - at the endpoint where a sandbox is unless told otherwise
   */
  readonly sandbox?: SandboxSite;
}

/**
 * The app with the stacks of each environment, `<name>-state` and `<name>-platform`, and `<name>-game-day` of one that allows it.
 * Nothing is written yet.
 */
export function buildApp(props: BuildProps): App {
  return untraced(() => build(props));
}

function build({ environments, mode, outdir, localState, session, sandbox }: BuildProps): App {
  const app = new App(outdir === undefined ? {} : { outdir });
  for (const { environment, backend, releases } of environments) {
    const props = { environment, backend, releases, mode, localState, session, sandbox };
    const state = new StateBackendStack(app, `${environment.name}-state`, {
      ...props,
      applyRoleArn: environment.bootstrapRoleArn,
    });
    const platform = new PlatformStack(app, `${environment.name}-platform`, props);
    const gameDay =
      environment.gameDay &&
      new GameDayStack(app, `${environment.name}-game-day`, { ...props, applyRoleArn: environment.bootstrapRoleArn });
    state.admitTerraform(
      synthesizedResources(platform.toTerraform()),
      gameDay === undefined ? [] : synthesizedResources(gameDay.toTerraform()),
    );
  }
  return app;
}

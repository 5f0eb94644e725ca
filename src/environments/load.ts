import { readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { BACKEND_FILE, type BackendConfig, derivedBackend } from "./backend";
import { backendFindings, readBackends } from "./checks/backends";
import { checkEnvironmentFile } from "./checks/check";
import { describe } from "./checks/describe";
import { didYouMean } from "./checks/nearest";
import { readReleases } from "./checks/releases";
import { MODES, type Mode } from "./mode";
import { InputError, type Problem } from "./problem";
import { RELEASES_FILE, type Releases } from "./releases";
import type { Environment } from "./schema";

/** The files of this folder that aren't environments; every other `.ts` file directly in it is one. */
const MACHINERY = [
  "backend.ts",
  "load.ts",
  "mode.ts",
  "problem.ts",
  "releases.ts",
  "sandbox.ts",
  "schema.ts",
  "session.ts",
];

export interface LoadedEnvironment {
  readonly environment: Environment;
  readonly backend: BackendConfig;
  /** Image tags that were released, by service. */
  readonly releases: Releases;
  /** File it was read from, as messages name it. */
  readonly file: string;
}

export interface LoadProps {
  /**
   * Name of an environment (`production`), or path of its file (absolute, or relative to `cwd`).
   * @default - every environment of the directory
   */
  readonly selector?: string;
  /**
   * Directory that a path is relative to, and messages name files from.
   * @default - the working directory
   */
  readonly cwd?: string;
  readonly mode: Mode;
  /**
   * Whether the state is still on this machine, as while bootstrapping: then no entry in the backend file is needed.
   * @default false
   */
  readonly localState?: boolean;
  /** @default - `src/environments/` */
  readonly directory?: string;
  /** The released tags stand beside it, in `releases.json`. @default - `backend.config.json` in the project's folder */
  readonly backendFile?: string;
}

/**
 * Reads and checks environments.
 *
 * One in the directory has its file's name, so that `production` is `production.ts`; one given by its path may have
 * any. An environment without an entry in the backend file gets the settings that it would be bootstrapped with, except
 * in `aws` mode, where the entry must be there.
 *
 * @throws InputError with everything that is wrong in any of them
 */
export function loadEnvironments(props: LoadProps): readonly LoadedEnvironment[] {
  const { selector, cwd = process.cwd(), mode, localState = false, directory = __dirname } = props;
  const names = environmentNames(directory);
  const checked = selectedPaths(selector, cwd, directory, names).map((path) => {
    const expectedName = dirname(path) === resolve(directory) ? basename(path, ".ts") : undefined;
    return { file: shown(path, cwd), ...checkEnvironmentFile(path, { mode, expectedName }) };
  });
  const backendPath = props.backendFile ?? join(__dirname, "../..", BACKEND_FILE);
  const releasesPath = join(dirname(backendPath), RELEASES_FILE);
  const released = readReleases(releasesPath);
  const knownNames = new Set([...names, ...checked.flatMap(({ draft }) => draft.name ?? [])]);
  const backends = readBackends(backendPath, [...knownNames]);
  const isBackendNeeded = mode === "aws" && !localState;
  const problems: Problem[] = [
    ...checked.flatMap(({ file, findings }) => findings.map((finding) => ({ file, ...finding }))),
    ...[
      ...backends.findings,
      ...checked.flatMap(({ draft }) => [...backendFindings(draft, backends, isBackendNeeded)]),
    ].map((finding) => ({ file: shown(backendPath, cwd), ...finding })),
    ...released.findings.map((finding) => ({ file: shown(releasesPath, cwd), ...finding })),
  ];
  if (problems.length > 0) throw new InputError(problems);
  return checked.flatMap(({ environment, file }) =>
    environment === undefined
      ? []
      : {
          environment,
          backend: backends.configs.get(environment.name) ?? derivedBackend(environment),
          releases: released.releases[environment.name] ?? {},
          file,
        },
  );
}

/**
 * The mode that `BALLAST_MODE` names; `offline` where it is empty or not set.
 *
 * @throws InputError on any other text
 */
export function parseMode(text: string | undefined): Mode {
  if (text === undefined || text === "") return "offline";
  const mode = MODES.find((known) => known === text);
  if (mode) return mode;
  throw new InputError([
    { file: "BALLAST_MODE", path: "", got: JSON.stringify(text), allowed: `one of ${MODES.join(", ")}` },
  ]);
}

/** Names of the environments in a directory, in alphabetical order. */
function environmentNames(directory: string): readonly string[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts") && !MACHINERY.includes(file))
    .map((file) => basename(file, ".ts"))
    .sort();
}

function selectedPaths(
  selector: string | undefined,
  cwd: string,
  directory: string,
  names: readonly string[],
): readonly string[] {
  const pathOf = (name: string): string => join(resolve(directory), `${name}.ts`);
  if (selector === undefined) return names.map(pathOf);
  if (names.includes(selector)) return [pathOf(selector)];
  if (/[./\\]/.test(selector)) return [resolve(cwd, selector)];
  const allowed = `${didYouMean(selector, names)}The environments are ${names.join(", ")}; or give a file's path`;
  throw new InputError([{ file: "environment", path: "", got: describe(selector), allowed }]);
}

/** A path as messages name it: relative to the directory where it is inside it. */
function shown(path: string, cwd: string): string {
  const inside = relative(cwd, path) || ".";
  return inside.startsWith("..") ? path : inside;
}

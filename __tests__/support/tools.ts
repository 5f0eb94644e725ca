import { execFileSync } from "node:child_process";

/**
 * `describe` where a tool is on the PATH; where it isn't, the cases are skipped, and their title says why. In CI
 * (`BALLAST_REQUIRE_TOOLS`) nothing may be skipped, so there they run and fail.
 * @param tools each with the arguments that make it answer, and how to get it
 */
export function describeWith(title: string, tools: readonly Tool[], cases: () => void): void {
  const missing = tools.filter((tool) => !answers(tool));
  if (missing.length === 0 || process.env.BALLAST_REQUIRE_TOOLS) describe(title, cases);
  else describe.skip(`${title} (skipped: ${missing.map(({ howToGet }) => howToGet).join("; ")})`, cases);
}

export interface Tool {
  readonly command: string;
  readonly args: readonly string[];
  readonly howToGet: string;
}

export const TERRAFORM: Tool = {
  command: "terraform",
  args: ["version"],
  howToGet: "no terraform on the PATH; get it from https://developer.hashicorp.com/terraform/install",
};

export const MOTO_SERVER: Tool = {
  command: "moto_server",
  args: ["--help"],
  howToGet: "no moto_server on the PATH; get it with: pip install 'moto[server]==5.2.1'",
};

/** Whether a tool is on the PATH. */
export function answers({ command, args }: Tool): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

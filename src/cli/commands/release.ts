import { type Command, InvalidArgumentError } from "commander";
import { didYouMean } from "../../environments/checks/nearest";
import { parseMode } from "../../environments/load";
import { releaseSchema } from "../../environments/releases";
import { environmentsOf } from "../drift/sources";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { release } from "../release/release";
import { UserError } from "../user-error";

export function configure(command: Command): void {
  command
    .argument("<environment>", "name of an environment, or path of its file")
    .argument("<service>", "name of one of its services")
    .argument("<tag>", "tag of the service's image", tagOf)
    .option("--plan-only", "show the plan, and apply nothing", false)
    .option("--minutes <number>", "leave a deployment to itself after so long", minutesOf, 60)
    .addHelpText(
      "after",
      `
Plans the platform (BALLAST_MODE aws or sandbox) with the service's image tag
changed. A plan that changes anything but the service's task definition and the
service is refused. Then it applies that plan, follows the deployment to its
end, and says what the circuit breaker did. A tag whose deployment has ended
well is kept in releases.json, so that a later deploy of the platform keeps it:
commit the file. Exit codes: 0 released (or only planned), 1 refused, rolled
back or unfinished, 2 bad input, or a Terraform that failed.`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const [selector, service, tag]: readonly string[] = command.processedArgs;
  const { planOnly, minutes } = command.opts<{ planOnly: boolean; minutes: number }>();
  const mode = parseMode(io.env.BALLAST_MODE);
  if (mode === "offline") {
    throw new UserError("BALLAST_MODE: got offline, which never reaches AWS; set it to aws, or to sandbox");
  }
  const [loaded] = environmentsOf(selector ?? "", false, io);
  if (loaded === undefined || service === undefined || tag === undefined) throw new Error("no environment was loaded");
  const names = loaded.environment.services.map(({ name }) => name);
  if (!names.includes(service)) {
    const { name } = loaded.environment;
    throw new UserError(`service: got "${service}"; ${didYouMean(service, names)}${name} has ${names.join(", ")}`);
  }
  return release({ loaded, mode, service, tag, planOnly, minutes, io });
}

function tagOf(text: string): string {
  if (releaseSchema.shape.imageTag.safeParse(text).success) return text;
  throw new InvalidArgumentError("An image tag: letters, digits, _ . -, 128 at most, the first a letter, digit or _.");
}

function minutesOf(text: string): number {
  const minutes = Number(text);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440) return minutes;
  throw new InvalidArgumentError("A whole number, 1 to 1440.");
}

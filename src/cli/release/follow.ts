import { setTimeout as sleep } from "node:timers/promises";
import { DescribeServicesCommand, ECSClient, type ServiceEvent } from "@aws-sdk/client-ecs";
import { type Progress, progressOf } from "../../release/deployment";
import { wayToAws } from "../connection";
import { UserError } from "../user-error";
import type { ReleaseProps } from "./release";

/** Seconds between two looks: AWS's events come every few seconds, the sandbox has no time to lose. */
const LOOK_SECONDS = { aws: 10, sandbox: 0.5 } as const;

/**
 * Follows a service's deployment to its end, and tells its events and counts as they come.
 * @param released ARN of the task definition that was released
 * @throws UserError where the service can't be asked about
 */
export async function follow(props: ReleaseProps, released: string): Promise<Progress> {
  const { loaded, mode, service, minutes, io } = props;
  const { connection } = await wayToAws(loaded, mode, io);
  const client = new ECSClient(connection);
  const begin = Date.now();
  const told = new Set<string | undefined>();
  for (;;) {
    const found = await describe(client, loaded.environment.name, service);
    const progress = progressOf(found.deployments, released);
    for (const event of [...found.events].reverse()) {
      if (told.has(event.id) || (event.createdAt?.getTime() ?? 0) < begin - 60_000) continue;
      told.add(event.id);
      io.stdout.write(`  ${event.message}\n`);
    }
    if (progress.state === "under-way" && !told.has(progress.note)) {
      told.add(progress.note);
      io.stdout.write(`  ${progress.note}\n`);
    }
    if (progress.state !== "under-way" || Date.now() - begin > minutes * 60_000) return progress;
    await sleep(LOOK_SECONDS[mode] * 1000);
  }
}

async function describe(client: ECSClient, cluster: string, service: string) {
  try {
    const { services = [] } = await client.send(new DescribeServicesCommand({ cluster, services: [service] }));
    const [found] = services;
    if (found === undefined) throw new Error(`cluster ${cluster} has no service ${service}`);
    return { deployments: found.deployments ?? [], events: (found.events ?? []) as readonly ServiceEvent[] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UserError(`${service}'s deployment can't be followed, it goes on by itself: ${message}`);
  }
}

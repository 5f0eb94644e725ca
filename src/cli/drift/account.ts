import { inventoryOf } from "../../account/inventory";
import { taggedResources } from "../../account/tagged";
import { type Trail, trailOf } from "../../account/trail";
import { awsNames } from "../../drift/managed";
import type { DriftReport, Reported } from "../../drift/report";
import { unmanagedIn } from "../../drift/unmanaged";
import type { LoadedEnvironment } from "../../environments/load";
import { accountOf } from "../connection";
import type { Io } from "../io";
import type { Planned } from "./sources";

/** Questions to CloudTrail in a run: it answers two a second. */
const MOST_QUESTIONS = 20;

/** What is in the account and in no state, and what couldn't be seen of it. */
export interface Seen {
  readonly unmanaged: readonly Reported[];
  readonly notices: readonly string[];
}

/** Looks for it, by lists and descriptions only. */
export async function lookAtAccount(loaded: LoadedEnvironment, sources: Planned["sources"], io: Io): Promise<Seen> {
  const { name, region } = loaded.environment;
  io.stderr.write(`looking at ${region} …\n`);
  const connection = accountOf(loaded, io);
  const { resources, unseen } = await inventoryOf(connection);
  const notices = unseen.map((each) => `not seen: ${each}`);
  const tagged = await taggedResources(connection, { Environment: name, ManagedBy: "ballast" }).catch((error) => {
    notices.push(`not seen: what has the environment's tags: ${error.message}`);
    return [];
  });
  const place = sources.map((source) => source.place).find((each) => each?.stack === `${name}-platform`);
  if (place === undefined) return { unmanaged: [], notices };
  const documents = sources.map(({ document }) => document);
  const props = { environment: name, source: place.stack, documents, existing: resources, tagged, place };
  return { unmanaged: unmanagedIn(props), notices };
}

/** The report with who changed each, where CloudTrail says so; it is asked of what is open, and not too often. */
export async function withTrail(
  report: DriftReport,
  sources: Planned["sources"],
  loaded: LoadedEnvironment,
  io: Io,
  trail: Trail = trailOf(accountOf(loaded, io)),
): Promise<DriftReport> {
  const documents = sources.map(({ document }) => document);
  const isByHand = ({ class: kind }: Reported) => ["drifted", "missing", "unmanaged"].includes(kind);
  const addresses = [...new Set(report.differences.filter(isByHand).map(({ address }) => address))];
  const found = new Map<string, Reported["done"]>();
  const notices: string[] = [];
  for (const address of addresses.slice(0, MOST_QUESTIONS)) {
    try {
      // What is unmanaged is called by its ARN, or its id.
      const [name = address.startsWith("arn:") ? lastPart(address) : address] = awsNames(address, documents);
      found.set(address, await trail.lastChange(name));
    } catch (error) {
      notices.push(`CloudTrail isn't asked who it was: ${error instanceof Error ? error.message : error}`);
      break;
    }
  }
  if (addresses.length > MOST_QUESTIONS)
    notices.push(`CloudTrail was asked of ${MOST_QUESTIONS} of ${addresses.length}`);
  return {
    ...report,
    differences: report.differences.map((each) => ({ ...each, done: found.get(each.address) ?? each.done })),
    notices: [...report.notices, ...notices],
  };
}

const lastPart = (arn: string) => arn.slice(Math.max(arn.lastIndexOf("/"), arn.lastIndexOf(":")) + 1);

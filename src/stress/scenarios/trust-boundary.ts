import type { Truth } from "../../iam/truth";
import { DESTINATIONS } from "../facts/reachability";
import type { Trust } from "../facts/trust";
import type { Platform } from "../model/platform";
import { type Claim, type Run, type Scenario, START_SECONDS } from "../scenario";

/** How many are so; `undefined` where of some it isn't known, or there are none to ask. */
function count(truths: readonly Truth[]): number | undefined {
  if (truths.length === 0 || truths.includes("undecided")) return undefined;
  return truths.filter((truth) => truth === true).length;
}

const of =
  (read: (trust: Trust) => readonly Truth[]) =>
  ({ facts }: Run) =>
    count(read(facts.trust));

/** Every path, hop, identity and reader as an event, so that the report lists them. */
function tell({ facts, world }: Platform): void {
  const { paths, hops, identities, secrets } = facts.trust;
  const { trace } = world;
  for (const { from, to, ports } of paths) trace.add("path", from, `to ${to}, ${ports}`);
  for (const { listener, targetGroup, isEncryptedIn, isEncryptedOn } of hops) {
    trace.add("path", listener, `${words(isEncryptedIn)} in, ${words(isEncryptedOn)} on to ${targetGroup}`);
  }
  for (const { address, reach } of facts.groups) {
    for (const [zone, destinations] of Object.entries(reach)) {
      for (const destination of DESTINATIONS) {
        const [way] = destinations[destination];
        trace.add(
          "path",
          address,
          `${zone} to ${destination}: ${way === undefined ? "no way" : `${way.kind} ${way.via}`}`,
        );
      }
    }
  }
  for (const { service, taskRole, executionRole } of identities) {
    trace.add(
      "identity",
      service,
      `its containers are ${taskRole ?? "nobody"}, its agent ${executionRole ?? "the instance"}`,
    );
  }
  for (const { secret, owners, others } of secrets) trace.add("readers", secret, [...owners, ...others].join(", "));
}

const words = (isEncrypted: Truth) =>
  isEncrypted === "undecided" ? "perhaps encrypted" : isEncrypted ? "encrypted" : "unencrypted";

/** Of each way that a secret is read by, whether it leaves the VPC. */
const leaving = ({ facts }: Run) => {
  const secrets = facts.services.flatMap(({ needs }) =>
    needs.filter(({ kind }) => kind === "parameter" || kind === "secret"),
  );
  const called = new Set(secrets.flatMap(({ destinations }) => destinations));
  const first = facts.groups.flatMap(({ reach }) =>
    Object.values(reach).flatMap((ways) => [...called].map((destination) => ways[destination][0]?.kind)),
  );
  return count(first.map((kind) => (kind === "unknown" ? "undecided" : kind !== undefined && kind !== "endpoint")));
};

const claim = (id: string, rest: Omit<Claim, "id" | "variant" | "evidence">, ...evidence: string[]): Claim => ({
  id: `trust-boundary/${id}`,
  variant: "as-planned",
  evidence,
  ...rest,
});

export const trustBoundary: Scenario = {
  id: "trust-boundary",
  title: "Who reaches whom, and as whom",
  question:
    "Which paths lead from the internet to compute and out of it, where does TLS end, and who reads each secret?",
  oftenSaid: "Traffic is encrypted end to end, and containers run as the execution role.",
  recovery: "Nothing is to recover: what doesn't hold is in the configuration.",
  durationSeconds: START_SECONDS + 10,
  variants: [
    {
      id: "as-planned",
      title: "Read from the plan: nothing is simulated",
      disturb: (platform) => platform.world.simulation.scheduleAt(START_SECONDS, () => tell(platform)),
    },
  ],
  claims: [
    claim(
      "only-by-load-balancer",
      {
        text: "No path leads from the internet to compute past the load balancer.",
        unit: "paths",
        measure: of(({ paths }) => paths.map(({ isDirect }) => isDirect)),
        limit: { atMost: 0 },
      },
      "path",
    ),
    claim(
      "no-public-address",
      {
        text: "No instance has a public address.",
        unit: "instances",
        measure: of(({ publicGroups }) => publicGroups.map(({ isPublic }) => isPublic)),
        limit: { atMost: 0 },
      },
      "path",
    ),
    claim(
      "ports-in-use",
      {
        text: "Every port that is opened to compute is one that tasks listen on.",
        unit: "paths",
        measure: of(({ paths }) =>
          paths
            .filter(({ direction }) => direction === "in")
            .map(({ isUsed }) => (isUsed === "undecided" ? isUsed : !isUsed)),
        ),
        limit: { atMost: 0 },
      },
      "path",
    ),
    claim(
      "tls-from-users",
      {
        text: "What users send is encrypted as far as the load balancer.",
        unit: "paths",
        measure: of(({ hops }) =>
          hops.map(({ isEncryptedIn }) => (isEncryptedIn === "undecided" ? isEncryptedIn : !isEncryptedIn)),
        ),
        limit: { atMost: 0 },
      },
      "path",
    ),
    claim(
      "encrypted-end-to-end",
      {
        text: "Traffic is encrypted end to end.",
        unit: "paths",
        measure: of(({ hops }) =>
          hops.map(({ isEncryptedOn }) => (isEncryptedOn === "undecided" ? isEncryptedOn : !isEncryptedOn)),
        ),
        limit: { atMost: 0 },
        insteadTrue:
          "TLS ends at the load balancer where a target group speaks HTTP: from there on only the VPC keeps it.",
      },
      "path",
    ),
    claim(
      "containers-are-execution-role",
      {
        text: "Containers run as the execution role.",
        unit: "roles",
        measure: of(({ identities }) =>
          identities.map(({ taskRole, executionRole }) =>
            executionRole === undefined ? "undecided" : taskRole === executionRole,
          ),
        ),
        limit: { atLeast: 1 },
        insteadTrue:
          "the execution role is the agent's, which reads secrets and pulls images; containers run as the task role.",
      },
      "identity",
    ),
    claim(
      "secrets-for-their-own",
      {
        text: "No role of the plan can read a secret but the execution role of the service that it is for.",
        unit: "roles",
        measure: of(({ secrets }) =>
          secrets.flatMap(({ others, undecided }): Truth[] => [
            ...others.map(() => true),
            ...undecided.map((): Truth => "undecided"),
            false,
          ]),
        ),
        limit: { atMost: 0 },
      },
      "readers",
    ),
    claim(
      "instance-out-of-reach",
      {
        text: "No container reaches its instance's credentials.",
        unit: "roles",
        measure: of(({ identities }) => identities.map(({ reachesInstance }) => reachesInstance)),
        limit: { atMost: 0 },
      },
      "identity",
    ),
    claim(
      "secrets-stay-inside",
      {
        text: "Secrets are read by endpoints, without leaving the VPC.",
        unit: "paths",
        measure: leaving,
        limit: { atMost: 0 },
      },
      "path",
    ),
  ],
};

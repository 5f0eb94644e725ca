import type { Reachability, Way } from "./facts/reachability";
import { withoutGrant } from "./facts/roles";
import type { Identity, Trust } from "./facts/trust";
import type { PlatformFacts } from "./model/platform";
import type { Protection } from "./protections";

type Without = Protection["without"];

/** The agents' roles without what allows an action. */
const denied =
  (action: string): Without =>
  (facts) => ({
    ...facts,
    services: facts.services.map((service) => ({
      ...service,
      executionRole: service.executionRole && withoutGrant(service.executionRole, action),
    })),
  });

/** The groups without a kind of ways out. */
const without =
  (kind: Way["kind"]): Without =>
  (facts) => ({
    ...facts,
    groups: facts.groups.map((group) => ({ ...group, reach: withoutWays(group.reach, kind) })),
  });

function withoutWays(reach: Reachability, kind: Way["kind"]): Reachability {
  const kept = (ways: Reachability[string]) =>
    Object.entries(ways).map(([destination, all]) => [destination, all.filter((way) => way.kind !== kind)]);
  return Object.fromEntries(Object.entries(reach).map(([zone, ways]) => [zone, Object.fromEntries(kept(ways))]));
}

const trust =
  (change: (trust: Trust, facts: PlatformFacts) => Partial<Trust>): Without =>
  (facts) => ({ ...facts, trust: { ...facts.trust, ...change(facts.trust, facts) } });

/** Containers of services, with interfaces of their own or without, that reach their instance. */
const exposed = (hasInterface: boolean): Without =>
  trust(({ identities }, { services }) => {
    const isMeant = ({ service }: Identity) =>
      services.some(({ name, task }) => name === service && task.interfaces > 0 === hasInterface);
    return { identities: identities.map((one) => (isMeant(one) ? { ...one, reachesInstance: true } : one)) };
  });

const TASK_EVENTS = "ECS Task State Change";

/** What keeps access narrow, and the agents able to start tasks. */
export const ACCESS_PROTECTIONS: readonly Protection[] = [
  {
    id: "grant-parameters",
    title: "The execution role's grant of its parameters",
    without: denied("ssm:GetParameters"),
  },
  {
    id: "grant-secrets",
    title: "The execution role's grant of its secrets",
    without: denied("secretsmanager:GetSecretValue"),
  },
  { id: "grant-decryption", title: "The execution role's grant of the secrets' key", without: denied("kms:Decrypt") },
  { id: "grant-images", title: "The execution role's grant of its image", without: denied("ecr:BatchGetImage") },
  { id: "nat-gateways", title: "NAT gateways", without: without("nat-gateway") },
  { id: "endpoints", title: "VPC endpoints", without: without("endpoint") },
  {
    id: "task-events",
    title: "A rule that keeps tasks' stopped reasons",
    without: (facts) => ({
      ...facts,
      rules: facts.rules.filter(({ pattern }) => !JSON.stringify(pattern ?? {}).includes(TASK_EVENTS)),
    }),
  },
  { id: "metadata-hop-limit", title: "A hop limit of 1 to the instance's metadata", without: exposed(false) },
  { id: "blocked-metadata", title: "ECS_AWSVPC_BLOCK_IMDS", without: exposed(true) },
  {
    id: "group-references",
    title: "Security groups that let in the load balancer alone",
    without: trust(({ paths }) => ({
      paths: paths.map((path) => (path.direction === "in" ? { ...path, from: "0.0.0.0/0", isDirect: true } : path)),
    })),
  },
  {
    id: "private-instances",
    title: "Instances without public addresses",
    without: trust(({ publicGroups }) => ({ publicGroups: publicGroups.map((one) => ({ ...one, isPublic: true })) })),
  },
  {
    id: "https",
    title: "A listener that speaks HTTPS",
    without: trust(({ hops }) => ({ hops: hops.map((hop) => ({ ...hop, isEncryptedIn: false })) })),
  },
];

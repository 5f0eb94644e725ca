import type { Existing } from "../account/existing";
import type { ValueRecord } from "../plan/value";
import type { Severity } from "./difference";
import { managedBy, resourcesInState } from "./managed";
import type { Reported } from "./report";
import { type Place, quoted } from "./ways";

export interface UnmanagedProps {
  readonly environment: string;
  /** Name of the stack that it would belong to. */
  readonly source: string;
  /** Outputs of `terraform show -json` of every stack. */
  readonly documents: readonly ValueRecord[];
  readonly existing: readonly Existing[];
  /** What has the environment's tags, known by ARN alone. */
  readonly tagged: readonly Existing[];
  readonly place: Place;
}

interface Row {
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
}

/** How much it matters that something of a type is there which nobody's code says. */
const ROWS: { readonly [type: string]: Row } = {
  aws_lb_listener: { title: "listener", severity: "high", why: "It is another way in." },
  aws_lb_listener_rule: { title: "listener rule", severity: "high", why: "It takes requests from the services." },
  aws_lb: { title: "load balancer", severity: "high", why: "It is another way in." },
  aws_instance: {
    title: "instance",
    severity: "high",
    why: "It stands among the others, and no template says what it is.",
  },
  aws_ecs_service: { title: "service", severity: "medium", why: "It takes capacity, and no code says what it runs." },
  aws_security_group: { title: "security group", severity: "medium", why: "Its rules are judged by nobody." },
};
const OTHER: Row = { title: "resource", severity: "low", why: "It costs, and no code says what it is for." };

/** What belongs to a stack's own of these types belongs to the platform. */
const OWNERS = ["aws_ecs_cluster", "aws_lb", "aws_lb_listener", "aws_vpc"];

/**
 * What is in the account and in no state: with the environment's tags, or in its VPC, its cluster, or on its balancer. What
 * AWS makes and ends by itself, such as a group's instances, doesn't count; nor do former revisions of a task definition.
 */
export function unmanagedIn(props: UnmanagedProps): readonly Reported[] {
  const { environment, documents, existing, tagged, place, source } = props;
  const isManaged = managedBy(documents);
  const owners = documents
    .flatMap((document) => [...resourcesInState(document)])
    .filter(({ type }) => OWNERS.includes(type));
  const known = new Set(existing.flatMap(({ arn }) => arn ?? []));
  // A launch template's or a security group's ARN ends in the id that the list has.
  const ids = new Set(existing.map(({ id }) => id));
  const all = [...existing, ...tagged.filter(({ arn = "", id }) => !known.has(arn) && !ids.has(id))];
  return all
    .filter((each) => each.madeBy === undefined && !isManaged(each) && !isMadeByAws(each.arn))
    .flatMap((each): readonly Reported[] => {
      const where = placeOf(each, environment, owners);
      return where === undefined ? [] : [reported(each, where, source, place)];
    });
}

type Owner = ReturnType<typeof resourcesInState> extends Generator<infer Item> ? Item : never;

function placeOf(each: Existing, environment: string, owners: readonly Owner[]): string | undefined {
  if (each.tags.Environment === environment && each.tags.ManagedBy === "ballast") return "with the environment's tags";
  const owner = owners.find(({ names }) => each.uses.some((text) => names.includes(text)));
  return owner === undefined ? undefined : `in ${owner.address}`;
}

/** Revisions of task definitions, tasks and instances of a cluster come and go with what is managed. */
function isMadeByAws(arn = ""): boolean {
  return (
    /:ecs:[^:]*:\d*:(task-definition|task|container-instance)\//.test(arn) || /:(network-interface|volume)\//.test(arn)
  );
}

function reported(each: Existing, where: string, source: string, place: Place): Reported {
  const { title, severity, why } = ROWS[each.type] ?? OTHER;
  const name = each.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const address = `${each.type}.${/^[a-z]/.test(name) ? name : `the_${name}`}`;
  const byHand = "or end it by hand; if it is what the platform would make:";
  const adopt = `npm run adopt -- ${place.environment}`;
  return {
    class: "unmanaged",
    source,
    address: each.arn ?? each.id,
    attribute: "",
    what: `${title} ${each.name}, ${where}`,
    before: null,
    after: null,
    wanted: undefined,
    isSensitive: false,
    isUnknown: false,
    severity,
    why,
    owner: undefined,
    destroys: false,
    isRestored: false,
    consequences: [],
    ways:
      each.type === ""
        ? { note: `Write it into the code and import it, ${byHand} ${adopt}` }
        : {
            import: {
              command: `terraform -chdir=cdktf.out/stacks/${place.stack} import ${address} ${quoted(each.id)}`,
              also: [],
            },
            note: `Write ${address} into the code first, ${byHand} ${adopt}`,
          },
    done: undefined,
    ignored: undefined,
  };
}

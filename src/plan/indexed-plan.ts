import { namesOf, parseAddress } from "./address";
import { ValueBlock } from "./block";
import { referencesIn } from "./expression/names";
import { indexBy } from "./index-by";
import { isIndirect, theOnly } from "./indirect";
import type { Backend, Lifecycle, Move, Plan, Provider, Resource, Unread } from "./plan";
import { isList, isRecord, type MaybeValue, type Reference, Unknown, type ValueRecord } from "./value";

export interface PlannedResourceProps {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly values: ValueRecord;
  readonly lifecycle: Lifecycle | undefined;
  readonly dependsOn: readonly string[];
  /** Asked for when something first wants them. */
  readonly dependencies: () => readonly string[];
}

/** A resource over its values, whichever source it was read from. */
export class PlannedResource extends ValueBlock implements Resource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly lifecycle: Lifecycle | undefined;
  readonly dependsOn: readonly string[];
  private found: readonly string[] | undefined;

  constructor(private readonly props: PlannedResourceProps) {
    super(props.values);
    this.address = props.address;
    this.type = props.type;
    this.name = props.name;
    this.lifecycle = props.lifecycle;
    this.dependsOn = props.dependsOn;
  }

  get dependencies(): readonly string[] {
    this.found ??= this.props.dependencies();
    return this.found;
  }
}

export interface IndexedPlanProps {
  readonly source: Plan["source"];
  readonly stack: string | undefined;
  readonly resources: readonly Resource[];
  readonly dataSources: readonly Resource[];
  readonly backend: Backend | undefined;
  readonly providers: readonly Provider[];
  /** @default {} */
  readonly versions?: Plan["versions"];
  readonly moves: readonly Move[];
  readonly removals: readonly string[];
  readonly unread: readonly Unread[];
  /**
   * What the call of a module passes into it, by the module's prefix.
   * @default - nothing
   */
  readonly passed?: (module: string) => readonly Reference[];
}

/** What other resources know one by, besides its `id`, `arn` and `name`. */
const FURTHER_NAMES: { readonly [type: string]: string } = {
  aws_cloudwatch_composite_alarm: "alarm_name",
  aws_cloudwatch_metric_alarm: "alarm_name",
  aws_ecs_task_definition: "family",
  aws_kms_key: "key_id",
  aws_lambda_function: "function_name",
  aws_s3_bucket: "bucket",
};

/** A plan whose resources are found by address, type and name in constant time. */
export class IndexedPlan implements Plan {
  readonly source: Plan["source"];
  readonly stack: string | undefined;
  readonly backend: Backend | undefined;
  readonly providers: readonly Provider[];
  readonly versions: Plan["versions"];
  readonly moves: readonly Move[];
  readonly removals: readonly string[];
  readonly unread: readonly Unread[];
  readonly disposable: boolean;
  private readonly all: readonly Resource[];
  private readonly lookedUp: readonly Resource[];
  private readonly byType: ReadonlyMap<string, readonly Resource[]>;
  /** Under each address that may name it. */
  private readonly byAddress: ReadonlyMap<string, readonly Resource[]>;
  /** Under each text that is its name, id or ARN. */
  private readonly byText: ReadonlyMap<string, readonly Resource[]>;

  /** What indirect references of a module lead to, by module and types. */
  private readonly candidates = new Map<string, readonly Resource[]>();
  private readonly passed: (module: string) => readonly Reference[];

  constructor(private readonly props: IndexedPlanProps) {
    this.passed = props.passed ?? (() => []);
    this.source = props.source;
    this.stack = props.stack;
    this.backend = props.backend;
    this.providers = props.providers;
    this.versions = props.versions ?? {};
    this.moves = props.moves;
    this.removals = props.removals;
    this.unread = props.unread;
    this.disposable = props.providers.some(
      ({ settings }) => String(settings.get("default_tags.tags.Disposable")) === "true",
    );
    this.all = props.resources;
    this.lookedUp = props.dataSources;
    this.byType = indexBy(props.resources, ({ type }) => [type]);
    this.byAddress = indexBy(props.resources, ({ address }) => namesOf(address));
    this.byText = indexBy(props.resources, textsOf);
  }

  withResources(resources: readonly Resource[]): Plan {
    return new IndexedPlan({ ...this.props, resources });
  }

  resources(...types: string[]): readonly Resource[] {
    const [type] = types;
    if (type === undefined) return this.all;
    if (types.length === 1) return this.byType.get(type) ?? [];
    return this.all.filter((resource) => types.includes(resource.type));
  }

  dataSources(type: string): readonly Resource[] {
    return this.lookedUp.filter((source) => source.type === type);
  }

  resource(address: string): Resource | undefined {
    return this.byAddress.get(address)?.[0];
  }

  referenced(value: MaybeValue, ...types: string[]): readonly Resource[] {
    const found = new Set<Resource>();
    const followed = new Set<string>();
    const wanted = (resource: Resource) => types.length === 0 || types.includes(resource.type);

    const follow = (part: MaybeValue): void => {
      if (part instanceof Unknown) part.references.forEach(followReference);
      else if (typeof part === "string") followText(part);
      else if (isList(part)) part.forEach(follow);
      else if (isRecord(part)) Object.values(part).forEach(follow);
    };
    const followText = (text: string): void => {
      for (const resource of this.byText.get(text) ?? []) if (wanted(resource)) found.add(resource);
      // A policy's text, with references in it as written.
      if (text.includes("${")) referencesIn(text).forEach(followReference);
    };
    const followReference = ({ address, attribute }: Reference): void => {
      const resources = this.byAddress.get(address) ?? [];
      if (types.length > 0 && isIndirect(address)) {
        for (const resource of theOnly(this.candidatesIn(parseAddress(address).module, types), address))
          found.add(resource);
      }
      const matching = resources.filter(wanted);
      for (const resource of matching) found.add(resource);
      // By way of another resource: the bucket of a bucket's public access block.
      if (matching.length > 0 || attribute === "" || followed.has(`${address} ${attribute}`)) return;
      followed.add(`${address} ${attribute}`);
      for (const resource of resources) follow(resource.get(attribute));
    };

    follow(value);
    return [...found];
  }

  /** The resources of those types that a module has, with the modules in it, or that are passed into it. */
  private candidatesIn(module: string, types: readonly string[]): readonly Resource[] {
    const key = [module, ...types].join(" ");
    const before = this.candidates.get(key);
    if (before !== undefined) return before;
    // While they are looked for: what leads back here adds none.
    this.candidates.set(key, []);
    const own = this.resources(...types).filter(({ address }) => address.startsWith(module));
    const candidates = [...own, ...this.referenced(new Unknown(this.passed(module)), ...types)];
    this.candidates.set(key, candidates);
    return candidates;
  }
}

function textsOf(resource: Resource): readonly string[] {
  const attributes = ["id", "arn", "name", FURTHER_NAMES[resource.type] ?? "id"];
  const texts = attributes.map((attribute) => resource.get(attribute));
  return [...new Set(texts.filter((text) => typeof text === "string"))];
}

import { ValueBlock } from "./block";
import { ConfigurationScope } from "./configuration-scope";
import { labelledBlocks } from "./document";
import { evaluateValue } from "./expression/evaluate";
import { referencesIn } from "./expression/names";
import { IndexedPlan, PlannedResource } from "./indexed-plan";
import type { Backend, Lifecycle, Plan } from "./plan";
import { entry, isList, isRecord, listOf, type Value, type ValueRecord } from "./value";

/**
 * Reads Terraform's JSON configuration, as CDKTF synthesizes it. References to what the configuration itself says are
 * resolved, variables take their defaults, and `count` and `for_each` are expanded where they are known. Resources of
 * modules aren't in it, which `unread` says.
 * @throws PlanError where something isn't the object that it should be
 */
export function readConfiguration(document: ValueRecord): Plan {
  const scope = new ConfigurationScope(document);
  const blocks = (kind: "data" | "resource") =>
    labelledBlocks(entry(document, kind), kind, 2).flatMap(({ labels: [type = "", name = ""], body }) =>
      scope.instances(`${kind === "data" ? "data." : ""}${type}.${name}`).map(
        ({ address, values }) =>
          new PlannedResource({
            address,
            type,
            name,
            values,
            lifecycle: lifecycleOf(body),
            dependsOn: dependsOnOf(body),
            dependencies: () => [...dependsOnOf(body), ...addressesIn(body)],
          }),
      ),
    );
  return new IndexedPlan({
    source: "configuration",
    stack: stackOf(document),
    resources: blocks("resource"),
    dataSources: blocks("data"),
    backend: backendOf(document),
    providers: labelledBlocks(entry(document, "provider"), "provider", 1).map(({ labels: [name = ""], body }) => {
      const settings = evaluateValue(body, scope);
      return { name, settings: new ValueBlock(isRecord(settings) ? settings : {}) };
    }),
    versions: versionsOf(document),
    moves: labelledBlocks(entry(document, "moved"), "moved", 0).map(({ body }) => ({
      from: String(entry(body, "from")),
      to: String(entry(body, "to")),
    })),
    removals: labelledBlocks(entry(document, "removed"), "removed", 0).map(({ body }) => String(entry(body, "from"))),
    unread: labelledBlocks(entry(document, "module"), "module", 1).map(({ labels: [name = ""] }) => ({
      address: `module.${name}`,
      reason: "a configuration doesn't hold the resources of its modules; the plan's JSON does",
    })),
  });
}

const dependsOnOf = (body: ValueRecord) => listOf(entry(body, "depends_on")).map(String);

/** Addresses of what the texts in a body refer to, at any depth. */
function addressesIn(part: Value): readonly string[] {
  if (typeof part === "string") {
    return part.includes("${") ? referencesIn(part).map(({ address }) => address) : [];
  }
  return isList(part) || isRecord(part) ? Object.values(part).flatMap(addressesIn) : [];
}

function lifecycleOf(body: ValueRecord): Lifecycle {
  const lifecycle = new ValueBlock({ lifecycle: entry(body, "lifecycle") ?? null });
  return {
    preventDestroy: String(lifecycle.get("lifecycle.prevent_destroy")) === "true",
    createBeforeDestroy: String(lifecycle.get("lifecycle.create_before_destroy")) === "true",
    ignoreChanges: listOf(lifecycle.get("lifecycle.ignore_changes")).map(String),
  };
}

/** What CDKTF notes of itself in a comment. */
function stackOf(document: ValueRecord): string | undefined {
  const name = new ValueBlock(document).get("//.metadata.stackName");
  return typeof name === "string" ? name : undefined;
}

/** Terraform keeps the state on this machine's disk unless it is told otherwise. */
function versionsOf(document: ValueRecord): Plan["versions"] {
  const settings = labelledBlocks(entry(document, "terraform"), "terraform", 0).map(({ body }) => body);
  const providers = settings.flatMap((body) => {
    const required = entry(body, "required_providers");
    return isRecord(required) ? Object.entries(required) : [];
  });
  const versions = [
    ...settings.map((body) => ["terraform", entry(body, "required_version")] as const),
    ...providers.map(([name, wanted]) => [name, isRecord(wanted) ? entry(wanted, "version") : wanted] as const),
  ];
  return Object.fromEntries(versions.flatMap(([name, version]) => (version === undefined ? [] : [[name, version]])));
}

function backendOf(document: ValueRecord): Backend {
  const settings = labelledBlocks(entry(document, "terraform"), "terraform", 0);
  const backends = settings.flatMap(({ body }) => labelledBlocks(entry(body, "backend"), "terraform.backend", 1));
  const clouds = settings.flatMap(({ body }) => labelledBlocks(entry(body, "cloud"), "terraform.cloud", 0));
  const [backend] = backends;
  const [cloud] = clouds;
  if (backend !== undefined) return { type: backend.labels[0] ?? "", settings: backend.body };
  return cloud === undefined ? { type: "local", settings: {} } : { type: "cloud", settings: cloud.body };
}

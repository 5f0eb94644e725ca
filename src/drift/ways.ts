import type { Plan } from "../plan/plan";
import { entry, isRecord, type ValueRecord } from "../plan/value";
import type { Difference } from "./difference";

/** A command, and what it does besides. */
export interface Way {
  /** As it is typed in the project's folder; of a plan without an environment, in Terraform's. */
  readonly command: string;
  /** The other differences that it would take away as well: `address.attribute`. */
  readonly also: readonly string[];
}

/** What can be done about a difference; what isn't there can't. */
export interface Ways {
  /** Puts it back as the code has it. */
  readonly reject?: Way;
  /** Takes it over into the environment's file. */
  readonly accept?: Way;
  /** Does what the code is ahead by. */
  readonly apply?: Way;
  /** Takes it under Terraform's care. */
  readonly import?: Way;
  /** What to know besides, or why there is no command. */
  readonly note?: string;
}

export interface WaysProps {
  readonly document: ValueRecord;
  readonly plan: Plan;
  /** All that were found in the plan. */
  readonly differences: readonly Difference[];
  /** Where the commands lead; `undefined`: a plan of anybody's, whose folder isn't known. */
  readonly place: Place | undefined;
}

export interface Place {
  readonly environment: string;
  readonly stack: string;
  /** `BALLAST_MODE` of the commands. */
  readonly mode: string;
}

/** The ways on for each difference of one plan. */
export function waysOf(props: WaysProps): (difference: Difference) => Ways {
  const { plan, differences, place } = props;
  const toDo = differences.filter((each) => each.class !== "controlled" && each.isRestored);
  const options = variableOptions(props.document);
  const applied = (difference: Difference): Way => {
    const targets = [difference.address, ...difference.consequences];
    const reached = withDependencies(plan, targets);
    const isAll = toDo.every(({ address, consequences }) =>
      [address, ...consequences].every((each) => reached.has(each)),
    );
    const also = toDo.filter((each) => each !== difference && reached.has(each.address)).map(nameOf);
    return { command: applyCommand(isAll ? [] : targets, options, place), also: [...difference.consequences, ...also] };
  };
  const accept = (difference: Difference): Ways =>
    place === undefined || difference.attribute === ""
      ? {}
      : {
          accept: { command: `npm run drift -- ${place.environment} --accept ${quoted(nameOf(difference))}`, also: [] },
        };
  return (difference) => {
    switch (difference.class) {
      case "controlled":
        return { note: `Nothing to do: it is for ${difference.owner} to change.` };
      case "unapplied":
        return difference.address.startsWith("output.")
          ? {
              apply: {
                command: applyCommand([], options, place),
                also: toDo.filter((each) => each !== difference).map(nameOf),
              },
            }
          : { apply: applied(difference) };
      case "unmanaged":
        return {};
      case "missing":
        return { reject: applied(difference) };
      case "drifted":
        return difference.isRestored
          ? { reject: applied(difference), ...accept(difference) }
          : { note: "The code leaves it to AWS, so no apply puts it back: change it by hand, or set it in the code." };
    }
  };
}

/** `address.attribute`, as `--accept` takes it. */
export function nameOf({ address, attribute }: Difference): string {
  return attribute === "" ? address : `${address}.${attribute}`;
}

/** The addresses, and all that Terraform looks at for their sake. */
function withDependencies(plan: Plan, addresses: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const reach = (address: string): void => {
    if (reached.has(address)) return;
    reached.add(address);
    const instances = plan
      .resources()
      .filter((each) => each.address === address || each.address.startsWith(`${address}[`));
    for (const { address: instance, dependencies } of instances) {
      reached.add(instance);
      dependencies.forEach(reach);
    }
  };
  addresses.forEach(reach);
  return reached;
}

function applyCommand(targets: readonly string[], options: string, place: Place | undefined): string {
  const targeted = targets.map((target) => ` -target=${quoted(target)}`).join("");
  if (place === undefined) return `terraform apply${options}${targeted}`;
  const { environment, stack, mode } = place;
  const variables = `BALLAST_MODE=${mode} BALLAST_ENVIRONMENT=${environment}`;
  if (targets.length === 0) return `${variables} npx cdktf deploy ${stack}${options.replaceAll(" -var", " --var")}`;
  const terraform = `terraform -chdir=cdktf.out/stacks/${stack}`;
  return `${variables} npx cdktf synth && ${terraform} init -reconfigure && ${terraform} apply${options}${targeted}`;
}

/** Variables that were given to the plan: without them, an apply would go back to what the code says. */
function variableOptions(document: ValueRecord): string {
  const given = recordAt(document, "variables");
  const declared = recordAt(document, "configuration", "root_module", "variables");
  return Object.entries(given)
    .flatMap(([name, variable]) => {
      const [value, declaration] = [
        isRecord(variable) ? entry(variable, "value") : undefined,
        recordAt(declared, name),
      ];
      if (entry(declaration, "sensitive") === true) return [];
      if (JSON.stringify(value) === JSON.stringify(entry(declaration, "default"))) return [];
      return ` -var ${quoted(`${name}=${typeof value === "string" ? value : JSON.stringify(value)}`)}`;
    })
    .join("");
}

/** As a shell reads it back. */
export function quoted(text: string): string {
  return /^[\w.,:=/@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function recordAt(record: ValueRecord, ...path: readonly string[]): ValueRecord {
  return path.reduce((inner: ValueRecord, key) => {
    const value = entry(inner, key);
    return isRecord(value) ? value : {};
  }, record);
}

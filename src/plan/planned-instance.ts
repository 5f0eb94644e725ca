import { namesIn } from "./expression/names";
import type { Instance } from "./expression/reference";
import { dynamicBlock, isDynamicBlock } from "./indirect";
import { evaluateExpression, keyed, type ModuleScope } from "./planned-expression";
import { fillIn, hasUnknown } from "./planned-values";
import { isPolicyDocument, policyDocumentText } from "./policy-document";
import { entry, isList, isRecord, listOf, type MaybeValue, Unknown, type Value, type ValueRecord } from "./value";

export interface PlannedInstanceProps {
  readonly address: string;
  readonly type: string;
  /** Key of `for_each`, or index of `count`. */
  readonly key: string | number | undefined;
  /** Its `values` in `planned_values`. */
  readonly planned: ValueRecord;
  /** `after_unknown` of its change. */
  readonly unknown: ValueRecord;
  /** Its entry in `configuration`; empty where there is none. */
  readonly configured: ValueRecord;
  readonly scope: ModuleScope;
}

/** An instance of a resource or data source of a plan. */
export class PlannedInstance implements Instance {
  readonly address: string;
  private filled: ValueRecord | undefined;

  constructor(private readonly props: PlannedInstanceProps) {
    this.address = props.address;
  }

  /** What is known of an attribute. */
  attribute(name: string): MaybeValue {
    const { planned, unknown } = this.props;
    if (isPolicyDocument(this.address, name) && entry(planned, name) === undefined) {
      return policyDocumentText(nameUnknowns(this.values, this.address));
    }
    return hasUnknown(entry(unknown, name)) ? undefined : entry(planned, name);
  }

  get values(): ValueRecord {
    this.filled ??= this.fill();
    return this.filled;
  }

  /** What Terraform makes before it: see `Resource.dependencies`. */
  get dependencies(): readonly string[] {
    const { configured, scope } = this.props;
    const parts = ["count_expression", "expressions", "for_each_expression"].map(
      (part) => entry(configured, part) ?? null,
    );
    const words = [...listOf(entry(configured, "depends_on")), ...wordsOf(parts)];
    const names = words.filter((word) => typeof word === "string").flatMap(namesIn);
    return [...new Set(names.flatMap((name) => scope.addresses(name)))];
  }

  private fill(): ValueRecord {
    const { planned, unknown, configured, key } = this.props;
    const expressions = entry(configured, "expressions");
    const untold = (argument: string) => dynamicBlock(this.props.scope.prefix, argument, key);
    const unwritten = (argument: string) => (isDynamicBlock(this.props.type, argument) ? untold(argument) : undefined);
    if (!isRecord(expressions)) return fillIn(planned, unknown, () => undefined, untold);
    const scope = keyed(this.props.scope, key, entry(configured, "for_each_expression"));
    const written = (argument: string) =>
      evaluateExpression(entry(expressions, argument), scope, key) ?? unwritten(argument);
    return fillIn(planned, unknown, written, untold);
  }
}

/** Every reference in expressions, as Terraform writes them. */
function wordsOf(expressions: Value): readonly Value[] {
  if (isList(expressions)) return expressions.flatMap(wordsOf);
  if (!isRecord(expressions)) return [];
  return [...listOf(entry(expressions, "references")), ...Object.values(expressions).flatMap(wordsOf)];
}

/** Gives an unknown value without a text the one that reads it from the data source itself. */
function nameUnknowns(values: ValueRecord, path: string): ValueRecord {
  const named = (value: Value, here: string): Value => {
    if (value instanceof Unknown)
      return value.template === undefined ? new Unknown(value.references, `\${${here}}`) : value;
    if (isList(value)) return value.map((element, index) => named(element, `${here}[${index}]`));
    return isRecord(value) ? nameUnknowns(value, here) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, named(value, `${path}.${key}`)]));
}

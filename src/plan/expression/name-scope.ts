import { type MaybeValue, Unknown, type Value } from "../value";
import { type ResolvedStep, type Scope, walk } from "./evaluate";
import { nameOf, reference } from "./reference";

/** The scope of a module's expressions, whichever source says what its names stand for. */
export abstract class NameScope implements Scope {
  /** @param prefix that of the module's addresses: `module.a["x"].`, or `""` for the root module */
  constructor(readonly prefix: string) {}

  resolve(root: string, steps: readonly ResolvedStep[]): Value {
    const [first, ...rest] = steps;
    switch (root) {
      case "var": {
        const value = this.variable(nameOf(first));
        return value === undefined ? reference(`${this.prefix}var.${nameOf(first)}`, rest) : walk(value, rest);
      }
      case "local":
        return this.local(nameOf(first), rest);
      case "module":
        return this.output(nameOf(first), rest);
      case "data":
        return this.resource(`data.${nameOf(first)}.${nameOf(rest[0])}`, rest.slice(1));
      case "each":
      case "count":
      case "path":
      case "self":
      case "terraform":
        return new Unknown([]);
      default:
        return this.resource(`${root}.${nameOf(first)}`, rest);
    }
  }

  /** `undefined`: it is known only at apply. */
  protected abstract variable(name: string): MaybeValue;
  protected abstract local(name: string, steps: readonly ResolvedStep[]): Value;
  /** What steps into a called module lead to: its index, then an output. */
  protected abstract output(module: string, steps: readonly ResolvedStep[]): Value;
  /** What steps into a resource or data source lead to, from its address without an index. */
  protected abstract resource(address: string, steps: readonly ResolvedStep[]): Value;
}

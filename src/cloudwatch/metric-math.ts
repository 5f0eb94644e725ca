/** The value of an id, or of a part of an expression; `NaN`: there is no data point. */
type Part = (lookUp: (id: string) => number) => number;

/** A metric-math expression that is understood. */
export interface MetricMath {
  /** The ids that it names. */
  readonly ids: readonly string[];
  /** @param lookUp an id's data point; `undefined`: there is none, and then the expression has none, but for `FILL` */
  value(lookUp: (id: string) => number | undefined): number | undefined;
}

/**
 * Reads numbers, `+ - * /`, parentheses, `FILL` by a number, and ids of metrics.
 * @returns `undefined`: it holds something else
 */
export function parseMath(expression: string): MetricMath | undefined {
  const tokens = expression.match(/\d+(?:\.\d+)?|[A-Za-z_]\w*|[-+*/(),]|\S/g) ?? [];
  const ids = new Set<string>();
  let next = 0;
  let isBroken = false;
  const take = (token: string): boolean => {
    if (tokens[next] !== token) return false;
    next += 1;
    return true;
  };
  const need = (token: string): void => {
    isBroken ||= !take(token);
  };

  const sum = (): Part => {
    let value = product();
    while (true) {
      const before = value;
      if (take("+")) {
        const other = product();
        value = (lookUp) => before(lookUp) + other(lookUp);
      } else if (take("-")) {
        const other = product();
        value = (lookUp) => before(lookUp) - other(lookUp);
      } else return value;
    }
  };
  const product = (): Part => {
    let value = operand();
    while (true) {
      const before = value;
      if (take("*")) {
        const other = operand();
        value = (lookUp) => before(lookUp) * other(lookUp);
      } else if (take("/")) {
        const other = operand();
        value = (lookUp) => before(lookUp) / other(lookUp);
      } else return value;
    }
  };
  const operand = (): Part => {
    if (take("-")) {
      const value = operand();
      return (lookUp) => -value(lookUp);
    }
    if (take("(")) {
      const value = sum();
      need(")");
      return value;
    }
    const token = tokens[next++] ?? "";
    if (/^\d/.test(token)) return () => Number(token);
    if (token === "FILL" && take("(")) {
      const value = sum();
      need(",");
      const instead = sum();
      need(")");
      return (lookUp) => {
        const own = value(lookUp);
        return Number.isNaN(own) ? instead(lookUp) : own;
      };
    }
    isBroken ||= !/^[A-Za-z_]/.test(token) || tokens[next] === "(";
    ids.add(token);
    return (lookUp) => lookUp(token);
  };

  const part = sum();
  if (isBroken || next !== tokens.length) return undefined;
  return {
    ids: [...ids],
    value: (lookUp) => {
      const value = part((id) => lookUp(id) ?? Number.NaN);
      // A division by zero has no data point either.
      return Number.isFinite(value) ? value : undefined;
    },
  };
}

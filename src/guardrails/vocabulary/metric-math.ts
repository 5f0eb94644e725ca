/**
 * The value of a metric-math expression of numbers, `+ - * /`, parentheses, `FILL` and the ids of metrics.
 * `undefined`: it holds something else.
 */
export function evaluateMath(expression: string, lookUp: (id: string) => number | undefined): number | undefined {
  const tokens = expression.match(/\d+(?:\.\d+)?|[A-Za-z_]\w*|[-+*/(),]|\S/g) ?? [];
  let next = 0;
  const take = (token: string): boolean => {
    if (tokens[next] !== token) return false;
    next += 1;
    return true;
  };

  const sum = (): number => {
    let value = product();
    while (true) {
      if (take("+")) value += product();
      else if (take("-")) value -= product();
      else return value;
    }
  };
  const product = (): number => {
    let value = operand();
    while (true) {
      if (take("*")) value *= operand();
      else if (take("/")) value /= operand();
      else return value;
    }
  };
  const operand = (): number => {
    if (take("-")) return -operand();
    if (take("(")) {
      const value = sum();
      return take(")") ? value : Number.NaN;
    }
    const token = tokens[next++] ?? "";
    if (/^\d/.test(token)) return Number(token);
    // What stands for missing data isn't asked where there are data.
    if (token === "FILL" && take("(")) {
      const value = sum();
      return take(",") && !Number.isNaN(sum()) && take(")") ? value : Number.NaN;
    }
    return lookUp(token) ?? Number.NaN;
  };

  const value = sum();
  return next === tokens.length && !Number.isNaN(value) ? value : undefined;
}

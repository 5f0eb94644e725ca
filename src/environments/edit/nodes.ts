import * as ts from "typescript";
import { EditError } from "./edit-error";

/** What a file's default export is written as. @throws EditError where it isn't an object that stands in the file */
export function exportedObject(file: ts.SourceFile): ts.Expression {
  const assignment = file.statements.find(ts.isExportAssignment);
  if (assignment === undefined) throw new EditError("the file has no export default");
  return unwrapped(assignment.expression, file);
}

/** Without parentheses, `as` and `satisfies`; of a constant of the file, what it is given. */
export function unwrapped(node: ts.Expression, file: ts.SourceFile): ts.Expression {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return unwrapped(node.expression, file);
  }
  if (!ts.isIdentifier(node)) return node;
  const constant = constantOf(node.text, file);
  return constant === undefined ? node : unwrapped(constant, file);
}

/** What a constant of the file is given. */
function constantOf(name: string, file: ts.SourceFile): ts.Expression | undefined {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name: declared, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(declared) && declared.text === name) return initializer;
    }
  }
  return undefined;
}

/** How often the file names something. */
export function usesOf(name: string, file: ts.SourceFile): number {
  let uses = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name && !isPropertyName(node)) uses += 1;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return uses;
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAssignment(parent) && parent.name === node) || ts.isPropertyAccessExpression(parent);
}

/** A property of an object, by its name. */
export function propertyOf(object: ts.ObjectLiteralExpression, name: string) {
  return object.properties.filter(isNamed).find((property) => nameOf(property) === name);
}

const isNamed = (node: ts.ObjectLiteralElementLike): node is ts.PropertyAssignment | ts.ShorthandPropertyAssignment =>
  ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);

function nameOf({ name }: ts.PropertyAssignment | ts.ShorthandPropertyAssignment): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) ? name.text : undefined;
}

/** What a literal says, as JSON; `undefined`: it is more than a literal. */
export function literalText(node: ts.Expression, file: ts.SourceFile): string | undefined {
  const literal = unwrapped(node, file);
  if (ts.isStringLiteralLike(literal)) return JSON.stringify(literal.text);
  if (ts.isNumericLiteral(literal)) return literal.text.replaceAll("_", "");
  if (literal.kind === ts.SyntaxKind.TrueKeyword) return "true";
  if (literal.kind === ts.SyntaxKind.FalseKeyword) return "false";
  if (ts.isArrayLiteralExpression(literal)) {
    const elements = literal.elements.map((element) => literalText(element, file));
    return elements.includes(undefined) ? undefined : `[${elements.join(",")}]`;
  }
  if (!ts.isObjectLiteralExpression(literal)) return undefined;
  const fields = literal.properties.map((property) => {
    if (!ts.isPropertyAssignment(property)) return undefined;
    const text = literalText(property.initializer, file);
    return text === undefined ? undefined : `${JSON.stringify(nameOf(property))}:${text}`;
  });
  return fields.includes(undefined) ? undefined : `{${fields.sort().join(",")}}`;
}

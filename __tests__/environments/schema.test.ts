import { join } from "node:path";
import ts from "typescript";

/** Every field that a user can write, by its path, with what an editor shows of it. */
function* fields(): Generator<{ readonly path: string; readonly field: ts.Symbol; readonly checker: ts.TypeChecker }> {
  const root = join(__dirname, "../..");
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const path = join(root, "src/environments/schema.ts");
  const program = ts.createProgram([path], { ...options, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const module = source && checker.getSymbolAtLocation(source);
  const input = module && checker.getExportsOfModule(module).find(({ name }) => name === "EnvironmentInput");
  if (input === undefined) throw new Error("schema.ts exports no EnvironmentInput");
  yield* inside(checker.getDeclaredTypeOfSymbol(input), "");

  function* inside(type: ts.Type, prefix: string): ReturnType<typeof fields> {
    if (type.isUnion()) for (const member of type.types) yield* inside(member, prefix);
    if ((type.flags & ts.TypeFlags.Object) === 0) return;
    if (checker.isArrayType(type)) {
      for (const element of checker.getTypeArguments(type as ts.TypeReference)) yield* inside(element, `${prefix}[]`);
      return;
    }
    for (const field of type.getProperties()) {
      const path = `${prefix}.${field.name}`;
      yield { path, field, checker };
      yield* inside(checker.getTypeOfSymbol(field), path);
    }
  }
}

describe("what an editor shows of an environment's fields", () => {
  const all = [...fields()];

  test("reaches into networks, services and their lists", () => {
    const paths = all.map(({ path }) => path);
    expect(paths).toContain(".network.create.natGateways");
    expect(paths).toContain(".services[].scaling.schedules[].timezone");
  });

  test("is a description of each", () => {
    const silent = all.filter(({ field, checker }) => field.getDocumentationComment(checker).length === 0);
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test("is the default of each optional one, and of no other", () => {
    // Either of the two networks is given; neither is a default.
    const choices = [".network.create", ".network.existing"];
    const wrong = all.filter(({ path, field }) => {
      const hasDefault = field.getJsDocTags().some(({ name, text = [] }) => name === "default" && text.length > 0);
      const isOptional = (field.flags & ts.SymbolFlags.Optional) !== 0 && !choices.includes(path);
      return hasDefault !== isOptional;
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

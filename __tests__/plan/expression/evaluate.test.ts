import { evaluateTemplate, type ResolvedStep, type Scope, walk } from "../../../src/plan/expression/evaluate";
import { reference } from "../../../src/plan/expression/reference";
import { Unknown, type Value } from "../../../src/plan/value";
import { shown } from "../../support/plan";

/** `var.<name>` is known; all else comes from a resource. */
const known: { readonly [name: string]: Value } = {
  name: "web",
  three: 3,
  zones: ["a", "b"],
  tags: { team: "shop" },
  nothing: null,
};
const scope: Scope = {
  resolve(root: string, steps: readonly ResolvedStep[]) {
    const [first, ...rest] = steps;
    const name = typeof first === "object" && "attribute" in first ? first.attribute : "";
    return root === "var" ? walk(known[name] ?? null, rest) : reference(`${root}.${name}`, rest);
  },
};
const evaluate = (template: string) => evaluateTemplate(template, scope);

test.each([
  ["plain", "plain"],
  ["", ""],
  ["$${aws:username} and %%{x", "${aws:username} and %{x"],
  ["${var.name}", "web"],
  ["${var.three}", 3],
  ["a-${var.name}-${var.three}", "a-web-3"],
  ["${var.zones[1]}", "b"],
  ["${var.zones.0}", "a"],
  ['${var.tags["team"]}', "shop"],
  ["${var.zones[*]}", ["a", "b"]],
  ['${"quoted \\"${var.name}\\" \\u0041\\n"}', 'quoted "web" A\n'],
  ["${1 + 2 * var.three - -1}", 8],
  ["${(1 + 2) * 3 % 5}", 4],
  ["${var.three >= 3 && !false}", true],
  ['${var.name == "web" ? "yes" : "no"}', "yes"],
  ["${var.nothing == null}", true],
  ['${{ a = 1, "b" : [true, null] }}', { a: 1, b: [true, null] }],
  ["${[for zone in var.zones : zone]}", "<${[for zone in var.zones : zone]}>"],
  ['${base64encode("a")}', "YQ=="],
  ['${join(",", var.zones, ["c"])}', "a,b,c"],
  ['${jsonencode({ b = var.zones, a = "<&>" })}', '{"a":"\\u003c\\u0026\\u003e","b":["a","b"]}'],
  ['${jsondecode("{\\"a\\":[1]}").a[0]}', 1],
  ['${format("%s-%d%%", var.name, var.three)}', "web-3%"],
  ["${length(var.zones)}", 2],
  ['${toset(["a", "b", "a"])}', ["a", "b"]],
  ['${merge(var.tags, { a = "b" })}', { team: "shop", a: "b" }],
  ['${lookup(var.tags, "missing", "default")}', "default"],
  ["${element(var.zones, 3)}", "b"],
  ['${replace("a-b", "-", "_")}', "a_b"],
  ['${concat(var.zones, ["c"])}', ["a", "b", "c"]],
  ["${flatten([var.zones, [[1]]])}", ["a", "b", 1]],
  ["${try(var.tags.team)}", "shop"],
  ['${base64decode("YQ==")}', "a"],
  ['${coalesce("", var.nothing, "x")}', "x"],
  ['${compact(["a", "", null])}', ["a"]],
  ['${contains(var.zones, "b")}', true],
  ['${distinct(["a", "a"])}', ["a"]],
  ["${keys({ b = 1, a = 2 })}", ["a", "b"]],
  ["${values({ b = 1, a = 2 })}", [2, 1]],
  ['${length("aé")}', 2],
  ['${lower("A")}', "a"],
  ["${one([])}", null],
  ["${one([1])}", 1],
  ['${split(",", "a,b")}', ["a", "b"]],
  ['${substr("abcd", 1, 2)}', "bc"],
  ['${tobool("true")}', true],
  ["${tolist(var.zones)}", ["a", "b"]],
  ["${tomap(var.tags)}", { team: "shop" }],
  ['${tonumber("3")}', 3],
  ["${tostring(3)}", "3"],
  ['${trimspace(" a ")}', "a"],
  ["${10 / 4 > 2 || 1 < 0}", true],
  ["${10 - 4 <= 6}", true],
  ["${var.name != null}", true],
  ['${trimsuffix("a.", ".")}${trimprefix("b", "c")}${upper("d")}', "abD"],
])("%s is %j", (template, value) => {
  expect(shown(evaluate(template))).toEqual(value);
});

test.each([
  ["${aws_vpc.network.id}", "<${aws_vpc.network.id}>"],
  ["${aws_s3_bucket.state.arn}/${var.name}/*", "<${aws_s3_bucket.state.arn}/web/*>"],
  ["$${aws:username}/${aws_s3_bucket.state.arn}", "<$${aws:username}/${aws_s3_bucket.state.arn}>"],
  ['${aws_subnet.private["a"].id}', '<${aws_subnet.private["a"].id}>'],
  [
    '${jsonencode({ Resource = "${aws_s3_bucket.state.arn}/$${x}" })}',
    '<{"Resource":"${aws_s3_bucket.state.arn}/$${x}"}>',
  ],
  ["${var.three + aws_lb.web.port}", "<${var.three + aws_lb.web.port}>"],
])("%s is known only at apply, and what is known of it is kept", (template, value) => {
  expect(shown(evaluate(template))).toBe(value);
});

test.each([
  ["${aws_a.b.c == 1 ? aws_d.e.f : var.name}", ["aws_a.b.c", "aws_d.e.f"]],
  ["${sha256(aws_a.b.c)}", ["aws_a.b.c"]],
  ['%{ if var.name == "" }${aws_a.b.c}%{ endif }', ["aws_a.b.c"]],
  ["${[for x in aws_a.b[*].c : x if var.three]}", ["aws_a.b.c"]],
  ["text of ecs_service.example.com: ${timestamp()}", []],
  ["${aws_a.b.c", ["aws_a.b.c"]],
  ["${1 +}", []],
  ['${lower(["a"])}', []],
  ['${tonumber("x")}', []],
  ['${lookup(var.tags, "missing")}', []],
  ["${element([], 0)}", []],
  ["${one([1, 2])}", []],
  ['${replace("a", "/a/", "b")}', []],
  ['${format("%05d", 1)}', []],
  ['${join(",", [aws_a.b.c])}', ["aws_a.b.c"]],
  ["${keys(var.zones)}", []],
  ["${concat(var.name)}", []],
  ["a${var.zones}", []],
  ["${-var.zones}", []],
  ["${{ for = 1 }}", []],
])("%s isn't understood, or isn't known, but what it refers to is", (template, references) => {
  const value = evaluate(template);
  expect(value).toBeInstanceOf(Unknown);
  expect((value as Unknown).references.map(({ address, attribute }) => `${address}.${attribute}`)).toEqual(references);
});

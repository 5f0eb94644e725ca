import type { Rule } from "../guardrails/rule";
import type { Catalogue, ForeignCheck } from "../guardrails/standards/catalogue";
import { rulesFor } from "../guardrails/standards/standards";
import { plain } from "./markdown";
import { count } from "./text";

/** What other tools and standards ask for, and which rules find it: a section a source, a row a check. */
export function coverageMarkdown(catalogues: readonly Catalogue[], rules: readonly Rule[]): string {
  return `${[
    "<!-- Written by `npm run docs` from src/guardrails/standards/ and the rules' references. Edit these, not this file. -->",
    "",
    "# Coverage",
    "",
    "What other tools and standards ask for, and the rules of [rules.md](rules.md) that find it. A check is covered where a",
    "rule refers to it; for each of them the tests hold something that the check flags, and each of its rules finds it.",
    "A check that is waived has a reason. Ids are those of the sources; what a check asks for is in our words.",
    "",
    "| Source | Checks | Covered | Waived |",
    "| --- | --: | --: | --: |",
    ...catalogues.map(({ name, checks }) => {
      const waived = checks.filter(isWaived).length;
      return `| [${name}](#${anchor(name)}) | ${checks.length} | ${checks.length - waived} | ${waived} |`;
    }),
    ...catalogues.flatMap((catalogue) => section(catalogue, rules)),
  ].join("\n")}\n`;
}

function section({ name, source, checks }: Catalogue, rules: readonly Rule[]): readonly string[] {
  const covered = checks.filter((check) => !isWaived(check));
  const waived = checks.filter(isWaived);
  return [
    "",
    `## ${name}`,
    "",
    `${plain(source)}. ${count(covered.length, "check")} covered, ${waived.length} waived.`,
    "",
    "| Check | Asks that | Found by |",
    "| --- | --- | --- |",
    ...covered.map((check) => `| ${plain(check.id)} | ${asks(check)} | ${links(check, rules)} |`),
    ...(waived.length === 0 ? [] : ["", "Waived:", "", ...waived.map(reason)]),
  ];
}

const isWaived = ({ waived }: ForeignCheck) => waived !== undefined;

const reason = ({ id, asks: wanted, waived = "" }: ForeignCheck) =>
  `- ${plain(id)}, that ${plain(wanted)}: ${plain(waived)}.`;

const asks = ({ asks: wanted, except }: ForeignCheck) =>
  except === undefined ? plain(wanted) : `${plain(wanted)}; except ${plain(except)}`;

const links = (check: ForeignCheck, rules: readonly Rule[]) =>
  rulesFor(check, rules)
    .map(({ id }) => `[${id}](rules.md#${id.replace("/", "")})`)
    .join(", ");

/** As GitHub makes a heading's anchor. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");

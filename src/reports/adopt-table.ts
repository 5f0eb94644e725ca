import type { Rescue } from "../adopt/keep";
import { type Mapping, NEW } from "../adopt/mapping";
import type { Review } from "../adopt/review";
import { isNothing } from "../drift/compare";
import type { Difference } from "../drift/difference";
import { valueText } from "../drift/words";
import { type Colors, WIDTH, wrap } from "./text";

const LABEL = " ".repeat(9);
/** A longer value is cut; a plan of Terraform's own has the whole. */
const LONGEST = 60;

/** What was found, for a person within 80 columns. */
export function mappingTable(
  { resources, moved }: Mapping,
  { added }: { readonly added: number },
  colors: Colors,
): string {
  const blocks = resources.map(({ address, id, found, sure, candidates }) => {
    const paint = { certain: colors.green, likely: colors.yellow, open: colors.red, given: colors.green }[sure];
    return [
      `${paint(sure.padEnd(LABEL.length))}${colors.bold(address)}`,
      ...(id === null ? [] : [row("", id === NEW ? "a new one is made" : id)]),
      row("", found),
      ...candidates.map((each) => row("", `- ${each.name}: ${each.why} (${each.id})`)),
    ].join("\n");
  });
  const renamed = moved.map(({ from, to }) => row("moved", `${from} is ${to} now`));
  return `${[...blocks, ...renamed, wrap(`${added} more that the platform has aren't there, and are made.`, WIDTH)].join("\n\n")}\n`;
}

/** How a difference could be made to go: by a field, or by none. */
export interface Explained {
  readonly difference: Difference;
  /** `"capacity.maxInstances: 6"`; `undefined`: no field expresses it. */
  readonly field: string | undefined;
  /** Why there is none. */
  readonly note: string | undefined;
}

export interface ReviewTableProps {
  readonly environment: string;
  readonly stack: string;
  readonly review: Review;
  readonly explained: readonly Explained[];
  readonly rescues: readonly Rescue[];
}

/** What an apply would do, for a person within 80 columns: what must not be first, and the counts last. */
export function reviewTable(props: ReviewTableProps, colors: Colors): string {
  const { review, explained, rescues } = props;
  const blocks = [
    ...rescues.map((rescue) => lostBlock(rescue, props, colors)),
    ...[...review.imports]
      .filter(([address]) => !review.lost.some((each) => each.address === address))
      .map(([address, id]) =>
        importBlock(
          address,
          id,
          explained.filter(({ difference }) => difference.address === address),
          colors,
        ),
      ),
    ...[...review.moves].map(([from, to]) => row("moved", `${from} → ${to}`)),
    ...(review.changed.length === 0 ? [] : [row("changed", `not imported: ${review.changed.join(", ")}`)]),
    ...(review.added.length === 0 ? [] : [row("added", `isn't there yet: ${review.added.join(", ")}`)]),
    (rescues.length > 0 ? colors.red : colors.green)(wrap(countsLine(props), WIDTH)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** `"shop-platform: import 11, add 135, change 11, destroy 0"`. */
export function countsLine({ stack, review }: Pick<ReviewTableProps, "stack" | "review">): string {
  const updated = new Set([...review.differences.map(({ address }) => address), ...review.changed]);
  const { imports, added, lost } = review;
  return `${stack}: import ${imports.size}, add ${added.length}, change ${updated.size}, destroy ${lost.length}`;
}

function lostBlock({ lost, kept, byHand }: Rescue, { environment }: ReviewTableProps, colors: Colors): string {
  const because = lost.because
    .filter((attribute) => !lost.follows.has(attribute))
    .map(
      (attribute) =>
        `${attribute}: ${cut(valueText(lost.actual[attribute]))} → ${cut(valueText(lost.wanted[attribute]))}`,
    );
  return [
    `${colors.red("replaced".padEnd(LABEL.length))}${colors.bold(lost.address)}`,
    ...because.map((text) => row("", text)),
    ...[...lost.follows].map(([attribute, cause]) => row("", `${attribute} follows from ${cause}`)),
    ...kept.map(({ address, attribute, value }) =>
      row("keep", `adopted[${JSON.stringify(address)}].${attribute}: ${JSON.stringify(value)}`),
    ),
    ...(kept.length > 0 ? [row("", `npm run adopt -- ${environment} --keep writes it`)] : []),
    ...byHand.map((text) => row("by hand", text)),
  ].join("\n");
}

function importBlock(address: string, id: string, explained: readonly Explained[], colors: Colors): string {
  const notes = explained.flatMap(({ note }) => note ?? []);
  // What is said of several is said once, below them.
  const common = notes.filter((note, index) => notes.indexOf(note) === index && notes.lastIndexOf(note) !== index);
  const tags = explained.flatMap(({ difference }) => ownTag(difference) ?? []);
  return [
    `${colors.green("import".padEnd(LABEL.length))}${colors.bold(address)}`,
    row("", id),
    ...(tags.length === 0 ? [] : [row("change", `the environment's tags: ${tags.join(", ")}`)]),
    ...explained
      .filter(({ difference }) => ownTag(difference) === undefined)
      .flatMap(({ difference, field, note }) => [
        row("change", `${difference.attribute}: ${changeText(difference)}`),
        ...(field === undefined ? [] : [row("field", `${field} would keep it`)]),
        ...(note === undefined || common.includes(note) ? [] : [row("", note)]),
      ]),
    ...common.map((note) => row("else", note)),
  ].join("\n");
}

const OWN_TAG = /^(?:tags\.|tag\[)(Disposable|Environment|ManagedBy|Name)\]?$/;

/** A tag that every resource of an environment has, where it isn't there yet. */
function ownTag({ attribute, after }: Difference): string | undefined {
  return isNothing(after) ? OWN_TAG.exec(attribute)?.[1] : undefined;
}

/** As it is → as the code has it. */
function changeText({ before, after, isSensitive, isUnknown }: Difference): string {
  if (isSensitive) return "a sensitive value, not shown";
  return `${cut(valueText(after))} → ${isUnknown ? "known only at apply" : cut(valueText(before))}`;
}

const cut = (text: string) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
const row = (label: string, text: string) => label.padEnd(LABEL.length) + wrap(text, WIDTH - LABEL.length, LABEL);

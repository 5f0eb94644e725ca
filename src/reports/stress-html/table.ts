import { type Content, html, type Markup } from "./markup";

/** A column; what is in the first one names its row. */
export interface Column {
  readonly name: string;
  /** Whether numbers are in it, which stand under each other. @default false */
  readonly isNumber?: boolean;
}

/**
 * A table that is as wide as a phone at most: there, a row is a block in which each value has the name of its column.
 * @param label what it is, for who doesn't see it
 */
export function table(
  label: string,
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Markup {
  return region(label, html`<table class="rows">${contentOf(caption, columns, rows)}</table>`);
}

/** A table of many figures: where the screen is narrower, it scrolls beside the names of its rows. */
export function wideTable(
  label: string,
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Markup {
  return region(label, html`<table class="wide">${contentOf(caption, columns, rows)}</table>`);
}

function contentOf(caption: string, columns: readonly Column[], rows: readonly (readonly Content[])[]): Markup {
  const paint = ({ isNumber = false }: Column) => isNumber && html` class="number"`;
  return html`<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${paint(column)}>${column.name}</th>`)}</tr></thead><tbody>
${rows.map(
  ([first, ...others]) =>
    html`<tr><th scope="row">${first}</th>${others.map((value, index) => {
      const column = columns[index + 1] ?? { name: "" };
      return html`<td${paint(column)} data-column="${column.name}"><div>${value}</div></td>`;
    })}</tr>\n`,
)}</tbody>`;
}

/** A box that scrolls by itself, with the keyboard too. */
export const region = (label: string, content: Markup): Markup =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${content}</div>`;

/** Text that is HTML already; everything else is escaped where it is put in. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What a template may hold; `null`, `undefined` and `false` leave nothing. */
export type Content = Markup | string | number | false | null | undefined | readonly Content[];

/** A template of HTML: what a plan or a report says can't become markup. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(parts.reduce((text, part, index) => text + rendered(contents[index - 1]) + part));
}

function rendered(content: Content): string {
  if (content === null || content === undefined || content === false) return "";
  if (content instanceof Markup) return content.text;
  return typeof content === "object" ? content.map(rendered).join("") : escaped(String(content));
}

const ENTITIES: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

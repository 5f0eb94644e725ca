/** An element of an XML answer: text, or its children by name, each name with all that have it. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

const TOKEN = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)([^>]*?)(\/?)>|([^<]+)/g;

/** Reads XML as AWS writes it: elements and text; attributes are left out. */
export function readXml(source: string): XmlElement | undefined {
  const root: Draft = { name: "", text: "", children: [] };
  const open: Draft[] = [root];
  for (const [token, close, name, , empty, text] of source.matchAll(TOKEN)) {
    const top = open.at(-1) ?? root;
    if (text !== undefined) top.text += unescaped(text);
    else if (name === undefined || token.startsWith("<?")) continue;
    else if (close === "/") open.pop();
    else {
      const element: Draft = { name, text: "", children: [] };
      top.children.push(element);
      if (empty !== "/") open.push(element);
    }
  }
  return root.children[0];
}

/** All elements of that name, at any depth. */
export function elementsNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  if (element === undefined) return [];
  const inner = element.children.flatMap((child) => elementsNamed(child, name));
  return element.name === name ? [element, ...inner] : inner;
}

/** Text of the first child of that name. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  return element?.children.find((child) => child.name === name)?.text.trim();
}

/** An element as plain data: a list where it holds only `member`, `item` or `entry`, else an object or text. */
export function xmlData(element: XmlElement): unknown {
  const { children, text } = element;
  if (children.length === 0) return text.trim();
  if (children.every(({ name }) => /^(member|item|entry)$/.test(name))) return children.map(xmlData);
  const data: { [name: string]: unknown } = {};
  for (const child of children) {
    const before = data[child.name];
    const value = xmlData(child);
    data[child.name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return data;
}

/** Text as it stands in XML. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

interface Draft {
  name: string;
  text: string;
  children: Draft[];
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&amp;", "&");
}

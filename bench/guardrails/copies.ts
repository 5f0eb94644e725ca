/** A `cdk.tf.json`, as far as copies of it are made. */
export interface Document {
  readonly resource: { readonly [type: string]: { readonly [name: string]: object } };
  readonly [key: string]: unknown;
}

/**
 * A configuration of so many resources: those of another, as often as it takes, the last time in part. Each copy's names,
 * and what refers to them, end in its number, so that each is a platform of its own.
 */
export function copies(document: Document, resources: number): Document {
  const names = Object.entries(document.resource).flatMap(([type, own]) =>
    Object.keys(own).map((name) => `${type}.${name}`),
  );
  // The longest first: `aws_lb.web` is the beginning of `aws_lb.web_listener`.
  const named = new RegExp(`\\b(?:${names.sort((a, b) => b.length - a.length).join("|")})\\b`, "g");
  const text = JSON.stringify(document.resource);
  const resource: { [type: string]: { [name: string]: object } } = {};
  for (let made = 0; made < resources; ) {
    const number = Math.floor(made / names.length) + 1;
    const copy: Document["resource"] = JSON.parse(text.replace(named, (name) => `${name}_${number}`));
    const bodies = Object.entries(copy).flatMap(([type, own]) =>
      Object.entries(own).map(([name, body]) => ({ type, name: `${name}_${number}`, body })),
    );
    for (const { type, name, body } of bodies.slice(0, resources - made)) {
      resource[type] = { ...resource[type], [name]: body };
      made += 1;
    }
  }
  return { ...document, resource };
}

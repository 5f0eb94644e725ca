/** An element with its tags, as it stands in XML: the first of that name, at or after a place. */
export function elementAt(text: string, name: string, from = 0): string | undefined {
  const begin = text.slice(from).search(new RegExp(`<${name}[\\s/>]`));
  if (begin < 0) return undefined;
  const rest = text.slice(from + begin);
  let depth = 0;
  for (const match of rest.matchAll(new RegExp(`<(/?)${name}(?:\\s[^>]*?)?(/?)>`, "g"))) {
    if (match[1] === "/") depth -= 1;
    else if (match[2] !== "/") depth += 1;
    if (depth === 0) return rest.slice(0, match.index + match[0].length);
  }
  return undefined;
}

/** The members of a list, each with its tags; those within them aren't counted. */
export function membersOf(list: string): readonly string[] {
  const members: string[] = [];
  for (let from = 0; ; ) {
    const begin = list.indexOf("<member>", from);
    const member = begin < 0 ? undefined : elementAt(list, "member", begin);
    if (member === undefined) return members;
    members.push(member);
    from = begin + member.length;
  }
}

import type { Existing } from "../account/existing";
import { KINDS, type Kind } from "./kinds";
import { type Candidate, type MappedResource, NEW } from "./mapping";
import { neighbours, type Pair, relatives, uses } from "./relations";
import type { Wanted } from "./wanted";

export interface DiscoverProps {
  readonly environment: string;
  /** What the plan would make. */
  readonly wanted: readonly Wanted[];
  /** What is in the account, and in no state. */
  readonly existing: readonly Existing[];
  /** What is settled already, by a person or a former discovery: it isn't looked for again, and leads on to others. */
  readonly settled: readonly MappedResource[];
}

/**
 * What of the account is what the platform would make: by the name that it would get, by the environment's tags, by what
 * refers to it in the code and in the account; the only cluster or balancer there is, for want of another. Nothing is
 * chosen among several.
 */
export function discover(props: DiscoverProps): readonly MappedResource[] {
  const search = new Search(props);
  // Each pair may lead to others.
  while (search.takeSure() || search.takeRelated() || search.takeOnly());
  return search.result();
}

interface Found {
  readonly existing: Existing;
  readonly found: string;
  readonly sure: MappedResource["sure"];
}

class Search {
  private readonly found = new Map<string, Found>();
  private readonly wanted: readonly Wanted[];

  constructor(private readonly props: DiscoverProps) {
    this.wanted = props.wanted.filter(({ type }) => KINDS[type] !== undefined);
    for (const { address, id, found, sure } of props.settled) {
      const wanted = this.wanted.find((each) => each.address === address);
      const existing = props.existing.find((each) => each.type === wanted?.type && each.id === id);
      if (existing !== undefined) this.found.set(address, { existing, found, sure });
    }
  }

  /** Takes what has the wanted's own name or tags, or its place in what is taken already. */
  takeSure(): boolean {
    return this.take((wanted) => {
      const pool = this.pool(wanted);
      const named = pool.filter((each) => this.isNamed(wanted, each));
      if (named.length > 0)
        return named.map((existing) => ({ existing, found: nameText(wanted, existing), sure: "certain" }));
      const tagged = pool.filter((each) => this.isTagged(wanted, each));
      return tagged.map((existing) => ({
        existing,
        found: "has the environment's tags and its Name",
        sure: "certain",
      }));
    });
  }

  /** Takes what stands to others of the account as the wanted does to others of the code. */
  takeRelated(): boolean {
    return this.take((wanted) => this.related(wanted));
  }

  /** Takes the only one of a kind of which there is one by itself. */
  takeOnly(): boolean {
    return this.take((wanted) => {
      const { isRoot, title } = kindOf(wanted);
      if (!isRoot) return [];
      return this.pool(wanted).map((existing) => ({ existing, found: `the only ${title} there is`, sure: "likely" }));
    });
  }

  result(): readonly MappedResource[] {
    const mapped = this.wanted.flatMap((wanted): readonly MappedResource[] => {
      const { address } = wanted;
      const settled = this.props.settled.find((each) => each.address === address);
      if (settled !== undefined) return [settled];
      const found = this.found.get(address);
      if (found !== undefined)
        return [{ address, id: found.existing.id, found: found.found, sure: found.sure, candidates: [] }];
      const candidates = this.candidates(wanted);
      if (candidates.length === 0) return [];
      const what = `${candidates.length === 1 ? "one" : "several"} may be meant: write its id, or "${NEW}"`;
      return [{ address, id: null, found: what, sure: "open", candidates }];
    });
    const order = Object.keys(KINDS);
    const rank = ({ address }: MappedResource) => order.indexOf(address.slice(0, address.indexOf(".")));
    return [...mapped].sort((one, other) => rank(one) - rank(other));
  }

  /** Pairs each open wanted with what is said to be it, where that is one, and no other wanted's. */
  private take(of: (wanted: Wanted) => readonly Found[]): boolean {
    const open = this.open();
    const proposals = open.map((wanted) => ({ wanted, found: this.sharpened(wanted, of(wanted)) }));
    let hasTaken = false;
    for (const { wanted, found } of proposals) {
      const [first, ...others] = found;
      if (first === undefined || others.length > 0) continue;
      const isContested = proposals.some(
        (other) => other.wanted !== wanted && other.found.some(({ existing }) => existing === first.existing),
      );
      if (isContested) continue;
      this.found.set(wanted.address, first);
      hasTaken = true;
    }
    return hasTaken;
  }

  /** Of several the one that has the wanted's name in its own. */
  private sharpened(wanted: Wanted, found: readonly Found[]): readonly Found[] {
    if (this.isSettled(wanted)) return [];
    const isAlone = this.wanted.filter(({ type }) => type === wanted.type).length === 1;
    if (found.length <= 1 && isAlone) return found;
    const alike = found.filter(({ existing }) => hasWord(existing.name, shortName(wanted.address)));
    if (alike.length === 1 && found.length > 1) {
      return alike.map((each) => ({ ...each, found: `${each.found}; of several, the one of this name` }));
    }
    return found;
  }

  private related(wanted: Wanted): readonly Found[] {
    const pairs = this.pairs();
    const isAlone = this.wanted.filter(({ type }) => type === wanted.type).length === 1;
    return this.pool(wanted).flatMap((existing) => {
      const kin = relatives(wanted, existing, pairs);
      const near = kin.length > 0 || !isAlone ? kin : neighbours(existing, pairs);
      const [first] = near;
      if (first === undefined || this.belongsElsewhere(wanted, existing)) return [];
      const relation = uses(first.existing, existing) ? "used by" : "uses";
      const others = this.othersUsing(existing, pairs);
      // What others use as well would be changed under their hands.
      if (others.length > 0) return [];
      return { existing, found: `${relation} ${first.wanted.address} (${first.existing.name})`, sure: "likely" };
    });
  }

  /** What may be meant, where nothing was taken. */
  private candidates(wanted: Wanted): Candidate[] {
    const pairs = this.pairs();
    const { isRoot, title } = kindOf(wanted);
    return this.pool(wanted).flatMap((existing): readonly Candidate[] => {
      const { id, name } = existing;
      const [first] = this.belongsElsewhere(wanted, existing) ? [] : relatives(wanted, existing, pairs);
      const others = this.othersUsing(existing, pairs).map((each) => each.name);
      if (first !== undefined) {
        const also = others.length === 0 ? "" : `, and also by ${others.join(", ")}, whose it would change too`;
        const relation = uses(first.existing, existing) ? "used by" : "uses";
        return [{ id, name, why: `${relation} ${first.wanted.address} (${first.existing.name})${also}` }];
      }
      return isRoot ? [{ id, name, why: `a ${title} of the account` }] : [];
    });
  }

  /** What of the account may be the wanted at all, and isn't taken for another. */
  private pool(wanted: Wanted): readonly Existing[] {
    const { fixed = [] } = kindOf(wanted);
    const taken = new Set([...this.found.values()].map(({ existing }) => existing));
    return this.props.existing.filter(
      (existing) =>
        existing.type === wanted.type &&
        existing.madeBy === undefined &&
        !taken.has(existing) &&
        !this.isOthers(existing) &&
        fixed.every((attribute) => isPossible(wanted.values[attribute], existing.attributes[attribute])),
    );
  }

  /** Whether it has the wanted's identity, in what that belongs to. */
  private isNamed(wanted: Wanted, existing: Existing): boolean {
    const { identity, within } = kindOf(wanted);
    const isSame = identity.every((attribute) => {
      const value = wanted.values[attribute];
      return value !== undefined && value !== null && String(value) === String(existing.attributes[attribute]);
    });
    return isSame && (within === undefined || this.isInside(wanted, existing, within));
  }

  private isInside(wanted: Wanted, existing: Existing, within: string): boolean {
    return this.pairs().some(
      (pair) =>
        pair.wanted.type === within &&
        wanted.dependencies.includes(pair.wanted.address) &&
        uses(existing, pair.existing),
    );
  }

  /** Whether it belongs to another than what the wanted belongs to, or that isn't taken yet. */
  private belongsElsewhere(wanted: Wanted, existing: Existing): boolean {
    const { within, identity } = kindOf(wanted);
    if (within === undefined) return false;
    // A listener is its port, a rule its priority: another one is another.
    const isNumbered = identity.some((attribute) => typeof existing.attributes[attribute] === "number");
    return isNumbered || !this.isInside(wanted, existing, within);
  }

  private isTagged(wanted: Wanted, { tags }: Existing): boolean {
    const name = Object(wanted.values.tags).Name ?? Object(wanted.values.tags_all).Name;
    return (
      tags.Environment === this.props.environment &&
      tags.ManagedBy === "ballast" &&
      name !== undefined &&
      tags.Name === name
    );
  }

  /** Whether its tags say that another environment of ours manages it. */
  private isOthers({ tags }: Existing): boolean {
    return (
      tags.ManagedBy === "ballast" && tags.Environment !== undefined && tags.Environment !== this.props.environment
    );
  }

  /** What uses it and isn't adopted, nor could be. */
  private othersUsing(existing: Existing, pairs: readonly Pair[]): readonly Existing[] {
    if (!KINDS[existing.type]?.isShared) return [];
    const types = new Set(this.open().map(({ type }) => type));
    return this.props.existing.filter(
      (each) =>
        each !== existing &&
        uses(each, existing) &&
        each.madeBy === undefined &&
        !types.has(each.type) &&
        !pairs.some((pair) => pair.existing === each),
    );
  }

  private open(): readonly Wanted[] {
    return this.wanted.filter((each) => !this.found.has(each.address) && !this.isSettled(each));
  }

  private isSettled({ address }: Wanted): boolean {
    return this.props.settled.some((each) => each.address === address);
  }

  private pairs(): readonly Pair[] {
    return this.wanted.flatMap((wanted) => {
      const found = this.found.get(wanted.address);
      return found === undefined ? [] : [{ wanted, existing: found.existing }];
    });
  }
}

function kindOf({ type }: Wanted): Kind {
  const kind = KINDS[type];
  if (kind === undefined) throw new Error(`${type} isn't in the table of kinds`);
  return kind;
}

/** Whether a wanted value leaves room for an existing one: what isn't known before does. */
function isPossible(wanted: unknown, existing: string | number | boolean | undefined): boolean {
  if (wanted === undefined || wanted === null || typeof wanted === "object" || existing === undefined) return true;
  return String(wanted) === String(existing);
}

function nameText(wanted: Wanted, { name }: Existing): string {
  const { within, identity } = kindOf(wanted);
  const owner = within === undefined ? "" : `in the adopted ${KINDS[within]?.title}`;
  return identity.length === 0
    ? `the one ${owner}`
    : `${name}, as the platform would have it${owner === "" ? "" : `, ${owner}`}`;
}

/** `"web"` of `aws_ecs_service.web`. */
const shortName = (address: string) => address.slice(address.lastIndexOf(".") + 1).replaceAll("_", "-");

const hasWord = (name: string, word: string) => `-${name.replaceAll(/[^A-Za-z0-9]+/g, "-")}-`.includes(`-${word}-`);

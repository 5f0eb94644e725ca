import { xoroshiro128plus } from "pure-rand";

/** Numbers from 0 (included) to 1 (excluded), the same for the same seed. */
export type Random = () => number;

/**
 * A stream of random numbers for each source of randomness, by its name. A model that stops drawing from one leaves the
 * draws of the others as they were: two variants then differ by what differs in them, not by their luck (common random
 * numbers).
 */
export class RandomStreams {
  private readonly streams = new Map<string, Random>();

  /** @param seed a whole number */
  constructor(private readonly seed: number) {}

  stream(name: string): Random {
    let stream = this.streams.get(name);
    if (stream === undefined) {
      stream = randomOf(hash(`${this.seed} ${name}`));
      this.streams.set(name, stream);
    }
    return stream;
  }
}

/** 53 random bits of two draws of 32, as many as a number between 0 and 1 holds. */
function randomOf(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return () => {
    const high = generator.unsafeNext() & 0x3ffffff;
    const low = generator.unsafeNext() & 0x7ffffff;
    return (high * 0x8000000 + low) / 0x20000000000000;
  };
}

/** FNV-1a, then the finalizer of MurmurHash3: names and seeds that are alike give seeds that aren't. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

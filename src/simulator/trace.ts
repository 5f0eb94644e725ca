/** Something that happened. */
export interface TraceEntry {
  readonly time: number;
  /** What it was, in the model's own vocabulary: `"task-stopped"`. */
  readonly kind: string;
  /** Whom it happened to. */
  readonly subject: string;
  /** What else there is to say. */
  readonly detail: string;
}

/** What happened in a simulation, in order. */
export class Trace {
  private readonly all: TraceEntry[] = [];

  /** @param now the clock that entries are dated by */
  constructor(private readonly now: () => number) {}

  add(kind: string, subject: string, detail = ""): void {
    this.all.push({ time: this.now(), kind, subject, detail });
  }

  get entries(): readonly TraceEntry[] {
    return this.all;
  }
}

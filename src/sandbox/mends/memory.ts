/** What mends remember, by what it is about and whose it is: `memory.of("ecs service").set(arn, sent)`. */
export class Memory {
  private readonly subjects = new Map<string, Map<string, unknown>>();

  of<Value>(subject: string): Map<string, Value> {
    const known = this.subjects.get(subject) ?? new Map<string, unknown>();
    this.subjects.set(subject, known);
    // Each subject has one kind of value: only its own mend reads and writes it.
    return known as Map<string, Value>;
  }

  clear(): void {
    this.subjects.clear();
  }
}

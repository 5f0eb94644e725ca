/** Long connections that have been opened to each target of a lane: a line whose slope changes. */
export class Openings {
  /** Corners of the line. */
  private readonly corners: { second: number; opened: number; slope: number }[] = [];

  /** From that second on so many are opened to each target, a second. */
  change(second: number, perTarget: number): void {
    const last = this.corners.at(-1);
    if (last?.slope === perTarget) return;
    const opened = last === undefined ? 0 : this.at(second);
    if (last?.second === second) last.slope = perTarget;
    else this.corners.push({ second, opened, slope: perTarget });
  }

  /** To one target, from a second to another. Before the first corner it was as it was at that. */
  between(from: number, to: number): number {
    return to > from ? this.at(to) - this.at(from) : 0;
  }

  private at(second: number): number {
    const corner = this.corners.findLast((candidate) => candidate.second <= second) ?? this.corners[0];
    return corner === undefined ? 0 : corner.opened + (second - corner.second) * corner.slope;
  }
}

/** The elements of an argument; none where it isn't given. */
export function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

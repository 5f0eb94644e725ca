/** Something that a user of the sandbox can mend; its message says how. */
export class SandboxError extends Error {}

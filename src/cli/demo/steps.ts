/** What the story does; each step fails with an error that says why. */
export interface Steps {
  /** Starts an emulated AWS. @returns where it listens */
  up(): Promise<string>;
  /** Makes the state's bucket, key and lock table, and moves the state there. */
  bootstrap(): Promise<void>;
  /** Applies the platform. @returns what was done */
  apply(progress: (done: number, total: number) => void): Promise<Applied>;
  /** Plans the platform. @returns what differs, a line each; none: no changes */
  plan(): Promise<readonly string[]>;
  /** Looks for changes by hand in both stacks. @returns what differs, a line each */
  findDrift(): Promise<readonly string[]>;
  /** Changes something by hand. @returns what, a sentence each */
  breakByHand(): Promise<readonly string[]>;
  /** Spot has no instances any more, and comes back. @returns what the fallback did */
  spotRunsDry(): Promise<Fallback>;
  spotComesBack(): Promise<Fallback>;
  /** Spot takes an instance back. @returns what the drain guard did */
  spotTakesBack(): Promise<Guarded>;
  /** Destroys the platform. @returns how many resources */
  destroy(progress: (done: number, total: number) => void): Promise<number>;
  /** @returns how many calls of AWS's API there were */
  calls(): Promise<number>;
  /** Ends the emulated AWS, and removes all that it kept. */
  down(): Promise<void>;
}

export interface Applied {
  readonly made: number;
  readonly changed: number;
}

export interface Fallback {
  /** Instances that the group wants, and has at the end. */
  readonly wanted: number;
  readonly there: number;
  /** Shares of On-Demand above the base, in percent, in the order that they were set. */
  readonly shares: readonly number[];
  /** The first message to people. @default - none was sent */
  readonly message?: string;
}

export interface Guarded {
  readonly instanceId: string;
  /** Seconds from the warning to the targets' being taken out. */
  readonly afterSeconds: number;
  /** Healthy targets that are left. */
  readonly staying: number;
}

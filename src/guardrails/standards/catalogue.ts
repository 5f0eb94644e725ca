/** A check of another tool, or a control of a standard. */
export interface ForeignCheck {
  /** As the rules' `references` write it: `"CKV_AWS_24"`, `"FSBP EC2.19"`, `"AVD-AWS-0342"`. */
  readonly id: string;
  /** The state that it asks for, in a few words. */
  readonly asks: string;
  /**
   * Why no rule asks for the same. The rules that come near it say so in their own rows.
   * @default - a rule refers to it
   */
  readonly waived?: string;
  /**
   * What of it the rules leave alone, and why.
   * @default - they find all that it finds
   */
  readonly except?: string;
}

/** The checks of one source. */
export interface Catalogue {
  readonly name: string;
  /** Where they were read, and when. */
  readonly source: string;
  readonly checks: readonly ForeignCheck[];
}

import type { Clients } from "./clients";

/** What Terraform's state says of a resource: `of("aws_lb.ingress", "arn")`. */
export type StateReader = (address: string, attribute?: string) => string;

/** A change that somebody makes by hand, past Terraform; nobody undoes it but the next apply. */
export interface ChangeByHand {
  readonly id: string;
  /** As IAM calls it. */
  readonly service: string;
  /** What a person did, in a few words. */
  readonly what: string;
  readonly do: (aws: Clients, of: StateReader) => Promise<unknown>;
  /** Address that a plan must show; for controlled drift, the one that it must not show the attribute of. */
  readonly address: string;
  /** The attribute that differs there; `"(gone)"`: the resource is to be made again. */
  readonly attribute: string;
  /**
   * Why a plan shows nothing: `controlled`, something else is in charge of that attribute; else Terraform can't see it, and
   * the text says why.
   * @default - a plan shows it
   */
  readonly unseen?: "controlled" | (string & {});
}

/** The attribute of what was deleted. */
export const GONE = "(gone)";

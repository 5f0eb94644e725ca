import { parseAddress } from "../../../plan/address";
import { failed, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";
import { PRECIOUS } from "../../vocabulary/precious";

/** A block that is taken out takes its prevent_destroy with it, and a `removed` block asks for none. */
export const nothingPreciousRemoved: Check = (plan) =>
  unlessDisposable(
    plan,
    plan.removals
      .filter((address) => [...PRECIOUS, "aws_s3_bucket"].includes(typeOf(address)))
      .map((address) =>
        failed(address, "it is destroyed, or left to nobody: its block is gone, and prevent_destroy with it"),
      ),
  );

const typeOf = (address: string) => parseAddress(address).resource.split(".")[0] ?? "";

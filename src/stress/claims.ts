import { secondsUntilTold } from "./measures";
import { type Claim, START_SECONDS } from "./scenario";

/** The claim that a person hears of a variant in time. */
export const heardWithin = (
  scenario: string,
  variant: string,
  minutes: number,
  rest: Pick<Claim, "evidence" | "insteadTrue">,
): Claim => ({
  id: `${scenario}/${variant}-heard`,
  text: `Somebody hears of it within ${minutes} minutes (${variant}).`,
  variant,
  unit: "s",
  measure: secondsUntilTold(START_SECONDS),
  limit: { atMost: minutes * 60 },
  ...rest,
});

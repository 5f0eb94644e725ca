import type { Construct } from "constructs";
import { GameDay } from "../platform/game-day";
import { BallastStack, type BallastStackProps } from "./ballast-stack";

/** The experiments of an environment that allows them: apart from the platform, to be applied before a game day and destroyed after it. */
export class GameDayStack extends BallastStack {
  constructor(scope: Construct, id: string, props: BallastStackProps) {
    super(scope, id, props);
    new GameDay(this, "game_day", { environment: props.environment });
  }
}

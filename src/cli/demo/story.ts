import type { Steps } from "./steps";
import type { Teller } from "./teller";

/** The whole story. @param environment name of the environment that it is told of */
export async function tellStory(tell: Teller, steps: Steps, environment: string): Promise<void> {
  tell.say("Ballast, the whole story: the real Terraform on an emulated AWS, on this machine. No account, no network.");

  tell.chapter("Up");
  await tell.during(
    "moto_server starts, and a gateway before it …",
    () => steps.up(),
    (endpoint) => `An emulated AWS listens at ${endpoint}.`,
  );

  tell.chapter("Deploy");
  await tell.during(
    "First the state's own: a bucket, a key, a lock table, Terraform's roles …",
    () => steps.bootstrap(),
    () => "The state has moved into its own bucket, with a key and two locks.",
  );
  await tell.during(
    `Then the platform of ${environment} …`,
    (progress) => steps.apply(progress),
    ({ made }) => `${made} resources: network, load balancer, cluster, service, alarms.`,
  );

  tell.say("It came in its own role, and was held to that role's policies, as in all that follows.");

  tell.chapter("Plan");
  await tell.during(
    "Terraform reads all of it back …",
    async () => expectClean(await steps.plan()),
    () => "No changes: what is deployed is what the code says.",
  );

  tell.chapter("Somebody changes it by hand");
  for (const what of await steps.breakByHand()) tell.say(what);
  const found = await tell.during(
    "npm run drift looks for it …",
    () => steps.findDrift(),
    (differences) =>
      `npm run drift finds ${differences.length === 1 ? "one difference" : `${differences.length} differences`}:`,
  );
  for (const difference of found) tell.show(difference);

  tell.chapter("Terraform puts it back");
  await tell.during(
    "Terraform applies what the code says …",
    (progress) => steps.apply(progress),
    ({ made, changed }) => `${made} made again, ${changed} changed back.`,
  );
  await tell.during(
    "A plan again …",
    async () => expectClean(await steps.plan()),
    () => "No changes.",
  );

  await tellOfSpot(tell, steps);

  tell.chapter("Destroy");
  await tell.during(
    "What is disposable goes in one command …",
    (progress) => steps.destroy(progress),
    (count) => `${count} resources deleted, in the right order. production would refuse.`,
  );
  const calls = await steps.calls();

  tell.chapter("Down");
  await steps.down();
  tell.say(`Nothing is left. Of ${calls} calls of AWS's API none has left this machine; each was recorded.`);
}

async function tellOfSpot(tell: Teller, steps: Steps): Promise<void> {
  tell.chapter("Spot has no instances left");
  tell.say(
    "A group never takes On-Demand where Spot is short. An event wakes the Spot fallback, a state machine, which does.",
  );
  const dry = await tell.during(
    "It looks every five minutes, and here five minutes pass at once …",
    () => steps.spotRunsDry(),
    ({ shares }) => `On-Demand above the base goes to ${inWords(shares)} percent.`,
  );
  tell.say(`${dry.there} of ${dry.wanted} wanted instances are there again.`);
  if (dry.message !== undefined) tell.say(`It wrote: "${dry.message}"`);
  await tell.during(
    "Spot is back …",
    () => steps.spotComesBack(),
    ({ shares }) => `Spot is back; after an hour of quiet each: ${inWords(shares)} percent.`,
  );

  tell.chapter("Spot takes an instance back");
  tell.say("No container runs in an emulator: two targets by hand stand for two tasks.");
  const { staying } = await tell.during(
    "Two minutes' warning: the drain guard waits for the last good moment …",
    () => steps.spotTakesBack(),
    ({ instanceId, afterSeconds }) =>
      `A warning for ${instanceId}. ${afterSeconds} s later the drain guard takes its tasks out of the load balancer, so that no request dies with it.`,
  );
  tell.say(`${staying} healthy ${staying === 1 ? "target stays" : "targets stay"}.`);
}

function expectClean(differences: readonly string[]): void {
  if (differences.length > 0) throw new Error(`the plan isn't clean:\n${differences.join("\n")}`);
}

/** `25, 50, 75` */
const inWords = (shares: readonly number[]): string => shares.join(", ");

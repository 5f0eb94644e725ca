import { ENFORCEMENT } from "../enforcement/enforcer";
import { checkedFaultPlan, FaultSource } from "../faults/fault-plan";
import { setSpot } from "../mends/spot";
import type { HttpAnswer, HttpRequest } from "../protocol/call";
import { jsonAnswer } from "../protocol/errors";
import type { Gateway } from "./gateway";
import { forward } from "./upstream";

/** Path under which the gateway itself is spoken to. AWS has none that begins so. */
export const CONTROL = "/_sandbox/";

export function isControl({ url }: HttpRequest): boolean {
  return url.startsWith(CONTROL);
}

/** What the gateway does for its own callers; docs/sandbox.md lists it. */
export async function control({ method, url, body }: HttpRequest, gateway: Gateway): Promise<HttpAnswer> {
  const { pathname, searchParams } = new URL(url, "http://sandbox");
  switch (`${method} ${pathname.slice(CONTROL.length)}`) {
    case "GET status":
      return jsonAnswer({
        gatewayPid: process.pid,
        emulator: await emulatorAnswers(gateway),
        calls: gateway.recorder.recorded.length,
        faults: gateway.faults.plan,
        holds: gateway.faults.holds,
      });
    case "GET calls": {
      const after = Number(searchParams.get("after") ?? 0);
      return jsonAnswer(gateway.recorder.recorded.filter(({ number }) => number > after));
    }
    case "POST faults":
      return setFaults(body, gateway);
    case "POST enforce":
      return setEnforcement(body, gateway);
    case "GET uses":
      return jsonAnswer(await gateway.enforcer.uses());
    case "POST time":
      return pass(body, gateway);
    case "POST spot":
      return setSpotFrom(body, gateway);
    case "POST reset":
      gateway.clock.clear();
      gateway.memory.clear();
      gateway.recorder.clear();
      return forward({ method: "POST", url: "/moto-api/reset", headers: {}, body }, gateway.emulatorPort);
    case "POST emulator":
      return forward(
        { method: "POST", url: "/moto-api/config", headers: { "content-type": "application/json" }, body },
        gateway.emulatorPort,
      );
    case "POST stop":
      setImmediate(gateway.stop);
      return jsonAnswer({ stopping: true });
    default:
      return jsonAnswer({ message: `the gateway knows no ${method} ${pathname}` }, 404);
  }
}

function setFaults(body: Buffer, gateway: Gateway): HttpAnswer {
  try {
    gateway.faults = new FaultSource(checkedFaultPlan(JSON.parse(body.toString() || "{}")));
    for (const socket of gateway.held.splice(0)) socket.destroy();
    return jsonAnswer({ faults: gateway.faults.plan });
  } catch (error) {
    return jsonAnswer({ message: String(error instanceof Error ? error.message : error) }, 400);
  }
}

function setEnforcement(body: Buffer, { enforcer }: Gateway): HttpAnswer {
  const { mode }: { mode?: unknown } = Object(JSON.parse(body.toString() || "{}"));
  const known = ENFORCEMENT.find((one) => one === mode);
  if (known === undefined) {
    return jsonAnswer({ message: `mode: got ${JSON.stringify(mode)}; allowed are ${ENFORCEMENT.join(", ")}` }, 400);
  }
  enforcer.mode = known;
  return jsonAnswer({ mode: known });
}

/** Lets time pass for the state machines. */
async function pass(body: Buffer, { clock }: Gateway): Promise<HttpAnswer> {
  const { passSeconds }: { passSeconds?: unknown } = Object(JSON.parse(body.toString() || "{}"));
  if (typeof passSeconds !== "number" || !(passSeconds >= 0)) {
    return jsonAnswer({ message: `passSeconds: got ${JSON.stringify(passSeconds)}; allowed is a number from 0` }, 400);
  }
  await clock.pass(passSeconds);
  return jsonAnswer({ now: new Date(clock.now).toISOString() });
}

function setSpotFrom(body: Buffer, { memory }: Gateway): HttpAnswer {
  const { available }: { available?: unknown } = Object(JSON.parse(body.toString() || "{}"));
  if (typeof available !== "boolean") {
    return jsonAnswer({ message: `available: got ${JSON.stringify(available)}; allowed are true, false` }, 400);
  }
  setSpot(memory, available);
  return jsonAnswer({ available });
}

async function emulatorAnswers({ emulatorPort }: Gateway): Promise<"up" | "gone"> {
  try {
    await forward({ method: "GET", url: "/moto-api/config", headers: {}, body: Buffer.alloc(0) }, emulatorPort);
    return "up";
  } catch {
    return "gone";
  }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Aws, awsAt, awsBy } from "../client";
import { SandboxClock } from "../clock";
import { denialOf } from "../enforcement/denial";
import { Enforcer } from "../enforcement/enforcer";
import { faultError } from "../faults/fault-errors";
import { type Fault, FaultSource, mayBeStale } from "../faults/fault-plan";
import { StaleReads } from "../faults/stale-reads";
import { Memory } from "../mends/memory";
import type { Bench, Hooks } from "../mends/mend";
import { hooksFor } from "../mends/table";
import type { Call, HttpAnswer, HttpRequest } from "../protocol/call";
import { decode } from "../protocol/decode";
import { type ApiError, errorAnswer, errorCodeOf } from "../protocol/errors";
import { SandboxError } from "../sandbox-error";
import { control, isControl } from "./control";
import { FINAL_ERRORS } from "./final-errors";
import { Principals } from "./principals";
import { Recorder } from "./recorder";
import { forward } from "./upstream";

export interface GatewayProps {
  /** Where the emulator listens, on loopback. */
  readonly emulatorPort: number;
  /** File that calls are written to, a line each. */
  readonly callsFile: string;
  /** Ends the sandbox. */
  readonly stop: () => void;
}

/** What the gateway holds while it runs. */
export interface Gateway extends GatewayProps {
  /** What goes wrong from now on; replaced through the control path. */
  faults: FaultSource;
  /** Connections whose calls are held; cut when other faults are set. */
  readonly held: Socket[];
  readonly staleReads: StaleReads;
  readonly enforcer: Enforcer;
  readonly recorder: Recorder;
  readonly principals: Principals;
  readonly memory: Memory;
  readonly clock: SandboxClock;
}

/** The proxy before the emulator: reads each call, mends, records. It isn't listening yet. */
export function createGateway(props: GatewayProps): Server {
  const memory = new Memory();
  const gateway: Gateway = {
    ...props,
    recorder: new Recorder(props.callsFile),
    principals: new Principals(),
    memory,
    clock: new SandboxClock(),
    enforcer: new Enforcer(awsAt(`http://127.0.0.1:${props.emulatorPort}`), memory),
    faults: new FaultSource({}),
    held: [],
    staleReads: new StaleReads(),
  };
  return createServer((incoming, outgoing) => {
    read(incoming)
      .then((http) => (isControl(http) ? control(http, gateway) : answerTo(http, gateway)))
      .then((answer) => {
        if (answer === "dropped") incoming.socket.destroy();
        else if (answer === "held") gateway.held.push(incoming.socket);
        else write(outgoing, answer);
      })
      // The client went away, or a mend fell over: the second says so.
      .catch((error: Error) => write(outgoing, { status: 400, headers: {}, body: Buffer.from(String(error.stack)) }));
  });
}

async function answerTo(http: HttpRequest, gateway: Gateway): Promise<HttpAnswer | "dropped" | "held"> {
  const call = decode(http);
  if (call === undefined) {
    return errorAnswer({ protocol: "rest-xml", service: "s3" }, FINAL_ERRORS.unread(http.method, http.url));
  }
  const { recorder, principals } = gateway;
  const principal = principals.holderOf(call.accessKey);
  if (principal === undefined) return errorAnswer(call, FINAL_ERRORS.realCredentials());
  const number = recorder.next();
  const fault = gateway.faults.next(call);
  if (fault === "hold") return "held";
  const struck = fault === undefined ? {} : { fault };
  const decisions = await gateway.enforcer.decide(call, principal);
  const decided = decisions.length === 0 ? {} : { decisions };
  const missing = decisions.find(({ verdict }) => verdict === "denied" || verdict === "not allowed");
  if (missing !== undefined && gateway.enforcer.mode === "deny") {
    const denial = denialOf(call, missing, principal.arn);
    recorder.record(number, call, principal, { status: denial.status, error: denial.code, ...decided });
    return errorAnswer(call, denial);
  }
  const answer = await withFault(fault, call, gateway);
  if (answer === "dropped") {
    recorder.record(number, call, principal, { status: answer, ...struck, ...decided });
    return answer;
  }
  principals.note(call, answer);
  gateway.enforcer.noteDone(call);
  const error = answer.status < 400 ? {} : { error: errorCodeOf(answer) };
  recorder.record(number, call, principal, { status: answer.status, ...error, ...struck, ...decided });
  return answer;
}

/** The answer, or what the fault leaves of it. */
async function withFault(fault: Fault | undefined, call: Call, gateway: Gateway): Promise<HttpAnswer | "dropped"> {
  const { staleReads, faults } = gateway;
  const error = fault && faultError(fault, call);
  if (error) return errorAnswer(call, error);
  if (fault === "dropped-before") return "dropped";
  const stale = fault === "stale" ? staleReads.of(call) : undefined;
  if (stale !== undefined) return stale;
  const answer = await mended(call, gateway);
  if (mayBeStale(call)) staleReads.note(call, answer);
  if (fault === "slow") await sleep((faults.plan.slowSeconds ?? 2) * 1000);
  return fault === "dropped-after" ? "dropped" : answer;
}

/** The emulator's answer, with what is mended of it. */
async function mended(call: Call, gateway: Gateway): Promise<HttpAnswer> {
  const { memory, clock, emulatorPort } = gateway;
  const as: Bench["as"] = (roleArn) => speaker(roleArn, call.region, gateway);
  const bench: Bench = { memory, clock, as, ask: (other) => asked(other, emulatorPort) };
  const hooks = hooksFor(call);
  const own = await first(hooks, call, bench);
  if (own !== undefined) return own;
  let asking = call;
  for (const { request } of hooks) if (request) asking = await request(asking, bench);
  let answer = await asked(asking, emulatorPort);
  if (answer.status >= 400) return answer;
  for (const { response } of hooks) if (response) answer = await response(call, answer, bench);
  return answer;
}

/** Speaks to AWS by the gateway's own way, without its port, as a session of a role or as the owner. */
async function speaker(roleArn: string | undefined, region: string, gateway: Gateway): Promise<Aws> {
  const by = (take: (http: HttpRequest) => Promise<HttpAnswer | "dropped" | "held">, accessKey: string) =>
    awsBy(
      async ({ method, path, headers, body }) => {
        const answer = await take({ method, url: path, headers, body: Buffer.from(body) });
        if (answer === "dropped" || answer === "held") throw new SandboxError(`the connection was ${answer}`);
        return { status: answer.status, text: answer.body.toString() };
      },
      accessKey,
      region,
    );
  if (roleArn === undefined) return by((http) => answerTo(http, gateway), "dummy");
  const assuming = by(async (http) => {
    const call = decode(http);
    if (call === undefined) throw new SandboxError("no call");
    const answer = await asked(call, gateway.emulatorPort);
    gateway.principals.note(call, answer);
    return answer;
  }, "dummy");
  const { Credentials } = await assuming.call("sts", "AssumeRole", { RoleArn: roleArn, RoleSessionName: "aws" });
  return by((http) => answerTo(http, gateway), Credentials.AccessKeyId);
}

async function first(hooks: readonly Hooks[], call: Call, bench: Bench): Promise<HttpAnswer | undefined> {
  for (const { answer } of hooks) {
    const own = answer && (await answer(call, bench));
    if (own !== undefined) return own;
  }
  return undefined;
}

/** The emulator's answer; its failures as final errors. */
async function asked(call: Call, emulatorPort: number): Promise<HttpAnswer> {
  const fails = (error: ApiError) => errorAnswer(call, error);
  try {
    const answer = await forward(call.http, emulatorPort);
    return answer.status < 500 ? answer : fails(FINAL_ERRORS.notImplemented(call.service, call.operation));
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === "ECONNREFUSED";
    return fails(isGone ? FINAL_ERRORS.emulatorGone() : FINAL_ERRORS.notImplemented(call.service, call.operation));
  }
}

async function read(incoming: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { method = "GET", url = "/", headers } = incoming;
  return { method, url, headers, body: Buffer.concat(chunks) };
}

function write(outgoing: ServerResponse, { status, headers, body }: HttpAnswer): void {
  if (outgoing.destroyed || outgoing.headersSent) return;
  const kept = Object.entries(headers).filter(([, value]) => value !== undefined) as [string, string | string[]][];
  outgoing.writeHead(status, Object.fromEntries(kept)).end(body);
}

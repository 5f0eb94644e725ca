import { awsBy } from "../../src/sandbox/client";
import { SandboxClock } from "../../src/sandbox/clock";
import { Memory } from "../../src/sandbox/mends/memory";
import type { Bench } from "../../src/sandbox/mends/mend";
import { hooksFor } from "../../src/sandbox/mends/table";
import type { Call, HttpAnswer, Parameters } from "../../src/sandbox/protocol/call";
import { decode } from "../../src/sandbox/protocol/decode";
import { queryForm } from "../../src/sandbox/protocol/query";

/** A gateway's way with calls, before an emulator of given answers. */
export class Mended {
  readonly asked: Call[] = [];
  /** Roles that something was done as, the owner left out. */
  readonly roles: string[] = [];
  readonly clock = new SandboxClock();
  readonly memory = new Memory();
  private readonly bench: Bench = {
    memory: this.memory,
    clock: this.clock,
    as: async (roleArn) => {
      if (roleArn !== undefined) this.roles.push(roleArn);
      return awsBy(
        async ({ method, path, headers, body }) => ({
          status: 200,
          text: await this.send("", body, headers, method, path),
        }),
        "dummy",
        "us-east-1",
      );
    },
    ask: async (call) => {
      this.asked.push(call);
      return answerOf(this.emulator(call));
    },
  };

  constructor(private readonly emulator: (call: Call) => string) {}

  query(service: string, operation: string, parameters: Parameters = {}): Promise<string> {
    const body = queryForm(operation, "1", parameters, service !== "ec2").toString();
    return this.send(service, body, { "content-type": "application/x-www-form-urlencoded" });
  }

  async json(service: string, operation: string, parameters: Parameters = {}): Promise<{ [name: string]: unknown }> {
    return JSON.parse(await this.send(service, JSON.stringify(parameters), { "x-amz-target": `T.${operation}` }));
  }

  async send(service: string, body: string, headers = {}, method = "POST", url = "/"): Promise<string> {
    const scope = `Credential=dummy/20260101/us-east-1/${service}/aws4_request`;
    const call = decode({ method, url, headers: { authorization: scope, ...headers }, body: Buffer.from(body) });
    if (call === undefined) throw new Error(`${service}: no call`);
    const hooks = hooksFor(call);
    for (const { answer } of hooks) {
      const own = await answer?.(call, this.bench);
      if (own !== undefined) return own.body.toString();
    }
    let asking = call;
    for (const { request } of hooks) if (request) asking = await request(asking, this.bench);
    let answer = await this.bench.ask(asking);
    for (const { response } of hooks) if (response) answer = await response(call, answer, this.bench);
    return answer.body.toString();
  }
}

const answerOf = (text: string): HttpAnswer => ({ status: 200, headers: {}, body: Buffer.from(text) });

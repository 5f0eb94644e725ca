import { jsonAnswer } from "../protocol/errors";
import type { Mend } from "./mend";

export const stepFunctions: readonly Mend[] = [
  {
    service: "states",
    what: "can't validate a definition",
    why: "the provider has one validated in each plan that knows it whole; here it is valid if it is JSON, as CreateStateMachine says the rest",
    on: {
      ValidateStateMachineDefinition: {
        answer: ({ parameters }) => {
          try {
            JSON.parse(String(parameters.definition));
            return jsonAnswer({ result: "OK", diagnostics: [], truncated: false });
          } catch (error) {
            const diagnostic = { severity: "ERROR", code: "INVALID_JSON_DESCRIPTION", message: String(error) };
            return jsonAnswer({ result: "FAIL", diagnostics: [diagnostic], truncated: false });
          }
        },
      },
    },
  },
  {
    service: "states",
    what: "knows no versions of a state machine",
    why: "the provider lists them with each read; there are none, since nothing publishes one",
    on: { ListStateMachineVersions: { answer: () => jsonAnswer({ stateMachineVersions: [] }) } },
  },
];

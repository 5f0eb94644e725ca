import type { ApiError } from "../protocol/errors";

/**
 * Errors of the sandbox itself. Each has status 400 or 403: SDKs try again on anything above, and a gap would make a run
 * hang instead of saying what is missing.
 */
export const FINAL_ERRORS = {
  notImplemented: (service: string, operation: string): ApiError => ({
    status: 400,
    code: "SandboxNotImplemented",
    message: `the emulated AWS can't do ${service}:${operation} (it isn't implemented, or fell over; the emulator's log says which). A mend in src/sandbox/mends would help.`,
  }),
  unread: (method: string, url: string): ApiError => ({
    status: 400,
    code: "SandboxUnread",
    message: `the sandbox can't read which call of AWS's API this is: ${method} ${url.split("?")[0]}`,
  }),
  emulatorGone: (): ApiError => ({
    status: 400,
    code: "SandboxEmulatorGone",
    message: "the emulated AWS has died; what was in it is gone. npm run sandbox -- down, then up.",
  }),
  realCredentials: (): ApiError => ({
    status: 403,
    code: "SandboxRefusesCredentials",
    message:
      "this access key looks like one of a real account, and the sandbox takes no such key. Use any text that doesn't: AWS_ACCESS_KEY_ID=dummy AWS_SECRET_ACCESS_KEY=dummy",
  }),
} as const;

export const exitCodes = { fine: 0, findings: 1, usage: 2, outside: 3, internal: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Stable codes of expected failures; each is explained by `slipway explain CODE` and docs/errors.md. */
export const errorCodes = {
  "SLW-USAGE": exitCodes.usage,
  "SLW-CONFIG": exitCodes.usage,
  "SLW-NODE": exitCodes.usage,
  "SLW-BASE": exitCodes.usage,
  "SLW-GIT": exitCodes.outside,
  "SLW-SOURCE": exitCodes.outside,
  "SLW-GITHUB": exitCodes.outside,
  "SLW-HETZNER-TOKEN": exitCodes.usage,
  "SLW-HETZNER-REFUSED": exitCodes.usage,
  "SLW-HETZNER-FOREIGN": exitCodes.usage,
  "SLW-HETZNER-LOSS": exitCodes.usage,
  "SLW-HETZNER-BUDGET": exitCodes.usage,
  "SLW-HETZNER-PROTECTED": exitCodes.usage,
  "SLW-HETZNER-OFFER": exitCodes.usage,
  "SLW-HETZNER-API": exitCodes.outside,
  "SLW-HETZNER-RATE": exitCodes.outside,
  "SLW-HETZNER-LIMIT": exitCodes.outside,
  "SLW-HETZNER-STOCK": exitCodes.outside,
  "SLW-HETZNER-ACTION": exitCodes.outside,
  "SLW-HETZNER-TIMEOUT": exitCodes.outside,
  "SLW-HETZNER-ORPHANS": exitCodes.outside,
  "SLW-NOT-PROVISIONED": exitCodes.usage,
  "SLW-SSH-KEY": exitCodes.usage,
  "SLW-SSH-HOST-KEY": exitCodes.outside,
  "SLW-SSH-AUTH": exitCodes.outside,
  "SLW-SSH-UNREACHABLE": exitCodes.outside,
  "SLW-SSH-IPV6": exitCodes.outside,
  "SLW-SSH-LOST": exitCodes.outside,
  "SLW-SSH-TIMEOUT": exitCodes.outside,
  "SLW-SERVER-COMMAND": exitCodes.outside,
  "SLW-SERVER-BOOT": exitCodes.outside,
  "SLW-SERVER-WAIT": exitCodes.outside,
  "SLW-K3S-VERSION": exitCodes.usage,
  "SLW-K3S-HASH": exitCodes.outside,
  "SLW-K3S-HEALTH": exitCodes.outside,
  "SLW-KUBECONFIG": exitCodes.usage,
  "SLW-CLUSTER": exitCodes.outside,
  "SLW-CONFLICT": exitCodes.outside,
  "SLW-BUSY": exitCodes.outside,
  "SLW-STUCK": exitCodes.outside,
  "SLW-TIME-LIMIT": exitCodes.outside,
  "SLW-LOCAL": exitCodes.usage,
  "SLW-ENGINE": exitCodes.internal,
} as const satisfies Record<string, ExitCode>;
export type ErrorCode = keyof typeof errorCodes;

/** An expected failure: what happened, where and why in `message`, what to do next in `hint`. Never shown with a stack. */
export class SlipwayError extends Error {
  override readonly name = "SlipwayError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }

  get exitCode(): ExitCode {
    return errorCodes[this.code];
  }
}

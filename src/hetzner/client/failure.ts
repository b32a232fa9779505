import { type ErrorCode, SlipwayError } from "../../model/error.ts";
import { type ApiRequest, describeRequest } from "./request.ts";

/** Whether the API said no, or nobody knows what it did. */
export type Outcome = "refused" | "unknown";

interface Kind {
  code: ErrorCode;
  outcome: Outcome;
  hint?: string;
}

const again: Kind = { code: "SLW-HETZNER-API", outcome: "refused", hint: "Run again in a minute." };
const unclear: Kind = { ...again, outcome: "unknown" };
const token = (hint: string): Kind => ({ code: "SLW-HETZNER-TOKEN", outcome: "refused", hint });
const stock: Kind = {
  code: "SLW-HETZNER-STOCK",
  outcome: "refused",
  hint: "Add another type or location to spec.server, or try again later.",
};

/** What an `error.code` means. https://docs.hetzner.cloud/reference/cloud#errors */
const kinds: Readonly<Record<string, Kind>> = {
  unauthorized: token("Give a token of the right project in HCLOUD_TOKEN."),
  token_readonly: token("This needs a token with read and write access; the one in HCLOUD_TOKEN may only read."),
  forbidden: token("The token in HCLOUD_TOKEN may not do this."),
  conflict: again,
  locked: again,
  rate_limit_exceeded: {
    code: "SLW-HETZNER-RATE",
    outcome: "refused",
    hint: "Another client uses up the project's requests.",
  },
  bad_gateway: unclear,
  timeout: unclear,
  service_error: unclear,
  server_error: unclear,
  network: { ...unclear, hint: "Check the connection and HCLOUD_ENDPOINT." },
  truncated: unclear,
  resource_unavailable: stock,
  placement_error: stock,
  resource_limit_exceeded: {
    code: "SLW-HETZNER-LIMIT",
    outcome: "refused",
    hint: "Ask for a higher limit in the Hetzner Console, or remove what is not needed: slipway sweep lists it.",
  },
};
const refused: Kind = { code: "SLW-HETZNER-REFUSED", outcome: "refused" };

export interface FailureFacts {
  request: Pick<ApiRequest, "method" | "path">;
  /** The API's `error.code`; `network` and `truncated` where no whole answer came. */
  apiCode: string;
  message: string;
  status?: number | undefined;
  correlationId?: string | undefined;
  cause?: unknown;
}

/** A request that failed. Its message names the request, the API's own words and the id that Hetzner's support asks for. */
export class HetznerError extends SlipwayError {
  readonly apiCode: string;
  readonly status: number | undefined;
  readonly correlationId: string | undefined;
  readonly outcome: Outcome;

  constructor({ request, apiCode, message, status, correlationId, cause }: FailureFacts) {
    const kind = kinds[apiCode] ?? (status !== undefined && status >= 500 ? unclear : refused);
    const id = correlationId === undefined ? "" : `, request id ${correlationId}`;
    super(kind.code, `${describeRequest(request)} at Hetzner failed: ${message} (${apiCode}${id})`, {
      ...(kind.hint !== undefined && { hint: kind.hint }),
      cause,
    });
    this.apiCode = apiCode;
    this.status = status;
    this.correlationId = correlationId;
    this.outcome = kind.outcome;
  }
}

/** The API has no such server type there just now, or no host that fits: another one may do. */
export const isOutOfStock = (error: unknown): error is HetznerError =>
  error instanceof HetznerError && outOfStockCodes.has(error.apiCode);

export const outOfStockCodes: ReadonlySet<string> = new Set(["resource_unavailable", "placement_error"]);

export const isNotFound = (error: unknown): boolean => error instanceof HetznerError && error.apiCode === "not_found";

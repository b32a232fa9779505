/** HTTP status of each error code, as the API's documentation and its clients' recorded answers have them. */
const statuses: Record<string, number> = {
  json_error: 400,
  unauthorized: 401,
  forbidden: 403,
  token_readonly: 403,
  resource_limit_exceeded: 403,
  not_found: 404,
  conflict: 409,
  uniqueness_error: 409,
  deprecated_api_endpoint: 410,
  resource_unavailable: 412,
  placement_error: 412,
  locked: 423,
  protected: 423,
  rate_limit_exceeded: 429,
  server_error: 500,
  service_error: 500,
  unknown_error: 500,
  unsupported_error: 501,
  bad_gateway: 502,
  maintenance: 503,
  timeout: 504,
};

/** 422 is what everything else answers: the request was understood and cannot be done. */
export const statusOf = (code: string): number => statuses[code] ?? 422;

/** A refusal that the client sees in Hetzner's shape. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: string;
  readonly status: number;
  readonly details: Record<string, unknown> | null;

  constructor(code: string, message: string, details: Record<string, unknown> | null = null, status = statusOf(code)) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }

  get body(): { error: { code: string; message: string; details: Record<string, unknown> | null } } {
    return { error: { code: this.code, message: this.message, details: this.details } };
  }
}

/** `invalid_input` about one field. */
export function invalid(field: string, message: string): ApiError {
  return new ApiError("invalid_input", `invalid input in field '${field}'`, {
    fields: [{ name: field, messages: [message] }],
  });
}

export const notFound = (title: string, idOrName: number | string): ApiError =>
  new ApiError("not_found", `${title.toLowerCase()} with ID '${idOrName}' not found`);

export interface ApiRequest {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the endpoint, such as `/servers/42`. */
  path: string;
  query?: Readonly<Record<string, string | number | readonly number[]>>;
  body?: unknown;
  /**
   * Whether sending it twice does what sending it once does. A create is "once": when its answer is lost, nobody knows
   * whether it was done, and it must be looked up before it is sent again.
   */
  repeat: "harmless" | "once";
  signal: AbortSignal;
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON, once it is known to be whole. */
  json?: unknown;
}

export type Handler = (request: ApiRequest) => Promise<Reply>;
/** One duty of the client, wrapped around the handler below it. */
export type Layer = (next: Handler) => Handler;

/** The first layer is the outermost. */
export function chain(innermost: Handler, layers: readonly Layer[]): Handler {
  return layers.reduceRight((handler, layer) => layer(handler), innermost);
}

export const correlationOf = (headers: Headers): string | undefined => headers.get("x-correlation-id") ?? undefined;

export const describeRequest = ({ method, path }: Pick<ApiRequest, "method" | "path">): string => `${method} ${path}`;

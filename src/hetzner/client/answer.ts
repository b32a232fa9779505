import { z } from "zod";
import { HetznerError } from "./failure.ts";
import { type ApiRequest, correlationOf, type Layer, type Reply } from "./request.ts";

const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Turns an answer that says no, or is not whole, into an error; gives the JSON of all others. */
export function raisingErrors(mask: (text: string) => string): Layer {
  return (next) => async (request) => {
    const reply = await next(request);
    const json = jsonOf(reply);
    const facts = { request, status: reply.status, correlationId: correlationOf(reply.headers) };
    if (reply.status >= 200 && reply.status < 300) {
      if (reply.status === 204 || json !== undefined) return { ...reply, json };
      throw new HetznerError({ ...facts, apiCode: "truncated", message: "the answer ends too early" });
    }
    const said = errorBody.safeParse(json);
    if (said.success) {
      throw new HetznerError({ ...facts, apiCode: said.data.error.code, message: mask(said.data.error.message) });
    }
    throw new HetznerError({ ...facts, apiCode: codeOf(reply.status), message: `HTTP status ${reply.status}` });
  };
}

/** A gateway in front of the API answers without an error code. */
function codeOf(status: number): string {
  if (status === 429) return "rate_limit_exceeded";
  if (status === 401) return "unauthorized";
  if (status === 504) return "timeout";
  return status >= 500 ? "bad_gateway" : `http_${status}`;
}

function jsonOf({ text }: Reply): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What of an answer slipway relies on. Fields it does not know are let through. */
export function parseAnswer<T>(schema: z.ZodType<T>, request: ApiRequest, { json, headers, status }: Reply): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new HetznerError({
    request,
    status,
    correlationId: correlationOf(headers),
    apiCode: "unexpected_answer",
    message: `the answer is not what slipway knows: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`,
    cause: parsed.error,
  });
}

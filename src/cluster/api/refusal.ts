import { z } from "zod";
import { SlipwayError } from "../../model/error.ts";
import type { Json } from "../../model/resource.ts";
import type { ApiAnswer } from "./api.ts";

const statusSchema = z.looseObject({ message: z.string().optional(), reason: z.string().optional() });

/** The API server answered, and said no. */
export class ApiRefusal extends SlipwayError {
  readonly status: number;
  /** Kubernetes' machine-readable word: `Conflict`, `NotFound`, `Forbidden`. */
  readonly reason: string;
  readonly body: Json;

  constructor(what: string, { status, body }: ApiAnswer) {
    const said = statusSchema.safeParse(body).data;
    const words = said?.message ?? (typeof body === "string" && body !== "" ? body : `status ${status}`);
    const hint = hints[status];
    super("SLW-CLUSTER", `the API server refused ${what}: ${words}`, hint === undefined ? {} : { hint });
    this.status = status;
    this.reason = said?.reason ?? "";
    this.body = body;
  }
}

const hints: Readonly<Record<number, string>> = {
  401: "the credentials in the kubeconfig are not valid (any more)",
  403: "bootstrap needs the rights of a cluster administrator",
};

/** The answer, where it is a success; throws ApiRefusal otherwise. */
export function answered(answer: ApiAnswer, what: string): ApiAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new ApiRefusal(what, answer);
}

const withCode = z.looseObject({ code: z.string() });
const withCause = z.looseObject({ cause: z.unknown() });

/** Nobody answered, or not the one who should. */
export class NoAnswer extends SlipwayError {
  /** Whether asking again may help: a wrong certificate stays wrong. */
  readonly mayPass: boolean;

  constructor(server: string, words: string, cause: unknown) {
    const mayPass = !/certificate|CERT|self.signed|protocol is not allowed/i.test(words);
    super("SLW-CLUSTER", `no answer from ${server}: ${words}`, {
      hint: mayPass
        ? "is the cluster running, and reachable from here?"
        : "the certificate is not of the cluster's own authority: is this the right cluster, and the right kubeconfig?",
      cause,
    });
    this.mayPass = mayPass;
  }
}

/** What a request without an answer is told as: the innermost cause says why. */
export function unanswered(server: string, error: unknown): SlipwayError {
  if (error instanceof SlipwayError) return error;
  let inner: unknown = error;
  for (let depth = 0; depth < 5 && withCause.safeParse(inner).data?.cause !== undefined; depth += 1)
    inner = withCause.parse(inner).cause;
  const words = inner instanceof Error ? inner.message : String(inner);
  return new NoAnswer(server, words || (withCode.safeParse(inner).data?.code ?? "the connection was closed"), error);
}

import { EngineError } from "go-wasm-host";
import type { EngineErrorCode } from "go-wasm-host";
import { HelmError } from "helm-wasm";
import type { ErrorLocation } from "helm-wasm";

const codes: readonly EngineErrorCode[] = ["refused", "invalid", "limit", "crashed"];

/** An EngineError as plain data: a class does not survive the way from a worker. */
export interface Failure {
  code: EngineErrorCode;
  message: string;
  detail: string | undefined;
  /** Present when Helm says which template, chart or values file is to blame. */
  helm?: { location: ErrorLocation | undefined };
}

export function describeFailure(thrown: unknown): Failure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { message } = error;
  const code = codes.find((known) => "code" in error && error.code === known);
  // Each bundled package has a class of that name of its own, so instanceof would not know them all.
  if (error.name !== "EngineError" || code === undefined) return { code: "crashed", message, detail: error.stack };
  const detail = "detail" in error && typeof error.detail === "string" ? error.detail : undefined;
  return { code, message, detail, ...(error instanceof HelmError ? { helm: { location: error.location } } : {}) };
}

export function failureError({ code, message, detail, helm }: Failure): EngineError {
  if (!helm) return new EngineError(code, message, { detail });
  const { location } = helm;
  return new HelmError({ message, detail: detail ?? message, ...(location ? { location } : {}) });
}

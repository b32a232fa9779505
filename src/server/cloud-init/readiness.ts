import { z } from "zod";

/** Sections of the report that the server prints in one round trip, in this order. */
export const reportSeparator = "--slipway--";

/** How far the first boot is: of this instance, not of one that a snapshot was taken of. */
export type Readiness =
  | { state: "waiting"; what: string }
  | { state: "ready"; warnings: readonly string[] }
  | { state: "failed"; why: string };

const sentinelSchema = z.object({
  instance: z.string(),
  status: z.enum(["done", "failed"]),
  step: z.string(),
  warnings: z.array(z.string()),
});

const statusSchema = z.object({
  status: z.string(),
  extended_status: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.string()).default([]),
  recoverable_errors: z.record(z.string(), z.array(z.string())).default({}),
});

/** What to make of the instance id, our own sentinel and `cloud-init status --format json`. */
export function readiness(report: string): Readiness {
  const [instance = "", sentinelText = "", statusText = ""] = report
    .split(`${reportSeparator}\n`)
    .map((part) => part.trim());
  const status = parsed(statusSchema, statusText);
  const sentinel = parsed(sentinelSchema, sentinelText);
  const ours = sentinel?.instance === instance ? sentinel : undefined;
  if (ours?.status === "failed") return { state: "failed", why: `the step "${ours.step}" of the first boot failed` };
  if (status === undefined) return { state: "waiting", what: "cloud-init to say how far it is" };
  if (status.status === "error")
    return { state: "failed", why: `cloud-init reports ${status.errors.join("; ") || status.detail || "an error"}` };
  if (status.status !== "done") return { state: "waiting", what: `cloud-init, which is ${status.status}` };
  if (ours === undefined) return { state: "failed", why: "cloud-init is done, but never ran slipway's first boot" };
  const recoverable = Object.values(status.recoverable_errors).flat();
  return { state: "ready", warnings: [...ours.warnings, ...recoverable] };
}

function parsed<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

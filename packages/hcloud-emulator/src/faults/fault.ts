import { z } from "zod";

/** Which requests a fault meets, and how often. */
const matching = {
  /** GET, POST, PUT or DELETE; any if left out. */
  method: z.enum(["GET", "POST", "PUT", "DELETE"]).optional(),
  /** Path below /v1 such as `/servers` or `/servers/*\/actions/poweroff`, where * is one part; any if left out. */
  path: z.string().startsWith("/").optional(),
  /** Matching requests to let pass first. */
  skip: z.number().int().min(0).default(0),
  /** Matching requests to meet after that; null for all. */
  times: z.number().int().min(1).nullable().default(1),
};

const milliseconds = z.number().min(0);

export const faultSchema = z.discriminatedUnion("fault", [
  /** Refuses with an error code; nothing is changed. */
  z.strictObject({
    fault: z.literal("error"),
    code: z.string(),
    status: z.number().int().min(400).max(599).optional(),
    message: z.string().optional(),
    ...matching,
  }),
  /** Closes the connection; nothing is changed. */
  z.strictObject({ fault: z.literal("drop-before"), ...matching }),
  /** Does what was asked, then closes the connection without an answer. */
  z.strictObject({ fault: z.literal("drop-after"), ...matching }),
  /** Does what was asked, then sends only the first bytes of the answer. */
  z.strictObject({ fault: z.literal("truncate"), bytes: z.number().int().min(0).default(20), ...matching }),
  /** Waits (in real time) before it does anything. */
  z.strictObject({ fault: z.literal("delay"), milliseconds, ...matching }),
  /** The actions that the request starts end in an error. */
  z.strictObject({
    fault: z.literal("fail-action"),
    code: z.string().default("action_failed"),
    message: z.string().default("Action failed"),
    ...matching,
  }),
  /** The actions that the request starts take this much longer, on the emulated clock. */
  z.strictObject({ fault: z.literal("slow-action"), milliseconds, ...matching }),
  /** The machines told to shut down by the request do not listen. */
  z.strictObject({ fault: z.literal("ignore-shutdown"), ...matching }),
  /** A server type is sold out for the requests met; with `times: null` the /server_types say so too. */
  z.strictObject({
    fault: z.literal("stock-out"),
    serverType: z.string().optional(),
    location: z.string().optional(),
    code: z.enum(["resource_unavailable", "placement_error"]).default("resource_unavailable"),
    skip: matching.skip,
    times: matching.times,
  }),
  /** Takes all requests out of the project's rate limit. */
  z.strictObject({ fault: z.literal("exhaust-rate-limit"), ...matching }),
  /** Moves the emulated clock before the request is looked at. */
  z.strictObject({ fault: z.literal("jump-clock"), milliseconds: z.number(), ...matching }),
]);

export type Fault = z.infer<typeof faultSchema>;
/** A fault as it is written: what has a default may be left out. */
export type FaultInput = z.input<typeof faultSchema>;

export interface ActionFault {
  fails?: { code: string; message: string };
  slowedBy?: number;
  ignoresShutdown?: true;
}

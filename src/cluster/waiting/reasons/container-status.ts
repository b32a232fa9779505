import { z } from "zod";

const state = z
  .looseObject({
    waiting: z.looseObject({ reason: z.string().default(""), message: z.string().default("") }).optional(),
    running: z.looseObject({ startedAt: z.string().default("") }).nullish(),
    terminated: z.looseObject({ reason: z.string().default(""), exitCode: z.number().default(0) }).optional(),
  })
  .default({});

/** A container as the kubelet reports it; fields that are not there are as at its beginning. */
export const containerStatus = z.looseObject({
  name: z.string(),
  image: z.string().default(""),
  ready: z.boolean().default(false),
  started: z.boolean().nullish(),
  restartCount: z.number().default(0),
  state,
  lastState: state,
});
export type ContainerStatus = z.infer<typeof containerStatus>;

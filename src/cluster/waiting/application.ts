import { z } from "zod";

const text = z.string().optional();

const source = z.looseObject({
  repoURL: z.string().default(""),
  targetRevision: z.string().default(""),
  chart: text,
  path: text,
  ref: text,
});
export type LiveSource = z.infer<typeof source>;

const resource = z.looseObject({
  group: z.string().default(""),
  version: z.string().default("v1"),
  kind: z.string(),
  namespace: text,
  name: z.string(),
  status: text,
  health: z.looseObject({ status: text, message: text }).optional(),
  hook: z.boolean().default(false),
  requiresPruning: z.boolean().default(false),
});
export type LiveResource = z.infer<typeof resource>;

const result = z.looseObject({
  group: z.string().default(""),
  kind: z.string(),
  namespace: z.string().default(""),
  name: z.string(),
  status: text,
  message: z.string().default(""),
  hookType: text,
  hookPhase: text,
});

const operation = z.looseObject({
  phase: z.string().default(""),
  message: z.string().default(""),
  retryCount: z.number().default(0),
  startedAt: text,
  finishedAt: text,
  operation: z.looseObject({ retry: z.looseObject({ limit: z.number().optional() }).optional() }).default({}),
  syncResult: z
    .looseObject({
      revision: z.string().default(""),
      revisions: z.array(z.string()).optional(),
      resources: z.array(result).default([]),
    })
    .optional(),
});

const condition = z.looseObject({ type: z.string(), message: z.string().default(""), status: text, reason: text });

/** What is read of an Application that Argo CD looks after. Anything else in it is left alone. */
const application = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    annotations: z.record(z.string(), z.string()).default({}),
    ownerReferences: z.array(z.looseObject({ kind: z.string(), name: z.string() })).default([]),
    deletionTimestamp: text,
    creationTimestamp: text,
    resourceVersion: text,
  }),
  operation: z.unknown().optional(),
  spec: z.looseObject({
    project: z.string().default("default"),
    source: source.optional(),
    sources: z.array(source).optional(),
    destination: z.looseObject({ namespace: text }).default({}),
    syncPolicy: z.looseObject({ automated: z.unknown().optional() }).optional(),
  }),
  status: z
    .looseObject({
      sync: z
        .looseObject({
          status: z.string().default("Unknown"),
          revision: z.string().default(""),
          revisions: z.array(z.string()).optional(),
          comparedTo: z.looseObject({ source: source.optional(), sources: z.array(source).optional() }).optional(),
        })
        .default({ status: "Unknown", revision: "" }),
      health: z.looseObject({ status: z.string().default("Unknown"), message: text }).default({ status: "Unknown" }),
      conditions: z.array(condition).default([]),
      operationState: operation.optional(),
      resources: z.array(resource).default([]),
      reconciledAt: text,
    })
    .prefault({}),
});
export type LiveApplication = z.infer<typeof application>;

/** The Application in an object of the API server; undefined for one that is none. */
export const liveApplication = (object: unknown): LiveApplication | undefined => application.safeParse(object).data;

export const sourcesOf = ({ spec }: Pick<LiveApplication, "spec">): LiveSource[] =>
  spec.sources ?? (spec.source === undefined ? [] : [spec.source]);

/** The commit, or chart version, of each source, in the order of the sources. */
export const revisionsOf = ({ status: { sync } }: LiveApplication): string[] => sync.revisions ?? [sync.revision];

export function waveOf({ metadata }: LiveApplication): number {
  const wave = Number(metadata.annotations["argocd.argoproj.io/sync-wave"] ?? "0");
  return Number.isInteger(wave) ? wave : 0;
}

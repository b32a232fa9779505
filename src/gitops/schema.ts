import { z } from "zod";
import { sourceSchema } from "./schema-source.ts";

const text = z.string().optional();
const textMap = z.record(z.string(), z.string()).optional();

export const metadataSchema = z.looseObject({
  name: text,
  namespace: text,
  labels: textMap,
  annotations: textMap,
});

const destination = z.looseObject({ server: text, name: text, namespace: text });

const syncPolicy = z.looseObject({
  syncOptions: z.array(z.string()).optional(),
  managedNamespaceMetadata: z.looseObject({ labels: textMap, annotations: textMap }).optional(),
});

const ignoreDifference = z.looseObject({
  group: text,
  kind: z.string(),
  name: text,
  namespace: text,
  jsonPointers: z.array(z.string()).optional(),
  jqPathExpressions: z.array(z.string()).optional(),
  managedFieldsManagers: z.array(z.string()).optional(),
});

const hydrator = z.looseObject({
  drySource: sourceSchema,
  syncSource: z.looseObject({ targetBranch: z.string(), path: text, repoURL: text }),
});

/** The spec as the CRD has it: `project` and `destination` are required there. */
const applicationSpecSchema = z.looseObject({
  project: z.string(),
  destination,
  source: sourceSchema.optional(),
  sources: z.array(sourceSchema).optional(),
  sourceHydrator: hydrator.optional(),
  syncPolicy: syncPolicy.optional(),
  ignoreDifferences: z.array(ignoreDifference).optional(),
});
export type ApplicationSpec = z.infer<typeof applicationSpecSchema>;

export const applicationSchema = z.looseObject({ metadata: metadataSchema, spec: applicationSpecSchema });

const groupKind = z.looseObject({ group: z.string(), kind: z.string() });

const integrityPolicy = z.looseObject({
  repos: z.array(z.looseObject({ url: text })).optional(),
  gpg: z.looseObject({ mode: text }).optional(),
});
const integrityOfGit = z.looseObject({ policies: z.array(integrityPolicy).optional() });

const projectSpecSchema = z.looseObject({
  sourceRepos: z.array(z.string()).optional(),
  sourceNamespaces: z.array(z.string()).optional(),
  destinations: z.array(destination).optional(),
  clusterResourceWhitelist: z.array(groupKind.extend({ name: text })).optional(),
  clusterResourceBlacklist: z.array(groupKind.extend({ name: text })).optional(),
  namespaceResourceWhitelist: z.array(groupKind).optional(),
  namespaceResourceBlacklist: z.array(groupKind).optional(),
  signatureKeys: z.array(z.looseObject({})).optional(),
  sourceIntegrity: z.looseObject({ git: integrityOfGit.optional() }).optional(),
});
export type ProjectSpec = z.infer<typeof projectSpecSchema>;

export const projectSchema = z.looseObject({ metadata: metadataSchema, spec: projectSpecSchema });

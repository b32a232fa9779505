import { z } from "zod";

const text = z.string().optional();
const flag = z.boolean().optional();
const texts = z.array(z.string()).optional();
const textMap = z.record(z.string(), z.string()).optional();
/** Bases of what the CRD says; fields that do not matter to rendering stay unread and unchecked. */
const openObject = z.looseObject({});

const helm = z.looseObject({
  valueFiles: texts,
  values: text,
  valuesObject: openObject.optional(),
  parameters: z.array(z.looseObject({ name: text, value: text, forceString: flag })).optional(),
  fileParameters: z.array(z.looseObject({ name: text, path: text })).optional(),
  releaseName: text,
  ignoreMissingValueFiles: flag,
  skipCrds: flag,
  skipTests: flag,
  skipSchemaValidation: flag,
  kubeVersion: text,
  apiVersions: texts,
  namespace: text,
  version: text,
  passCredentials: flag,
});

const patchTarget = z.looseObject({
  group: text,
  version: text,
  kind: text,
  name: text,
  namespace: text,
  labelSelector: text,
  annotationSelector: text,
});

const kustomize = z.looseObject({
  namePrefix: text,
  nameSuffix: text,
  namespace: text,
  images: texts,
  replicas: z.array(z.looseObject({ name: z.string(), count: z.union([z.number().int(), z.string()]) })).optional(),
  commonLabels: textMap,
  commonAnnotations: textMap,
  commonAnnotationsEnvsubst: flag,
  forceCommonLabels: flag,
  forceCommonAnnotations: flag,
  labelWithoutSelector: flag,
  labelIncludeTemplates: flag,
  patches: z
    .array(
      z.looseObject({
        path: text,
        patch: text,
        target: patchTarget.optional(),
        options: z.record(z.string(), z.boolean()).optional(),
      }),
    )
    .optional(),
  components: texts,
  ignoreMissingComponents: flag,
  kubeVersion: text,
  apiVersions: texts,
  version: text,
});

const directory = z.looseObject({
  recurse: flag,
  include: text,
  exclude: text,
  disableExtensionFilter: flag,
  jsonnet: openObject.optional(),
});

const plugin = z.looseObject({ name: text });

export const sourceSchema = z.looseObject({
  repoURL: z.string(),
  path: text,
  chart: text,
  targetRevision: text,
  ref: text,
  name: text,
  helm: helm.optional(),
  kustomize: kustomize.optional(),
  directory: directory.optional(),
  plugin: plugin.optional(),
});

export type ApplicationSource = z.infer<typeof sourceSchema>;
export type HelmOptions = z.infer<typeof helm>;
export type KustomizeSourceOptions = z.infer<typeof kustomize>;
export type DirectoryOptions = z.infer<typeof directory>;

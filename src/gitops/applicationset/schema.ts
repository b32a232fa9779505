import { z } from "zod";
import type { Json, JsonObject } from "../../model/resource.ts";
import { isJson } from "../json.ts";
import { metadataSchema } from "../schema.ts";

const text = z.string().optional();
const textMap = z.record(z.string(), z.string()).optional();
const flag = z.boolean().optional();
const json = z.custom<Json>((value) => isJson(value), "not JSON data");
const jsonObject = z.record(z.string(), json).transform((value): JsonObject => value);

const selectorSchema = z.looseObject({
  matchLabels: textMap,
  matchExpressions: z
    .array(z.looseObject({ key: z.string(), operator: z.string(), values: z.array(z.string()).optional() }))
    .optional(),
});
export type LabelSelector = z.infer<typeof selectorSchema>;

const pathRule = z.looseObject({ path: z.string(), exclude: flag });
const template = jsonObject.optional();

const terminal = {
  selector: selectorSchema.optional(),
  list: z.looseObject({ elements: z.array(json).optional(), elementsYaml: text, template }).optional(),
  git: z
    .looseObject({
      repoURL: z.string(),
      revision: z.string(),
      directories: z.array(pathRule).optional(),
      files: z.array(pathRule).optional(),
      pathParamPrefix: text,
      values: textMap,
      template,
    })
    .optional(),
  clusters: z
    .looseObject({ selector: selectorSchema.optional(), values: textMap, flatList: flag, template })
    .optional(),
  pullRequest: z.looseObject({ values: textMap, template }).optional(),
  scmProvider: z.looseObject({}).optional(),
  clusterDecisionResource: z.looseObject({}).optional(),
  plugin: z.looseObject({}).optional(),
  oci: z.looseObject({}).optional(),
};

/** matrix and merge nest at most twice in Argo CD; whatever is deeper stays unread and is reported when it runs. */
const combined = (generators: z.ZodType<Generator[]>) => ({
  matrix: z.looseObject({ generators, template }).optional(),
  merge: z.looseObject({ generators, mergeKeys: z.array(z.string()), template }).optional(),
});

const terminalSchema = z.looseObject(terminal);
type Terminal = z.infer<typeof terminalSchema>;

export type Generator = Terminal & {
  matrix?: { generators: Generator[]; template?: JsonObject | undefined } | undefined;
  merge?: { generators: Generator[]; mergeKeys: string[]; template?: JsonObject | undefined } | undefined;
};

export const generatorSchema: z.ZodType<Generator> = z.lazy(() =>
  z.looseObject({ ...terminal, ...combined(z.array(generatorSchema)) }),
);

const applicationSetSpecSchema = z.looseObject({
  generators: z.array(generatorSchema),
  template: jsonObject,
  templatePatch: text,
  goTemplate: flag,
  goTemplateOptions: z.array(z.string()).optional(),
  strategy: z.looseObject({ type: text }).optional(),
  syncPolicy: z.looseObject({ preserveResourcesOnDeletion: flag }).optional(),
});
export type ApplicationSetSpec = z.infer<typeof applicationSetSpecSchema>;

export const applicationSetSchema = z.looseObject({ metadata: metadataSchema, spec: applicationSetSpecSchema });

import { createHash } from "node:crypto";
import { type Locate, mergeMissing, schemaFindings } from "../checks/schema.ts";
import type { Engines, SchemaSet } from "../engine/index.ts";
import { locate } from "../gitops/locate.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import { fieldPath } from "../model/field-path.ts";
import type { Finding } from "../model/finding.ts";
import { copiedKinds } from "./copied-kinds.ts";
import type { Results } from "./results.ts";
import { schemaSet, schemaSetDigest, type SchemaSources } from "./schema-set.ts";

export interface SchemaContext extends SchemaSources {
  engines: Engines;
  results: Results;
}

/** Validates every rendered resource against the schema of its kind, CRDs of the repository and its charts included. */
export async function checkSchemas(
  applications: readonly RenderedApplication[],
  context: SchemaContext,
): Promise<Finding[]> {
  const schemas = await schemaSet(applications, context);
  const digest = schemaSetDigest(schemas, context.kubernetesVersion);
  const findings = await Promise.all(
    applications.map((application) => {
      const key = verdictKey(application, digest, context.results);
      if (key === undefined) return verdict(application, schemas, context);
      return context.results.recall(key, context.tree, async () => ({
        value: await verdict(application, schemas, context),
        reads: application.rendered.reads,
      }));
    }),
  );
  return mergeMissing(findings.flat());
}

async function verdict({ rendered }: RenderedApplication, schemas: SchemaSet, context: SchemaContext): Promise<Finding[]> {
  const { engines, kubernetesVersion, tree } = context;
  const { application, resources, reads } = rendered;
  if (resources.length === 0) return [];
  const request = { resources: resources.map(({ manifest }) => manifest), kubernetesVersion, strict: true, schemas };
  const results = await engines.validate(request);
  const place: Locate = (resource, path) => locate(resource, fieldPath(path), { tree, reads });
  return schemaFindings(application, resources, results, place, copiedKinds(schemas));
}

/**
 * All that findings follow from besides the files: the request whose rendering gave the manifests, the identities they got in this
 * repository, and the schemas.
 */
function verdictKey({ rendering, rendered }: RenderedApplication, schemas: string, { renderings }: Results): string | undefined {
  const request = rendering && renderings.requestOf(rendering);
  if (request === undefined) return undefined;
  const about = [request, rendered.application, rendered.resources.map(({ id }) => id), schemas];
  return `schema ${createHash("sha256").update(JSON.stringify(about)).digest("hex")}`;
}

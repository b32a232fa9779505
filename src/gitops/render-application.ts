import { createHash } from "node:crypto";
import type { Reads } from "../model/rendered.ts";
import type { KustomizeBuild } from "./argo-settings.ts";
import { type Application, hasMultipleSources, sourceFields, sourcesOf } from "./application.ts";
import { namesRevision } from "./build-environment.ts";
import { contentId } from "./content-id.ts";
import type { Engines, Tree } from "./contracts.ts";
import { asFailure, RenderFailure } from "./failure.ts";
import { describeUrl } from "./sources/address.ts";
import { stableJson } from "./json.ts";
import { flattenLists } from "./normalize.ts";
import { followsBranch, type PlacementContext } from "./placement.ts";
import { type Produced, ReadLog, type UsedChart, type UsedFile } from "./produced.ts";
import type { ApplicationSource } from "./schema-source.ts";
import { renderSource, type SourceNotice } from "./render-source.ts";
import type { FieldPath } from "./yaml-positions.ts";

/** The lasting part of a rendering: plain data that follows from the request and the files read. */
export interface StoredRendering {
  produced: Produced[];
  notices: SourceNotice[];
  reads: Reads;
  /** Fetched charts, which must still be the same for the rendering to hold. */
  charts: UsedChart[];
  /** Value files that were fetched from their addresses; likewise. */
  files: UsedFile[];
}

/** Keeps renderings between runs, or between the two sides of a diff. */
export interface RenderCache {
  /** A rendering of the same request whose reads are the same in this tree. */
  lookup(requestDigest: string, tree: Tree): StoredRendering | undefined;
  store(requestDigest: string, rendering: StoredRendering): void;
}

export interface RenderContext extends PlacementContext {
  engines: Engines;
  revision: string;
  kubeVersion: string;
  apiVersions: readonly string[];
  /** What `argocd-cm` says of all kustomizations. */
  kustomizeBuild: KustomizeBuild;
  cache?: RenderCache | undefined;
}

export type Outcome =
  | { ok: true; rendering: StoredRendering; reused: boolean }
  | { ok: false; failure: RenderFailure; reads: Reads };

/** Renders all sources of an Application, in their order. Never throws for what the repository says. */
export async function renderApplication(application: Application, context: RenderContext): Promise<Outcome> {
  const digest = await requestDigest(application, context);
  const known = digest === undefined ? undefined : context.cache?.lookup(digest, context.tree);
  if (known !== undefined && (await hasSameSources(known, context)))
    return { ok: true, rendering: known, reused: true };
  const log = new ReadLog();
  try {
    const rendering = await renderSources(application, context, log);
    if (digest !== undefined && !hasOverrides(rendering)) context.cache?.store(digest, rendering);
    return { ok: true, rendering, reused: false };
  } catch (error) {
    return { ok: false, failure: asFailure(error, `${application.name} does not render`), reads: log.result() };
  }
}

async function renderSources(application: Application, context: RenderContext, log: ReadLog): Promise<StoredRendering> {
  const { spec } = application;
  const siblings = sourcesOf(spec);
  const fields = sourceFields(spec);
  const results = await Promise.all(
    siblings.map((source, index) =>
      renderSource(
        source,
        {
          ...context,
          applicationName: application.name,
          destinationNamespace: spec.destination.namespace ?? "",
          project: spec.project,
          multiple: hasMultipleSources(spec),
          siblings,
          at: application.at,
        },
        log,
      ).catch((error: unknown) => {
        throw inApplication(error, fields[index]);
      }),
    ),
  );
  return {
    produced: flattenLists(results.flatMap((result) => result.produced)),
    notices: [
      ...results.flatMap(({ notices }, index) => notices.map((notice) => noticeInApplication(notice, fields[index]))),
      ...log.files().flatMap((file) => (file.locked ? [] : unlockedNotice(file, application))),
    ],
    reads: log.result(),
    charts: log.charts(),
    files: log.files(),
  };
}

/** A failure names a field of its source: this names it in the Application. */
function inApplication(error: unknown, source: FieldPath | undefined): unknown {
  if (!(error instanceof RenderFailure) || error.field === undefined || source === undefined) return error;
  return error.with({ field: [...source, ...error.field] });
}

function noticeInApplication(notice: SourceNotice, source: FieldPath = []): SourceNotice {
  return notice.field === undefined ? notice : { ...notice, field: [...source, ...notice.field] };
}

function unlockedNotice({ url }: UsedFile, { at }: Application): SourceNotice {
  const message = `The value file ${describeUrl(url)} is not in the lock file, so the next run may get other content`;
  return { rule: "sources/unlocked", message, at: [...at] };
}

/** Whether what was fetched has the same content still, and is pinned as it was. */
async function hasSameSources({ charts, files }: StoredRendering, { sources }: RenderContext): Promise<boolean> {
  const used = [...charts, ...files];
  const found = await Promise.all([
    ...charts.map(({ ref }) => sources.chart(ref)),
    ...files.map(({ url }) => sources.file(url)),
  ]);
  return found.every((one, index) => {
    const before = used[index];
    return !("unavailable" in one) && one.id === before?.id && (one.locked ?? true) === before.locked;
  });
}

/** Override files may name the commit, which the request does not show. */
function hasOverrides({ reads }: StoredRendering): boolean {
  return Object.entries(reads.files).some(([file, id]) => id !== null && file.includes(".argocd-source"));
}

/**
 * Everything but this repository's files that the result follows from; undefined when something may move without
 * notice. The commit counts only where it is named, or every commit would render everything anew.
 */
async function requestDigest(application: Application, context: RenderContext): Promise<string | undefined> {
  if (context.cache === undefined) return undefined;
  const { spec } = application;
  const sources = sourcesOf(spec);
  const usesRevision = namesRevision(JSON.stringify(sources));
  const elsewhere = await Promise.all(
    sources.map(async (source) => {
      if (source.chart || source.repoURL.startsWith("oci://")) return "";
      if (context.identity.isThis(source.repoURL)) {
        if (followsBranch(source.targetRevision, context.branches)) return "";
        const pinned = await context.trees.treeAt(source.targetRevision ?? "");
        return pinned && contentId(pinned);
      }
      const found = await context.sources.git(source.repoURL, source.targetRevision || "HEAD");
      return "unavailable" in found ? undefined : found.commit;
    }),
  );
  if (elsewhere.includes(undefined)) return undefined;
  const request = {
    name: application.name,
    project: spec.project,
    namespace: spec.destination.namespace ?? "",
    sources,
    multiple: hasMultipleSources(spec),
    revision: usesRevision ? context.revision : "",
    kubeVersion: context.kubeVersion,
    apiVersions: digestOfList(context.apiVersions),
    kustomizeBuild: context.kustomizeBuild,
    at: application.at,
    // Where a value stands in the declaration is part of what is said about it.
    declaration: sources.some(hasOwnValues) ? context.tree.lookup(application.at[0]?.file ?? "")?.id : "",
    own: sources.map((source) => context.identity.isThis(source.repoURL)),
    elsewhere,
  };
  return createHash("sha256").update(stableJson(request)).digest("hex");
}

const listDigests = new WeakMap<readonly string[], string>();

/** One list is in the request of every Application of a run. */
function digestOfList(list: readonly string[]): string {
  const digest = listDigests.get(list) ?? createHash("sha256").update(JSON.stringify(list)).digest("hex");
  listDigests.set(list, digest);
  return digest;
}

const hasOwnValues = ({ helm }: ApplicationSource): boolean =>
  helm?.valuesObject !== undefined || helm?.values !== undefined || helm?.parameters !== undefined;

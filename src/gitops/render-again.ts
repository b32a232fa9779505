import { createHash } from "node:crypto";
import { chartPath } from "../tree/index.ts";
import { type Application, sourcesOf } from "./application.ts";
import type { KustomizeBuild } from "./argo-settings.ts";
import { chartTree } from "./archive-tree.ts";
import type { ChartRef, Engines, FileTree } from "./contracts.ts";
import type { RenderRequest } from "./options.ts";
import { mountCharts, type PlacementContext } from "./placement.ts";
import { type Produced, ReadLog } from "./produced.ts";
import { renderApplication } from "./render-application.ts";
import type { HelmOptions } from "./schema-source.ts";

/** What is different in a rendering that only answers a question. */
export interface Difference {
  /** Files with other content, by path. */
  files?: ReadonlyMap<string, string>;
  /** Options of one Helm source, by its index. */
  helm?: { source: number; options: HelmOptions };
}

/** What came of it; `texts` is what Helm printed. */
export interface Again {
  produced: readonly Produced[];
  texts: readonly string[];
}

/** Renders Applications once more with something changed. */
export interface Rerenderer {
  /** Undefined where it does not render that way. */
  render(application: Application, difference: Difference): Promise<Again | undefined>;
  /** The files of a fetched chart; undefined where it cannot be had. */
  chart(ref: ChartRef): Promise<FileTree | undefined>;
}

export function rerenderer(
  { tree, trees, engines, options }: RenderRequest,
  placement: PlacementContext,
  kustomizeBuild: KustomizeBuild,
): Rerenderer {
  return {
    async render(application, { files = new Map(), helm }) {
      const mounts = [...files].map(([path, text]) => {
        const bytes = new TextEncoder().encode(text);
        return { path, bytes, id: createHash("sha1").update(bytes).digest("hex") };
      });
      const texts: string[] = [];
      const outcome = await renderApplication(helm === undefined ? application : withHelm(application, helm), {
        ...placement,
        tree: mounts.length === 0 ? tree : trees.mount(tree, mounts),
        engines: listening(engines, texts),
        revision: options.revision,
        kubeVersion: options.kubernetesVersion,
        kustomizeBuild,
        apiVersions: options.apiVersions ?? [],
      });
      return outcome.ok ? { produced: outcome.rendering.produced, texts } : undefined;
    },
    async chart(ref) {
      try {
        const mounted = await mountCharts(tree, [ref], placement, new ReadLog());
        const content = mounted.read(chartPath(ref));
        return content && chartTree(content, ref.chart);
      } catch {
        return undefined;
      }
    },
  };
}

function listening(engines: Engines, texts: string[]): Engines {
  return {
    ...engines,
    helm: async (...request) => {
      const result = await engines.helm(...request);
      texts.push(result.yaml);
      return result;
    },
  };
}

function withHelm(application: Application, { source: index, options }: NonNullable<Difference["helm"]>): Application {
  const sources = sourcesOf(application.spec).map((source, at) =>
    at === index ? { ...source, helm: options } : source,
  );
  const { spec } = application;
  const [first] = sources;
  if ((spec.sources?.length ?? 0) > 0 && spec.sourceHydrator === undefined)
    return { ...application, spec: { ...spec, sources } };
  const { sourceHydrator: _unwritten, ...rest } = spec;
  return { ...application, spec: { ...rest, ...(first && { source: first }) } };
}

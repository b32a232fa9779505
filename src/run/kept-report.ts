import { isHttp } from "kubeconform-wasm";
import type { Cache } from "../engine/index.ts";
import type { Catalogue } from "../environment/catalogue.ts";
import { filesId } from "../tree/index.ts";
import type { Assembled } from "./assemble.ts";
import type { RunOptions } from "./options.ts";
import { type Answer, type Outside, sameAnswers } from "./outside.ts";
import { digestOf } from "./review-contexts.ts";
import type { Workspace } from "./workspace.ts";

/** The report of an earlier run that began from the same files, revisions and options, and was told the same by the outside. */
export interface KeptReport {
  find(outside: Outside): Promise<Assembled | undefined>;
  keep(report: Assembled, answers: readonly Answer[]): void;
}

interface Kept {
  report: Assembled;
  answers: Answer[];
}

export interface ReportInputs {
  workspace: Workspace;
  options: RunOptions;
  /** What Environments are priced with. */
  catalogue: Catalogue;
  /** Where reports are kept, opened only to look or to write. */
  open: () => Cache | undefined;
}

/** A report follows from both trees, from how this run was started and from what it was told, as a rendering follows from its reads. */
export function keptReport({ workspace, options, catalogue, open }: ReportInputs): KeptReport {
  const { head } = workspace;
  const key = `report ${digestOf([startOf(workspace, options), catalogue])}`;
  const withStore = async <T>(use: (store: Cache) => T | Promise<T>): Promise<T | undefined> => {
    const store = comesFromFiles(workspace, options) ? open() : undefined;
    try {
      return store && (await use(store));
    } finally {
      store?.close();
    }
  };
  return {
    find: (outside) =>
      withStore(async (store) => {
        // The store is of this very build and whole, or it would not have been opened: what has the key has the type.
        const kept = store.find(key, head)?.body() as Kept | undefined;
        return kept && (await sameAnswers(kept.answers, outside)) ? kept.report : undefined;
      }),
    keep: (report, answers) =>
      void withStore((store) => {
        store.put(key, {
          reads: { files: {}, listings: {} },
          facts: null,
          body: { report: asReused(report), answers },
        });
        store.save();
      }),
  };
}

function startOf(workspace: Workspace, options: RunOptions): unknown {
  const { base, kubernetesVersion, repositories, branches, revision } = workspace;
  const { root, schemaLocations, offline, requireSources, withoutBaseline, timeoutMs } = options;
  return [
    filesId(workspace.head),
    base && [base.ref, base.commit],
    [kubernetesVersion, repositories, branches, revision],
    { root, schemaLocations, offline, requireSources, withoutBaseline, timeoutMs },
  ];
}

/** What schemas an address gives is known only once they are needed. */
function comesFromFiles({ configuration }: Workspace, { schemaLocations, offline }: RunOptions): boolean {
  const locations = schemaLocations?.length ? schemaLocations : configuration.schemaLocations;
  return offline || !locations.some(isHttp);
}

/** What the next run says of the same renderings. */
function asReused({ stats, ...report }: Assembled): Assembled {
  const { rendered, cached } = stats;
  return { ...report, stats: { ...stats, rendered: 0, cached: rendered + cached } };
}

import type { Reads } from "../model/rendered.ts";
import type { JsonObject, SourceLocation } from "../model/resource.ts";
import type { ChartRef, Tree } from "./contracts.ts";

/** A manifest as an engine gave it, and where it comes from. */
export interface Produced {
  manifest: JsonObject;
  at: SourceLocation[];
}

/** A chart from elsewhere that a rendering used, and the content it had. */
export interface UsedChart {
  ref: ChartRef;
  id: string;
  /** Whether the lock file decides which content it has. */
  locked: boolean;
}

/** A value file that was fetched from its address. */
export interface UsedFile {
  url: string;
  id: string;
  locked: boolean;
}

const mounted = (path: string): boolean => path.startsWith(".slipway/");

function sorted<V>(record: Record<string, V>): Record<string, V> {
  const own = Object.entries(record).filter(([path]) => !mounted(path));
  return Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Collects what a rendering depended on, over all its trees and engine calls. */
export class ReadLog {
  private readonly reads: Reads = { files: {}, listings: {} };
  private readonly used = new Map<string, UsedChart>();
  private readonly fetched = new Map<string, UsedFile>();

  /** The same tree, with every look noted. Only for trees whose content this repository decides. */
  watch(tree: Tree): Tree {
    const { files, listings } = this.reads;
    return {
      read: (path) => {
        const content = tree.read(path);
        files[path] = content === undefined ? null : (tree.lookup(path)?.id ?? null);
        return content;
      },
      list: (path) => {
        listings[path] = tree.listingId(path) ?? null;
        return tree.list(path);
      },
      lookup: (path) => {
        const entry = tree.lookup(path);
        if (entry === undefined) files[path] = null;
        return entry;
      },
      listingId: (path) => tree.listingId(path),
      files: (under) => tree.files(under),
      describe: () => tree.describe(),
      realPath: (path) => tree.realPath(path),
      snapshot: () => tree.snapshot(),
    };
  }

  add(reads: Reads): void {
    Object.assign(this.reads.files, reads.files);
    Object.assign(this.reads.listings, reads.listings);
  }

  addChart(chart: UsedChart): void {
    const { repository, chart: name, version } = chart.ref;
    this.used.set(JSON.stringify([repository, name, version]), chart);
  }

  addFile(file: UsedFile): void {
    this.fetched.set(file.url, file);
  }

  files(): UsedFile[] {
    return [...this.fetched].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
  }

  /** Fetched charts by reference rather than by the place they were mounted at. */
  charts(): UsedChart[] {
    return [...this.used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, chart]) => chart);
  }

  /** This repository's files only, sorted, so that the same rendering always gives the same record. */
  result(): Reads {
    return { files: sorted(this.reads.files), listings: sorted(this.reads.listings) };
  }
}

import { basename } from "node:path/posix";
import type { FileTree } from "../contracts.ts";
import { matchesGlob } from "../glob.ts";
import { isObject, stringAt } from "../json.ts";
import { join } from "../source-paths.ts";
import { ChartTemplates } from "./chart-templates.ts";
import { resolve } from "./kustomization.ts";
import { SourceFiles } from "./source-files.ts";

/** A subchart as its parent names it. */
interface Subchart {
  key: string;
  directory: string;
}

const filesLimit = 2000;

/** A chart as files: in this repository, or unpacked from an archive. */
export class ChartFiles {
  readonly files: SourceFiles;
  readonly directory: string;
  /** Whether the files are the repository's own. */
  readonly owned: boolean;
  private readonly tree: FileTree;
  private read: ChartTemplates | undefined;
  private readonly known = new Map<string, readonly Subchart[]>();

  constructor(files: SourceFiles, directory: string, owned: boolean) {
    this.files = files;
    this.tree = files.tree;
    this.directory = directory;
    this.owned = owned;
  }

  /** Templates by their path in the tree. */
  get templates(): ChartTemplates {
    this.read ??= new ChartTemplates(this.templateTexts(this.directory, 0));
    return this.read;
  }

  /** The only file of the chart itself that has a base name and matches a pattern of `.Files.Glob`. */
  fileNamed(name: string, pattern: string): string | undefined {
    const inside = this.directory === "" ? 0 : this.directory.length + 1;
    const fits = [...this.walk(this.directory, 0)].filter(
      (path) => basename(path) === name && matchesGlob(pattern, path.slice(inside), "/"),
    );
    return fits.length === 1 ? fits[0] : undefined;
  }

  private templateTexts(directory: string, depth: number): [string, string][] {
    if (depth > 6) return [];
    const paths = [...this.walk(join(directory, "templates"), 0)];
    const own = paths.map((path): [string, string] => [path, this.files.text(path) ?? ""]);
    return [...own, ...this.subcharts(directory).flatMap((sub) => this.templateTexts(sub.directory, depth + 1))].slice(
      0,
      filesLimit,
    );
  }

  private *walk(directory: string, depth: number): Generator<string> {
    for (const entry of (depth < 10 && this.tree.list(directory)) || []) {
      const path = join(directory, entry.name);
      if (entry.directory) yield* this.walk(path, depth + 1);
      else yield path;
    }
  }

  /** Charts below charts/ and those that Chart.yaml names by file://, under the key their values have. */
  subcharts(directory: string): readonly Subchart[] {
    const known = this.known.get(directory);
    if (known !== undefined) return known;
    const value = this.files.documents(join(directory, "Chart.yaml"))[0]?.value;
    const declared = isObject(value) && Array.isArray(value["dependencies"]) ? value["dependencies"] : [];
    const named = declared.flatMap((one): Subchart[] => {
      const name = stringAt(one, "name");
      const repository = stringAt(one, "repository") ?? "";
      if (name === undefined) return [];
      const beside = repository.startsWith("file://") ? resolve(directory, repository.slice(7)) : undefined;
      return [{ key: stringAt(one, "alias") || name, directory: beside ?? join(directory, `charts/${name}`) }];
    });
    const lying = (this.tree.list(join(directory, "charts")) ?? [])
      .filter((entry) => entry.directory)
      .map(({ name }): Subchart => ({ key: name, directory: join(directory, `charts/${name}`) }))
      .filter((one) => !named.some((other) => other.directory === one.directory));
    const all = [...named, ...lying];
    this.known.set(directory, all);
    return all;
  }

  /**
   * A template by the path that Helm gives it: below `templates`, with `charts/<key>` for each subchart on the way.
   * Gives the file, and the keys under which its chart's values are.
   */
  template(path: string): { file: string; chart: string[] } {
    let directory = this.directory;
    const chart: string[] = [];
    let rest = path;
    for (
      let match = /^charts\/([^/]+)\/(.*)$/s.exec(rest);
      match !== null;
      match = /^charts\/([^/]+)\/(.*)$/s.exec(rest)
    ) {
      const [, key = "", inside = ""] = match;
      const sub = this.subcharts(directory).find((one) => one.key === key);
      directory = sub?.directory ?? join(directory, `charts/${key}`);
      chart.push(key);
      rest = inside;
    }
    return { file: join(directory, rest), chart };
  }

  /** The files of default values that count for a subchart at some keys, nearest to the root first. */
  defaults(): { file: string; at: string[] }[] {
    const found: { file: string; at: string[] }[] = [];
    const visit = (directory: string, at: string[]): void => {
      found.push({ file: join(directory, "values.yaml"), at });
      if (at.length < 6 && found.length < 100)
        for (const sub of this.subcharts(directory)) visit(sub.directory, [...at, sub.key]);
    };
    visit(this.directory, []);
    return found;
  }
}

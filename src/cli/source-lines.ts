import { readFileSync } from "node:fs";
import { join } from "node:path";

const excerptLimit = 1024 * 1024;

/** Lines of the repository's files, for excerpts beside findings. Each file is read once; large and missing ones have none. */
export function lineReader(root: string): (file: string, line: number) => string | undefined {
  const files = new Map<string, string[]>();
  const linesOf = (file: string): string[] => {
    try {
      const bytes = readFileSync(join(root, file));
      return bytes.length > excerptLimit ? [] : bytes.toString("utf8").split(/\r?\n/);
    } catch {
      return [];
    }
  };
  return (file, line) => {
    const lines = files.get(file) ?? linesOf(file);
    files.set(file, lines);
    return lines[line - 1];
  };
}

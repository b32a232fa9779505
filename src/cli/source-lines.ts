import { readFileSync, realpathSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";

const excerptLimit = 1024 * 1024;

/**
 * Lines of the repository's files, for excerpts beside findings. Each file is read once; large and missing ones have none, nor
 * has a link that leads out: a pull request must not show the machine's files.
 */
export function lineReader(root: string): (file: string, line: number) => string | undefined {
  const files = new Map<string, string[]>();
  const linesOf = (file: string): string[] => {
    try {
      const real = realpathSync(join(root, file));
      const below = relative(realpathSync(root), real);
      if (isAbsolute(below) || below.split(/[\\/]/, 1)[0] === "..") return [];
      const bytes = readFileSync(real);
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

const needed = { major: 22, minor: 15 };

/** What is wrong with this version of Node, or undefined. zstd, in which the engines are packed, came with 22.15. */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const enough = major > needed.major || (major === needed.major && minor >= needed.minor);
  if (enough) return undefined;
  return `SLW-NODE slipway needs Node ${needed.major}.${needed.minor} or newer; this is ${version}. Install a newer Node from https://nodejs.org`;
}

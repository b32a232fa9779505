import type { GeneratorContext } from "../applicationset/context.ts";
import type { Parameters } from "../applicationset/fasttemplate.ts";
import { generate } from "../applicationset/generators.ts";
import { type Generator, generatorSchema } from "../applicationset/schema.ts";
import { generatorContext } from "./generators.ts";

/** A repository for generators to look around in. */
const files = {
  "apps/web/kustomization.yaml": "",
  "apps/DB_Main/deep/x.yaml": "",
  "apps/old/x.yaml": "",
  ".hidden/app/x.yaml": "",
  "config/eu/dev.yaml": "cluster:\n  name: eu-dev\n  size: 3\nzones: [a, b]\nbig: 1234567\n",
  "config/us/dev.json": '[{"cluster": {"name": "us-1"}}, {"cluster": {"name": "us-2"}}]',
  "config/us/skip.yaml": "cluster: {name: skipped}\n",
};

/** The parameters a generator makes. */
export async function run(generator: unknown, overrides: Partial<GeneratorContext> = {}): Promise<Parameters[]> {
  const parsed: Generator = generatorSchema.parse(generator);
  return (await generate(parsed, {}, generatorContext(files, overrides))).flatMap(({ parameters }) => parameters);
}

export const go = { goTemplate: true } as const;
export const git = (rest: object): object => ({
  git: { repoURL: "https://example.com/r.git", revision: "HEAD", ...rest },
});
export const list = (...elements: object[]): object => ({ list: { elements } });

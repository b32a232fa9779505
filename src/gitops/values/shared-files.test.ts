import { beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "../contracts.ts";
import { renderRepository } from "../render.ts";
import { directEngines } from "../testing/engines.ts";
import { applicationYaml, configMapYaml, repositoryRequest } from "../testing/repository.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});

describe("values in a file of several Applications", () => {
  const chart = (name: string, key: string): Record<string, string> => ({
    [`charts/${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
    [`charts/${name}/templates/a.yaml`]: `${configMapYaml(name)}  ${key}: {{ .Values.${key} | quote }}\n`,
    [`${name}.yaml`]: applicationYaml(name, `charts/${name}`, "    helm: {valueFiles: [../../values/common.yaml]}\n"),
  });

  it("are unread where none of their charts reads them", async () => {
    const files = {
      ...chart("web", "color"),
      ...chart("api", "size"),
      "values/common.yaml": "color: red\nsize: 1\nsiez: 2\n",
    };
    const { applications } = await renderRepository(repositoryRequest(engines, { files }));
    const found = applications.flatMap(({ rendered }) => rendered.findings);
    expect(found.map(({ rule, at: [place] }) => `${rule} ${place?.file}:${place?.line}`)).toEqual([
      "wiring/unread-value values/common.yaml:3",
      "wiring/unread-value values/common.yaml:3",
    ]);
  });
});

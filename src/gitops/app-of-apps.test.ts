import { expect, it } from "vitest";
import { appOfApps } from "./app-of-apps.ts";
import { renderRepository } from "./render.ts";
import { directEngines } from "./testing/engines.ts";
import { applicationYaml, configMapYaml, repositoryRequest } from "./testing/repository.ts";

it("means by a name the Application of the cluster that is asked about", async () => {
  const files = {
    "dev.yaml": applicationYaml("bootstrap", "dev"),
    "dev/platform.yaml": applicationYaml("platform", "apps/dev"),
    "apps/dev/web.yaml": applicationYaml("web", "web"),
    "production.yaml": applicationYaml("bootstrap", "production"),
    "production/platform.yaml": applicationYaml("platform", "apps/production"),
    "apps/production/cm.yaml": configMapYaml("production"),
    "web/cm.yaml": configMapYaml("web"),
  };
  const { applications } = await renderRepository(repositoryRequest(await directEngines(), { files }));
  const below = (file: string): string[] =>
    [...appOfApps(applications, file)].map(([name, { spec }]) => `${name} ${spec?.source?.path}`);
  expect(below("dev.yaml")).toEqual(["bootstrap dev", "platform apps/dev", "web web"]);
  expect(below("production.yaml")).toEqual(["bootstrap production", "platform apps/production"]);
  expect(below("elsewhere.yaml")).toEqual([]);
});

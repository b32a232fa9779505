import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { createFolder } from "../tree/testing/repository.ts";
import { engineNames, locate } from "./location.ts";

test("in the sources, everything is found where the packages keep it", () => {
  const location = locate();
  const urls = [location.worker, location.schemas, ...engineNames.map(location.engine)];
  expect(urls.filter((url) => !existsSync(url))).toEqual([]);
});

test("in a bundle, everything is beside the door's folder, wherever the bundle was moved", () => {
  using folder = createFolder({ "dist/cli/index.js": "", "dist/engines/helm-wasm.wasm.zst": "" });
  const dist = pathToFileURL(join(folder.root, "dist/")).href;
  const location = locate(`${dist}cli/index.js`);
  expect(location.worker.href).toBe(`${dist}worker/index.js`);
  expect(location.engine("helm").href).toBe(`${dist}engines/helm-wasm.wasm.zst`);
  expect(location.schemas.href).toBe(`${dist}schemas/`);
  expect(location.execArgv).toEqual([]);
});

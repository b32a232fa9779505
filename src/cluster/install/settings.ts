import { objectAt, stringAt } from "../../gitops/json.ts";
import type { JsonObject } from "../../model/resource.ts";

/**
 * The health of a child Application is its own. Argo CD took this check out in 1.8; without it no wave waits for the one before:
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/health/#argocd-app
 */
const applicationHealth = `hs = {}
hs.status = "Progressing"
hs.message = ""
if obj.status ~= nil then
  if obj.status.health ~= nil then
    hs.status = obj.status.health.status
    if obj.status.health.message ~= nil then
      hs.message = obj.status.health.message
    end
  end
end
return hs
`;

const buildOptions = "kustomize.buildOptions";

/** The keys of argocd-cm that the platform needs; every other key is somebody else's. */
function neededSettings(current: JsonObject | undefined): Record<string, string> {
  const before = stringAt(current, "data", buildOptions) ?? "";
  const inflates = before.split(/\s+/).includes("--enable-helm");
  return {
    [buildOptions]: inflates ? before : `${before} --enable-helm`.trim(),
    "resource.customizations.health.argoproj.io_Application": applicationHealth,
    "application.resourceTrackingMethod": "annotation",
  };
}

const isSettings = (object: JsonObject): boolean =>
  object["kind"] === "ConfigMap" && stringAt(object, "metadata", "name") === "argocd-cm";

/** The installation with what the platform needs in its argocd-cm. What the installation says itself wins. */
export function withSettings(installation: readonly JsonObject[], current: JsonObject | undefined): JsonObject[] {
  const settings = neededSettings(current);
  return installation.map((object) =>
    isSettings(object) ? { ...object, data: { ...settings, ...objectAt(object, "data") } } : object,
  );
}

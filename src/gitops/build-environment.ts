/** What Argo CD's build environment is made of, for one source of one Application. */
export interface BuildContext {
  applicationName: string;
  /** The destination's namespace: Argo CD passes that one, not the Application's own. */
  destinationNamespace: string;
  project: string;
  /** The commit being rendered. */
  revision: string;
  repoURL: string;
  path: string;
  targetRevision: string;
}

export type BuildEnvironment = Readonly<Record<string, string>>;

/**
 * The variables that values, images and labels may name.
 * KUBE_VERSION and KUBE_API_VERSIONS exist for config-management plugins only, which are not run here.
 */
export function buildEnvironment(context: BuildContext): BuildEnvironment {
  return {
    ARGOCD_APP_NAME: context.applicationName,
    ARGOCD_APP_NAMESPACE: context.destinationNamespace,
    ARGOCD_APP_PROJECT_NAME: context.project,
    ARGOCD_APP_REVISION: context.revision,
    ARGOCD_APP_REVISION_SHORT: context.revision.slice(0, 7),
    ARGOCD_APP_REVISION_SHORT_8: context.revision.slice(0, 8),
    ARGOCD_APP_SOURCE_REPO_URL: context.repoURL,
    ARGOCD_APP_SOURCE_PATH: context.path,
    ARGOCD_APP_SOURCE_TARGET_REVISION: context.targetRevision,
  };
}

const reference = /\$(?:\{([^}]*)\}|(\{)|([A-Za-z_][A-Za-z0-9_]*|[*#$@!?\-0-9]))/g;

/**
 * Expands `$NAME` and `${NAME}` as Go's os.Expand does for Argo CD: `$$` is a dollar sign, an unknown name is nothing,
 * `${` without an end disappears and the rest stands.
 */
export function substitute(text: string, environment: BuildEnvironment): string {
  if (!text.includes("$")) return text;
  return text.replace(reference, (_all, braced?: string, _open?: string, plain?: string) => {
    const name = braced ?? plain ?? "";
    return name === "$" ? "$" : Object.hasOwn(environment, name) ? (environment[name] ?? "") : "";
  });
}

/** Whether a text names the commit, so that its rendering changes with every commit. */
export function namesRevision(text: string): boolean {
  return text.includes("ARGOCD_APP_REVISION");
}

/** An Argo CD Application's `spec.source.kustomize`, its build environment variables already substituted. */
export interface KustomizeOptions {
  namePrefix?: string;
  nameSuffix?: string;
  /** `name=new:tag@digest`, `name:tag`, `name@digest` or `name=new`, as `kustomize edit set image` takes them. */
  images?: readonly string[];
  replicas?: readonly { name: string; count: number | string }[];
  commonLabels?: Readonly<Record<string, string>>;
  forceCommonLabels?: boolean;
  labelWithoutSelector?: boolean;
  labelIncludeTemplates?: boolean;
  commonAnnotations?: Readonly<Record<string, string>>;
  forceCommonAnnotations?: boolean;
  namespace?: string;
  patches?: readonly KustomizePatch[];
  components?: readonly string[];
  ignoreMissingComponents?: boolean;
  /** Kubernetes version and API versions that charts are told of, unless the kustomization names its own. */
  kubeVersion?: string;
  apiVersions?: readonly string[];
}

export interface KustomizePatch {
  path?: string;
  patch?: string;
  target?: KustomizeTarget;
  options?: Readonly<Record<string, boolean>>;
}

export interface KustomizeTarget {
  group?: string;
  version?: string;
  kind?: string;
  name?: string;
  namespace?: string;
  annotationSelector?: string;
  labelSelector?: string;
}

/** Above this a file is data, not manifests: etcd refuses requests over 1.5 MiB, so no single manifest is larger. In bytes. */
export const manifestFileLimit = 8 * 1024 * 1024;

/** Levels of mappings and lists. A CRD, the deepest thing people write, has about forty. */
export const depthLimit = 200;

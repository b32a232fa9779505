/** Why an Application is not there yet. */
export interface Reason {
  cause:
    | "image"
    | "scheduling"
    | "volume"
    | "crash"
    | "probe"
    | "configuration"
    | "hook"
    | "sync"
    | "comparison"
    | "refused"
    | "degraded"
    | "generator"
    | "address"
    | "manual";
  /** "Pod payload/payload-5d8f": what it is about, where that is not the Application itself. */
  resource?: string;
  /** One sentence, the cluster's own words where it has some. */
  message: string;
  /**
   * Whether waiting may help. `little`: somebody must change something, most likely; `none`: nothing happens until
   * Git changes.
   */
  hope: "good" | "little" | "none";
  /** Whose last words tell more: `namespace/pod/container`. */
  log?: string;
  /** The last lines of that log, once they are known. */
  tail?: string;
}

/** Where a fetched chart is mounted: `.slipway/charts/<name>-<version>.tgz`, the version as it was asked for. */
export function chartPath(ref: { repository: string; chart: string; version: string }): string {
  const name = ref.chart || ref.repository.slice(ref.repository.lastIndexOf("/") + 1);
  return `${chartsDirectory}/${name.replaceAll("/", "_")}-${ref.version.replaceAll("/", "_")}.tgz`;
}

export const chartsDirectory = ".slipway/charts";

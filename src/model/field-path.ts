/** Field names and list indexes as people and the API server write them: `spec.containers[0].image`, `data["a.b"]`. */
export function fieldPath(segments: readonly (string | number)[]): string {
  return segments
    .map((segment, index) => {
      if (typeof segment === "number" || /^\d+$/.test(segment)) return `[${segment}]`;
      if (!/^[A-Za-z_$][\w$-]*$/.test(segment)) return `[${JSON.stringify(segment)}]`;
      return index === 0 ? segment : `.${segment}`;
    })
    .join("");
}

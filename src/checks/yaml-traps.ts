// Kubernetes reads YAML 1.1 through sigs.k8s.io/yaml; each rule below was read off that library (v1.6).
const word = /^(?:y|yes|on|n|no|off)$/i;
const spelling = /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)$/;
const trueWords = new Set(["y", "yes", "on"]);
const octal = /^[-+]?0[0-7_]+$/;
const underscored = /^[-+]?\d[\d_]*_[\d_]*$/;
const trailingZero = /^[-+]?\d+\.\d*0$/;
/** Fields that hold a file mode, where a leading zero is how people write it. */
const modeField = /mode$/i;

/**
 * What Kubernetes makes of an unquoted scalar that looks like something else, as the end of a sentence that starts with
 * the scalar: "is read as the boolean true". Undefined for a scalar that means what it says.
 */
export function scalarTrap(text: string, key: string | undefined): string | undefined {
  if (word.test(text) && spelling.test(text)) return `is read as the boolean ${trueWords.has(text.toLowerCase())}`;
  if (octal.test(text) && !modeField.test(key ?? "")) {
    return `is read as the octal number ${Number.parseInt(text.replaceAll("_", ""), 8)}`;
  }
  if (underscored.test(text)) return `is read as the number ${Number(text.replaceAll("_", ""))}`;
  // In a list, where no key says that text is meant, 1.0 is a number like its neighbours.
  if (key !== undefined && trailingZero.test(text) && Number(text) !== 0)
    return `is read as the number ${Number(text)}`;
  return undefined;
}

/** What Kubernetes makes of an unquoted mapping key. */
export function keyTrap(text: string): string | undefined {
  return word.test(text) && spelling.test(text)
    ? `is read as the key "${trueWords.has(text.toLowerCase())}"`
    : undefined;
}

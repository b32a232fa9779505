import { readAsGo } from "../yaml/go-scalar.ts";

/** Words of YAML 1.1: for readers of YAML 1.2 these are text. */
const oldWord = /^(?:y|yes|on|n|no|off)$/i;
const leadingZero = /^[-+]?0[0-7_]+$/;
/** Numbers to Kubernetes, and text to readers of YAML 1.2. */
const oldNumber = /_|^[-+]?0[bBXO]|^[-+]0[xo]/;
const trailingZero = /^[-+]?\d+\.\d*0$/;
/** Longer than what a 64-bit float holds. */
const longDigits = /^[-+]?\d{17,}$/;
/** Fields that hold a file mode, where a leading zero is how people write it. */
const modeField = /mode$/i;

export const noJsonNumber = "is read as a number that JSON does not have, which Kubernetes' parser refuses";

/** Where a scalar stands. */
export interface ScalarPlace {
  /** Its key; undefined in a list. */
  key: string | undefined;
  /** Whether only text makes sense there, so that even a plain number is one that was not meant. */
  text: boolean;
}

/**
 * What Kubernetes makes of an unquoted scalar that looks like something else, as the end of a sentence that starts with
 * the scalar: "is read as the boolean true". Undefined for a scalar that means what it says, where it stands.
 */
export function scalarTrap(scalar: string, { key, text }: ScalarPlace): string | undefined {
  const reading = readAsGo(scalar);
  switch (reading.kind) {
    case "text":
      return undefined;
    case "null":
      return text && scalar === "~" ? "is read as null" : undefined;
    case "boolean":
      return oldWord.test(scalar) ? `is read as the boolean ${reading.value}` : undefined;
    case "number":
      return reading.json === undefined ? noJsonNumber : numberTrap(scalar, reading.json, { key, text });
  }
}

function numberTrap(scalar: string, json: string, { key, text }: ScalarPlace): string | undefined {
  if (leadingZero.test(scalar) && json !== String(Number(scalar.replaceAll("_", "")))) {
    return modeField.test(key ?? "") ? undefined : `is read as the octal number ${json}`;
  }
  const other = oldNumber.test(scalar) || (longDigits.test(scalar) && json !== scalar);
  // In a list, where no key says that text is meant, 1.0 is a number like its neighbours.
  const shortened = key !== undefined && trailingZero.test(scalar) && Number(scalar) !== 0;
  return other || shortened || (text && json !== scalar) ? `is read as the number ${json}` : undefined;
}

/** What Kubernetes makes of an unquoted mapping key. */
export function keyTrap(scalar: string): string | undefined {
  const reading = readAsGo(scalar);
  switch (reading.kind) {
    case "text":
      return undefined;
    case "null":
      return "is read as null, which Kubernetes' parser refuses as a key";
    case "boolean":
      return oldWord.test(scalar) ? `is read as the key "${reading.value}"` : undefined;
    case "number":
      return reading.json === undefined || reading.json === scalar
        ? undefined
        : `is read as the number ${reading.json}, which makes another key`;
  }
}

/** Maps and lists of the API that hold nothing but text. */
const textCollections = new Set([
  "annotations",
  "labels",
  "matchLabels",
  "nodeSelector",
  "stringData",
  "args",
  "command",
]);
/** Last words of field names under which only text makes sense. */
const textWords = new Set(
  "version tag revision sha digest commit hash name password token secret image host id serial".split(" "),
);

export interface EnclosingPlace {
  /** The key the mapping or list stands under; undefined at the top. */
  name: string | undefined;
  /** Keys of the mapping that have been read so far. */
  keys: ReadonlySet<string> | undefined;
  /** Whether it is the `data` of a manifest. */
  data: boolean;
}

/** Whether only text makes sense as the value of a key, or as an item where there is none. */
export function meansText(key: string | undefined, { name, keys, data }: EnclosingPlace): boolean {
  if (data || (name !== undefined && textCollections.has(name))) return true;
  if (key === undefined) return false;
  if (key === "value" && name === "env" && keys?.has("name") === true) return true;
  const [last = ""] = key.split(/(?=[A-Z][a-z])|[-_.]|(?<=[a-z])(?=[A-Z])/).slice(-1);
  return textWords.has(last.toLowerCase());
}

import { effectKinds } from "../model/change.ts";
import { type ErrorCode, errorCodes, exitCodes } from "../model/error.ts";
import { effectDocs, ruleDocs } from "../model/rule.ts";
import { effectDescriptions } from "../report/effect-findings.ts";
import { allRules } from "../rules.ts";
import type { Terminal } from "./terminal.ts";

const meanings: Record<ErrorCode, string> = {
  "SLW-USAGE": "An option or argument is not one slipway has, or not a value it takes. See slipway --help.",
  "SLW-CONFIG": "slipway.yaml, an Environment, the baseline or the chart lock file is not valid. Mend the line that is named.",
  "SLW-NODE": "Node is older than 22.15. Install a newer one.",
  "SLW-BASE":
    "The base revision is not in this clone. Set fetch-depth: 0 on actions/checkout, or the depth that is named.",
  "SLW-GIT": "Git could not be run, or refused. Its own words are in the message.",
  "SLW-SOURCE": "A chart or repository could not be had. Check its address and the credentials.",
  "SLW-GITHUB": "GitHub did not answer as it should. Run again; the request id is in the message.",
  "SLW-ENGINE": "An engine is missing or damaged. Install slipway again; if it stays, report it.",
};

/** `slipway explain`: a rule's severity, sentence and page, what an effect means, or an error code's meaning. */
export function explain(name: string, terminal: Terminal): number {
  const rule = allRules[name];
  if (rule) {
    terminal.out(`${name} (${rule[0]})\n${rule[1]}.\n${ruleDocs(name)}\n`);
    return exitCodes.fine;
  }
  const effect = effectKinds.find((kind) => name === `effect/${kind}` || name === kind);
  if (effect) {
    terminal.out(`effect/${effect}\n${effectDescriptions[effect]}.\n${effectDocs(effect)}\n`);
    return exitCodes.fine;
  }
  const code = name.toUpperCase();
  if (isErrorCode(code)) {
    terminal.out(`${code} (exit ${errorCodes[code]})\n${meanings[code]}\n`);
    return exitCodes.fine;
  }
  const known = [...Object.keys(allRules), ...Object.keys(errorCodes)].filter((one) =>
    one.includes(name.toLowerCase()),
  );
  const suggestions =
    known.length > 0 && known.length < 12 ? known : [...Object.keys(allRules), ...Object.keys(errorCodes)];
  terminal.err(`SLW-USAGE there is no rule or code "${name}"\n  There is: ${suggestions.join(", ")}\n`);
  return exitCodes.usage;
}

function isErrorCode(name: string): name is ErrorCode {
  return name in errorCodes;
}

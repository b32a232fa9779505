/** A workflow command that the runner would carry out. */
export interface Command {
  name: string;
  properties: Record<string, string>;
  message: string;
}

/**
 * Reads a step's log as the runner does: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions.
 * Lines end where .NET ends them; after `stop-commands` nothing counts until its word comes back.
 */
export function readCommands(log: string): Command[] {
  const commands: Command[] = [];
  let stopped: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/u)) {
    const command = current(line) ?? older(line);
    if (command === undefined) continue;
    if (stopped !== undefined) {
      if (command.name === stopped) stopped = undefined;
    } else if (command.name === "stop-commands") {
      stopped = command.message;
    } else {
      commands.push(command);
    }
  }
  return commands;
}

function current(line: string): Command | undefined {
  const found = /^[\s\u0085]*::([^\s:]+)(?: (.*?))?::(.*)$/u.exec(line);
  return found === null ? undefined : command(found[1], found[2], ",", found[3]);
}

function older(line: string): Command | undefined {
  const found = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/u.exec(line);
  return found === null ? undefined : command(found[1], found[2], ";", found[3]);
}

function command(name = "", properties = "", separator: string, message = ""): Command {
  const pairs = properties.split(separator).map((pair) => pair.split(/=(.*)/su));
  return {
    name,
    properties: Object.fromEntries(pairs.map(([key = "", value = ""]) => [key, unescape(value)])),
    message: unescape(message),
  };
}

function unescape(text: string): string {
  const signs: Record<string, string> = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" };
  return text.replaceAll(/%(?:0D|0A|3A|2C|25)/gu, (code) => signs[code] ?? code);
}

import { Cron } from "croner";

/** What is wrong with a cron expression of five fields, in a clause; undefined where it is fine. */
export function cronProblem(expression: string): string | undefined {
  const fields = expression.trim().split(/\s+/).length;
  if (fields !== 5) return "a cron expression has five fields: minute, hour, day of the month, month, day of the week";
  try {
    const next = new Cron(expression, { paused: true, timezone: "UTC" }).nextRun();
    return next === null ? "no day ever fits it" : undefined;
  } catch (error) {
    const words = error instanceof Error ? error.message.replace(/^CronPattern: /, "") : String(error);
    return `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
  }
}

const COMMAND = 'cli ';

/** What was wanted, in words: `updateContact` is "Update contact", `cli config import` the command. */
export function actionInWords(action: string): string {
  if (action.startsWith(COMMAND)) return `Command: ${action.slice(COMMAND.length)}`;
  const words = action.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/**
 * Puts text on the clipboard; false when the browser does not let us.
 *
 * The modern interface exists only on HTTPS and localhost, and a newsroom's test server often is a
 * plain address in the house, so the older way stays as a second attempt.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } finally {
    field.remove();
  }
}

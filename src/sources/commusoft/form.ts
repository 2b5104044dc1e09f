/** A value that can be written into a form; null clears the field, undefined leaves it out. */
export type FormValue = string | number | boolean | null | undefined | FormObject | readonly FormValue[];
/** A nested object of such values. */
export interface FormObject {
  readonly [name: string]: FormValue;
}

/** A nested object as the bracketed form that Commusoft's PHP reads: `customertype[contacts][name]=Ann`; flags are 1 and 0. */
export function bracketed(envelope: string, body: FormObject): URLSearchParams {
  const form = new URLSearchParams();
  append(form, envelope, body);
  return form;
}

function append(form: URLSearchParams, name: string, value: FormValue): void {
  if (value === undefined) return;
  if (value === null) form.append(name, '');
  else if (typeof value === 'boolean') form.append(name, value ? '1' : '0');
  else if (typeof value !== 'object') form.append(name, String(value));
  else for (const [key, inner] of Object.entries(value)) append(form, `${name}[${key}]`, inner);
}

/** Now, in milliseconds since 1970. */
export const now = (): number => Date.now();

/** Does it once, that much later; answers what calls it off. */
export function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

/** Does it again and again; answers what ends it. */
export function every(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  return () => clearInterval(timer);
}

/** Resolves that much later, give or take a fifth, so that not everybody comes back at the same moment. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => after(ms * (0.8 + 0.4 * Math.random()), resolve));

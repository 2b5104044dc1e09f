/** From how likely on pairs can be approved together, the surest first. */
export const LEVELS = [
  { id: '0.95', label: 'Almost certain (95% and more)', minScore: 0.95 },
  { id: '0.85', label: 'Very likely (85% and more)', minScore: 0.85 },
  { id: '0.7', label: 'Likely (70% and more)', minScore: 0.7 },
] as const;

/** How likely that is, in words; never "certain", for nobody knows. */
export function scoreInWords(score: number): string {
  const words = score >= 0.95 ? 'Almost certain' : score >= 0.85 ? 'Very likely' : score >= 0.7 ? 'Likely' : 'Possible';
  return `${words} · ${Math.min(99, Math.floor(score * 100))}%`;
}

/** What is left of a budget, as a meter shows it. */
export interface Left {
  readonly remaining: number;
  readonly limit: number;
  readonly label: string;
  readonly words: string;
  readonly tone: 'good' | 'warn' | 'bad';
}

interface Budget {
  readonly limit: number;
  readonly remaining: number;
  readonly dailyLimit?: number | null | undefined;
  readonly dailyRemaining?: number | null | undefined;
}

const number = new Intl.NumberFormat('en-GB');
const LOW = 0.2;

/** The scarcer of what is left for now and for the day; the day's is what people have to care about. */
export function budgetLeft({ limit, remaining, dailyLimit, dailyRemaining }: Budget): Left {
  const isDaily = dailyLimit != null && dailyRemaining != null && dailyRemaining / dailyLimit < remaining / limit;
  const [left, most] = isDaily ? [dailyRemaining, dailyLimit] : [remaining, limit];
  const tone = left <= 0 ? 'bad' : left < most * LOW ? 'warn' : 'good';
  return {
    ...{ remaining: left, limit: most, tone },
    label: isDaily ? 'Calls left today' : 'Calls left',
    words: `${number.format(left)} of ${number.format(most)}`,
  };
}

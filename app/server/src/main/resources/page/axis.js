// An axis that fits what is on it, for scores between 0 and 1.

// From the least to the largest, widened to tens of per cent and never beyond 0 and 1.
export function axis(values) {
  const there = values.filter(value => value !== null && value !== undefined);
  if (!there.length) {
    return {from: 0, to: 1};
  }
  const from = Math.max(0, Math.floor(10 * Math.min(...there)) / 10);
  const to = Math.min(1, Math.ceil(10 * Math.max(...there)) / 10);
  return to - from < 0.1 ? {from: Math.max(0, to - 0.1), to: Math.max(0.1, to)} : {from, to};
}

export const place = (at, value, left, width) =>
  left + width * Math.min(1, Math.max(0, (value - at.from) / (at.to - at.from)));

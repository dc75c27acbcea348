//! Quantiles of beta distributions, for tables.

const LANCZOS = [76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5];

/** The logarithm of the gamma function (Lanczos 1964). */
export function logGamma(x) {
  const t = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
  const sum = LANCZOS.reduce((all, term, place) => all + term / (x + place + 1), 1.000000000190015);
  return Math.log((2.5066282746310005 * sum) / x) - t;
}

/** The chance of a standard normal below a point: a series near the middle, a continued fraction in the tails. */
export function cumulative(z) {
  const x = Math.abs(z) / Math.SQRT2;
  let tail = 0;
  if (x < 2.5) {
    let [term, sum] = [x, x];
    for (let n = 1; n < 200; n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
      if (Math.abs(term) < 1e-17) break;
    }
    tail = 1 - (2 / Math.sqrt(Math.PI)) * sum;
  } else {
    for (let n = 60; n > 0; n--) tail = n / 2 / (x + tail);
    tail = Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + tail);
  }
  return z < 0 ? tail / 2 : 1 - tail / 2;
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22). */
function fraction(a, b, x) {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let whole = d;
  for (let m = 1; m < 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    whole *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    whole *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return whole;
}

function below(a, b, whole, x) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - whole);
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(a, b, x)) / a;
  return 1 - (front * fraction(b, a, 1 - x)) / b;
}

/** The value below which a chance lies: Newton's method between bounds, from a guess; `whole` is the logarithm of B(a, b). */
export function quantile(a, b, whole, chance, least, guess) {
  let [low, high, x] = [least, 1, guess];
  if (!(x > low && x < high)) x = 0.5 * (low + high);
  for (let step = 0; step < 60; step++) {
    const off = below(a, b, whole, x) - chance;
    if (off < 0) low = x;
    else high = x;
    let next = x - off / Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - whole);
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    if (Math.abs(next - x) < 1e-9) return next;
    x = next;
  }
  return x;
}

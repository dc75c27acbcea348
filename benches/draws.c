// Times 100,000 draws in C, in blocks that a compiler makes vectors of: `draws ROUND < INSTANCES`, a line of JSON for each.
//
// Xoshiro256++, normals by the ziggurat in the form of Doornik (2005), deliveries in single precision read off
// tables, quantiles by selection. INSTANCES is what `node draws.mjs write` prints.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DRAWS 100000
#define RUNS 7 // of which the median is told
#define STEPS 256
#define REACH 5.0 // of the tables, in standard deviations
#define BLOCK 512
#define LAYERS 128
#define TAIL 3.442619855899
#define AREA 9.91256303526217e-3

typedef struct { double pot, threshold, rho, lambda; int targets; double *share, (*pert)[3]; } Instance;

static uint64_t state[4];
static inline uint64_t turned(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }
static inline uint64_t bits(void) {
  uint64_t result = turned(state[0] + state[3], 23) + state[0], kept = state[1] << 17;
  state[2] ^= state[0]; state[3] ^= state[1]; state[1] ^= state[2]; state[0] ^= state[3];
  state[2] ^= kept; state[3] = turned(state[3], 45);
  return result;
}
static void seed(uint64_t x) { // SplitMix64
  for (int i = 0; i < 4; i++) {
    uint64_t z = (x += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    state[i] = z ^ (z >> 31);
  }
}
static inline double even(void) { return (bits() >> 11) * 0x1p-53; }

static double edges[LAYERS + 1], ratios[LAYERS];
static void layers(void) {
  double height = exp(-0.5 * TAIL * TAIL);
  edges[0] = AREA / height; edges[1] = TAIL; edges[LAYERS] = 0;
  for (int i = 2; i < LAYERS; i++) {
    edges[i] = sqrt(-2 * log(AREA / edges[i - 1] + height));
    height = exp(-0.5 * edges[i] * edges[i]);
  }
  for (int i = 0; i < LAYERS; i++) ratios[i] = edges[i + 1] / edges[i];
}
static inline double normal(void) {
  for (;;) {
    uint64_t drawn = bits();
    int layer = drawn & (LAYERS - 1);
    double u = 2 * ((drawn >> 11) * 0x1p-53) - 1, z = u * edges[layer];
    if (fabs(u) < ratios[layer]) return z;
    if (layer == 0) {
      double x, y;
      do { x = log(1 - even()) / TAIL; y = log(1 - even()); } while (-2 * y < x * x);
      return u < 0 ? x - TAIL : TAIL - x;
    }
    double low = exp(-0.5 * (edges[layer] * edges[layer] - z * z));
    double high = exp(-0.5 * (edges[layer + 1] * edges[layer + 1] - z * z));
    if (high + even() * (low - high) < 1) return z;
  }
}

static double fraction(double a, double b, double x) { // of the incomplete beta function, DLMF 8.17.22
  double c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), whole = d;
  for (int m = 1; m < 300; m++) {
    double e = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + e * d); c = 1 + e / c; whole *= d * c;
    e = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + e * d); c = 1 + e / c; whole *= d * c;
    if (fabs(d * c - 1) < 1e-15) break;
  }
  return whole;
}
static double below(double a, double b, double whole, double x) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  double front = exp(a * log(x) + b * log1p(-x) - whole);
  return x < (a + 1) / (a + b + 2) ? front * fraction(a, b, x) / a : 1 - front * fraction(b, a, 1 - x) / b;
}
static double quantile_of(double a, double b, double whole, double chance, double low, double x) {
  double high = 1;
  if (!(x > low && x < high)) x = 0.5 * (low + high);
  for (int i = 0; i < 60; i++) {
    double off = below(a, b, whole, x) - chance;
    if (off < 0) low = x; else high = x;
    double next = x - off / exp((a - 1) * log(x) + (b - 1) * log1p(-x) - whole);
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    if (fabs(next - x) < 1e-9) return next;
    x = next;
  }
  return x;
}

static void tabulate(const Instance *in, float *table) {
  for (int k = 0; k < in->targets; k++, table += STEPS + 2) {
    double low = in->pert[k][0], likely = in->pert[k][1], high = in->pert[k][2], part = 0, step = 0;
    double a = 1 + in->lambda * (likely - low) / (high - low), b = 1 + in->lambda * (high - likely) / (high - low);
    double whole = lgamma(a) + lgamma(b) - lgamma(a + b);
    for (int i = 0; i <= STEPS; i++) {
      double z = -REACH + 2 * REACH * i / STEPS;
      double next = quantile_of(a, b, whole, 0.5 * erfc(-z * M_SQRT1_2), part, part + step);
      step = next - part; part = next;
      table[i] = low + part * (high - low);
    }
    table[STEPS + 1] = table[STEPS];
  }
}

static double nth(double *of, int place) { // quickselect
  int left = 0, right = DRAWS - 1;
  while (left < right) {
    double pivot = of[(left + right) / 2];
    int i = left, j = right;
    while (i <= j) {
      while (of[i] < pivot) i++;
      while (of[j] > pivot) j--;
      if (i <= j) { double kept = of[i]; of[i++] = of[j]; of[j--] = kept; }
    }
    if (place <= j) right = j; else if (place >= i) left = i; else break;
  }
  return of[place];
}
static double quantile(double *totals, double part) {
  double rank = part * (DRAWS - 1), low = nth(totals, (int)rank), high = totals[(int)rank + 1];
  for (int i = (int)rank + 2; i < DRAWS; i++) if (totals[i] < high) high = totals[i];
  return low + (rank - (int)rank) * (high - low);
}

static void draw(const Instance *in, float *table, long *reached, double *totals) {
  double common = sqrt(in->rho);
  const float own = (float)sqrt(1 - in->rho), threshold = (float)in->threshold;
  tabulate(in, table);
  for (int k = 0; k < in->targets; k++) reached[k] = 0;
  for (int first = 0; first < DRAWS; first += BLOCK) {
    int count = DRAWS - first < BLOCK ? DRAWS - first : BLOCK;
    float factor[BLOCK], chance[BLOCK], total[BLOCK];
    for (int i = 0; i < count; i++) { factor[i] = (float)(common * normal()); total[i] = 0; }
    for (int k = 0; k < in->targets; k++) {
      const float *shares = table + k * (STEPS + 2), pays = (float)in->share[k];
      int over = 0;
      for (int i = 0; i < count; i++) chance[i] = (float)normal();
      for (int i = 0; i < count; i++) {
        float place = (factor[i] + own * chance[i] + (float)REACH) * (float)(STEPS / (2 * REACH));
        place = place < 0 ? 0 : place; place = place > STEPS ? STEPS : place;
        int cell = (int)place;
        float share = shares[cell] + (place - cell) * (shares[cell + 1] - shares[cell]);
        int is_over = share >= threshold; over += is_over;
        total[i] += is_over ? pays * (share < 1 ? share : 1) : 0;
      }
      reached[k] += over;
    }
    for (int i = 0; i < count; i++) totals[first + i] = total[i] * in->pot;
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

int main(int count, char **words) {
  int round = count > 1 ? atoi(words[1]) : 0;
  char size[32];
  Instance in;
  layers();
  while (scanf("%31s %lf %lf %lf %lf %d", size, &in.pot, &in.threshold, &in.rho, &in.lambda, &in.targets) == 6) {
    in.share = malloc(in.targets * sizeof *in.share); in.pert = malloc(in.targets * sizeof *in.pert);
    for (int k = 0; k < in.targets; k++)
      if (scanf("%lf %lf %lf %lf", in.share + k, in.pert[k], in.pert[k] + 1, in.pert[k] + 2) != 4) return 1;
    float *table = malloc(in.targets * (STEPS + 2) * sizeof *table);
    long *reached = malloc(in.targets * sizeof *reached);
    double *totals = malloc(DRAWS * sizeof *totals), times[RUNS];
    printf("{\"what\":\"%s\",\"ranges\":[", size);
    for (int run = 0; run < RUNS; run++) {
      seed(1 + round * RUNS + run);
      double start = now();
      draw(&in, table, reached, totals);
      double low = quantile(totals, 0.1), middle = quantile(totals, 0.5), high = quantile(totals, 0.9), took = now() - start;
      printf("%s[%.2f,%.2f,%.2f]", run ? "," : "", low, middle, high);
      int place = run;
      for (; place && times[place - 1] > took; place--) times[place] = times[place - 1];
      times[place] = took;
    }
    printf("],\"ms\":%.3f}\n", times[RUNS / 2]);
    free(in.share); free(in.pert); free(table); free(reached); free(totals);
  }
  return 0;
}

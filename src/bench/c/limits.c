/* What one core can do: multiply-adds by vectors, and the bytes a triad w = w - s * v moves, by the size of its arrays.
   Each figure is the best of 20 tries, in processor time. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef REAL vector __attribute__((vector_size(64)));

enum { SUMS = 16, LANES = 64 / sizeof(REAL), TRIES = 20 };

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

/* Chains of multiply-adds that are independent of one another. */
static __attribute__((noinline)) vector chains(long steps, vector a, vector b) {
  vector sum[SUMS];
#pragma GCC unroll 16
  for (int i = 0; i < SUMS; i++) sum[i] = b * (REAL)i;
  for (long s = 0; s < steps; s++) {
#pragma GCC unroll 16
    for (int i = 0; i < SUMS; i++) sum[i] = sum[i] * a + b;
  }
  vector total = sum[0];
#pragma GCC unroll 16
  for (int i = 1; i < SUMS; i++) total += sum[i];
  return total;
}

static double multiply_adds(void) {
  enum { STEPS = 2000000 };
  double best = 0;
  volatile vector result;
  vector a, b;
  for (int l = 0; l < LANES; l++) a[l] = 1 - 1e-7, b[l] = 1e-7;
  for (int try = 0; try < TRIES; try++) {
    double start = seconds();
    result = chains(STEPS, a, b);
    double rate = 2.0 * STEPS * SUMS * LANES / (seconds() - start) / 1e9;
    if (rate > best) best = rate;
  }
  (void)result;
  return best;
}

static double triad(size_t bytes) {
  size_t count = bytes / 2 / sizeof(REAL);
  REAL *w = aligned_alloc(64, count * sizeof(REAL)), *v = aligned_alloc(64, count * sizeof(REAL));
  for (size_t i = 0; i < count; i++) w[i] = v[i] = i;
  long passes = 1 + (64L << 20) / bytes;
  double best = 0;
  for (int try = 0; try < TRIES; try++) {
    double start = seconds();
    for (long p = 0; p < passes; p++) {
      for (size_t i = 0; i < count; i++) w[i] -= (REAL)1e-9 * v[i];
      __asm__ volatile("" ::"r"(w) : "memory");
    }
    double rate = 3.0 * count * sizeof(REAL) * passes / (seconds() - start) / 1e9;
    if (rate > best) best = rate;
  }
  free(w);
  free(v);
  return best;
}

int main(void) {
  printf("multiply-adds %.0f GF/s", multiply_adds());
  static const size_t sizes[] = {32 << 10, 512 << 10, 16 << 20, 512 << 20};
  static const char *const names[] = {"32 KB", "512 KB", "16 MB", "512 MB"};
  for (int i = 0; i < 4; i++) printf("; triad of %s %.0f GB/s", names[i], triad(sizes[i]));
  puts("");
  return 0;
}

/* One trial of Kumar & Haupt's Figure 1 as fast as plain C goes: sizes known to the compiler, everything in
   the first-level cache, inner loops over the examples for the compiler to vectorise, sums in any order. */
#include <stdlib.h>
#include <tgmath.h>
#include "rounds.h"

typedef REAL real;

enum { WIDTH = 20, EXAMPLES = 50 };
static const real STEP = 5e-5;

static _Alignas(64) real x[2][EXAMPLES], y[EXAMPLES], outer[EXAMPLES], w[WIDTH][2];

static void start(void) {
  for (int e = 0; e < EXAMPLES; e++) {
    real angle = 2 * M_PI * drand48();
    x[0][e] = cos(angle);
    x[1][e] = sin(angle);
    y[e] = x[0][e] > 0 ? 5 * x[0][e] * x[0][e] : 4 * x[0][e] * x[0][e];
  }
  for (int j = 0; j < WIDTH; j++) {
    w[j][0] = 1e-4 * (drand48() - 0.5);
    w[j][1] = 1e-4 * (drand48() - 0.5);
  }
}

static void step(void) {
  for (int e = 0; e < EXAMPLES; e++) outer[e] = -y[e];
  for (int j = 0; j < WIDTH; j++) {
    for (int e = 0; e < EXAMPLES; e++) {
      real z = w[j][0] * x[0][e] + w[j][1] * x[1][e];
      z = z > 0 ? z : 0;
      outer[e] += z * z;
    }
  }
  for (int j = 0; j < WIDTH; j++) {
    real g0 = 0, g1 = 0;
    for (int e = 0; e < EXAMPLES; e++) {
      real z = w[j][0] * x[0][e] + w[j][1] * x[1][e];
      z = z > 0 ? z : 0;
      real d = z * outer[e];
      g0 += d * x[0][e];
      g1 += d * x[1][e];
    }
    w[j][0] -= 2 * STEP * g0;
    w[j][1] -= 2 * STEP * g1;
  }
}

static void work(const char *what, long count) {
  (void)what;
  start();
  for (long n = 0; n < count; n++) step();
}

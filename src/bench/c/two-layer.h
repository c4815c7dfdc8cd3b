/* One trial of a two-layer network as fast as plain C goes: sizes known to the compiler, everything in the first cache,
   inner loops over the neurons for the compiler to vectorise, sums in any order. The file that includes this says the
   sizes and the activation: WIDTH, FEATURES, EXAMPLES, BATCH, BIAS, ADAM, ACTIVATE(z), SLOPE(a). */
#include <stdlib.h>
#include <string.h>
#include <tgmath.h>
#include "rounds.h"

typedef REAL real;

/* All that is trained, in one array, so that an update is one loop. */
typedef struct {
  real w[FEATURES][WIDTH], b[WIDTH], v[WIDTH], c[WIDTH]; /* c[0] alone is used. */
} tensors;

enum { COUNT = sizeof(tensors) / sizeof(real) };

static const real STEP = 1e-3;
static _Alignas(64) real x[EXAMPLES][FEATURES], y[EXAMPLES], a[BATCH][WIDTH];
static _Alignas(64) tensors p, g;
static int order[EXAMPLES], at = EXAMPLES;

static void start(void) {
  for (int e = 0; e < EXAMPLES; e++) {
    for (int k = 0; k < FEATURES; k++) x[e][k] = 2 * drand48() - 1;
    y[e] = x[e][0] * x[e][1];
    order[e] = e;
  }
  memset(&p, 0, sizeof p);
  for (int j = 0; j < WIDTH; j++) {
    for (int k = 0; k < FEATURES; k++) p.w[k][j] = drand48() - 0.5;
    p.b[j] = BIAS * (drand48() - 0.5);
    p.v[j] = 0.2 * (drand48() - 0.5);
  }
}

/* The place of the next step's first example in `order`, which is new in each epoch. */
static int draw(void) {
  if (at + BATCH > EXAMPLES) {
    at = 0;
    for (int e = EXAMPLES - 1; BATCH < EXAMPLES && e > 0; e--) {
      int f = lrand48() % (e + 1), kept = order[e];
      order[e] = order[f];
      order[f] = kept;
    }
  }
  at += BATCH;
  return at - BATCH;
}

static void move(void) {
  real *w = (real *)&p, *d = (real *)&g;
#if ADAM
  static _Alignas(64) real mean[COUNT], square[COUNT];
  static real power1 = 1, power2 = 1;
  power1 *= (real)0.9;
  power2 *= (real)0.999;
  real rate = STEP / (1 - power1), root = sqrt(1 - power2);
  for (int i = 0; i < COUNT; i++) {
    mean[i] += (real)0.1 * (d[i] - mean[i]);
    square[i] = (real)0.999 * square[i] + (real)0.001 * d[i] * d[i];
    w[i] -= rate * mean[i] / (sqrt(square[i]) / root + (real)1e-8);
  }
#else
  for (int i = 0; i < COUNT; i++) w[i] -= STEP * d[i];
#endif
}

static void step(void) {
  int first = draw();
  memset(&g, 0, sizeof g);
  for (int n = 0; n < BATCH; n++) {
    const real *input = x[BATCH < EXAMPLES ? order[first + n] : n];
    for (int j = 0; j < WIDTH; j++) a[n][j] = p.b[j];
    for (int k = 0; k < FEATURES; k++)
      for (int j = 0; j < WIDTH; j++) a[n][j] += p.w[k][j] * input[k];
  }
  real *all = &a[0][0];
  for (int i = 0; i < BATCH * WIDTH; i++) all[i] = ACTIVATE(all[i]);
  for (int n = 0; n < BATCH; n++) {
    int e = BATCH < EXAMPLES ? order[first + n] : n;
    real output = p.c[0];
    for (int j = 0; j < WIDTH; j++) output += p.v[j] * a[n][j];
    real r = 2 * (output - y[e]) / BATCH;
    g.c[0] += BIAS * r;
    for (int j = 0; j < WIDTH; j++) {
      g.v[j] += r * a[n][j];
      a[n][j] = r * p.v[j] * SLOPE(a[n][j]);
      g.b[j] += BIAS * a[n][j];
    }
    for (int k = 0; k < FEATURES; k++)
      for (int j = 0; j < WIDTH; j++) g.w[k][j] += a[n][j] * x[e][k];
  }
  move();
}

static void work(const char *what, long count) {
  (void)what;
  start();
  for (long n = 0; n < count; n++) step();
}

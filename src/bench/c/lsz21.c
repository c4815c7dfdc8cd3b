/* One trial of Lin, Sun & Zhang's Figure 1 (N = 4) as fast as plain C goes, exp, cos and sin vectorised by the
   compiler (glibc's libmvec). "step" takes one on a minibatch that is there; "draw" makes a minibatch. */
#include <stdint.h>
#include <string.h>
#include <tgmath.h>
#include "rounds.h"

typedef REAL real;

enum { BATCH = 1000 };
static const real STEP = 1e-3;

static _Alignas(64) real x[2][BATCH], angle[BATCH];
static uint64_t drawn;
static real w[4][2][2]; /* of the last, the first row */

static void multiply(real c[2][2], real a[2][2], real b[2][2]) {
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++) c[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j];
}

/* SplitMix64 by its counter, so that the compiler can draw several at once. */
static void draw(void) {
  for (int e = 0; e < BATCH; e++) {
    uint64_t z = (drawn + e) * 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    angle[e] = 2 * M_PI * ((int64_t)(z >> 11) * 0x1p-53);
  }
  /* Apart, or the compiler makes one sincos of both, of which it has no vectors. */
  for (int e = 0; e < BATCH; e++) x[0][e] = cos(angle[e]);
  for (int e = 0; e < BATCH; e++) x[1][e] = sin(angle[e]);
  drawn += BATCH;
}

static void step(void) {
  real w21[2][2], w321[2][2], all[2][2], w43[2][2], w432[2][2];
  multiply(w21, w[1], w[0]);
  multiply(w321, w[2], w21);
  multiply(all, w[3], w321);
  multiply(w43, w[3], w[2]);
  multiply(w432, w43, w[1]);
  real g0 = 0, g1 = 0;
  for (int e = 0; e < BATCH; e++) {
    real y = x[1][e] > 0 ? 1 : -1;
    real s = -y / (1 + exp(y * (all[0][0] * x[0][e] + all[0][1] * x[1][e])));
    g0 += s * x[0][e];
    g1 += s * x[1][e];
  }
  real g[2] = {g0 * STEP / BATCH, g1 * STEP / BATCH};
  real by_w1[2] = {w[0][0][0] * g[0] + w[0][0][1] * g[1], w[0][1][0] * g[0] + w[0][1][1] * g[1]};
  real by_w21[2] = {w21[0][0] * g[0] + w21[0][1] * g[1], w21[1][0] * g[0] + w21[1][1] * g[1]};
  real by_w321[2] = {w321[0][0] * g[0] + w321[0][1] * g[1], w321[1][0] * g[0] + w321[1][1] * g[1]};
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++) {
      w[0][i][j] -= w432[0][i] * g[j];
      w[1][i][j] -= w43[0][i] * by_w1[j];
      w[2][i][j] -= w[3][0][i] * by_w21[j];
    }
  w[3][0][0] -= by_w321[0];
  w[3][0][1] -= by_w321[1];
}

static void start(void) {
  real layers[4][2][2] = {{{0.6, -0.8}, {0, 0}}, {{1, 0}, {0, 0}}, {{1, 0}, {0, 0}}, {{1, 0}, {0, 0}}};
  memcpy(w, layers, sizeof w);
}

static void work(const char *what, long count) {
  int draws = !strcmp(what, "draw");
  draw();
  for (long n = 0; n < count; n++) {
    if (n % 10000 == 0) start(); /* far from where exp overflows and is slow */
    if (draws)
      draw();
    else
      step();
  }
}

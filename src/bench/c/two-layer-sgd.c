/* Two-layer ReLU, minibatches of 10. */
enum { WIDTH = 32, FEATURES = 10, EXAMPLES = 100, BATCH = 10, BIAS = 1 };
#define ADAM 0
#define ACTIVATE(z) ((z) > 0 ? (z) : 0)
#define SLOPE(a) ((a) > 0 ? 1 : 0)
#include "two-layer.h"

/* Two-layer ReLU, full batch, Adam. */
enum { WIDTH = 32, FEATURES = 10, EXAMPLES = 100, BATCH = 100, BIAS = 1 };
#define ADAM 1
#define ACTIVATE(z) ((z) > 0 ? (z) : 0)
#define SLOPE(a) ((a) > 0 ? 1 : 0)
#include "two-layer.h"

/* Two-layer tanh, full batch. */
enum { WIDTH = 32, FEATURES = 10, EXAMPLES = 100, BATCH = 100, BIAS = 1 };
#define ADAM 0
#define ACTIVATE(z) tanh(z)
#define SLOPE(a) (1 - (a) * (a))
#include "two-layer.h"

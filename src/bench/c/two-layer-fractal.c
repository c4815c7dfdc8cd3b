/* Two-layer tanh without biases, full batch. */
enum { WIDTH = 16, FEATURES = 16, EXAMPLES = 16, BATCH = 16, BIAS = 0 };
#define ADAM 0
#define ACTIVATE(z) tanh(z)
#define SLOPE(a) (1 - (a) * (a))
#include "two-layer.h"

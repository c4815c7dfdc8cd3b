"""Two-layer ReLU, 32 neurons, R^10, minibatches of 10 of 100 examples."""

from two_layer import Network

loop, hand, shared = Network("relu", 32, 10, 100, batch=10).forms()

"""Answers lines "FORM-PRECISION COUNT" on standard input: takes COUNT steps of that form of the workload
named on the command line and prints how many trial-steps that were. One thread.

The steps of a line are one call of compiled code, so that nothing is spent on dispatch.
"""

import os
import sys

# XLA makes as many threads as there are CPUs that it may use when it starts.
cpus = os.sched_getaffinity(0)
os.sched_setaffinity(0, {min(cpus)})
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false"

import jax  # noqa: E402

jax.config.update("jax_enable_x64", True)
jax.config.update("jax_platforms", "cpu")
jax.devices()
os.sched_setaffinity(0, cpus)

from workloads import WORKLOADS  # noqa: E402

PRECISIONS = {"double": "float64", "float": "float32"}


def compiled(step):
    """A function of a state and a number of steps."""
    return jax.jit(lambda state, count: jax.lax.fori_loop(0, count, lambda _, s: step(s), state), donate_argnums=0)


def main(workload):
    forms = WORKLOADS[workload]
    made = {}
    print("ready", flush=True)
    for line in sys.stdin:
        what, count = line.split()
        if what not in made:
            form, precision = what.split("-")
            step, state, trials = forms[form](PRECISIONS[precision])
            made[what] = [compiled(step), state, trials]
        steps, state, trials = made[what]
        made[what][1] = jax.block_until_ready(steps(state, int(count)))
        print(trials * int(count), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])

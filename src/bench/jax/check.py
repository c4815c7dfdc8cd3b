"""Checks that both forms of a two-layer network end at the same weights, and that the steps of every form do
something."""

import jax

jax.config.update("jax_enable_x64", True)

from workloads import WORKLOADS  # noqa: E402

STEPS = 50


def weights(form, trials):
    """All trained numbers of trial 0."""
    step, state, _ = form("float64", trials)
    start = jax.tree.leaves(first(state))
    state = jax.jit(lambda s: jax.lax.fori_loop(0, STEPS, lambda _, s: step(s), s))(state)
    end = jax.tree.leaves(first(state))
    moved = max(abs(a - b).max() for a, b in zip(start, end))
    assert moved > 1e-6, "the steps do nothing"
    return end


def first(state):
    """The weights of a state, which come first."""
    trained = state[0] if isinstance(state, tuple) else state
    return jax.tree.map(lambda w: w[0], trained)


def main():
    for name, forms in WORKLOADS.items():
        for form in forms.values():
            weights(form, 2)
        if "shared" in forms:
            pairs = zip(weights(forms["vmap"], 3), weights(forms["shared"], 3))
            error = max((abs(a - b).max() / abs(a).max()).item() for a, b in pairs)
            print(f"{name}: shared is {error:.1e} from vmap")
            assert error < 1e-12
        else:
            print(f"{name}: runs")


if __name__ == "__main__":
    main()

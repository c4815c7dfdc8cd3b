"""Checks that the forms of each workload take the same steps: from one seed they end at the same weights."""

import importlib
import inspect

import torch

WORKLOADS = {"kh24": 300, "lsz21": 100, "ly17": 30, "azll19": 10}
WORKLOADS |= {f"two_layer_{name}": 100 for name in ("relu", "tanh", "fractal", "sgd", "adam")}
FORMS = ("loop", "hand", "batched", "shared", "own")


def weights(step):
    """All trained numbers in ascending order, for any layout."""
    held = inspect.getclosurevars(step).nonlocals
    tensors = held.get("trained", held.get("w"))
    tensors = tensors if isinstance(tensors, list) else [tensors]
    return torch.cat([tensor.detach().flatten() for tensor in tensors]).sort()[0]


def main():
    torch.set_num_threads(1)
    for name, steps in WORKLOADS.items():
        workload = importlib.import_module(name)
        expected = None
        for form in FORMS:
            if not hasattr(workload, form):
                continue
            torch.manual_seed(1)
            getattr(workload, "_examples", {}).clear()
            make = getattr(workload, form)
            step, _ = make(torch.float64) if form in ("loop", "hand") else make(torch.float64, 1)
            for _ in range(steps):
                step()
            found = weights(step)
            expected = found if expected is None else expected
            error = ((found - expected).abs().max() / expected.abs().max()).item()
            print(f"{name} {form}: {error:.1e} from the loop")
            assert error < 1e-12


if __name__ == "__main__":
    main()

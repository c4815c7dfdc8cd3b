"""The machine on which the contenders run, and their settings."""

import os
import platform
import re
import subprocess
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def cpu():
    match = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return match[1] if match else platform.machine()


def basin_settings():
    """The variables of submit/environment, by name."""
    lines = (ROOT / "submit/environment").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def shell():
    """The variables of this shell, except OpenBLAS's, which would choose the kernels of every contender."""
    return {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}


def basin_environment():
    """The environment that the launcher sets."""
    return {**shell(), **basin_settings()}


def coretype():
    """The CPU type that Basin tells OpenBLAS; None if OpenBLAS finds it out."""
    flags = Path("/proc/cpuinfo").read_text()
    return basin_settings()["OPENBLAS_AVX512"] if " avx512f " in flags and " avx512vl " in flags else None


def plain_environment():
    """One thread, and otherwise only what the user has set."""
    return {**shell(), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def run(*command):
    """The output of the command, or None."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True)
        return done.stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def java_version(home):
    return re.search(r'version "([^"]*)"', run(f"{home}/bin/java", "-version"))[1]


BLAS = """
import re, torch
torch.ones(64, 64) @ torch.ones(64, 64)
found = set(re.findall(r"/[^ /]*?(lib(?:openblas|mkl|blis|blas|refblas)[^/ ]*)$", open("/proc/self/maps").read(), re.M))
print(" ".join(sorted(found)) or ("MKL" if torch.backends.mkl.is_available() else "unknown"))
"""


def blas(python):
    """The matrix library that PyTorch has loaded, as the names of files."""
    return run(python, "-c", BLAS) or "unknown"


def is_fast(library):
    """Whether PyTorch's matrix library is one that a user who wants speed has."""
    return any(name in library.lower() for name in ("openblas", "mkl", "blis"))


def describe(options):
    """Describes the machine and versions for which the figures hold, in a few lines."""
    versions = "import torch, platform; print(torch.__version__, 'on Python', platform.python_version())"
    git = ("git", "-C", str(ROOT))
    jax = run(options.jax, "-c", "import jax; print(jax.__version__)") if options.jax else None
    commit = run(*git, "rev-parse", "--short", "HEAD")
    if run(*git, "diff", "--quiet", "HEAD", "--", "src/main", "pom.xml") is None:
        commit = f"after {commit}"
    compiler = run(options.compiler, "--version").splitlines()[0] if options.compiler else "no C compiler"
    return (
        f"{date.today()}, Basin {commit}; {cpu()}, {os.cpu_count()} cores, {platform.system()} {platform.release()};\n"
        f"Java {' and '.join(map(java_version, options.java_home))}; PyTorch {run(options.python, '-c', versions)},\n"
        f"with {options.blas}; {f'JAX {jax}' if jax else 'no JAX'}; {compiler};\n"
        f"load of the machine at the start {os.getloadavg()[0]:.1f}."
    )

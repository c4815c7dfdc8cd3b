"""The share of many cores that a sweep uses: a simulation of Basin's driver, based on measurements.

    python3 src/bench/scaling/efficiency.py src/bench/scaling/measured.json

Cores take tasks from a queue, and the driver hands them out one after the other. The driver commits a slice
file by file, while three slices are in flight. The remaining work is cut as engine.work.TaskCuts does. Prints
the share of cores that train, for each number of cores, and the same share with one cost removed at a time.
The cost whose removal helps most is the bottleneck.
"""

import heapq
import json
import random
import sys

SMALLEST, TASKS_PER_CORE, TASKS_PER_SLICE, SLICE_SECONDS, IN_FLIGHT = 0.25, 500, 4, 2.0, 3

# Cores, seconds that the training would take if all of them trained, basin.engine.task-seconds.
CASES = [(2, 600, 5), (1000, 600, 5), (1000, 3600, 60), (10000, 600, 60), (10000, 3600, 60)]


def slices(work, cores, task_seconds):
    """The tasks' predicted seconds, slice by slice, as engine.work.SliceQueue cuts them."""
    rest, first = work, True
    while rest > 1e-9:
        tasks, held = [], 0.0
        most = max(task_seconds, rest / (cores * TASKS_PER_CORE))
        limit = cores if first else cores * TASKS_PER_SLICE
        while rest > 1e-9 and len(tasks) < limit:
            if len(tasks) >= cores and held >= SLICE_SECONDS * cores:
                break
            target = SMALLEST if first else max(SMALLEST, min(most, rest / (2 * cores)))
            task = min(rest, target)
            tasks.append(task)
            held += task
            rest -= task
        first = False
        yield tasks


def makespan(cores, work, task_seconds, m):
    """Seconds of a whole run whose training takes `work` core-seconds."""
    dice = random.Random(1)
    free = [m["start"]] * cores
    heapq.heapify(free)
    driver, committed, end = m["start"], [], m["start"]
    for number, tasks in enumerate(slices(work, cores, task_seconds)):
        ready = committed[number - IN_FLIGHT] if number >= IN_FLIGHT else m["start"]
        last = ready
        for task in tasks:
            driver += m["seconds_a_task"]
            begin = max(heapq.heappop(free), ready, driver)
            took = task * dice.lognormvariate(-(m["spread"] ** 2) / 2, m["spread"])
            done = begin + m["task_overhead"] + took
            heapq.heappush(free, done)
            last = max(last, done)
        committed.append(last + len(tasks) * m["seconds_a_file"])
        end = max(end, committed[-1])
    return end + m["finish"] + m["publishing"] * work / m["trial_seconds"] / cores


def efficiency(cores, seconds, task_seconds, m):
    work = cores * seconds
    return work / (cores * makespan(cores, work, task_seconds, m))


def main(path):
    with open(path) as file:
        m = json.load(file)
    without = {
        "stragglers": {"spread": 0.0},
        "scheduling": {"seconds_a_task": 0.0, "task_overhead": 0.0},
        "commit": {"seconds_a_file": 0.0},
        "start and end": {"start": 0.0, "finish": 0.0},
        "publishing": {"publishing": 0.0},
    }
    for file_seconds, where in ((m["seconds_a_file"], "local disk"), (0.005, "5 ms a file")):
        at = dict(m, seconds_a_file=file_seconds)
        print(f"\nFiles on {where}\n")
        print("| cores | ideal | task-seconds | efficiency | without " + " | without ".join(without) + " |")
        print("| ---: " * (4 + len(without)) + "|")
        for cores, seconds, task_seconds in CASES:
            whole = efficiency(cores, seconds, task_seconds, at)
            parts = [
                efficiency(cores, seconds, task_seconds, dict(at, **absent))
                for absent in without.values()
            ]
            cells = " | ".join(f"{100 * p:.0f} %" for p in parts)
            print(f"| {cores:,} | {seconds // 60} min | {task_seconds} | {100 * whole:.0f} % | {cells} |")


if __name__ == "__main__":
    main(sys.argv[1])

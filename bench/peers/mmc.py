"""The same M/M/c queue in SimPy 3, as its documentation writes one: a process a customer, a resource for the servers.

python3 mmc.py CUSTOMERS SERVERS ARRIVALS_A_SECOND SERVICES_A_SECOND: prints what it measured as JSON.
"""
import json
import random
import sys
import time

import simpy

customers, servers = int(sys.argv[1]), int(sys.argv[2])
arrivals, services = float(sys.argv[3]), float(sys.argv[4])


def customer(env, counter, waits):
    arrived = env.now
    with counter.request() as request:
        yield request
        waits[0] += env.now - arrived
        yield env.timeout(random.expovariate(services))


def source(env, counter, waits):
    for _ in range(customers):
        yield env.timeout(random.expovariate(arrivals))
        env.process(customer(env, counter, waits))


random.seed(1)
env = simpy.Environment()
waits = [0.0]
start, cpu = time.perf_counter(), time.process_time()
env.process(source(env, simpy.Resource(env, servers), waits))
env.run()
print(
    json.dumps(
        {
            "meanWait": waits[0] / customers,
            "wallMs": (time.perf_counter() - start) * 1000,
            "cpuMs": (time.process_time() - cpu) * 1000,
            "version": simpy.__version__,
        }
    )
)

"""An M/M/c queue in SimPy: prints the events a second. Usage: mmc.py CUSTOMERS SERVERS UTILIZATION"""
import random
import sys
import time

import simpy

CUSTOMERS, SERVERS, UTILIZATION = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])


def customer(env, servers, waits):
    arrival = env.now
    with servers.request() as request:
        yield request
        waits.append(env.now - arrival)
        yield env.timeout(random.expovariate(1))


def source(env, servers, waits):
    for _ in range(CUSTOMERS):
        yield env.timeout(random.expovariate(SERVERS * UTILIZATION))
        env.process(customer(env, servers, waits))


random.seed(1)
environment = simpy.Environment()
waits = []
environment.process(source(environment, simpy.Resource(environment, capacity=SERVERS), waits))
begin = time.perf_counter()
environment.run()
seconds = time.perf_counter() - begin
print('{"customersPerSecond": %.0f, "meanWait": %.4f}' % (CUSTOMERS / seconds, sum(waits) / len(waits)))

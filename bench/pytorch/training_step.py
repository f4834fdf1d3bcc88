"""Times a training step and a plain convolution: prints "STEP CONVOLUTION", seconds, medians."""

import argparse
import copy
import math
import statistics
import time

import torch
import torch.nn.functional as F

import lcndr


class Adam:
    """Adam over all parameters at once, by the fused list operations that torch.optim uses."""

    def __init__(self, parameters, rate):
        self.parameters, self.rate, self.step_count = list(parameters), rate, 0
        self.first = [torch.zeros_like(p) for p in self.parameters]
        self.second = [torch.zeros_like(p) for p in self.parameters]

    @torch.no_grad()
    def step(self):
        self.step_count += 1
        gradients = [p.grad for p in self.parameters]
        torch._foreach_lerp_(self.first, gradients, 0.1)
        torch._foreach_mul_(self.second, 0.999)
        torch._foreach_addcmul_(self.second, gradients, gradients, 0.001)
        roots = torch._foreach_sqrt(self.second)
        torch._foreach_div_(roots, math.sqrt(1 - 0.999**self.step_count))
        torch._foreach_add_(roots, 1e-8)
        rate = self.rate / (1 - 0.9**self.step_count)
        torch._foreach_addcdiv_(self.parameters, self.first, roots, -rate)


def median_seconds(action, repetitions):
    seconds = []
    for _ in range(repetitions):
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--threads", type=int, required=True)
    options.add_argument("--steps", type=int, required=True)
    options.add_argument("--batch", type=int, required=True)
    options.add_argument("--size", type=int, required=True)
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(1)
    network = lcndr.Lcndr()
    network.train()
    average = copy.deepcopy(network)
    adam = Adam(network.parameters(), 1e-3)
    over, under, brightness = torch.rand(3, given.batch, 1, given.size, given.size)

    def step():
        value = lcndr.loss(over, under, brightness, network(over, under), 1, 5, 40)
        for parameter in network.parameters():
            parameter.grad = None
        value.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        with torch.no_grad():
            for kept, now in zip(average.state_dict().values(), network.state_dict().values()):
                if kept.is_floating_point():
                    kept.lerp_(now, 0.002)
        return value.item()

    picture, kernel = torch.rand(4, 64, 128, 128), torch.rand(64, 64, 3, 3)

    def convolution():
        with torch.no_grad():
            F.conv2d(picture, kernel, padding=1)

    for _ in range(5):
        step()
        convolution()
    print(median_seconds(step, given.steps), median_seconds(convolution, given.steps))


if __name__ == "__main__":
    main()

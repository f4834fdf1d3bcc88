"""LCNDR as Evenlight ships it, and its loss, once more in PyTorch: a yardstick for speed, and an
independent check of the Java network. Reads Evenlight's safetensors; knows the shipped
configuration alone (torch/.../LcndrConfig.evenlight())."""

import json
import math
import struct

import torch
import torch.nn.functional as F
from torch import nn


def conv(inputs, outputs, kernel):
    return nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2)


def leaky(x):
    return F.leaky_relu(x, 0.01, inplace=True)


def enlarged(x, model):
    return F.interpolate(x, size=model.shape[2:], mode="bilinear", align_corners=False)


def pool(x):
    return torch.cat([F.max_pool2d(x, 2), F.avg_pool2d(x, 2)], 1)


class CoordinateAttention(nn.Module):
    def __init__(self, c):
        super().__init__()
        hidden = max(8, c // 64)
        self.conv1, self.bn1 = conv(c, hidden, 1), nn.BatchNorm2d(hidden)
        self.conv_h, self.conv_w = conv(hidden, c, 1), conv(hidden, c, 1)

    def forward(self, x):
        height = x.shape[2]
        both = torch.cat([x.mean(3, True), x.mean(2, True).transpose(2, 3)], 2)
        hidden = F.hardswish(self.bn1(self.conv1(both)))
        rows = torch.sigmoid(self.conv_h(hidden[:, :, :height]))
        columns = torch.sigmoid(self.conv_w(hidden[:, :, height:].transpose(2, 3)))
        return x * rows * columns


class CollaborativeExtraction(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.ca1, self.ca2, self.ca3 = (CoordinateAttention(c) for _ in range(3))
        self.shallow1, self.shallow2, self.shallow3 = conv(c, c, 3), conv(c, c, 3), conv(c, c, 1)
        self.deep1, self.deep2 = conv(4 * c, 2 * c, 3), conv(2 * c, c, 1)

    def forward(self, x):
        shallow = leaky(self.shallow3(leaky(self.shallow2(leaky(self.shallow1(x))))))
        deep = leaky(self.deep1(pool(pool(shallow))))
        pooled = leaky(self.deep2(enlarged(deep, shallow))) + shallow
        return torch.cat([block(x) + pooled for block in (self.ca1, self.ca2, self.ca3)], 1)


class SelfAttention(nn.Module):
    def __init__(self, c, grid):
        super().__init__()
        self.grid = grid
        self.conv1, self.bn1 = conv(c + 1, c, 3), nn.BatchNorm2d(c)
        self.conv2, self.bn2 = conv(c, c, 3), nn.BatchNorm2d(c)
        self.query, self.query_bn = conv(c, c // 4, 1), nn.BatchNorm2d(c // 4)
        self.key, self.key_bn = conv(c, c // 4, 1), nn.BatchNorm2d(c // 4)
        self.value, self.value_bn = conv(c, c, 1), nn.BatchNorm2d(c)

    def forward(self, x, other):
        f0 = leaky(self.bn1(self.conv1(torch.cat([x, other], 1))))
        g = leaky(self.bn2(self.conv2(F.max_pool2d(f0, 2))))
        if max(g.shape[2:]) > self.grid:
            g = F.adaptive_avg_pool2d(g, [min(size, self.grid) for size in g.shape[2:]])
        q = self.query_bn(self.query(g)).flatten(2).transpose(1, 2)
        k = self.key_bn(self.key(g)).flatten(2)
        v = self.value_bn(self.value(g)).flatten(2).transpose(1, 2)
        attended = (torch.softmax(q @ k, 2) @ v).transpose(1, 2).reshape(g.shape)
        return enlarged(attended, f0) + f0


def edges(x):
    height, width = x.shape[2:]
    padded = F.pad(x, (1, 0, 0, 1), mode="replicate")
    left, below = padded[:, :, :height, :width], padded[:, :, 1:, 1:]
    gradient = ((x - left) ** 2 + (x - below) ** 2 + 1e-12).sqrt()
    return torch.maximum(gradient, F.pad(gradient, (0, 1, 0, 1))[:, :, 1:, 1:])


class EdgeRevision(nn.Module):
    def __init__(self, inputs, c):
        super().__init__()
        self.conv1, self.conv2 = conv(inputs, c, 3), conv(c, 1, 3)

    def forward(self, x):
        reduced = leaky(self.conv1(x))
        return self.conv2(reduced + edges(reduced))


class Branch(nn.Module):
    def __init__(self, c, grid):
        super().__init__()
        self.stem = conv(1, c, 3)
        self.cem, self.sam = CollaborativeExtraction(c), SelfAttention(c, grid)
        self.erm = EdgeRevision(4 * c, c)

    def forward(self, x, other):
        shallow = self.stem(x)
        return self.erm(torch.cat([self.cem(shallow), self.sam(shallow, other)], 1))


def means(x, side):
    rows = F.avg_pool2d(x, (side, 1), 1, (side // 2, 0), count_include_pad=False)
    return F.avg_pool2d(rows, (1, side), 1, (0, side // 2), count_include_pad=False)


def coefficients(o, u, f, side=5, epsilon=1e-5):
    """The local linear model f = a o + b u + c, window means of its coefficients."""
    mo, mu, mf = means(o, side), means(u, side), means(f, side)
    oo, uu = means(o * o, side) - mo * mo + epsilon, means(u * u, side) - mu * mu + epsilon
    ou = means(o * u, side) - mo * mu
    of, uf = means(o * f, side) - mo * mf, means(u * f, side) - mu * mf
    determinant = oo * uu - ou * ou
    a = (of * uu - uf * ou) / determinant
    b = (uf * oo - of * ou) / determinant
    return means(torch.cat([a, b, mf - a * mo - b * mu], 1), side)


class Lcndr(nn.Module):
    def __init__(self, width=16, grid=32, reduction=4):
        super().__init__()
        self.reduction = reduction
        self.branch = Branch(width, grid)

    def fused(self, over, under):
        o, u = 2 * over - 1, 2 * under - 1
        if self.training:
            masks = self.branch(torch.cat([o, u]), torch.cat([u, o])).chunk(2)
        else:
            masks = self.branch(o, u), self.branch(u, o)
        return (torch.sigmoid(masks[0]) * o + torch.tanh(masks[1]) + u) * 0.5 + 0.5

    def forward(self, over, under):
        r, (height, width) = self.reduction, over.shape[2:]
        margins = (0, -width % r, 0, -height % r)
        o = F.avg_pool2d(F.pad(over, margins, mode="replicate"), r)
        u = F.avg_pool2d(F.pad(under, margins, mode="replicate"), r)
        abc = coefficients(o - 0.5, u - 0.5, self.fused(o, u) - 0.5)
        size = [side * r for side in abc.shape[2:]]
        full = F.interpolate(abc, size=size, mode="bilinear", align_corners=False)
        a, b, c = full[:, :, :height, :width].split(1, 1)
        return a * (over - 0.5) + b * (under - 0.5) + c + 0.5


def load(network, file):
    """Evenlight's weights; returns their metadata."""
    with open(file, "rb") as stream:
        data = stream.read()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        values = torch.frombuffer(bytearray(data[begin:end]), dtype=torch.float32)
        tensors[name] = values.reshape(entry["shape"])
    missing, unexpected = network.load_state_dict(tensors, strict=False)
    strange = [name for name in missing if not name.endswith("num_batches_tracked")] + unexpected
    if strange:
        raise ValueError(f"the weights must be those of this network, but differ in {strange}")
    return metadata


GAUSSIAN = torch.tensor([math.exp(-((i - 5) ** 2) / 4.5) for i in range(11)])
GAUSSIAN = GAUSSIAN / GAUSSIAN.sum()
SCALES = [0.0448 / 0.6305, 0.2856 / 0.6305, 0.3001 / 0.6305]


def gaussian(x):
    return F.conv2d(F.conv2d(x, GAUSSIAN.view(1, 1, 11, 1)), GAUSSIAN.view(1, 1, 1, 11))


def box(x):
    return F.avg_pool2d(F.avg_pool2d(x, (11, 1), 1), (1, 11), 1)


def structure_weights(a, b):
    ma, mb = box(a), box(b)
    va, vb = (box(a * a) - ma * ma).relu(), (box(b * b) - mb * mb).relu()
    ab = box(a * b) - ma * mb
    na, nb = 11 * va.sqrt(), 11 * vb.sqrt()
    together = 11 * (va + vb + 2 * ab).relu().sqrt()
    consistency = ((together + 1e-12) / (na + nb + 1e-12)).clamp(0, 1 - 1e-6)
    power = (consistency * math.pi / 2).tan().clamp(0, 10)
    sa, sb = na + 0.001 / 255, nb + 0.001 / 255
    share = (power * (sa.log() - sb.log())).sigmoid()
    fa, fb = share / sa, (1 - share) / sb
    norm = 11 * (fa * fa * va + fb * fb * vb + 2 * fa * fb * ab).relu().sqrt()
    scale = torch.maximum(sa, sb) / norm.clamp(min=0.05)
    return fa * scale, fb * scale


def quality(a, b, f):
    with torch.no_grad():
        wa, wb = structure_weights(a, b)
        ma, mb = gaussian(a), gaussian(b)
        aa, bb = gaussian(a * a) - ma * ma, gaussian(b * b) - mb * mb
        reference = wa * wa * aa + wb * wb * bb + 2 * wa * wb * (gaussian(a * b) - ma * mb)
    mf = gaussian(f)
    ff = gaussian(f * f) - mf * mf
    covariance = wa * (gaussian(a * f) - ma * mf) + wb * (gaussian(b * f) - mb * mf)
    return (2 * covariance + 9e-4) / (reference + ff + 9e-4)


def halved(x):
    margins = (0, x.shape[3] % 2, 0, x.shape[2] % 2)
    return F.avg_pool2d(F.pad(x, margins, mode="replicate") if any(margins) else x, 2)


def mef_ssim(over, under, fused):
    a, b, f, logarithm = over - 0.5, under - 0.5, fused - 0.5, 0
    for scale, weight in enumerate(SCALES):
        if scale:
            a, b, f = halved(a), halved(b), halved(f)
        logarithm = logarithm + weight * quality(a, b, f).mean((1, 2, 3)).clamp(1e-3, 1).log()
    return logarithm.exp()


def loss(over, under, brightness, fused, brightness_weight, range_weight, hold_weight):
    clamped = fused.clamp(0, 1)
    index = mef_ssim(over, under, clamped + 0.05 * (fused - clamped))
    level = F.avg_pool2d(fused - brightness, 16).square().mean()
    outside = (fused - clamped).square().mean()
    held = torch.minimum(torch.maximum(fused, over.clamp(max=0.05)), under.clamp(min=0.93))
    lost = (fused - held).square().mean()
    terms = brightness_weight * level + range_weight * outside + hold_weight * lost
    return 1 - index.mean() + terms

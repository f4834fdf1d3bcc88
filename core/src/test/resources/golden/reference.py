"""Reference values of the metrics on pictures made by formula.

Written from the published definitions with NumPy and SciPy, independently of the Java classes and
where possible by another route (two-dimensional windows instead of separable ones, arrays of
pixels instead of histograms). Prints the rows of metrics.csv:

    python3 reference.py > metrics.csv
"""

import numpy as np
from scipy.ndimage import convolve
from scipy.signal import correlate2d

GREY = np.array([0.298936021293775, 0.587043074451121, 0.114020904255103])


def spec():
    """The case of the specification: grey, 64 x 80, two sources; the second is the reference."""
    y, x = np.mgrid[0:64, 0:80]
    a = (3 * x + 5 * y) % 256
    b = ((7 * x * x + 2 * y + x * y) % 200) + 20
    return [a[None], b[None]], ((a + b) // 2)[None], b[None]


def coloured(height, width, count):
    """A scene of three channels, exposed several times, and an imperfect mean of the exposures."""
    y, x = np.mgrid[0:height, 0:width]
    scene = [(x * (c + 2) + y * (5 - c) + x * y // (7 + c)) % 256 for c in range(3)]
    sources = [
        np.stack([np.clip(s * (k + 1) // 2 + 20 * k - 10, 0, 255) for s in scene])
        for k in range(count)
    ]
    noise = (11 * x + 7 * y + x * y) % 13 - 6
    fused = np.clip(sum(sources) // count + noise, 0, 255)
    return sources, fused, np.stack(scene)


def natural():
    """Smooth shades with a few edges: grey, 73 x 90, two sources that are clipped."""
    y, x = np.mgrid[0:73, 0:90]
    scene = (x * x + 2 * y * y) // 90 + 60 * ((x // 15 + y // 12) % 2)
    dark = np.clip(scene - 50, 0, 255)
    bright = np.clip(2 * scene + 30, 0, 255)
    return [dark[None], bright[None]], ((dark + bright + 1) // 2)[None], np.clip(scene, 0, 255)[None]


CASES = {
    "spec": spec(),
    "natural": natural(),
    "odd": coloured(67, 59, 2),
    "three": coloured(50, 63, 3),
}


def grey(image):
    image = image.astype(float)
    return image[0] if len(image) == 1 else np.floor(np.tensordot(GREY, image, 1) + 0.5)


def gaussian(size, sigma):
    y, x = np.mgrid[0:size, 0:size] - (size - 1) / 2
    kernel = np.exp(-(x * x + y * y) / (2 * sigma**2))
    return kernel / kernel.sum()


def local(plane, kernel):
    return correlate2d(plane, kernel, mode="valid")


def psnr(reference, fused, peak):
    return 10 * np.log10(peak**2 / np.mean((reference.astype(float) - fused) ** 2))


def entropy(plane):
    _, counts = np.unique(plane, return_counts=True)
    p = counts / counts.sum()
    return -(p * np.log2(p)).sum()


def mutual_information(x, f):
    joint = np.histogram2d(x.ravel(), f.ravel(), bins=256, range=[[0, 256], [0, 256]])[0]
    p = joint / joint.sum()
    product = p.sum(1, keepdims=True) * p.sum(0, keepdims=True)
    used = p > 0
    return (p[used] * np.log2(p[used] / product[used])).sum()


def correlation(x, f):
    return np.corrcoef(x.ravel(), f.ravel())[0, 1]


def ssim(x, f):
    k = gaussian(11, 1.5)
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    mx, mf = local(x, k), local(f, k)
    vx, vf = local(x * x, k) - mx**2, local(f * f, k) - mf**2
    cov = local(x * f, k) - mx * mf
    index = (2 * mx * mf + c1) * (2 * cov + c2) / ((mx**2 + mf**2 + c1) * (vx + vf + c2))
    return index.mean()


def spatial_frequency(f):
    return np.sqrt(((np.diff(f, axis=0) ** 2).sum() + (np.diff(f, axis=1) ** 2).sum()) / f.size)


def average_gradient(f):
    down, across = np.gradient(f)
    height, width = f.shape
    return np.sqrt((down**2 + across**2) / 2).sum() / ((height - 1) * (width - 1))


def sobel(f):
    """Strength and orientation, zeros outside, the y axis pointing up."""
    kernel = np.array([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]])
    x = convolve(f, kernel, mode="constant")
    y = -convolve(f, kernel.T, mode="constant")
    safe = np.where(x == 0, 1, x)
    return np.hypot(x, y), np.where(x == 0, np.pi / 2, np.arctan(y / safe))


def qabf(sources, f):
    strength_f, angle_f = sobel(f)
    kept = whole = 0
    for source in sources:
        strength, angle = sobel(source)
        larger = np.maximum(strength, strength_f)
        g = np.where(larger == 0, 1, np.minimum(strength, strength_f) / np.where(larger == 0, 1, larger))
        a = 1 - np.abs(angle - angle_f) / (np.pi / 2)
        q = 0.9994 / (1 + np.exp(-15 * (g - 0.5))) * 0.9879 / (1 + np.exp(-22 * (a - 0.8)))
        kept += (q * strength).sum()
        whole += strength.sum()
    return kept / whole


def vif(x, f):
    """Pixel domain, four scales."""
    kept = whole = 0
    for scale, size in enumerate((17, 9, 5, 3)):
        k = gaussian(size, size / 5)
        if scale:
            x, f = local(x, k)[::2, ::2], local(f, k)[::2, ::2]
        mx, mf = local(x, k), local(f, k)
        vx = np.maximum(local(x * x, k) - mx**2, 0)
        vf = np.maximum(local(f * f, k) - mf**2, 0)
        cov = local(x * f, k) - mx * mf
        gain = np.where((vx < 1e-10) | (vf < 1e-10), 0, cov / (vx + 1e-10)).clip(0)
        noise = np.where(gain > 0, vf - gain * cov, vf).clip(1e-10)
        kept += np.log10(1 + gain**2 * vx / (noise + 2)).sum()
        whole += np.log10(1 + np.where(vx < 1e-10, 0, vx) / 2).sum()
    return kept / whole


def values(sources, fused, reference):
    planes = [grey(s) for s in sources]
    f, truth = grey(fused), grey(reference)
    yield "psnr", psnr(reference, fused, 255)
    yield "psnr-256", psnr(reference, fused, 256)
    yield "psnr-y", psnr(truth, f, 255)
    information = sum(mutual_information(p, f) for p in planes)
    yield "mi", information
    yield "mi-ln", information * np.log(2)
    yield "cc", np.mean([correlation(p, f) for p in planes])
    yield "cc-rgb", np.mean([correlation(s[c], fused[c]) for s in sources for c in range(len(s))])
    yield "ssim", np.mean([ssim(p, f) for p in planes])
    yield "ssim-reference", ssim(truth, f)
    yield "qabf", qabf(planes, f)
    yield "vif", sum(vif(p, f) for p in planes)
    yield "entropy", entropy(f)
    yield "spatial-frequency", spatial_frequency(f)
    yield "average-gradient", average_gradient(f)
    yield "luminance-error", np.abs(f - truth).mean()
    yield "luminance-bias", f.mean() - truth.mean()


if __name__ == "__main__":
    print("case,metric,value,tolerance,source")
    for name, case in CASES.items():
        for metric, value in values(*case):
            print(f"{name},{metric},{value:.12f},1e-9,reference.py")

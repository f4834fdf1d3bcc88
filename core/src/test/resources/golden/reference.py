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


def structure(sources, f):
    """Mean quality of MEF-SSIM at one scale, patch by patch as the definition reads."""
    eps, side = np.finfo(float).eps, 11
    weights = gaussian(side, 1.5)
    quality = []
    for y in range(f.shape[0] - side + 1):
        for x in range(f.shape[1] - side + 1):
            patches = [s[y : y + side, x : x + side] - s[y : y + side, x : x + side].mean() for s in sources]
            norms = np.array([np.linalg.norm(p) for p in patches])
            alike = (np.linalg.norm(sum(patches)) + eps) / (norms.sum() + eps)
            p = min(np.tan(np.pi / 2 * min(alike, 1 - eps)), 10)
            strength = norms + 0.001
            w = (strength / side) ** p + eps
            w /= w.sum()
            r = sum(wk / e * patch for wk, e, patch in zip(w, strength, patches))
            if np.linalg.norm(r) > 0:
                r *= strength.max() / np.linalg.norm(r)
            g = f[y : y + side, x : x + side]
            r0, g0 = r - (weights * r).sum(), g - (weights * g).sum()
            covariance, squares = (weights * r0 * g0).sum(), (weights * (r0**2 + g0**2)).sum()
            quality.append((2 * covariance + 7.65**2) / (squares + 7.65**2))
    return np.mean(quality)


def halved(plane):
    padded = np.pad(plane, ((0, 1), (0, 1)), mode="edge")
    means = (padded[:-1, :-1] + padded[:-1, 1:] + padded[1:, :-1] + padded[1:, 1:]) / 4
    return means[::2, ::2]


def mef_ssim(sources, f):
    """Quality at three scales and their weighted product."""
    qualities = []
    for _ in range(3):
        qualities.append(structure(sources, f))
        sources, f = [halved(s) for s in sources], halved(f)
    exponents = np.array([0.0448, 0.2856, 0.3001]) / 0.6305
    return qualities, np.prod(np.array(qualities) ** exponents)


def lab(image):
    """CIE L*a*b* under D65 of sRGB, pixels by 3."""
    rgb = np.broadcast_to(image, (3, *image.shape[1:])).reshape(3, -1) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    matrix = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
    )
    light = (matrix @ linear) / matrix.sum(1, keepdims=True)
    x, y, z = np.where(light > (6 / 29) ** 3, np.cbrt(light), light * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], 1)


def ciede2000(first, second):
    """Complex numbers stand for a + ib; angles in degrees, as the definition is printed."""
    stiff = lambda c: np.sqrt(c**7 / (c**7 + 25.0**7))
    mean = (np.hypot(*first.T[1:]) + np.hypot(*second.T[1:])) / 2
    p, q = ((1.5 - 0.5 * stiff(mean)) * lab[:, 1] + 1j * lab[:, 2] for lab in (first, second))
    h = np.degrees(np.angle(np.stack([p, q]))) % 360
    apart = np.abs(h[0] - h[1]) > 180
    middle = np.where(apart, h.sum(0) / 2 + np.where(h.sum(0) < 360, 180, -180), h.sum(0) / 2)
    grey = np.abs(p * q) == 0
    middle = np.where(grey, h.sum(0), middle)
    half = np.where(grey, 0, ((h[1] - h[0] + 180) % 360 - 180) / 2)
    c = (np.abs(p) + np.abs(q)) / 2
    cos = lambda k, shift: np.cos(np.radians(k * middle + shift))
    t = 1 - 0.17 * cos(1, -30) + 0.24 * cos(2, 0) + 0.32 * cos(3, 6) - 0.2 * cos(4, -63)
    away = (first[:, 0] + second[:, 0]) / 2 - 50
    dl = (second[:, 0] - first[:, 0]) / (1 + 0.015 * away**2 / np.sqrt(20 + away**2))
    dc = (np.abs(q) - np.abs(p)) / (1 + 0.045 * c)
    dh = 2 * np.sqrt(np.abs(p * q)) * np.sin(np.radians(half)) / (1 + 0.015 * c * t)
    turn = np.radians(60 * np.exp(-(((middle - 275) / 25) ** 2)))
    return np.sqrt(dl**2 + dc**2 + dh**2 - 2 * stiff(c) * np.sin(turn) * dc * dh)


def values(sources, fused, reference):
    planes = [grey(s) for s in sources]
    f, truth = grey(fused), grey(reference)
    scales, product = mef_ssim(planes, f)
    yield "mef-ssim", product
    yield "mef-ssim-single", scales[0]
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
    yield "ciede2000", ciede2000(lab(reference), lab(fused)).mean()
    yield "luminance-error", np.abs(f - truth).mean()
    yield "luminance-bias", f.mean() - truth.mean()


if __name__ == "__main__":
    print("case,metric,value,tolerance,source")
    for name, case in CASES.items():
        for metric, value in values(*case):
            print(f"{name},{metric},{value:.12f},1e-9,reference.py")

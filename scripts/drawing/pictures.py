"""Grey pictures of nothing in particular: hills, towers, clouds, the grain of print."""

from __future__ import annotations

import base64
import random

import cv2
import numpy as np


def picture(rng: random.Random, width: int, height: int) -> str:
    """Return a picture of about `width` × `height` pixels as a data URI."""
    noise = np.random.default_rng(rng.randrange(1 << 30))
    sky = np.linspace(rng.randint(190, 235), rng.randint(120, 170), height)[:, None]
    image = np.repeat(sky, width, axis=1).astype(np.float32)
    image += cv2.resize(noise.normal(0, 18, (6, 9)).astype(np.float32), (width, height))
    for depth in range(3):
        ridge = height * (0.45 + 0.15 * depth) + height * 0.12 * np.interp(
            np.arange(width), np.linspace(0, width, 12), noise.normal(0, 1, 12)
        )
        rows = np.arange(height)[:, None]
        image[rows > ridge[None, :]] = 130 - 38 * depth
    for _ in range(rng.randint(4, 14)):
        left, size = rng.randint(0, width), rng.randint(width // 40, width // 12)
        top = rng.randint(height // 4, height * 3 // 4)
        image[top:, left : left + size] = rng.randint(20, 200)
    blurred = cv2.GaussianBlur(image, (0, 0), 1.2) + noise.normal(0, 9, image.shape)
    grey = np.clip(blurred, 0, 255).astype(np.uint8)
    _, data = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, 70])
    return "data:image/jpeg;base64," + base64.b64encode(data.tobytes()).decode()

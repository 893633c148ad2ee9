"""Grey pictures of nothing in particular: hills, towers, clouds, the grain of print."""

from __future__ import annotations

import base64
import random

import cv2
import numpy as np
import numpy.typing as npt


def picture(rng: random.Random, width: int, height: int) -> str:
    """Return a picture of about `width` × `height` pixels as a data URI."""
    _, data = cv2.imencode(".jpg", _drawn(rng, width, height), [cv2.IMWRITE_JPEG_QUALITY, 70])
    return "data:image/jpeg;base64," + base64.b64encode(data.tobytes()).decode()


def halftone(rng: random.Random, width: int, height: int) -> str:
    """Return a picture screened into dots of printer's ink, about 65 lines to the inch."""
    grey = _drawn(rng, width, height).astype(np.float32) / 255
    pitch, turn = 3.0, np.pi / 4
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    along = (columns * np.cos(turn) + rows * np.sin(turn)) * np.pi / pitch
    across = (rows * np.cos(turn) - columns * np.sin(turn)) * np.pi / pitch
    screen = (np.cos(along) * np.cos(across) + 1) / 2
    dots = np.clip((grey - screen) * 4 + 0.5, 0, 1) * 255
    _, data = cv2.imencode(".png", dots.astype(np.uint8))
    return "data:image/png;base64," + base64.b64encode(data.tobytes()).decode()


def _drawn(rng: random.Random, width: int, height: int) -> npt.NDArray[np.uint8]:
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
    return np.clip(blurred, 0, 255).astype(np.uint8)

"""OKLCH to what a screen shows: 8-bit sRGB, and the contrast of WCAG 2.2."""

import math
import re

type_of_colour = tuple[float, float, float]


def linear(colour: type_of_colour) -> tuple[float, float, float]:
    """Björn Ottosson, A perceptual color space for image processing (2020)."""
    light, chroma, hue = colour
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    l3 = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m3 = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s3 = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
        -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
        -0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3,
    )


def luminance(colour: type_of_colour) -> float:
    def seen(part: float) -> float:
        part = max(0.0, min(1.0, part))
        curved = 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
        eight = round(curved * 255) / 255
        return eight / 12.92 if eight <= 0.04045 else ((eight + 0.055) / 1.055) ** 2.4

    red, green, blue = (seen(part) for part in linear(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: type_of_colour, other: type_of_colour) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def themes(css: str) -> dict[str, dict[str, type_of_colour]]:
    """The tokens of the light and the dark theme."""
    blocks = re.findall(r':root(?::not\(\[data-theme="light"\]\))? \{(.*?)\n\s*\}', css, re.DOTALL)
    found = [_tokens(block) for block in blocks if "--linen: oklch" in block]
    return {"light": found[0], "dark": found[1]}


def _tokens(block: str) -> dict[str, type_of_colour]:
    pairs = re.findall(r"--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)", block)
    return {name: (float(light), float(chroma), float(hue)) for name, light, chroma, hue in pairs}

"""The words a portrait is put together from: all that whoever checks them needs."""

from __future__ import annotations

from typing import Literal

from game.frozen import dataclass

# fmt: off  (words in rows, not one a line)
FaceWord = Literal["round", "oval", "long", "square", "broad", "thin"]
HairWord = Literal[
    "brushed-back",
    "slicked",
    "side-parted",
    "cropped",
    "bristle",
    "shaven",
    "receding",
    "wavy",
    "curly",
    "thinning",
]
HatWord = Literal[
    "none",
    "soft-cap",
    "low-cap",
    "large-cap",
    "fur-cap",
    "straw-hat",
    "officer-cap",
    "field-cap",
    "side-cap",
    "headcloth",
]
BrowsWord = Literal["level", "arched", "thin", "heavy", "stern", "bushy", "sloping"]
EyesWord = Literal["open", "sharp", "smiling", "heavy-lidded", "tired", "deep-set", "narrowed"]
NoseWord = Literal["straight", "broad", "prominent", "aquiline", "short", "fleshy"]
MouthWord = Literal["firm", "full", "thin", "small", "down-turned", "smiling", "scarred"]
BeardWord = Literal[
    "none",
    "moustache",
    "trim-moustache",
    "broad-moustache",
    "drooping-moustache",
    "stubble",
]
GlassesWord = Literal["none", "round", "rimless", "dark-round"]
MarkWord = Literal[
    "none",
    "mole-chin",
    "pocks",
    "blind-eye",
    "drooping-lid",
    "scar-cheek",
    "high-cheekbones",
    "dimples",
    "cleft-chin",
]
AgeWord = Literal["young", "middle", "old"]
CoatWord = Literal[
    "padded-jacket",
    "tunic",
    "zhongshan",
    "uniform",
    "leather-coat",
    "sheepskin",
    "suit-tie",
    "suit-scarf",
    "soviet-tunic",
    "plain-tunic",
    "general-collar",
    "belted-tunic",
    "cape",
    "muffler",
    "village-jacket",
    "greatcoat",
    "doctor-coat",
]
HoldWord = Literal[
    "none",
    "pipe",
    "cigarette",
    "field-glasses",
    "briefcase",
    "notebook",
    "lamp",
    "pencil",
    "mauser",
    "tea-mug",
    "map-case",
    "hoe",
    "stethoscope",
]
# fmt: on


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A person's looks, one word for each feature."""

    face: FaceWord = "oval"
    """The outline of the head; a broad face sits on broad shoulders."""
    hair: HairWord = "cropped"
    """Below a hat only the temples show, and nothing of a shaven head."""
    hat: HatWord = "none"
    brows: BrowsWord = "level"
    eyes: EyesWord = "open"
    nose: NoseWord = "straight"
    mouth: MouthWord = "firm"
    beard: BeardWord = "none"
    glasses: GlassesWord = "none"
    mark: MarkWord = "none"
    """What one would name first in a description: a mole, a scar, hollow cheeks."""
    age: AgeWord = "middle"
    coat: CoatWord = "tunic"
    hold: HoldWord = "none"
    """What lies on the chest, hangs at the lip, sits behind the ear or leans on the shoulder."""

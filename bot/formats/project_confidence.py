"""How sure the answers of a project are to be, as its file says it."""

from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from bot.domain.overlap import MOST_OVERLAP, TARGETS, Sureness

OFF: Final = "off"


class Confidence(BaseModel):
    """`confidence: {target: 80, most: 5}`, or `confidence: off`."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    target: Annotated[int, Field(ge=TARGETS[0], le=TARGETS[1])] = Sureness().target
    most: Annotated[int, Field(ge=2, le=MOST_OVERLAP)] = Sureness().most


_OFF = Confidence.model_construct(target=TARGETS[0], most=1)
ConfidenceField = Annotated[
    Confidence | None, BeforeValidator(lambda value: _OFF if value == OFF else value)
]


def sureness_of(found: Confidence | None, usual: Sureness | None) -> Sureness | None:
    """The rule that the field comes to; a file without it leaves it as `usual`."""
    if found is None:
        return usual
    return None if found is _OFF else Sureness(found.target, found.most)


def written(rule: Sureness | None, overlap: int) -> dict[str, int] | str | None:
    """The value of the field for that rule; none where a file without it means the same."""
    if rule is not None:
        return {"target": rule.target, "most": rule.most}
    return None if overlap == 1 else OFF

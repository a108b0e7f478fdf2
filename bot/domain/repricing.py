"""Another price for a task: what it means an hour, and who is not to be caught by it."""

from dataclasses import dataclass

from bot.domain.money import Money, hourly
from bot.domain.pay_terms import PayTerms
from bot.domain.projects import Offerings, Pace, Project, pace
from bot.domain.refusal import Refused

MOST_PER_TASK = 10**9


@dataclass(frozen=True, slots=True)
class NewPrice:
    """What another price comes to; `floor` is the hourly rate below which an alert is given."""

    project: Project
    price: Money
    pace: Pace
    floor: Money | None

    @property
    def before(self) -> Money:
        """The hourly rate of the present price."""
        return hourly(self.project.offer.pay, self.pace.seconds_per_task)

    @property
    def after(self) -> Money:
        """The hourly rate of the new price."""
        return hourly(self.price, self.pace.seconds_per_task)

    @property
    def is_below_floor(self) -> bool:
        """Whether the new price means less an hour than people should earn."""
        return self.floor is not None and self.after.minor < self.floor.minor


def new_price(project: Project, price: Money, floors: dict[str, int]) -> NewPrice:
    """What that price for a task would mean; refused where it is none or no change."""
    present = project.offer.pay
    if price.currency != present.currency:
        raise Refused("currency-fixed", currency=present.currency)
    if not 0 < price.minor <= MOST_PER_TASK:
        raise Refused("price-range")
    if price == present:
        raise Refused("price-same")
    return at_price(project, price, floors)


def at_price(project: Project, price: Money, floors: dict[str, int]) -> NewPrice:
    """What that price means, the present one included."""
    least = floors.get(price.currency)
    floor = None if least is None else Money(least, price.currency)
    return NewPrice(project, price, pace(project), floor)


def is_worse(new: Offerings, old: Offerings) -> bool:
    """Whether work under the new terms could earn less, or the same later."""
    return (
        new.pay.minor < old.pay.minor
        or new.review_days > old.review_days
        or _later(new.pay_terms, old.pay_terms)
        or any(
            getattr(new.pay_terms, part) < getattr(old.pay_terms, part)
            for part in ("fixed_percent", "rejected_percent", "flag_percent")
        )
    )


def _later(new: PayTerms, old: PayTerms) -> bool:
    return (new.confirm_days or 0) > (old.confirm_days or 0)

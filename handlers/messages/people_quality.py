"""What is measured of a person, as admins see it on the person's card."""

from bot import say
from bot.domain.position_bias import interval, is_biased
from bot.services.tiers import OnProject, Quality
from bot.typeset import Text
from handlers.context import Words
from handlers.messages.profile_words import listed, skill_name
from handlers.messages.screen import lines

_PROJECTS = 4


def quality_of(words: Words, found: Quality) -> Text:
    """Tiers, known answers, and of each project agreement, pace and what is shown first."""
    right = sum(one.gold[0] for one in found.projects)
    count = sum(one.gold[1] for one in found.projects)
    said = [
        words("stands-tier", skill=skill_name(words, one.skill), tier=one.tier)
        for one in found.skills
        if one.tier is not None
    ]
    return lines(
        words.rich("person-tiers", tiers=listed(words, said)) if said
        else words.rich("person-tiers-none"),
        words.rich("person-gold", right=right, count=count) if count
        else words.rich("person-gold-none"),
        *(_project(words, one, found) for one in found.projects[:_PROJECTS] if one.measured),
    )  # fmt: skip


def _project(words: Words, one: OnProject, found: Quality) -> Text:
    measured = one.measured
    if measured is None:
        return Text("")
    alpha = (
        say.agreement(words.language, measured.peers) if measured.peers is not None
        else words(f"quality-why-{measured.why or 'none'}")
    )  # fmt: skip
    said = [words("person-project", project=one.project, alpha=alpha)]
    if measured.seconds is not None:
        middle = found.pace.get(one.project_id, measured.seconds)
        said.append(
            words(
                "person-project-seconds", mine=say.duration(words.language, measured.seconds),
                all=say.duration(words.language, middle),
            )
        )  # fmt: skip
    if measured.first_of:
        said.append(_bias(words, measured.first_chosen, measured.first_of))
    return Text(" · ".join(said))


def _bias(words: Words, chosen: int, of: int) -> str:
    low, high = interval(chosen, of)
    key = "person-biased" if is_biased(chosen, of) else "person-bias"
    return words(key, chosen=chosen, of=of, low=round(low * 100), high=round(high * 100))

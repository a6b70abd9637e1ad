"""What the files of a programme of 2021-2027 are made from."""

from dataclasses import dataclass, replace

from openamif.programmes.facts import ProgrammeContent
from openamif.web.exports.source import ExportSource


@dataclass(frozen=True, slots=True)
class Source2021(ExportSource):
    """The same as for 2014-2020, with the content as it was entered and the number that the Commission gave.

    ``is_for_everyone``: whoever takes it away has nothing to send back.
    """

    whole: ProgrammeContent
    cci: str = ""
    is_for_everyone: bool = False

    @property
    def texts_in(self) -> str:
        """The language of the version."""
        return self.whole.language


def published_whole(whole: ProgrammeContent) -> ProgrammeContent:
    """The content as everyone may see it: bodies by their names, nobody's name and no address that has one in it."""
    bodies = tuple(replace(each, head="", email="") for each in whole.authorities)
    return replace(whole, authorities=bodies)

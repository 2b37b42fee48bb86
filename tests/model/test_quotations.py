from pydantic import TypeAdapter

from caseviewer.model.kinds import ChainLink, Knowledge, Mode
from caseviewer.model.quotations import Quotation
from tests.builders import bundle

ADAPTER = TypeAdapter(Quotation)


def test_a_quotation_is_fragments_and_a_chain() -> None:
    item = ADAPTER.validate_python(bundle()["quotations"][0])
    assert (item.mode, item.knowledge) == (Mode.DIRECT, Knowledge.OWN)
    assert [fragment.passage for fragment in item.fragments] == ["t-words", "t-counted"]
    assert item.fragments[0].attribution == "she said."
    assert item.fragments[1].sic == ("counted",)
    assert [rung.link for rung in item.chain] == [
        ChainLink.SAID, ChainLink.RECORDED, ChainLink.PUBLISHED,
    ]  # fmt: skip
    assert item.chain[1].party is None
    assert item.translations[0].by == "press"


def test_speech_inside_speech() -> None:
    assert ADAPTER.validate_python(bundle()["quotations"][1]).inside == "asked"

from caseviewer.formatting.page import Look, Page, Tab, Target
from caseviewer.search.found_pages import found_head, nothing_page, operators_page, waiting_page
from caseviewer.search.query import parse
from tests.search.finding import report, search, whole_sample


def words(page: Page) -> list[str]:
    return [f"{block.label} {block.text}".strip() for block in page.blocks]


def test_what_can_be_typed_is_understood() -> None:
    page = operators_page()
    typed = [block.label for block in page.blocks if block.label]
    assert "party:kazakhstan" in typed
    examples = typed[: typed.index("Up, Down")]
    assert [parse(one).faults for one in examples] == [()] * len(examples)
    fields = {condition.field.value for one in examples for condition in parse(one).filters}
    assert fields == {"party", "kind", "source", "before", "standing"}


def test_counts_lead_to_the_hits_of_each_tab() -> None:
    found = whole_sample(0).find("kazakhstan")
    (block,) = found_head(found).blocks
    counts = {tab: count for tab, count in found.counts.items() if count}
    assert block.text.startswith(f"{len(found)} hits · Overview 2 · Parties 4")
    assert list(found_head(found).links()) == [Target(tab=tab) for tab in Tab if tab in counts]


def test_one_hit_is_one() -> None:
    found = search(report()).find("kind:document spokesman")
    assert words(found_head(found)) == ["1 hit · Documents 1"]


def test_remarks_stand_below_the_counts_and_faults_warn() -> None:
    made = whole_sample(0)
    page = found_head(made.find("kazakhstn"), "Still reading 2 of 5 documents")
    assert words(page)[1].startswith("No word begins with “kazakhstn”")
    assert words(page)[2] == "Still reading 2 of 5 documents"
    assert page.blocks[1].spans[0].look is Look.PLAIN
    page = found_head(made.find("kazakhstan kind:nonsense"))
    assert "nonsense" in words(page)[1]
    assert page.blocks[1].spans[0].look is Look.WARNING


def test_nothing_found_tells_where_was_looked() -> None:
    made = whole_sample(0)
    told = words(nothing_page(made.opened, made.find("zzqx"), "Still reading 1 of 1 documents"))
    assert told[0] == "Nothing found for zzqx."
    assert told[1] == "Still reading 1 of 1 documents"
    assert told[2].startswith("Searched: 1 proceeding")
    assert any("not here: the document of S1" in one for one in told)


def test_a_query_that_is_nothing_but_a_fault_tells_that_alone() -> None:
    made = whole_sample(0)
    (told,) = words(nothing_page(made.opened, made.find("kind:nonsense")))
    assert "kind:nonsense is no kind" in told


def test_words_can_stand_in_the_place_of_hits() -> None:
    assert words(waiting_page("Getting ready to search…")) == ["Getting ready to search…"]

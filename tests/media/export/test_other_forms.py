"""The sheets for schema.org and for a spreadsheet."""

import csv
import json
from collections import Counter
from io import StringIO

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from media.export import csv_table, schema_graph
from media.pack import load_pack
from media.texts import Texts
from tests.media.demo import DEMO

SCHEMA = Namespace("https://schema.org/")


@pytest.fixture(scope="module")
def pack():
    return load_pack(DEMO)


@pytest.fixture(scope="module")
def rows(pack):
    return list(csv.DictReader(StringIO(csv_table(pack, Texts()), newline="")))


def test_each_sheet_is_a_government_service_with_its_prices_and_its_ways(pack):
    text = json.dumps(schema_graph(pack, Texts()))
    graph = Graph().parse(data=text, format="json-ld")
    kinds = Counter(graph.objects(None, RDF.type))
    booklet = URIRef("urn:nouba:procedure/family_booklet")
    prices = [
        float(price)
        for offer in graph.objects(booklet, SCHEMA.offers)
        for told in graph.objects(offer, SCHEMA.priceSpecification)
        for price in graph.objects(told, SCHEMA.price)
    ]

    assert kinds[SCHEMA.GovernmentService] == len(pack.procedures)
    assert kinds[SCHEMA.Offer] == sum(len(each.fees) + each.is_free for each in pack.procedures)
    assert kinds[SCHEMA.ServiceChannel] == sum(1 + bool(each.online) for each in pack.procedures)
    assert prices == [50.0]


def test_the_table_has_a_line_for_each_sheet(pack, rows):
    assert [row["id"] for row in rows] == [sheet.id for sheet in pack.procedures]


def test_a_line_tells_the_sheet_in_three_languages_and_its_figures(rows):
    sheet = next(row for row in rows if row["id"] == "repair_permit")

    assert sheet["documents_fr"].splitlines() == [
        "Demande ou déclaration",
        "Justificatif de propriété",
        "Descriptif des travaux",
    ]
    assert sheet["fee_ar"] == "من 200 إلى 500 درهم"
    assert sheet["silence_en"] == "accepted"
    assert (sheet["amounts_mad"], sheet["legal_delay"]) == ("200-500", "P10D working")
    assert (sheet["checked"], sheet["review_by"]) == ("2026-11-22", "2027-05-31")
    assert sheet["unconfirmed"] == "forms appeals"

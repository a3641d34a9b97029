"""The export, read by another program without a network and held against the pack."""

import json
from collections import Counter
from dataclasses import replace

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS

from media.export import cpsv_graph
from media.pack import load_pack
from media.texts import Texts
from tests.media.demo import DEMO

CV, CPSV = Namespace("http://data.europa.eu/m8g/"), Namespace("http://purl.org/vocab/cpsv#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
BASE = "https://ain-nour.example/"


@pytest.fixture(scope="module")
def pack():
    return load_pack(DEMO)


@pytest.fixture(scope="module")
def graph(pack):
    text = json.dumps(cpsv_graph(pack, Texts(), BASE), ensure_ascii=False)
    return Graph().parse(data=text, format="json-ld")


def of(kind, *ids):
    return URIRef(BASE + "/".join((kind, *map(str, ids))))


def test_every_thing_of_the_pack_is_there_once_in_its_class(pack, graph):
    sheets = pack.procedures
    fees = sum(len(sheet.fees) or 1 for sheet in sheets)
    rules = sum(len(sheet.appeals) + (sheet.silence is not None) for sheet in sheets)
    channels = sum((sheet.deposit is not None) + bool(sheet.online) for sheet in sheets)
    strangers = [office for office in pack.offices if not office.is_communal]

    assert Counter(graph.objects(None, RDF.type)) == {
        CPSV.PublicService: len(sheets),
        CPSV.Rule: rules,
        CV.Channel: channels,
        CV.ContactPoint: len(pack.offices),
        CV.Cost: fees,
        CV.Evidence: sum(len(sheet.documents) for sheet in sheets),
        CV.EvidenceType: len(pack.documents),
        CV.LifeEvent: len(pack.life_events),
        CV.Output: sum(sheet.output is not None for sheet in sheets),
        CV.PublicOrganisation: 1 + len(strangers),
        CV.Requirement: sum(len(sheet.conditions) for sheet in sheets),
        ELI.LegalResource: len(pack.laws),
        URIRef("http://www.w3.org/2006/time#TemporalEntity"): len(pack.offices),
    }


def test_every_sheet_has_as_many_links_as_the_pack_tells(pack, graph):
    def links(predicate):
        return {
            sheet.id: len(set(graph.objects(of("procedure", sheet.id), predicate)))
            for sheet in pack.procedures
        }

    assert links(CV.hasInputType) == {
        sheet.id: len({each for piece in sheet.documents for each in piece.documents})
        for sheet in pack.procedures
    }
    assert links(CPSV.hasInput) == {sheet.id: len(sheet.documents) for sheet in pack.procedures}
    assert links(CV.hasCost) == {sheet.id: len(sheet.fees) or 1 for sheet in pack.procedures}
    assert links(CV.isGroupedBy) == {each.id: len(each.life_events) for each in pack.procedures}
    assert links(CV.hasCompetentAuthority) == dict.fromkeys(links(RDF.type), 1)
    assert links(DCTERMS.identifier) == dict.fromkeys(links(RDF.type), 1)


def test_nothing_is_referred_to_that_is_not_there(graph):
    own = {each for each in graph.objects() if str(each).startswith(BASE)}
    codes = ("status/", "form/", "fee/", "silence/", "rule/appeal", "channel-type/")
    things = {each for each in own if not str(each).removeprefix(BASE).startswith(codes)}

    assert things - set(graph.subjects()) == set()


def test_names_stand_in_arabic_french_and_english(pack, graph):
    names = {
        (name.language, str(name))
        for name in graph.objects(of("procedure", "birth_copy"), DCTERMS.title)
    }
    words = pack.procedure("birth_copy").name

    assert names == {("ar", words.ar), ("fr", words.fr), ("en", words.en)}


def test_a_fee_is_an_amount_in_dirhams_and_a_free_procedure_costs_nothing(graph):
    def value(*ids):
        return [float(each) for each in graph.objects(of("cost", *ids), CV.hasValue)]

    assert value("family_booklet", 1) == [50.0]
    assert value("birth_declaration", 1) == [0.0]
    assert value("drinks_tax", 1) == []  # a share of the receipts


def test_a_document_leads_to_its_type_and_that_to_the_procedure_that_gives_it(graph):
    evidence = of("evidence", "civil_sheet", 1)
    types = set(graph.objects(evidence, DCTERMS.conformsTo))
    wanted = set(graph.objects(of("procedure", "civil_sheet"), DCTERMS.requires))

    assert types == {of("document", "family_booklet"), of("document", "birth_record")}
    assert wanted == {of("procedure", "family_booklet"), of("procedure", "birth_copy")}


def test_silence_is_a_rule_that_names_its_law(graph):
    rule = of("rule", "building_permit", "silence")
    texts = graph.objects(rule, DCTERMS.description)
    told = {each.language: str(each).replace("\u00a0", " ") for each in texts}

    assert rule in set(graph.objects(of("procedure", "building_permit"), CPSV.follows))
    assert list(graph.objects(rule, CPSV.implements)) == [of("law", "law_12_90")]
    assert told == {
        "ar": "موافقة · بعد شهرين",
        "fr": "accepté · après 2 mois",
        "en": "accepted · after 2 months",
    }


def test_another_administrations_procedure_is_not_called_the_communes(graph):
    assert list(graph.objects(of("procedure", "residence"), CV.hasCompetentAuthority)) == [
        of("organisation", "local_authority")
    ]


def test_one_sheet_less_is_as_much_less_in_the_graph(pack, graph):
    fewer = replace(pack, procedures=pack.procedures[1:])
    text = json.dumps(cpsv_graph(fewer, Texts(), BASE))
    lost = set(graph) - set(Graph().parse(data=text, format="json-ld"))

    assert lost
    assert {str(subject).split("/")[4] for subject, _, _ in lost} == {pack.procedures[0].id}

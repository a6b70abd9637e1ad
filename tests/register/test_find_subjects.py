"""Who a file or a form speaks of: found by number, by name, by local reference, or entered as somebody new."""

from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured

from openamif.methods.pseudonyms import Codebook, Identity
from openamif.register.actions.find_subjects import find_subjects
from openamif.register.models import Pseudonym, Subject
from openamif.register.queries.keys import RingUnfit, key_ring

pytestmark = pytest.mark.django_db
ONE, OTHER = "85.07.30-033 28", "98 47 28 997 65"
OLD, NEW = "0" * 64, "1" * 64


def codes(surname="Amrani", given="Fatima", *, number="", born_on=date(1985, 7, 30), local="1:1:A1"):
    return Codebook(key_ring()).codes_of(Identity(number, surname, given, born_on), local=local)


def nobody(local="1:1:A1", number=""):
    return codes("", "", born_on=None, local=local, number=number)


def found(*said) -> list[int]:
    """The subjects of these, each asked for on its own."""
    return [find_subjects([each])[0] for each in said]


def together(*said) -> list[int]:
    """The subjects of these, asked for at once."""
    return find_subjects(said)


@pytest.fixture(params=[found, together])
def search(request):
    return request.param


def same(keys):
    """Who is whom: each by the first with the same key."""
    return [keys.index(key) for key in keys]


def test_the_same_name_and_birth_at_two_beneficiaries_is_one_person(search):
    assert same(search(codes(local="1:1:A1"), codes("FATIMA", "amrani", local="2:5:9"))) == [0, 0]


def test_the_number_wins_over_another_spelling(search):
    one, again = search(codes(number=ONE), codes("Amrany", "Fatma", number=ONE, local="2:5:9"))
    assert one == again
    assert search(codes("Amrany", "Fatma", local="3:1:1")) == [one]


def test_two_numbers_under_one_name_are_two_persons(search):
    assert same(search(codes(number=ONE), codes(number=OTHER, local="2:5:9"), codes(number=OTHER))) == [0, 1, 1]


def test_a_number_learnt_later_leads_to_who_was_known_by_name(search):
    assert same(search(codes(), codes(number=ONE), nobody(number=ONE, local="3:1:1"))) == [0, 0, 0]
    assert same(search(codes(number=OTHER, local="2:5:9"), codes())) == [0, 1]


def test_without_a_name_only_the_local_reference_counts(search):
    assert same(search(nobody(), nobody(), nobody("1:2:A1"))) == [0, 0, 2]


def test_a_name_learnt_later_leads_to_who_was_known_by_reference(search):
    assert same(search(nobody(), codes(), codes(local="2:5:9"))) == [0, 0, 0]
    assert Subject.objects.get().likeness == codes().likeness


def test_a_reference_follows_who_she_turned_out_to_be(search):
    assert same(search(codes(local="2:5:9"), nobody(), codes(), nobody())) == [0, 1, 0, 0]


def test_a_local_code_is_kept_only_where_nothing_better_is_known(search):
    search(codes(number=ONE), nobody("1:1:A2"))
    assert sorted(Pseudonym.objects.values_list("kind", flat=True)) == ["local", "name", "number"]


def test_many_are_found_in_as_many_queries_as_one(django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        keys = find_subjects([codes(f"Name {each}", local=f"1:1:{each}") for each in range(300)])
    assert len(set(keys)) == 300
    with django_assert_max_num_queries(12):
        assert find_subjects([codes(f"Name {each}", local=f"1:1:{each}") for each in range(300)]) == keys


def test_nobody_is_looked_for_while_a_rotation_is_unfinished(settings):
    settings.REGISTER_KEYS = OLD
    find_subjects([codes()])
    settings.REGISTER_KEYS = f"{OLD},{NEW}"
    with pytest.raises(RingUnfit):
        find_subjects([codes()])


@pytest.mark.parametrize("ring", ["", "00", "0" * 62])
def test_a_weak_key_is_refused(settings, ring):
    settings.REGISTER_KEYS = ring
    with pytest.raises(ImproperlyConfigured):
        key_ring()

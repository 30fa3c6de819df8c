"""The package against the command, on small tables and on Albion."""

import warnings

import pytest

import hinterland as h

TABLE = "region,industry,period,value\n01,10-12,2015,5\n02,10-12,2015,7\n01,3E5,2015,4\n02,3E5,2015,1\n"

pytestmark = pytest.mark.filterwarnings("ignore::hinterland.HinterlandNotice")


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "größe und jobs.csv"
    file.write_text(TABLE.replace("\n", "\r\n"), encoding="utf-8")
    return file


@pytest.mark.parametrize("engine", ["pandas", "polars", "records"])
def test_codes_stay_text(path, engine):
    if engine != "records":
        pytest.importorskip(engine)
    result = h.specialization(path, measure="lq", engine=engine)
    assert sorted(set(result["region"] if engine != "records" else [row["region"] for row in result])) == ["01", "02"]
    assert "10-12" in str(result) and "3E5" in str(result)
    assert result.attrs["ok"] and "specialization" in result.attrs["command"]


def test_a_frame_gives_what_its_file_gives(path):
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(path, dtype=str)
    assert h.concentration(frame, measure="theil").equals(h.concentration(path, measure="theil"))


def test_codes_that_are_numbers_are_noticed():
    with pytest.warns(h.HinterlandNotice, match="lost its zero"):
        h.concentration([{"region": 1, "industry": "a", "period": 2015, "value": 2},
                         {"region": 2, "industry": "a", "period": 2015, "value": 3}], engine="records")


def test_errors_have_the_words_of_the_command(path):
    with pytest.raises(h.UsageError, match="did you mean 'theil'"):
        h.concentration(path, measure="teil")
    with pytest.raises(h.UsageError, match="Unknown option '--aera'"):
        h.concentration(path, aera="x")
    with pytest.raises(h.InputError, match="There is no file 'nowhere.csv'"):
        h.concentration("nowhere.csv")
    with pytest.raises(AttributeError, match="did you mean 'concentration'"):
        h.concentraton


def test_a_missing_command_says_how_to_get_it(monkeypatch):
    monkeypatch.setenv("HINTERLAND", "/nowhere/hinterland")
    with pytest.raises(h.MissingCommand, match="which is no program"):
        h.find_command()


def test_progress_is_told_and_its_error_ends_the_run(path):
    steps = []
    h.concentration(path, progress=lambda share, message: steps.append((share, message)))
    assert steps and steps[0][0] == 0

    def stop(share, message):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        h.concentration(path, progress=stop)


def test_albion_gives_a_report(tmp_path):
    h.init(tmp_path / "albion", example="albion")
    written = h.report(tmp_path / "albion", out=tmp_path / "out")
    assert written.page.is_file()
    with warnings.catch_warnings(record=True) as shown:
        warnings.simplefilter("always")
        assert len(h.concentration(tmp_path / "albion", measure="theil", quiet=True)) > 0
    assert not shown

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

from tests.batch.conftest import Make, run, tree


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Start an S3 server on this machine with a bucket called `archive`."""
    server = ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "none",
        "AWS_SECRET_ACCESS_KEY": "none",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    made = boto3.resource("s3").Bucket("archive")
    made.create()
    yield made
    made.objects.delete()
    made.delete()
    server.stop()


def _upload(bucket: Any, folder: Path, to: str) -> None:
    for path in sorted(folder.iterdir()):
        bucket.upload_file(str(path), f"{to}/{path.name}")


def test_issues_come_from_a_bucket_and_records_go_there(
    bucket: Any, pages: Make, tmp_path: Path
) -> None:
    """Read from s3:// and written to s3://, the files are those of a run at home."""
    for name in ("one", "two"):
        _upload(bucket, pages("a.png", "b.png", folder=f"in/{name}"), f"scans/{name}")
    assert run(tmp_path / "in", "-o", tmp_path / "home").returncode == 0
    done = run("s3://archive/scans", "-o", "s3://archive/records")
    assert done.returncode == 0, done.stderr
    for item in bucket.objects.filter(Prefix="records/"):
        target = tmp_path / "back" / item.key.removeprefix("records/")
        target.parent.mkdir(parents=True, exist_ok=True)
        bucket.download_file(item.key, str(target))
    back = tree(tmp_path / "back")
    assert ["one/source.json", "two/source.json"] == [name for name in back if "source" in name]
    assert tree(tmp_path / "home") == {k: v for k, v in back.items() if "source" not in k}


def test_what_lies_there_is_not_made_again(bucket: Any, pages: Make, tmp_path: Path) -> None:
    """A second run sends nothing; one after a scan was changed sends that issue alone."""
    for name in ("one", "two"):
        _upload(bucket, pages("a.png", folder=f"in/{name}"), f"scans/{name}")
    stamps = []
    for changed in (False, False, True):
        if changed:
            _upload(bucket, pages("x.png", "a.png", folder="in/three"), "scans/two")
        assert run("s3://archive/scans", "-o", "s3://archive/records").returncode == 0
        made = bucket.objects.filter(Prefix="records/")
        stamps.append({item.key: item.last_modified for item in made})
    assert stamps[0] == stamps[1]
    again = {key.split("/")[1] for key in stamps[2] if stamps[2][key] != stamps[1].get(key)}
    assert again <= {"two"}
    manifest = json.loads(bucket.Object("records/two/manifest.json").get()["Body"].read())
    assert ["a.png", "x.png"] == [one["name"] for one in manifest["inputs"]]


def test_a_failure_elsewhere_is_listed_there(bucket: Any, pages: Make) -> None:
    """failures.jsonl stands beside the records, and the exit code says 3."""
    _upload(bucket, pages("a.png", "b.exit.png"), "scans/issue")
    assert run("s3://archive/scans", "-o", "s3://archive/records").returncode == 3
    rows = bucket.Object("records/failures.jsonl").get()["Body"].read().splitlines()
    assert ["crash"] == [json.loads(row)["class"] for row in rows]


def test_an_address_that_leads_nowhere_is_told(bucket: Any, tmp_path: Path) -> None:
    """One line and exit 5; no traceback."""
    del bucket
    done = run("s3://archive/none", "-o", tmp_path / "out")
    assert done.returncode == 5, done.stderr
    assert b"Traceback" not in done.stderr

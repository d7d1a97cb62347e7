"""The faults that are made, and that a module with one of them is what the tests then meet."""

from __future__ import annotations

import ast
import os
import subprocess
import sys

import pytest

from tests.mutants.equivalent import EQUIVALENT
from tests.mutants.making import mutants_of
from tests.mutants.parts import MECHANISMS, PARTS, ROOT, paths_of_tests


def changes(source):
    return {mutant.change for mutant in mutants_of(source)}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < b", {"a < b => a <= b", "a < b => a >= b"}),
        ("x = a == b", {"a == b => a != b"}),
        ("x = a not in b", {"a not in b => a in b"}),
        ("x = a + b", {"a + b => a - b"}),
        ("x = a & b", {"a & b => a | b"}),
        ("x = a and b", {"a and b => a or b"}),
        ("x = not a", {"not a => a"}),
        ("x = True", {"True => False"}),
        ("x = 7", {"7 => 8"}),
        ("x = -1", {"-1 => 1"}),
        ("x = 1e30", set()),
        ("x += y", {"x += y => x -= y", "x += y => pass"}),
        ("f(x)", {"f(x) => pass"}),
        ("raise x", {"raise x => pass"}),
        ("if a:\n    b", {"if a: => if True:", "if a: => if False:"}),
        ("x: int | None = 'text'", set()),
        ("assert a < b", set()),
    ],
)
def test_each_kind_of_fault(source, expected):
    assert changes(source) == {f"module: {change}" for change in expected}


def test_a_fault_names_its_function_and_is_alone():
    source = "class A:\n    def f(self, x: int = 3) -> int:\n        '''Says 1.'''\n        return x - 1\n"
    found = mutants_of(source)
    assert {mutant.change for mutant in found} == {
        "A.f: 3 => 4", "A.f: x - 1 => x + 1", "A.f: 1 => 2", "A.f: return x - 1 => return None",
    }  # fmt: skip
    for mutant in found:
        space: dict[str, type] = {}
        exec(compile(mutant.tree(source), "a", "exec"), space)
        assert (space["A"]().f(5), space["A"]().f()) == {
            "3 => 4": (4, 3), "x - 1 => x + 1": (6, 4), "1 => 2": (3, 1), "return x - 1 => return None": (None, None),
        }[mutant.change.removeprefix("A.f: ")]  # fmt: skip
    assert ast.unparse(ast.parse(source)) not in {ast.unparse(mutant.tree(source)) for mutant in found}


def test_each_module_of_each_part_and_each_test_is_there():
    for part, modules in PARTS.items():
        for module in modules:
            assert (MECHANISMS / module).is_file()
            assert all((ROOT / path).is_file() for path in paths_of_tests(module, part))


def test_each_equivalent_is_a_fault_that_can_still_be_made():
    for module, line, change in EQUIVALENT:
        source = (MECHANISMS / module).read_text(encoding="utf-8")
        lines = source.splitlines()
        made = {(lines[m.line - 1].strip(), f"{m.before} => {m.after}") for m in mutants_of(source)}
        assert (line, change) in made, line


def test_a_fault_is_met_by_the_tests_and_nothing_on_disk_changes(tmp_path):
    path = MECHANISMS / "fields.py"
    source = path.read_text(encoding="utf-8")
    asking = tmp_path / "test_asking.py"
    asking.write_text(
        "from werktop.mechanisms.fields import boolean\n"
        "def test_it():\n    assert boolean(True, 'x') is True\n",
        encoding="utf-8",
    )
    slow = tmp_path / "test_slow.py"
    slow.write_text("def test_it():\n    while True:\n        pass\n", encoding="utf-8")
    code = (
        "from tests.mutants.making import mutants_of\n"
        "from tests.mutants.trying import objects\n"
        f"change, asking, slow = 'boolean: return value => return None', [{str(asking)!r}], [{str(slow)!r}]\n"
        f"mutant = next(m for m in mutants_of(open({str(path)!r}).read()) if m.change == change)\n"
        "print(objects('fields.py', None, asking, 60)[0] or 'nobody')\n"
        "print(objects('fields.py', mutant, asking, 60)[0])\n"
        "print(objects('fields.py', None, slow, 1)[0])\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=os.environ | {"PYTHONPATH": f"{ROOT}/src:{ROOT}"},
        check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    unchanged, changed, endless = answer.stdout.splitlines()
    assert unchanged == "nobody"
    assert "test_it" in changed
    assert "signal" in endless
    assert path.read_text(encoding="utf-8") == source

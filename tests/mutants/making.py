"""Small faults made on purpose, one at a time: what `run` puts in place of a module to see whether a test objects."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

BOUNDARY = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
OPPOSITE = {
    ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Gt: ast.LtE, ast.GtE: ast.Lt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
ARITHMETIC = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.LShift: ast.RShift, ast.RShift: ast.LShift,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A fault: in which function of the module (empty: outside all of them), at which line, and what it says instead."""

    function: str
    line: int
    before: str
    after: str
    node: int
    """Which node of the module it is in, counted in the order of the text."""
    new: ast.stmt | ast.expr

    @property
    def change(self) -> str:
        """The fault in one line, the same wherever the line has moved to."""
        return f"{self.function or 'module'}: {self.before} => {self.after}"

    def tree(self, source: str) -> ast.Module:
        """The whole module with this fault in it."""
        whole = ast.parse(source)
        old = next(node for k, (_, node) in enumerate(_nodes(whole, "")) if k == self.node)
        _replace(whole, old, copy.deepcopy(self.new))
        return ast.fix_missing_locations(whole)


def mutants_of(source: str) -> list[Mutant]:
    """Every fault of the known kinds, in the order of the text. Annotations, decorators and texts are left alone."""
    whole = ast.parse(source)
    found = []
    for number, (function, node) in enumerate(_nodes(whole, "")):
        for after in _instead_of(node):
            ast.copy_location(after, node)
            found.append(Mutant(function, node.lineno, _line(node), _line(after), number, after))
    return found


def _line(node: ast.AST) -> str:
    """The node as text; of a statement with others in it the first line."""
    text = ast.unparse(node)
    return text.split("\n", 1)[0] if isinstance(node, ast.If | ast.While) else " ".join(text.split())


def _nodes(node: ast.AST, function: str) -> Iterator[tuple[str, ast.stmt | ast.expr]]:
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params", "format_spec"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.Assert | ast.Import | ast.ImportFrom):
                continue
            if isinstance(child, ast.stmt | ast.expr):
                yield function, child
            if isinstance(child, ast.UnaryOp) and isinstance(child.operand, ast.Constant):
                continue  # -1 says "none": -2 would say the same
            if isinstance(child, ast.AST):
                named = isinstance(child, ast.FunctionDef | ast.ClassDef)
                yield from _nodes(child, f"{function}.{child.name}".lstrip(".") if named else function)


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list):
                value[:] = [new if child is old else child for child in value]


def _instead_of(node: ast.AST) -> Iterator[ast.stmt | ast.expr]:
    """What may stand in place of this one."""
    match node:
        case ast.Compare(ops=ops):
            for k, op in enumerate(ops):
                for table in (BOUNDARY, OPPOSITE):
                    if type(op) in table:
                        yield _with(node, ops=[*ops[:k], table[type(op)](), *ops[k + 1 :]])
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in ARITHMETIC:
            yield _with(node, op=ARITHMETIC[type(op)]())
        case ast.BoolOp(op=op):
            yield _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not() | ast.USub() | ast.Invert(), operand=operand):
            yield copy.deepcopy(operand)
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)) if value + 1 != value:
            yield ast.Constant(value + 1)
        case ast.Return(value=value) if value is not None:
            yield ast.Return(ast.Constant(None))
        case ast.If() | ast.While() | ast.IfExp():
            for always in (True, False):
                if not isinstance(node.test, ast.Constant):
                    yield _with(node, test=ast.Constant(always))
    if isinstance(node, ast.AugAssign | ast.Raise | ast.Continue | ast.Break) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ):
        yield ast.Pass()


def _with(node: ast.AST, **changes: object) -> ast.stmt | ast.expr:
    made = copy.deepcopy(node)
    for name, value in changes.items():
        setattr(made, name, value)
    return made  # type: ignore[return-value]

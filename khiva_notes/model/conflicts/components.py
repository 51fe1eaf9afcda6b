"""Strongly connected components: the knots of a graph, where everything leads to everything."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def strong_components(graph: Mapping[Node, Sequence[Node]]) -> list[list[Node]]:
    """List the components of a graph, each after all those it leads to; time linear in its size.

    ``graph`` gives each node's successors; a node that is only a successor counts too.
    Algorithm: R. Tarjan, SIAM Journal on Computing 1 (1972), 146, without recursion, because an
    order of events can be thousands of steps deep.
    """
    number: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    waiting: list[Node] = []
    on_stack: set[Node] = set()
    found: list[list[Node]] = []
    for root in graph:
        if root in number:
            continue
        path = [(root, iter(graph[root]))]
        number[root] = lowest[root] = len(number)
        waiting.append(root)
        on_stack.add(root)
        while path:
            node, successors = path[-1]
            for successor in successors:
                if successor not in number:
                    number[successor] = lowest[successor] = len(number)
                    waiting.append(successor)
                    on_stack.add(successor)
                    path.append((successor, iter(graph.get(successor, ()))))
                    break
                if successor in on_stack:
                    lowest[node] = min(lowest[node], number[successor])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == number[node]:
                    found.append(_unstack(node, waiting, on_stack))
    return found


def _unstack(root: Node, waiting: list[Node], on_stack: set[Node]) -> list[Node]:
    """Take a finished component off the stack, its root first."""
    component = [waiting.pop()]
    while component[-1] != root:
        component.append(waiting.pop())
    on_stack.difference_update(component)
    return component[::-1]

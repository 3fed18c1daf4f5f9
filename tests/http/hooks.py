"""Hooks of schemathesis. Every other generated case gets a valid sprint or chart, so that its other parts are tested with a drawn picture."""

import schemathesis

SPRINT = {"name": "Sprint 12", "start": "2026-03-02", "end": "2026-03-13", "days": "38,33,,30"}


CHART = "{type: 'bar', data: {labels: ['a', 'b'], datasets: [{data: [1, 2]}]}}"


def gets_valid_sprint(value):
    return len(repr(value)) % 2 == 0


def with_valid_chart(parameters):
    kept = {name: value for name, value in parameters.items() if name not in ("c", "chart", "encoding")}
    return {**kept, "chart": CHART}


@schemathesis.hook
def map_query(context, query):
    if context.operation.path == "/chart" and isinstance(query, dict) and gets_valid_sprint(query):
        return with_valid_chart(query)
    if context.operation.path.startswith("/burndown") and isinstance(query, dict) and gets_valid_sprint(query):
        kept = {name: value for name, value in query.items() if name not in ("sprint", "store")}
        return {**kept, **SPRINT}
    return query


@schemathesis.hook
def map_body(context, body):
    if context.operation.path.startswith("/chart") and isinstance(body, dict):
        return with_valid_chart(body) if gets_valid_sprint(body) else body
    if isinstance(body, dict) and gets_valid_sprint(body):
        kept = {name: value for name, value in body.items() if name not in ("source", "store")}
        return {**kept, "sprint": {**SPRINT, "days": [38, 33, None, 30]}}
    return body

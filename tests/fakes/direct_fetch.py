"""The fetch child's work in the test's own process: the same code and HTTP, without a start."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from desktop_slm.models import fetch, hosts
from desktop_slm.models.connections import ConnectionLog
from desktop_slm.models.fetching import FetchChildren, Request, Stopper
from desktop_slm.workers.process import spawn

os.environ.update(fetch.QUIET)


class DirectFetch(FetchChildren):
    """Answers requests without a child; nothing is confined, and nothing can be stopped."""

    def __init__(self, connections: ConnectionLog) -> None:
        super().__init__(spawn, connections)
        self._record = connections

    def ask(
        self,
        request: Request,
        *,
        on_event: Callable[[Mapping[str, Any]], object] = lambda event: None,
        on_bytes: Callable[[bytes], object] = lambda data: None,
        stopper: Stopper | None = None,
    ) -> Mapping[str, Any]:
        from desktop_slm.models import beginning, hub
        from desktop_slm.models.download import Transfer
        from desktop_slm.models.order import Order
        from desktop_slm.models.web import Web

        fields, token = request.fields, str(request.fields.get("token", ""))
        order = Order.from_wire(fields["order"]) if "order" in fields else None
        web = Web(order.patience.stall_s if order else 5.0)

        def tell(event: str, **rest: Any) -> None:
            on_event({"event": event, **rest})

        entry = self._record.begin(request.purpose, hosts.endpoint_host())
        try:
            if order is not None:
                return Transfer(order, web, tell, token=token).run()
            if request.operation == "search":
                return hub.search(fields["words"], token)
            if request.operation == "beginning":
                piece = beginning.Piece.from_wire(fields["piece"])
                on_bytes(beginning.fetch(piece, web, token))
                return {}
            return hub.files(fields["repo"], fields["revision"], token)
        finally:
            entry.tell(web.received())
            entry.end()
            web.close()

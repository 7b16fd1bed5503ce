"""What a log may hold: ids, route names, kinds of trouble and where; never content, never a message."""

import logging
import traceback


class Discreet(logging.Filter):
    """Rewrites a record so that nothing a person typed can stand in it."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if request is not None:
            match = getattr(request, "resolver_match", None)
            route = match.view_name if match else "onbekend adres"
            record.msg = f"{getattr(record, 'status_code', '')} {request.method} {route}".strip()
            record.args = ()
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            where = " < ".join(f"{f.name}:{f.lineno}" for f in reversed(traceback.extract_tb(trace)))
            record.msg = f"{record.getMessage()} | {kind.__name__} | {where}"
            record.args, record.exc_info, record.exc_text = (), None, None
        return True

"""How much memory a model will take, from a dry run of llama.cpp: nothing is read or allocated.

Child side, in a child of its own: a dry run of a file that lies may end the process.
"""

from __future__ import annotations

from desktop_slm.engine.llama import Context, Log, Model
from desktop_slm.engine.loaded import plan_for
from desktop_slm.engine.placing import choose
from desktop_slm.engine.protocol import LoadRequest, MemoryNeed

# What the child takes before a model is loaded: Python and llama.cpp's own code.
_PROGRAM_BYTES = 40 << 20


def foresee(request: LoadRequest, log: Log) -> MemoryNeed:
    """Returns what the model takes once it chats and summarizes. Raises EngineFailed."""
    placement = choose(request).for_llama()
    model = Model.load(request.path, log=log, dry=True, placement=placement)
    plan = plan_for(request, model)
    log.take_sizes()
    for shape in (plan.chat_shape(), plan.batch_shape()):
        Context(model, shape).free()
    sizes = log.take_sizes()
    need = MemoryNeed(
        weight_bytes=model.size_bytes,
        cache_bytes=sizes["cache"],
        compute_bytes=sizes["compute"],
        program_bytes=_PROGRAM_BYTES,
    )
    model.free()
    return need

from sandbox.params import Params
from sandbox.wire import Json
from sandbox.world import World


def get_file(world: World, params: Params) -> Json:
    """Open a file for download for an hour."""
    stored = world.files.link(params.text("file_id"), world.now())
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }

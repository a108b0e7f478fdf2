"""A database of PostgreSQL that one test has used is emptied for the next.

To copy one and to drop it takes five times as long. What comes out is what a copy would be: the
rows of the migrated database, its numbers from 1 on, and nobody connected. A database whose
schema was changed is not given to anybody else.
"""

import asyncpg

from tests import postgres_server

# Every column, index, rule and trigger; a changed one is a new version of its row.
_SCHEMA = """
SELECT string_agg(part, ' ') FROM (
  SELECT 'c' || count(*) || ':' || sum(hashtext(relname::text || relkind::text)) AS part
    FROM pg_class WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT 'a' || count(*) || ':' || sum(a.xmin::text::bigint) FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT 't' || count(*) || ':' || sum(xmin::text::bigint) FROM pg_trigger
  UNION ALL SELECT 'k' || count(*) || ':' || sum(xmin::text::bigint) FROM pg_constraint
  UNION ALL SELECT 'p' || count(*) || ':' || sum(xmin::text::bigint) FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace
) AS parts
"""
_ALONE = """
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
# The triggers that keep books and journal are no part of a session that only copies.
_EMPTY = """
DO $$
DECLARE
  name text;
  filled boolean;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I)', name) INTO filled;
    IF filled THEN
      EXECUTE format('DELETE FROM public.%I', name);
    END IF;
  END LOOP;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'as_migrated' LOOP
    EXECUTE format('INSERT INTO public.%I SELECT * FROM as_migrated.%I', name, name);
  END LOOP;
  FOR name IN SELECT sequencename FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL LOOP
    PERFORM setval(format('public.%I', name), 1, false);
  END LOOP;
END $$
"""
_KEEP = """
DO $$
DECLARE
  name text;
  filled boolean;
BEGIN
  CREATE SCHEMA as_migrated;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I)', name) INTO filled;
    IF filled THEN
      EXECUTE format('CREATE TABLE as_migrated.%I AS TABLE public.%I', name, name);
    END IF;
  END LOOP;
END $$
"""


class Shelf:
    """The databases of one server, all of them copies of one that was migrated."""

    def __init__(self, migrated: str) -> None:
        self._migrated, self._schema = migrated, ""
        self._free: list[str] = []

    async def prepare(self) -> None:
        """Keep what the migrated database holds, so that it can be put back."""
        async with postgres_server.connected(self._migrated) as connection:
            await connection.execute(_KEEP)
            self._schema = await connection.fetchval(_SCHEMA)

    async def take(self) -> str:
        """One that is as if it had just been migrated; returns its name."""
        if self._free:
            return self._free.pop()
        return await postgres_server.make_database(like=self._migrated)

    async def give_back(self, name: str) -> None:
        """What a test has used, whatever it has left in it."""
        if await self._emptied(name):
            self._free.append(name)
        else:
            await postgres_server.drop_database(name)

    async def _emptied(self, name: str) -> bool:
        try:
            async with postgres_server.connected(name) as connection:
                await connection.execute(_ALONE)
                if await connection.fetchval(_SCHEMA) != self._schema:
                    return False
                await connection.execute(_EMPTY)
        except asyncpg.PostgresError:
            return False
        return True

"""What is true of the ledger: each promise a query for the things that break it."""

# What stands in the books for each line and payout, leg by leg.
_LEGS = """
SELECT 'line:' || id || ':accepted' AS entry_key, 'project' AS account,
       coalesce(project_id, 0) AS owner_id, currency, -pay_minor AS minor
  FROM lines WHERE state IN ('accepted', 'confirmed', 'in run', 'paid')
UNION ALL
SELECT 'line:' || id || ':accepted', 'earned', person_id, currency, pay_minor
  FROM lines WHERE state IN ('accepted', 'confirmed', 'in run', 'paid')
UNION ALL
SELECT 'line:' || id || ':confirmed', 'earned', person_id, currency, -pay_minor
  FROM lines WHERE state IN ('confirmed', 'in run', 'paid')
UNION ALL
SELECT 'line:' || id || ':confirmed', 'payable', person_id, currency, pay_minor
  FROM lines WHERE state IN ('confirmed', 'in run', 'paid')
UNION ALL
SELECT 'payout:' || id || ':issued', 'payable', person_id, currency, -minor FROM payouts
UNION ALL
SELECT 'payout:' || id || ':issued', 'payout', person_id, currency, minor FROM payouts
UNION ALL
SELECT 'payout:' || id || ':paid', 'payout', person_id, currency, -minor
  FROM payouts WHERE state = 'paid'
UNION ALL
SELECT 'payout:' || id || ':paid', 'bank', 0, currency, minor FROM payouts WHERE state = 'paid'
UNION ALL
SELECT 'payout:' || id || ':failed', 'payout', person_id, currency, -minor
  FROM payouts WHERE state = 'failed'
UNION ALL
SELECT 'payout:' || id || ':failed', 'payable', person_id, currency, minor
  FROM payouts WHERE state = 'failed'
UNION ALL
SELECT 'line:' || id || ':accepted', 'project', coalesce(project_id, 0), currency, -pay_minor
  FROM lines WHERE state = 'reversed'
UNION ALL
SELECT 'line:' || id || ':accepted', 'earned', person_id, currency, pay_minor
  FROM lines WHERE state = 'reversed'
UNION ALL
SELECT 'line:' || id || ':confirmed', 'earned', person_id, currency, -pay_minor
  FROM lines WHERE state = 'reversed' AND client <> 'waiting'
UNION ALL
SELECT 'line:' || id || ':confirmed', 'payable', person_id, currency, pay_minor
  FROM lines WHERE state = 'reversed' AND client <> 'waiting'
UNION ALL
SELECT 'line:' || id || ':waived', CASE WHEN client = 'waiting' THEN 'earned' ELSE 'payable' END,
       person_id, currency, -pay_minor
  FROM lines WHERE state = 'reversed'
UNION ALL
SELECT 'line:' || id || ':waived', 'project', coalesce(project_id, 0), currency, pay_minor
  FROM lines WHERE state = 'reversed'
"""
# What was deleted after its retention stands in opening entries; its lines and payouts are gone.
_WRITTEN = """
SELECT entry_key, account, owner_id, currency, minor FROM postings
 WHERE entry_key NOT LIKE 'opening:%'
"""


def entries_balance() -> str:
    """Each entry comes to exactly zero in each currency."""
    return """
    SELECT entry_key AS it FROM postings GROUP BY entry_key, currency HAVING sum(minor) <> 0
    """


def entries_have_two_legs() -> str:
    """Each entry has a leg where the money leaves and one where it comes in."""
    return """
    SELECT e.key AS it FROM entries e LEFT JOIN postings p ON p.entry_key = e.key
     GROUP BY e.key HAVING count(p.id) < 2
    """


def entries_are_there_once() -> str:
    """No external id stands twice."""
    return "SELECT key AS it FROM entries GROUP BY key HAVING count(*) > 1"


def postings_belong_to_an_entry() -> str:
    """No leg stands without its entry, or in another currency."""
    return """
    SELECT p.entry_key AS it
      FROM postings p LEFT JOIN entries e ON e.key = p.entry_key AND e.currency = p.currency
     WHERE e.key IS NULL
    """


def entries_are_named_by_their_movement() -> str:
    """The external id of an entry ends in what it moves; an opening begins with it."""
    return """
    SELECT key AS it FROM entries WHERE CASE WHEN movement = 'opening'
           THEN key NOT LIKE 'opening:%' OR key NOT LIKE '%:' || currency
           ELSE key LIKE 'opening:%'
             OR substr(key, length(key) - length(movement)) <> ':' || movement END
    """


def openings_are_of_projects_and_the_bank() -> str:
    """What is carried forward was paid: nobody is owed any of it, and it stands there once."""
    return """
    SELECT p.entry_key AS it FROM postings p JOIN entries e ON e.key = p.entry_key
     WHERE e.movement = 'opening' AND p.account NOT IN ('project', 'bank')
    UNION
    SELECT min(key) AS it FROM entries WHERE movement = 'opening'
     GROUP BY currency HAVING count(*) > 1
    """


def money_moves_with_its_line_or_payout() -> str:
    """For each line that is owed and each payout the books have every leg in its amount."""
    return f"SELECT entry_key AS it FROM ({_LEGS} EXCEPT {_WRITTEN}) AS missing"  # noqa: S608


def no_other_money_moves() -> str:
    """The books hold nothing that no line or payout in its present state accounts for."""
    return f"""
    SELECT entry_key AS it FROM (
        {_WRITTEN} EXCEPT SELECT entry_key, account, owner_id, currency, minor
        FROM ({_LEGS}) AS legs
    ) AS surplus
    """  # noqa: S608 - nothing but our own words


def earned_is_what_waits_for_clients() -> str:
    """What a person has earned and cannot be paid yet is the sum of the accepted lines."""
    return _balance("earned", "lines", "pay_minor", "state = 'accepted'")


def payable_is_what_waits_for_the_run() -> str:
    """What the next run would pay a person is the sum of the confirmed lines."""
    return _balance("payable", "lines", "pay_minor", "state = 'confirmed'")


def lines_in_a_run_are_being_paid() -> str:
    """What is on its way to a person is the sum of the lines in a run."""
    return _balance("payout", "lines", "pay_minor", "state = 'in run'")


def payouts_are_what_is_on_its_way() -> str:
    """What is on its way to a person is the sum of the payouts that are due or sent."""
    return _balance("payout", "payouts", "minor", "state IN ('due', 'sent')")


def the_bank_has_paid_the_paid() -> str:
    """What has left the hall is the sum of the payouts that were paid."""
    return _balance("bank", "payouts", "minor", "state = 'paid'", owner="0")


def projects_owe_their_lines() -> str:
    """What a project has cost is the sum of the lines that it owes or owed."""
    owed = "state IN ('accepted', 'confirmed', 'in run', 'paid')"
    return _balance("project", "lines", "-pay_minor", owed, owner="coalesce(project_id, 0)")


def _balance(account: str, table: str, minor: str, only: str, *, owner: str = "person_id") -> str:
    return f"""
    SELECT '{account}:' || owner_id || ' ' || currency AS it FROM (
        SELECT owner_id, currency, minor FROM postings
         WHERE account = '{account}' AND entry_key NOT LIKE 'opening:%'
        UNION ALL
        SELECT {owner}, currency, -({minor}) FROM {table} WHERE {only}
    ) AS both_sides
     GROUP BY owner_id, currency HAVING sum(minor) <> 0
    """  # noqa: S608 - nothing but our own words


OF_THE_BOOKS = (
    entries_balance,
    entries_have_two_legs,
    entries_are_there_once,
    postings_belong_to_an_entry,
    entries_are_named_by_their_movement,
    openings_are_of_projects_and_the_bank,
    money_moves_with_its_line_or_payout,
    no_other_money_moves,
    earned_is_what_waits_for_clients,
    payable_is_what_waits_for_the_run,
    lines_in_a_run_are_being_paid,
    payouts_are_what_is_on_its_way,
    the_bank_has_paid_the_paid,
    projects_owe_their_lines,
)

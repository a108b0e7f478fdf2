# Batches: deliver, confirm, refuse. A client never reads of names or money here.

refused-not-client = That is for clients and coordinators.
refused-no-batch = There is no batch { $number }. /batches lists yours.
refused-no-line = There is no rating { $number } in a batch of yours.
refused-batch-delivered = Batch { $number } was delivered already.
refused-batch-not-delivered = Batch { $number } has not been delivered yet.
refused-batch-empty = No rating of this batch is in yet; there is nothing to deliver.
refused-batch-nothing-waits = Nothing of this batch waits for an answer any more.
refused-line-no-client = No client is asked about this rating.
refused-line-not-delivered = This rating was rejected here, and is not part of the batch any more.
refused-line-client-confirmed = This rating is confirmed already, and that stays.
refused-line-client-refused = This rating is refused already.
refused-line-silent = The time to answer was over on { $until }: this rating counts as confirmed for good.
refused-line-refusal-held = A refusal of this rating waits for an admin already.
refused-refusal-words = Please write what is wrong in { $least } to { $most } characters.
refused-refusals-decided = That was decided already. Nothing is held any more.
refused-file-faults = { $count ->
    [one] { $count } fault
   *[other] { $count } faults
 } in the file; nothing was applied. Mend it, and drop it again.

# /verify: whether a number is ours.

verify-how = أرسل { $command } مع الرقم المكتوب في الرسالة، مثل { $example }. الأحرف الصغيرة والمسافات لا تهم.
verify-statement = ✅ <b>منا:</b> { $number } هو كشف أجرك، صدر { $date }.
verify-payout = ✅ <b>منا:</b> { $number } دفعة لك، أُنشئت { $date }.
verify-line = ✅ <b>منا:</b> { $number } بند من أجرك، { $date }.
verify-job = ✅ <b>منا:</b> { $number } حزمة لك، استلمتها { $date }.
verify-notice-pay = ✅ <b>منا:</b> { $number } رسالة عن أجرك. أرسلناها { $date }.
verify-notice-work = ✅ <b>منا:</b> { $number } رسالة عن عملك. أرسلناها { $date }.
verify-step = ✅ <b>منا:</b> { $number } إجراء يتعلق بوضعك، تقرر { $date }.
verify-appeal = ✅ <b>منا:</b> { $number } تظلّم قدّمته، فُتح { $date }.
verify-question = ✅ <b>منا:</b> { $number } سؤال طرحته، { $date }.
verify-notice-standing = ✅ <b>منا:</b> { $number } رسالة عن وضعك أو أسئلتك. أرسلناها { $date }.
verify-notice-waiting = ✅ <b>منا:</b> { $number } رسالة إليك، { $date }، ولم تصلك بعد.
verify-no = ❌ <b>ليس هذا شيئًا أرسلناه إليك.</b> راجع كل حرف مرة أخرى؛ فإن كان صحيحًا فالرسالة ليست منا، أو لم تكن موجّهة إليك.
verify-warning = لا نطلب أبدًا مالًا أو كلمات مرور أو رموزًا.
command-verify = هل الرسالة منا حقًا

# /pay: where all of a person's money stands, and the notices about it.

pay-head = <b>أجرك</b>
pay-nothing = لم تكسب شيئًا بعد. الأمر /work يريك ما يمكنك استلامه وكم يدفع.
pay-currency = <b>{ $currency }</b>
pay-submitted = ⏳ <b>{ $money }</b> تنتظر المراجعة ({ $count ->
    [zero] لا بنود
    [one] بند واحد
    [two] بندان
    [few] { $count } بنود
    [many] { $count } بندًا
   *[other] { $count } بند
 }). ما لا يُبتّ فيه حتى { $date } يُقبل.
pay-accepted = 🤝 <b>{ $money }</b> قُبلت وتنتظر العميل ({ $count ->
    [zero] لا بنود
    [one] بند واحد
    [two] بندان
    [few] { $count } بنود
    [many] { $count } بندًا
   *[other] { $count } بند
 }). إن لم يقل شيئًا حتى { $date } عُدّ ذلك موافقة.
pay-confirmed = ✅ <b>{ $money }</b> صارت لك ({ $count ->
    [zero] لا بنود
    [one] بند واحد
    [two] بندان
    [few] { $count } بنود
    [many] { $count } بندًا
   *[other] { $count } بند
 }). دورة الدفع التالية: { $date }.
pay-threshold = ↪️ ما دون { $threshold } ينتظر دورة لاحقة، حتى { $date } على أبعد تقدير.
pay-in-run = 🧾 <b>{ $money }</b> في دورة دفع (الكشف { $number }). متوقعة حتى { $date }.
pay-sent = 📤 <b>{ $money }</b> أُرسلت (الكشف { $number }). متوقعة حتى { $date }.
pay-late = ⚠️ مضى ذلك اليوم، والتأخير منّا. كشفك يذكر من تسأل.
pay-paid = 💰 <b>{ $money }</b> دُفعت حتى الآن. آخرها: { $newest } في { $date }
pay-reference = ، المرجع { $reference }
pay-period = 📅 ما كسبته في هذه الفترة، منذ { $date }: <b>{ $money }</b>. أمس: { $yesterday }.
pay-hourly = ⏱ { $money } في الساعة خلال آخر 30 يومًا (مَقيس، ن = { $n }).
pay-method-none = 💳 <b>لا توجد طريقة دفع بعد.</b> من دونها ينتظرك مالك.
pay-method-changes = ⏳ ابتداءً من { $date }: { $method }
button-pay-lines = البنود
button-pay-statements = الكشوف
button-pay-chart = الرسم البياني
button-pay-chart-of = الرسم البياني { $currency }
button-digest-on = 🔔 أخبرني كل مساء
button-digest-off = 🔕 بلا رسالة مسائية
button-my-pay = أجري
toast-digest-on = يصلك كل مساء في الساعة 19:00 ما كسبته، متى كسبت شيئًا.
toast-digest-off = لا رسائل مسائية عن الأجر بعد الآن.
command-pay = ما كسبته ومتى يُدفع

# Notices.

pay-is-ours = 🔎 هل هي منا حقًا؟ <code>{ $command }</code>
pay-carried = ↪️ <b>رُحّلت: { $money }.</b> هي دون { $threshold }، وهو أقل ما يُدفع من تلقاء نفسه. تُدفع في دورة لاحقة، { $date } على أبعد تقدير، مهما قلّت حينها.
pay-payout-sent = 📤 <b>أُرسلت إليك { $money }.</b> متوقعة حتى { $date }.
pay-payout-paid = 💰 <b>دُفعت { $money }</b> في { $date }.
pay-payout-failed = ⚠️ <b>دفعة قدرها { $money } لم تصل إليك.</b> المال لك كما كان.
pay-payout-why = السبب: { $why }
pay-payout-again = تُرسل مجددًا حتى { $date }. إن تغيّر حسابك فأخبرني الآن.
pay-digest = 🌇 كسبت <b>{ $money }</b> منذ { $date }.

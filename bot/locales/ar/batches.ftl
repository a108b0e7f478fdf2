# الدفعات: التسليم والتأكيد والرفض. لا يقرأ العميل هنا أسماءً ولا أموالًا.

refused-not-client = هذا للعملاء والمنسّقين.
refused-no-batch = لا توجد دفعة { $number }. ‏/batches يعرض دفعاتك.
refused-no-line = لا يوجد تقييم { $number } في دفعة من دفعاتك.
refused-batch-delivered = سُلّمت الدفعة { $number } من قبل.
refused-batch-not-delivered = لم تُسلَّم الدفعة { $number } بعد.
refused-batch-empty = لم يصل أي تقييم من هذه الدفعة بعد، فلا شيء يُسلَّم.
refused-batch-nothing-waits = لم يعد شيء من هذه الدفعة ينتظر جوابًا.
refused-line-no-client = لا يُسأل أي عميل عن هذا التقييم.
refused-line-not-delivered = رُفض هذا التقييم عندنا، ولم يعد جزءًا من الدفعة.
refused-line-client-confirmed = هذا التقييم مؤكَّد من قبل، ويبقى كذلك.
refused-line-client-refused = هذا التقييم مرفوض من قبل.
refused-line-silent = انتهى وقت الجواب في { $until }: يُعدّ هذا التقييم مؤكَّدًا نهائيًا.
refused-line-refusal-held = رفضٌ لهذا التقييم ينتظر مشرفًا من قبل.
refused-refusal-words = اكتب ما الخطأ، من فضلك، بين { $least } و{ $most } حرف.
refused-refusals-decided = حُسم ذلك من قبل. لم يعد شيء معلّقًا.
refused-file-faults = { $count ->
    [zero] لا أخطاء
    [one] خطأ واحد
    [two] خطآن
    [few] { $count } أخطاء
    [many] { $count } خطأ
   *[other] { $count } خطأ
 } في الملف؛ لم يُطبَّق شيء. أصلحه وأرسله من جديد.

command-batches = الدفعات: ما سُلّم وما أُكّد وما رُفض
button-batches = الدفعات
button-open-batch = فتح الدفعة
button-deliver = تسليم
button-confirm-all = تأكيد الكل: { $count }
button-batch-lines = كل التقييمات
button-batch-file = ملف للتعبئة
button-batch-export = البيانات
button-confirm-one = تأكيد
button-refuse = رفض
button-whole-task = المهمة كاملة
button-held = معلّق: { $count }، احسم
button-approve = موافقة
button-dismiss = ردّ الرفض
button-approve-all = الموافقة على الكل: { $count }
button-dismiss-all = ردّ الكل: { $count }
button-apply = تطبيق
toast-delivered = سُلّمت. البيانات تتبع أدناه.
toast-confirmed = تأكّد: { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }
toast-refused = رُفض
toast-refusal-held = سُجّل. حالات الرفض كثيرة، فيحسم مشرفٌ أولًا.
toast-decided = حُسم: { $count ->
    [zero] لا حالات رفض
    [one] حالة رفض واحدة
    [two] حالتا رفض
    [few] { $count } حالات رفض
    [many] { $count } حالة رفض
   *[other] { $count } حالة رفض
 }

batches-head = <b>الدفعات</b>
batches-none = لا دفعات بعد. تنشأ دفعة مع كل استيراد للمهام.
batches-line = <b>{ $number }</b> · { $project }
batch-line-open = 📝 لم تُسلَّم بعد؛ وصل { $done } من { $all } تقييم
batch-line-waiting = ⏳ ينتظر الجواب حتى { $date }: { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }
batch-line-delivered = 📦 سُلّمت
batch-line-contested = ❌ مرفوض { $refused }، معلّق { $held }
batch-line-confirmed = ✅ مؤكَّدة

batch-head = <b>الدفعة { $number }</b> · { $project }
batch-is-open = 📝 لم تُسلَّم بعد.
batch-is-delivered = 📦 سُلّمت في { $date }.
batch-is-confirmed = ✅ أُكّدت في { $date }.
batch-is-contested = ❌ سُلّمت في { $date }؛ وفيها تقييمات مرفوضة.
batch-tasks = { $tasks ->
    [zero] لا مهام
    [one] مهمة واحدة
    [two] مهمتان
    [few] { $tasks } مهام
    [many] { $tasks } مهمة
   *[other] { $tasks } مهمة
 }، وصل منها { $ratings ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $ratings } تقييمات
    [many] { $ratings } تقييمًا
   *[other] { $ratings } تقييم
 }
batch-not-accepted = لم يُراجَع بعد: { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }؛ ومراجعتها مستمرة.
batch-missing = الناقص: { $count }، وقيد العمل: { $work }
batch-no-client = لا يُسأل أي عميل عن هذه التقييمات.
batch-count-confirmed = ✅ مؤكَّد: { $count }
batch-count-silent = ☑️ مؤكَّد بالسكوت: { $count }
batch-count-refused = ❌ مرفوض: { $count }
batch-count-held = ✋ مرفوض ومعلّق حتى يحسم مشرف: { $count }
batch-count-waiting = ⏳ ينتظر الجواب: { $count }، حتى { $dates }
batch-silence = ما لا يُجاب عنه حتى موعده يُعدّ مؤكَّدًا نهائيًا.
batch-dates = { $last } (وأولها في { $first })

deliver-ask = <b>تسليم الدفعة { $number } من { $project }؟</b>
deliver-ratings = يذهب إلى العميل: { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }.
deliver-missing = ما زال ناقصًا: { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }. تُسلَّم عند وصولها، ويراها العميل في هذه الدفعة.
deliver-dates = يستطيع العميل أن يجيب حتى { $dates }.
deliver-past = مضى موعده ويُعدّ مؤكَّدًا: { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }.
deliver-means = بعد ذلك لا يفتح رفض تقييم مكانًا من جديد. تصلك البيانات في ملف، ويُخبَر العملاء.

confirm-ask = <b>تأكيد { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 } من الدفعة { $number }؟</b> هذا نهائي.
confirm-held = يبقى خارجه المعلّق: { $count ->
    [zero] لا حالات رفض
    [one] حالة رفض واحدة
    [two] حالتا رفض
    [few] { $count } حالات رفض
    [many] { $count } حالة رفض
   *[other] { $count } حالة رفض
 }.
confirm-behalf = أنت تجيب نيابةً عن العميل، وهذا مسجَّل.

batch-lines-head = <b>الدفعة { $number }</b> · { $project }: { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }
batch-lines-marks = ⏳ ينتظر · ✅ مؤكَّد · ☑️ بالسكوت · ❌ مرفوض · ✋ معلّق
batch-line-head = <b>المهمة { $task }</b>، التقييم { $number } من الدفعة { $batch }
batch-line-answer = الجواب: <b>{ $answer }</b>
batch-said-waiting = ⏳ ينتظر جوابًا حتى { $until }؛ والسكوت تأكيد.
batch-said-confirmed = ✅ مؤكَّد.
batch-said-silent = ☑️ تأكّد بالسكوت في { $until }.
batch-said-refused = ❌ مرفوض.
batch-said-refusal-held = ✋ مرفوض ومعلّق حتى يحسم مشرف، في { $until } على الأكثر. زر التأكيد يسحب الرفض.
batch-file-caption = كل تقييمات الدفعة { $number }. اكتب <code>confirmed</code> أو <code>refused</code> تحت “decision”؛ ويلزم الرفضَ سببٌ ودليل. اترك الصف فارغًا إن لم ترد قول شيء. ثم أرسل الملف هنا: ترى ما يعنيه قبل أن يُحتسب.

batch-told = 📦 <b>سُلّمت الدفعة { $number } من { $project }:</b> { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }.
batch-reminder = ⏰ <b>الدفعة { $number } من { $project } تنتظر جوابك.</b>

refuse-why = <b>لماذا ترفضه؟</b>
refuse-write = { $reason }: <b>ما الخطأ؟</b> اكتبه في رسالة واحدة، بين { $least } و{ $most } حرف. يقرؤها من أنجز العمل.
refuse-ask = <b>رفض هذا التقييم؟</b>
refuse-again = لتغيير الكلمات اكتبها من جديد.
refusal-evidence = الدليل: «{ $words }»
refusal-reason-wrong-answer = جواب خاطئ
refusal-reason-guidelines = مخالف للإرشادات
refusal-reason-language = لغة خاطئة أو ضعيفة
refusal-reason-careless = إهمال
refusal-reason-copied = منقول
refusal-reason-other = غير ذلك
refusal-is-held = ✋ معلّق حتى يحسم مشرف.
refusal-is-applied = ❌ مسجَّل؛ وبقي الأجر كما كان.
refusal-is-dismissed = رُدّ.
refusal-is-lapsed = سقط: انتهى وقت الجواب قبل أن يُحسم.

held-head = ✋ <b>معلّق: { $count ->
    [zero] لا حالات رفض
    [one] حالة رفض واحدة
    [two] حالتا رفض
    [few] { $count } حالات رفض
    [many] { $count } حالة رفض
   *[other] { $count } حالة رفض
 }</b> · الدفعة { $number } من { $project }
held-why = رُفض أكثر من { $percent }٪ من تقييماتها البالغة { $lines }، أو أكثر من { $most }. لا يحدث شيء حتى يحسم مشرف.
held-cost = الموافقة عليها تكلّف القاعة { $money }: يُدفع للمتعاقدين في كل حال.
held-line = <b>{ $task }</b> · { $reason }: «{ $words }»
held-none = لا شيء معلّق من الدفعة { $number }.
approve-ask = <b>الموافقة على { $count ->
    [zero] لا حالات رفض
    [one] حالة رفض واحدة
    [two] حالتا رفض
    [few] { $count } حالات رفض
    [many] { $count } حالة رفض
   *[other] { $count } حالة رفض
 }؟</b> يكون العميل قد رفض التقييمات إذن، وتدفع القاعة { $money } عنها مع ذلك.
dismiss-ask = <b>ردّ { $count ->
    [zero] لا حالات رفض
    [one] حالة رفض واحدة
    [two] حالتا رفض
    [few] { $count } حالات رفض
    [many] { $count } حالة رفض
   *[other] { $count } حالة رفض
 }؟</b> تنتظر التقييمات العميل من جديد حتى موعدها.
decided-applied = ❌ تمت الموافقة في الدفعة { $number } على { $count ->
    [zero] لا حالات رفض
    [one] حالة رفض واحدة
    [two] حالتا رفض
    [few] { $count } حالات رفض
    [many] { $count } حالة رفض
   *[other] { $count } حالة رفض
 }.
decided-dismissed = رُدّ في الدفعة { $number }: { $count ->
    [zero] لا حالات رفض
    [one] حالة رفض واحدة
    [two] حالتا رفض
    [few] { $count } حالات رفض
    [many] { $count } حالة رفض
   *[other] { $count } حالة رفض
 }. القاعة تقف مع العمل، وما زال الجواب ممكنًا حتى الموعد.
decided-lapsed = سقط في الدفعة { $number }: { $count ->
    [zero] لا حالات رفض
    [one] حالة رفض واحدة
    [two] حالتا رفض
    [few] { $count } حالات رفض
    [many] { $count } حالة رفض
   *[other] { $count } حالة رفض
 }. انتهى وقت الجواب قبل أن يحسم أحد، فتُعدّ التقييمات مؤكَّدة.

client-confirmed = ✅ أكّد عميل { $project } من تقييماتك: { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }.
client-refused-head = ❌ <b>رفض عميل { $project } من تقييماتك: { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }.</b>
client-refused-by = البند <code>{ $number }</code>، رمز السبب <code>{ $code }</code>. الرفض من العميل، { $when }.
client-refused-approved = البند <code>{ $number }</code>، رمز السبب <code>{ $code }</code>. الرفض من العميل، وسجّله مشرف، { $when }.
client-refused-pay = ما قُبل يُدفع أجره مع ذلك، وتتحمّله القاعة. وما لم يُراجَع بعد يقرّره مراجع لا العميل.

answers-head = <b>{ $file }</b>: { $rows ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $rows } صفوف
    [many] { $rows } صفًا
   *[other] { $rows } صف
 }
answers-faults = ❌ لا يمكن تطبيق شيء قبل إصلاح ما يلي:
answers-confirm = ✅ للتأكيد: { $count }
answers-refuse = ❌ للرفض: { $count }
answers-same = كما هو قائم: { $count }
answers-late = يُترك: { $count ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $count } صفوف
    [many] { $count } صفًا
   *[other] { $count } صف
 }
answers-nothing = ليس فيه ما يغيّر شيئًا.
answers-applied = ✅ طُبّق: مؤكَّد { $confirmed }، مرفوض { $refused }.
answers-held = ✋ معلّق حتى يحسم مشرف، لكثرتها: { $count }
answers-dropped = لم يُطبَّق شيء.
fault-unknown-line = ليس تقييمًا من دفعة سُلّمت إليك

button-see-rating = التقييم { $task }
button-dispute-of = اعتراض على { $task }
button-refusal-right = العميل محقّ
button-refusal-wrong = المتعاقد محقّ
evidence-refused = ❌ <b>رفضه العميل:</b> { $reason }
refusal-effect-upheld = <b>تبقى كلمة العميل.</b> لا يتغيّر شيء في المال.
refusal-effect-overturned = <b>المتعاقد محقّ.</b> لا يُحسب الرفض عليه في شيء، ولا يتغيّر شيء في المال.
refusal-outcome-upheld = <b>تبقى كلمة العميل.</b> يبقى أجرك كما كان. السبب:
refusal-outcome-overturned = <b>كنت على حق.</b> لا يُحسب الرفض عليك في شيء، وكان أجرك كاملًا طوال الوقت. السبب:
refusal-outcome-unanswered = <b>حُسم لصالحك:</b> لم يحسم أحد في الوقت. لا يُحسب الرفض عليك في شيء، وكان أجرك كاملًا طوال الوقت.
button-all-refusals = الكل: { $count }
button-dispute-refusal = اعتراض على الرفض
client-refusals = ❌ <b>رفض عملاء من تقييماتك: { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }.</b>
refuse-written = ✏️ كلماتك أدناه.
help-client = <b>للعملاء</b>
    الأمر /batches يعرض ما سُلّم إليك. أكّده كله أو تقييمًا تقييمًا، أو ارفض تقييمًا بسبب وكلمات؛ ويكفي ملف واحد للكثير منها. ما لا تجيب عنه حتى موعده يُعدّ مؤكَّدًا نهائيًا.

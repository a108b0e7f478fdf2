# Reviewing: what waits, one rating at a time, verdicts; and what a contractor is told of them.

help-reviewer = <b>للمراجعين</b>
    يعرض /review ما ينتظر حكمك تقييمًا بعد تقييم. القبول بلمسة واحدة؛ وما يُنقص أجر أحد يحتاج إلى كلمات منك، ويظهر أثره قبل أن يسري. وهناك أيضًا الاعتراضات على أحكام غيرك.

review-head = 🔎 <b>بانتظار المراجعة</b>
review-none = لا شيء ينتظر حكمك.
review-line = <b>{ $project }</b>: { $count ->
    [zero] لا تقييمات تنتظر
    [one] تقييم واحد ينتظر
    [two] تقييمان ينتظران
    [few] { $count } تقييمات تنتظر
    [many] { $count } تقييمًا ينتظر
   *[other] { $count } تقييم ينتظر
 }. يُقبل أولها تلقائيًا { $when }.
review-disputes = ⚖️ <b>الاعتراضات</b>: { $count ->
    [zero] لا شيء ينتظر
    [one] اعتراض واحد ينتظر
    [two] اعتراضان ينتظران
    [few] { $count } اعتراضات تنتظر
    [many] { $count } اعتراضًا ينتظر
   *[other] { $count } اعتراض ينتظر
 }. يُحسم أولها لصالح المقيِّم { $when }.
button-review-project = { $project } ({ $count })
button-review-disputes = ⚖️ الاعتراضات ({ $count })
button-review-all = كل ما ينتظر
button-review-next = التالي
button-review-see = انظر ثانية
toast-nothing-else = لا شيء آخر ينتظر هنا.

review-card-head = 🔎 <b>مراجعة</b> · { $project } · { $count ->
    [zero] لا شيء ينتظر
    [one] واحد ينتظر
    [two] اثنان ينتظران
    [few] { $count } تنتظر
    [many] { $count } تنتظر
   *[other] { $count } تنتظر
 }
review-card-until = ⏳ يُقبل تلقائيًا { $when }.
review-card-corrected = 🔁 صُحّح بعد أن أُعيد بهذه الكلمات:
review-worth = 💰 مقبول { $full } · مع تصحيح { $fixed } · مرفوض { $none }
review-worth-flag = 💰 صحيح { $full } · غير صحيح { $none }
review-over = حُسم هذا من قبل. البند { $number } يساوي { $money }.
review-shrunk = ✔️ { $number } · حُسم، { $money }
review-shrunk-open = { $number } · يتابع في الأسفل
button-accept = قبول
button-accept-fix = قبول مع تصحيح
button-return = إعادة
button-reject = رفض
button-flag-right = البلاغ صحيح
button-flag-wrong = غير صحيح
toast-review-accepted = قُبل: { $money }
toast-review-fixed = قُبل مع تصحيحك: { $money }
toast-review-returned = أُعيد، وأُبلغ المقيِّم.
toast-review-rejected = رُفض: { $money }

# On the card of a project.

project-to-review = 🔎 بانتظار المراجعة: { $count } · ⚖️ الاعتراضات: { $disputes }
button-review-waiting = 🔎 مراجعة ({ $count })

# A verdict in preparation.

draft-head-fixed = ✏️ <b>قبول مع تصحيح</b> · { $project }
draft-head-returned = ↩️ <b>إعادة</b> · { $project }
draft-head-rejected = ❌ <b>رفض</b> · { $project }
draft-head-flag = ❌ <b>البلاغ غير صحيح</b> · { $project }
draft-fix = ✏️ <b>إجابتك</b>
draft-ask-answer = 👉 <b>{ $question }</b> المس أو اكتب الإجابة التي كنت ستختارها.
draft-ask-item = 👉 <b>ما الخطأ فيه؟</b>
draft-ask-words = 👉 <b>اكتب السبب</b> في رسالة من 10 أحرف أو أكثر. سيقرؤه المقيِّم.
draft-ask-flag = 👉 <b>اكتب لماذا البلاغ غير صحيح</b> في رسالة من 10 أحرف أو أكثر. سيقرؤه المقيِّم.
draft-ask-return = 👉 <b>اكتب ما ينبغي تصحيحه</b> في رسالة من 10 أحرف أو أكثر. واختر في الأسفل المهلة.
draft-effect = 💰 { $was } ← <b>{ $now }</b> ({ $percent } ٪)
draft-effect-return = ⏰ يُصحَّح خلال { $time }، وإلا انتظرك كما كان.
draft-mend = رسالة جديدة تحل محل هذه الكلمات.
button-confirm-fixed = اقبل مع هذا التصحيح
button-confirm-returned = أعده
button-confirm-rejected = ارفضه
button-confirm-flag = البلاغ غير صحيح

# Rubric items, and other reasons why a line is what it is; a project's own codes stand as they are.

reason-guidelines = مخالف للإرشادات
reason-facts = خطأ في الوقائع
reason-language = لم تُفهم اللغة
reason-reason = السبب المكتوب لا يناسب
reason-care = لم يُقيَّم بعناية
reason-flag = البلاغ لم يكن صحيحًا
reason-overturned = نُقض حكم سابق

# The task with the answer and the verdicts.

evidence-head = 📄 <b>المهمة والإجابة</b> · { $project } · الحزمة { $number }
evidence-answer = 👤 <b>الإجابة</b>
evidence-answer-own = 👤 <b>إجابتك</b>
evidence-choice = { $question } <b>{ $answer }</b>
evidence-above = (المكتوب في الأعلى)
evidence-flag = 🚩 <b>أُبلغ عنها بدل تقييمها:</b> { $reason }
evidence-item = <b>{ $item }</b>
evidence-fix = ✏️ إجابة المراجع:
evidence-verdict-accepted = ✔️ <b>قُبل</b>، { $when }
evidence-verdict-fixed = ✏️ <b>قُبل مع تصحيح</b>، { $when }
evidence-verdict-returned = ↩️ <b>أُعيد للتصحيح</b>، { $when }
evidence-verdict-rejected = ❌ <b>رُفض</b>، { $when }
evidence-verdict-flag-accepted = ✔️ <b>كان البلاغ صحيحًا</b>، { $when }
evidence-verdict-flag-rejected = ❌ <b>لم يكن البلاغ صحيحًا</b>، { $when }
evidence-made-up = ⚖️ سقط هذا الحكم لاحقًا. وما أخذه صار بندًا مستقلًا، ويعرض /pay أين وصل.
evidence-dispute-open = ⚖️ <b>عليه اعتراض</b> لم يُحسم بعد.
evidence-dispute-upheld = ⚖️ <b>اعتُرض عليه، وهو باقٍ.</b> السبب:
evidence-dispute-overturned = ⚖️ <b>نُقض بعد اعتراض.</b> السبب:
evidence-dispute-unanswered = ⚖️ <b>القرار لصالح المقيِّم</b>، إذ لم يحسم أحد الاعتراض في الموعد.

# What a contractor is told.

verdict-head-rejected = ❌ <b>رُفض تقييم</b> · { $project } · الحزمة { $number }
verdict-head-fixed = ✏️ <b>قُبل تقييم مع تصحيح</b> · { $project } · الحزمة { $number }
verdict-head-flag = ❌ <b>لم يكن بلاغ صحيحًا</b> · { $project } · الحزمة { $number }
verdict-money = 💰 { $was } ← <b>{ $now }</b> ({ $percent } ٪)
verdict-by = القرار من { $role }، { $when }.
verdict-line = البند <code>{ $number }</code>، رمز السبب <code>{ $code }</code>
verdict-dispute = غير صحيح؟ اعترض بلمسة واحدة حتى { $date }. يحسم شخص آخر خلال { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
 }؛ وإن لم يحسم أحد فالقرار لصالحك. وحتى ذلك الحين لا يُحسب عليك شيء.
button-evidence = المهمة والإجابة
button-dispute = اعتراض
button-dispute-see = اعتراضي
returned-head = ↩️ <b>أُعيد إليك تقييم لتصحيحه</b> · { $project } · الحزمة { $number }
returned-what = صحّحه حتى { $due }: يُراجَع بعدها ثانية، وأجره { $money } إذا قُبل. وإن تركته فالحكم عليه كما كان.
returned-over = انتهى هذا: صُحّح، أو يُحكم عليه كما كان.
returned-late = ⌛ انتهت مهلة تصحيح تقييم في { $project }. يُحكم عليه كما كان، ولا يترتب على ذلك شيء آخر.
button-correct = صحّحه
job-returned = ↩️ <b>أُعيد إليك بهذه الكلمات:</b>
job-return-in = ✅ <b>تم التصحيح.</b> يُراجَع ثانية، ويُقبل تلقائيًا في { $date } على أبعد تقدير.
job-return-stands = ↩️ <b>تُرك كما كان.</b> يُحكم عليه هكذا، ويُقبل تلقائيًا في { $date } على أبعد تقدير.
job-return-leave-ask = <b>أتترك التقييم كما كان؟</b> سيحكم عليه المراجع بلا تصحيح.
button-leave = اتركه
button-leave-as-is = اتركه كما كان
job-accepted-reduced = منها ما خُفّض أجره كما أُبلغت: { $count }.

# Disputes.

dispute-head = ⚖️ <b>اعتراضك</b> · { $project } · الحزمة { $number }
dispute-open = اعتراضك مفتوح. يحسمه شخص غير صاحب الحكم حتى { $date }؛ وإن لم يحسمه أحد فالقرار لصالحك.
dispute-ask-words = 👉 <b>اكتب السبب في رسالة</b> إن شئت. والاعتراض قائم بلا كلمات أيضًا.
dispute-words = كلماتك:
dispute-outcome-upheld = <b>الحكم باقٍ.</b> السبب:
dispute-outcome-overturned = <b>كنت على حق.</b> السبب:
dispute-outcome-unanswered = <b>القرار لصالحك:</b> لم يحسم أحد في الموعد.
dispute-outcome-overturned-free = <b>كنت على حق.</b> لم يأخذ الحكم مالًا، ولم يعد يُحتسب. السبب:
dispute-outcome-unanswered-free = <b>القرار لصالحك:</b> لم يحسم أحد في الموعد. لم يأخذ الحكم مالًا، ولم يعد يُحتسب.
dispute-money = <b>{ $money }</b> زيادة، في البند <code>{ $number }</code> الذي يذكر البند القديم:
button-dispute-line = البند الجديد
button-no-words = بلا كلمات
button-add-words = أضف كلمات
toast-disputed = سُجّل الاعتراض. يحسمه شخص آخر.
dispute-waits = ⚖️ حكم في { $project } عليه اعتراض، وينتظر شخصًا ثانيًا حتى { $date }. وبعدها القرار لصالح المقيِّم.
button-decide = احسم
dispute-card-head = ⚖️ <b>اعتراض</b> · { $project }
dispute-card-until = ⏳ القرار لصالح المقيِّم { $date }.
dispute-card-words = 💬 <b>يعترض المقيِّم:</b>
dispute-no-words = بلا كلمات.
dispute-was-open = ما زال مفتوحًا.
dispute-was-upheld = حُسم: الحكم باقٍ.
dispute-was-overturned = حُسم: المقيِّم على حق.
button-overturn = المقيِّم على حق: { $money }
button-overturn-free = المقيِّم على حق
button-uphold = الحكم باقٍ
dispute-effect-upheld = <b>الحكم باقٍ.</b> لا يتغير الأجر.
dispute-effect-overturned = <b>المقيِّم على حق.</b> يُستحق { $money } إضافية.
dispute-effect-overturned-free = <b>المقيِّم على حق.</b> لم يأخذ الحكم مالًا، ولم يعد يُحتسب.
button-confirm-upheld = أبقِ الحكم
button-confirm-overturned = انقض الحكم

refused-not-reviewer = هذا للمراجعين.
refused-own-work = هذا عملك أنت؛ ويحكم عليه غيرك.
refused-own-verdict = أنت صاحب هذا الحكم؛ ويحسمه شخص ثانٍ.
refused-own-gold = أنت من جاء بهذه الإجابة المعروفة أو قرر بشأنها؛ يحسم الاعتراض عليها شخص آخر.
refused-dispute-time-over = انتهى وقت الحسم: القرار لصالح المقيِّم.
refused-own-refusal = أنت من رفض هذا؛ يوافق عليه مسؤول آخر، أو يسقط عند حلول موعده.
refused-reviewed-already = حُسم هذا من قبل. زر «التالي» يتابع.
refused-review-time-over = انتهى وقت المراجعة: يُحسب مقبولًا. زر «التالي» يتابع.
refused-returned-now = المقيِّم يصحّحه الآن؛ ويعود إلى هنا بعد ذلك.
refused-returned-twice = أُعيد { $most } مرات من قبل، وهذا الحد الأقصى. اقبله أو صحّحه أو ارفضه.
refused-words-too-few = اكتب { $least } أحرف على الأقل، ليفهم الطرف الآخر السبب.
refused-words-too-many = اكتب { $most } حرف على الأكثر؛ وكان هذا { $length }.
refused-fix-unfinished = أجب عن كل الأسئلة أولًا.
refused-fix-same = هذه إجابة المقيِّم نفسها: اقبلها أو غيّر شيئًا.
refused-return-fixed-time = مهلة التصحيح يحددها المراجع ولا تُمدَّد.
refused-dispute-nothing = لا شيء هنا يُحسب عليك، فلا شيء يُعترض عليه.
refused-dispute-made-up = سقط ذلك الحكم من قبل، وما أخذه مستحق لك. يعرضه /pay.
refused-dispute-over = يمكن الاعتراض على الحكم خلال { $days } يوم؛ وقد انتهى هذا الوقت.
refused-decided-upheld = حُسم هذا من قبل: الحكم باقٍ.
refused-decided-overturned = حُسم هذا من قبل: المقيِّم على حق.

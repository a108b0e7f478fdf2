# ما الذي تخصه الدرجة، وما يقرؤه الناس عنها.
skill-rating = التقييم عمومًا
project-field-skill = المهارة
project-none-skill = التقييم عمومًا
project-how-skill = اكتب موضوع العمل، لتُحسب تقييماته في درجة تلك المهارة: { $skills }؛ أو رمزًا خاصًا بك يبدأ بـ<code>{ $own }</code>.
project-means-skill = تُحسب التقييمات في درجة تلك المهارة من الليلة التالية؛ ويُسأل أولًا أصحاب الدرجة العالية.
button-project-none-skill = التقييم عمومًا
refused-project-skill = هذه ليست من المهارات. اكتب واحدة من المذكورة أعلاه، أو رمزًا خاصًا بك مثل { $example }.

# ‏/standing: ما يُقاس من عمل المرء.
button-quality = ⭐ جودة عملي
quality-head = ⭐ <b>جودة عملك</b>
quality-none = لم يُقَس شيء بعد. تأتي الدرجة عند بلوغ عدد التقييمات { $least }.
quality-tier = <b>{ $skill }: الدرجة { $tier } من 100</b>
quality-tier-none = <b>{ $skill }: لا درجة بعد</b>
quality-part-ratings = التقييمات في آخر 90 يومًا: { $count ->
    [one] تقييم واحد
   *[other] { $count }
 }
quality-part-gold = 🎯 الأجوبة المعروفة: { $right } صحيحة من { $count }
quality-part-verdicts = 🧾 الأحكام: { $right } قُبلت كما هي من { $count }
quality-part-peers = 🤝 الاتفاق مع الآخرين: { $alpha }، على { $count ->
    [one] مهمة واحدة
    [two] مهمتين
    [few] { $count } مهام
    [many] { $count } مهمة
   *[other] { $count } مهمة
 } (1 اتفاق دائم، 0 كالمصادفة)
quality-missing-first = ⬅️ بعد { $count ->
    [one] تقييم واحد
    [two] تقييمين
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 } تصير لك درجة.
quality-missing = ⬅️ إلى الدرجة { $step }: { $verdicts ->
    [one] تقييم واحد آخر يقبله مراجع كما هو
    [two] تقييمان آخران يقبلهما مراجع كما هما
    [few] { $verdicts } تقييمات أخرى يقبلها مراجع كما هي
    [many] { $verdicts } تقييمًا آخر يقبلها مراجع كما هي
   *[other] { $verdicts } تقييم آخر يقبلها مراجع كما هي
 }، أو { $known ->
    [one] جواب معروف صحيح آخر
    [two] جوابان معروفان صحيحان آخران
    [few] { $known } أجوبة معروفة صحيحة أخرى
    [many] { $known } جوابًا معروفًا صحيحًا آخر
   *[other] { $known } جواب معروف صحيح آخر
 }، أو شيء من كليهما.
quality-top = 🏅 لا خطوة أعلى من هذه.
quality-project = <b>{ $project }</b> · { $count ->
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }
quality-gold = 🎯 الأجوبة المعروفة: { $right } صحيحة من { $count }
quality-gold-none = 🎯 الأجوبة المعروفة: لا شيء حتى الآن
quality-verdicts = 🧾 قُبل { $accepted }، صُحّح { $fixed }، رُفض { $rejected }
quality-verdicts-none = 🧾 لا حكم من شخص حتى الآن
quality-peers = 🤝 الاتفاق مع الآخرين: { $alpha }، على { $count ->
    [one] مهمة واحدة
    [two] مهمتين
    [few] { $count } مهام
    [many] { $count } مهمة
   *[other] { $count } مهمة
 }
quality-peers-none = 🤝 الاتفاق مع الآخرين: { $why }
quality-why-none = لم يُقَس بعد
quality-why-nothing = غير محدد، إذ لا تقييمات تُقارن
quality-why-no-pairs = غير محدد، إذ لم يقيّم غيرك المهام نفسها
quality-why-all-equal = غير محدد، إذ أجاب الجميع الجواب نفسه في كل مرة
quality-hint = ما تعترض عليه لا يُحسب ما دام الاعتراض مفتوحًا، ولا يُحسب أبدًا إن كنت على حق. والجواب المعروف الذي أخطأته لا يكلّفك مالًا بذاته.
button-quality-less = 🧾 ما صُحّح أو رُفض ({ $count })
button-quality-missed = 🎯 أجوبة معروفة أخطأتها ({ $count })
button-quality-formula = كيف تُحسب
quality-less-head = 🧾 <b>ما صُحّح أو رُفض</b>
quality-less-none = لم يُصحَّح شيء ولم يُرفض.
quality-task = <b>{ $task }</b>
quality-less-line = { $what } · { $project }، { $date }: أقل بمقدار { $money }
quality-less-free = { $what } · { $project }، { $date }: دون نقص في المال
quality-less-item = المعيار: { $item }
quality-less-open = ⚖️ اعتراضك مفتوح: لا يُحسب.
quality-less-overturned = ✅ كنت على حق: لا يُحسب.
quality-less-upheld = ⚖️ اعتُرض عليه، وهو باقٍ.
quality-less-hint = لمسة واحدة تُظهر المهمة وجوابك وكلام المراجع وزر الاعتراض.
quality-was-fixed = صُحّح
quality-was-rejected = رُفض
quality-missed-head = 🎯 <b>أجوبة معروفة أخطأتها</b>
quality-missed-none = لم تخطئ أي جواب معروف.
quality-missed-line = { $project }، { $date }
quality-missed-hint = لمسة واحدة تُظهر المهمة وجوابك. لا تكلّفك مالًا بذاتها.
quality-formula = <b>كيف تُحسب الدرجة</b>

    يُجمع كل ما كان في آخر 90 يومًا في المهارة: وزن الجواب المعروف { $gold }، ووزن الحكم على غيره { $verdict }، ووزن المهمة المشتركة مع الآخرين { $peers } (بحد أقصى { $most }). والصحيح هو: الجواب الصحيح، والحكم دون تصحيح، والاتفاق مع الآخرين (رقمه ÷ 0.8، حتى 1).

    <b>الدرجة = 100 × (الصحيح + { $half }) ÷ (الكل + { $middle })</b>

    فيبدأ الجميع قرب 50، ولا يحركها تقييم واحد أكثر من 7. وقبل بلوغ عدد التقييمات { $least } لا درجة. تُحسب من جديد كل ليلة، وفورًا حين تعترض على شيء وحين يُفصل فيه.

    <b>ما يترتب عليها:</b> من { $trusted } فصاعدًا أجوبة معروفة أقل ومراجعات أقل؛ ومن { $expert } فصاعدًا عمل للخبراء؛ وما يطلبه كل مشروع. لا برنامج يأخذ منك مالًا أو مكانة.

# درجة تفتح عملًا أو تغلقه.
tier-lowered = ⬇️ <b>انخفضت درجتك في { $skill } من { $before } إلى { $after }.</b>
tier-lowered-none = ⬇️ <b>انتهت درجتك في { $skill }؛ وكانت { $before }.</b> بقي من تقييمات آخر 90 يومًا أقل من { $least }.
tier-lowered-trusted = دون { $step } يُراجَع من تقييماتك أكثر، ويكون بين مهامك أجوبة معروفة أكثر.
tier-lowered-expert = دون { $step } لا يأتيك عمل الخبراء.
tier-lowered-project = هذه المشاريع تطلب أكثر: { $projects }. والحزم التي عندك يمكن إتمامها.
tier-lowered-was = السبب، قبل ← الآن:
tier-change-gold = 🎯 الأجوبة المعروفة الصحيحة: { $was } ← { $now }
tier-change-verdicts = 🧾 ما قُبل كما هو: { $was } ← { $now }
tier-change-peers = 🤝 الاتفاق مع الآخرين: { $was } ← { $now }
tier-share = { $right } من { $count }
tier-dispute = أهو خطأ؟ يمكن الاعتراض بلمسة على كل حكم وكل جواب معروف؛ وإن كنت على حق حُسبت الدرجة من جديد فورًا. أو اسأل شخصًا.
tier-raised = ⬆️ <b>درجتك في { $skill } الآن { $after }.</b>
tier-raised-trusted = من { $step } فصاعدًا يُراجَع من تقييماتك أقل.
tier-raised-expert = من { $step } فصاعدًا تُسأل أولًا عن عمل الخبراء.
tier-raised-project = يمكنك العمل في: { $projects }.
journal-act-tier-lowered = انخفضت درجة دون خطوة تفتح عملًا

# على بطاقة الشخص، للمشرفين.
person-verdicts-disputed = ⚖️ { $count ->
    [one] حكم واحد معترض عليه، ولا يُحتسب حتى يُفصل فيه.
    [two] حكمان معترض عليهما، ولا يُحتسبان حتى يُفصل فيهما.
    [few] { $count } أحكام معترض عليها، ولا تُحتسب حتى يُفصل فيها.
    [many] { $count } حكمًا معترضًا عليها، ولا تُحتسب حتى يُفصل فيها.
   *[other] { $count } حكم معترض عليها، ولا تُحتسب حتى يُفصل فيها.
 }

# الدرجة، في ملف بيانات المرء.
data-kind-tiers = درجاتك
data-field-accepted = ما قُبل كما هو
data-field-gold = الأجوبة المعروفة
data-field-gold-right = الأجوبة المعروفة الصحيحة
data-field-skill = المهارة
data-field-tier = الدرجة
data-field-verdicts = الأحكام

# Deciding about standing, for admins; /appeals, for admins and arbiters.

command-appeals = التظلّمات التي تنتظر جوابًا

# The card of a person.

person-paused = ⏸ متوقف حتى يعود بنفسه.
person-paused-until = ⏸ متوقف حتى { $until }.
person-standing = <b>الوضع: { $standing }</b>
person-step-counts = • { $kind } { $number } منذ { $since }، يُحسب حتى { $date }
person-step-returns = • { $kind } { $number } منذ { $since }، يعود الوصول { $date }
person-step-stops = • { $kind } { $number } منذ { $since }، يتوقف الوصول { $date }
person-step-ends = • { $kind } { $number } منذ { $since }، تنتهي العلاقة { $date }
person-step-since = • { $kind } { $number } منذ { $since }
person-step-untold = • { $kind } { $number }: قُرّر ولم يصل إلى صاحبه بعد، فلم يتغيّر شيء
person-jobs = <b>العمل</b>
    الحزم: سُلّم { $done }، مفتوح { $open }، انتهى وقته { $expired }، أُرجع { $back }
person-last = آخر نشاط { $when }
person-verdicts = <b>الجودة</b>
    التقييمات: قُبل { $accepted }، خُفّض أجره { $reduced }، رُفض { $rejected }، لم يُحكم عليه بعد { $waiting }
person-tiers = الدرجات: { $tiers }
person-tiers-none = الدرجات: لا شيء بعد
person-gold = الأجوبة المعروفة: { $right } صحيحة من { $count }
person-gold-none = الأجوبة المعروفة: لا شيء حتى الآن
person-project = { $project }: الاتفاق مع الآخرين { $alpha }
person-project-seconds = { $mine } للتقييم (في المشروع { $all })
person-bias = اختار المعروض أولًا { $chosen } من { $of } (95٪: من { $low } إلى { $high }٪؛ والمصادفة 50)
person-biased = ⚠️ اختار المعروض أولًا { $chosen } من { $of } (95٪: من { $low } إلى { $high }٪؛ والمصادفة 50)
person-money = <b>المال</b>
person-history = <b>ما سبق</b>
button-decisions = قرارات …
button-step-history = الخطوات والتظلّمات ({ $count })
button-person-journal = السجل
button-person = الشخص

# Where a step stands.

step-is-scheduled = أُبلغ به ولم يسرِ بعد
step-is-effective = سارٍ
step-is-withdrawn = سُحب
step-is-expired = انتهى
step-is-untold = لم يصل بعد
step-line = • { $date }: <b>{ $kind }</b> { $number }، { $reason } ({ $state })
step-line-appeal-open = ، عليه تظلّم
step-line-appeal-upheld = ، بعد تظلّم: باقٍ
step-line-appeal-overturned = ، بعد تظلّم: نُقض

# Published reasons, short enough for a button.

button-reason-expired-jobs = حزم انتهى وقتها
button-reason-careless-work = عمل بلا عناية
button-reason-low-accuracy = دقة منخفضة
button-reason-too-fast = سرعة زائدة
button-reason-copied-answers = إجابات منسوخة
button-reason-conduct = السلوك
button-reason-second-account = حساب ثانٍ
button-reason-fraud = احتيال
button-reason-account-shared = حساب مشترك
button-reason-data-leaked = تسريب بيانات
button-reason-threats = تهديد
button-reason-legal-order = أمر قانوني
button-reason-region-closed = إغلاق المنطقة

# What can be decided.

decisions-head = <b>ما يمكن تقريره</b>

    السلّم درجة بعد درجة. كل خطوة تحتاج إلى أدلة وإلى كلماتك؛ يقرؤها الشخص مع نص القاعدة، وله التظلّم بلمسة واحدة، ولا يُحسب شيء قبل وصول الإشعار.
decisions-warning = ⚠️ <b>إنذار</b>: لا يُنقص من العمل شيئًا.
decisions-second-warning = ⚠️ <b>إنذار ثانٍ</b>: لا يُنقص من العمل شيئًا.
decisions-suspension = ⛔ <b>تعليق</b>: لا حزم جديدة لأيام؛ والمفتوح منها يُنهى.
decisions-deactivation = 🛑 <b>إيقاف الحساب</b>: ينتهي العمل بعد { $grace } يومًا من الإشعار.
decisions-hold = ⛔ <b>حجز مؤقت</b>: يتوقف الوصول مع الإشعار، { $hours } ساعة على الأكثر، ريثما تنظر في أمر جسيم.
decisions-egregious = 🛑 <b>إيقاف فوري</b>: لسبب جسيم من القائمة المنشورة فقط.
decisions-block = 🚫 <b>منع من مشروع</b>: لا حزم منه؛ وكل ما عداه يبقى.
decisions-no = ليس الآن: { $why }
button-decide-warning = ⚠️ إنذار
button-decide-second-warning = ⚠️ إنذار ثانٍ
button-decide-suspension = ⛔ تعليق
button-decide-deactivation = 🛑 إيقاف الحساب
button-decide-egregious = 🛑 إيقاف فوري
button-decide-hold = ⛔ حجز مؤقت
button-decide-block = 🚫 منع من مشروع

# A decision in preparation.

deciding-head = ⚖️ <b>{ $kind }</b> بحق { $name }، قيد الإعداد
deciding-ask-kind = 👉 <b>ما القرار؟</b>
deciding-ask-project = 👉 <b>من أي مشروع؟</b>
deciding-ask-reason = 👉 <b>لماذا؟</b> هذه هي الأسباب المنشورة، مع الجملة التي يقرؤها الشخص.
deciding-reason = <b>{ $name }</b>: { $reason }
deciding-ask-evidence = 👉 <b>علامَ يستند؟</b> علّم ما يدل عليه.
deciding-evidence = { $nth }. { $fact } · { $what } · { $number } · { $date }
deciding-evidence-no = ↳ لا يصلح: { $why }
deciding-no-evidence = لا شيء في عمل هذا الشخص يدعو إلى خطوة: لم ينتهِ وقت حزمة، ولم يُخفَّض أجر ولم يُرفض شيء.
deciding-write-evidence = ويمكنك أن تكتب في رسالة رقم حزمة أو بند، أو ما حدث في جملة؛ وإن لم يكن اليوم فابدأ بتاريخه، مثل { $day }.
evidence-no-step-disputed = عليه اعتراض، أو كان المقيِّم على حق
evidence-no-step-handed-in = سُلّمت متأخرة، فلا ينقص شيء
evidence-no-step-same-facts = تستند إليه خطوة سابقة
evidence-no-step-old-facts = أقدم من الإشعار الأخير
evidence-no-step-overturned = حُسم تظلّم بشأنه لصالح المقيِّم
button-go-on = تابع ({ $count })
deciding-ask-days = 👉 <b>لكم يوم؟</b> يعود الوصول بعدها تلقائيًا.
button-days = { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
 }
deciding-ask-words = 👉 <b>اكتب ما حدث ولماذا يهم</b> في رسالة من { $least } حرفًا أو أكثر. يقرؤها الشخص حرفًا بحرف.
deciding-reads = رسالة جديدة تحل محل كلماتك. <b>سيقرأ { $name } بلغته:</b>
deciding-above = رسالة جديدة تحل محل كلماتك. <b>ما سيقرؤه { $name } بلغته مكتوب في الأعلى.</b>
deciding-then-warning = لا يُنقص من العمل شيئًا. يُحسب لمدة { $warning } يومًا.
deciding-then-second-warning = لا يُنقص من العمل شيئًا. يُحسب لمدة { $warning } يومًا.
deciding-then-suspension = لا حزم جديدة، عدد الأيام: { $days }؛ والمفتوح منها يُنهى. يُحسب لمدة { $warning } يومًا.
deciding-then-deactivation = لا حزم جديدة منذ الإشعار؛ والمفتوح منها يُنهى خلال { $grace } يومًا، ثم ينتهي العمل.
deciding-then-egregious = يتوقف الوصول إلى العمل مع الإشعار؛ وما قُيّم يُسلَّم وله أجره. وتنتهي العلاقة بعد { $grace } يومًا.
deciding-then-hold = يتوقف الوصول إلى العمل مع الإشعار، ويعود تلقائيًا بعد { $hours } ساعة من الآن ما لم يقرر أحد.
deciding-then-block = لا حزم جديدة من ذلك المشروع؛ وكل ما عداه يبقى.
deciding-then-all = يبدأ عند وصول الإشعار. للشخص أن يتظلّم خلال { $appeal } يومًا؛ ويجيبه غيرك خلال { $reply }.
deciding-then-away = ⚠️ لا يمكن مراسلة هذا الشخص الآن. لا يحدث شيء قبل أن يُقرأ الإشعار؛ وحتى ذلك الحين لا يمكنه استلام حزم.
button-confirm-step = أكّد وأبلغ الشخص
button-change-reason = غيّر السبب
button-change-evidence = غيّر الأدلة
button-change-words = غيّر الكلمات
button-change-days = غيّر الأيام
button-drop-step = اتركه
toast-step-decided = تقرّر. يُبلَّغ الشخص.
toast-step-dropped = تُرك. لم يُقرَّر شيء.

# One step.

step-card-head = ⚖️ <b>خطوة</b> بحق { $name }
step-decided-by = القرار من { $name }، { $date }
step-told = وصل { $date }
step-sending = 📨 الإشعار في طريقه، ولا يتغيّر شيء قبل وصوله
step-untold = ⚠️ لم يصل بعد، فلم يتغيّر شيء
step-card-words = ما أُبلغ به الشخص:
step-card-will-read = ما سيقرؤه الشخص:
step-card-ended = سُحب بهذه الكلمات:
step-card-other = الحساب الآخر، ولا يُبلَّغ به غيركم: { $name }
step-card-earlier = <b>قبله</b>
step-history-head = <b>خطوات { $name } وتظلّماته</b>
step-history-none = لا شيء.
button-open-step = { $kind } { $number }
button-see-appeal = التظلّم
button-withdraw = اسحبه
step-untold-told = ⚠️ <b>تعذّر إيصال { $kind } { $number } إلى { $name }.</b> لم يتغيّر شيء له: تبدأ المدة حين يُقرأ الإشعار. وحتى ذلك الحين لا يمكنه استلام حزم. كلّمه بطريقة أخرى إن استطعت.
step-untold-failed = ⚠️ <b>تعذّر إرسال { $kind } { $number } إلى { $name } على حاله.</b> لم يتغيّر شيء له، ويمكنه مواصلة العمل. اسحبه واتخذ القرار من جديد؛ وإن تعذّر ذلك أيضًا فأخبر من يشغّل البوت.

# Words that are shown once more before they count.

wording-ask = 👉 <b>اكتب السبب</b> في رسالة من 10 أحرف أو أكثر. يقرؤها الشخص حرفًا بحرف.
wording-withdrawal = ↩️ <b>سحب { $kind } { $number } بحق { $name }</b>
wording-upheld = ⚖️ <b>{ $kind } { $number } بحق { $name } باقٍ</b>
wording-overturned = ⚖️ <b>{ $kind } { $number } بحق { $name } يُنقض</b>
wording-then-withdrawal = لا يُحسب بعدها في شيء، وما أخذه يعود فورًا.
wording-then-upheld = تبقى الخطوة. وما أوقفه التظلّم يسري بعد يوم من الآن على أقرب تقدير.
wording-then-overturned = لا تُحسب الخطوة بعدها في شيء، وما أخذته يعود فورًا.
wording-reads = <b>سيقرأ { $name }:</b>
button-wording-withdrawal = اسحبه
button-wording-upheld = أبقِه
button-wording-overturned = انقضه
toast-step-withdrawn = سُحب. يُبلَّغ الشخص.
toast-appeal-upheld = تقرّر: الخطوة باقية. يُبلَّغ الشخص.
toast-appeal-overturned = تقرّر: نُقضت الخطوة. يُبلَّغ الشخص.

# Appeals.

appeals-head = ⚖️ <b>تظلّمات تنتظر: { $count }</b>
appeals-head-decided = ⚖️ <b>تظلّمات حُسمت: { $count }</b>
appeals-none = ⚖️ لا تظلّم ينتظر.
appeals-none-decided = ⚖️ لم يُحسم تظلّم بعد.
appeals-line = <b>{ $name }</b>: { $kind }، التظلّم { $number }
appeal-until-silence = ⏳ الجواب حتى { $date }؛ وبعدها القرار لصالح المقيِّم.
appeal-until-egregious = ⏳ الجواب حتى { $date }. السبب جسيم: السكوت لا يحسم شيئًا، وتُسأل كل يوم.
appeal-late = 🔴 تأخر منذ { $date }. ينتظر شخصًا يحسمه.
appeal-not-mine = القرار من { $name }، فيجيب غيره.
appeal-was-upheld-person = ✔️ الخطوة باقية: { $name }، { $date }
appeal-was-overturned-person = ↩️ نُقضت: { $name }، { $date }
appeal-was-overturned-clock = ↩️ نُقضت { $date }: لم يجب أحد في الموعد.
button-appeal-of = { $name } · { $number }
button-appeals-open = تنتظر ({ $count })
button-appeals-decided = حُسمت ({ $count })
button-all-appeals = كل التظلّمات
appeal-card-head = ⚖️ <b>التظلّم { $number }</b> من { $name }
appeal-says = 💬 <b>يقول { $name }:</b>
appeal-no-words = لا شيء. لا يحتاج التظلّم إلى كلمات.
appeal-answer = كان الجواب:
button-overturn-step = انقضها
button-uphold-step = الخطوة باقية
appeal-due-new = ⚖️ <b>يتظلّم { $name }</b> من: { $kind }. التظلّم { $number }.
appeal-due-again = ⏰ <b>تظلّم { $name } ما زال ينتظر</b>: { $kind }. التظلّم { $number }.
appeal-due-late = 🔴 <b>تظلّم { $name } متأخر</b>: { $kind }. التظلّم { $number }. سببه جسيم فلا يحسمه إلا شخص؛ وتُسأل كل يوم حتى يحسمه أحد.
help-arbiter = <b>للمحكِّمين</b>
    يعرض /appeals من يتظلّم من قرار بشأن وضعه، والموعد الذي تجيب فيه، وعلامَ يستند القرار. تقول إن كان باقيًا، مع كلمات.

# Every "no" of the ladder.

refused-step-there = هناك خطوة قائمة تمنع ذلك. تجدها في /people؛ اسحبها أولًا.
refused-step-evidence = تحتاج الخطوة إلى أدلة. علّم شيئًا أو اكتب ما حدث.
refused-step-future = هذا في المستقبل. لا يُحكم على أحد بما لم يحدث.
refused-step-disputed = بعض الأدلة عليه اعتراض، أو كان المقيِّم على حق. أخرجه أو انتظر الحسم.
refused-step-handed-in = سُلّمت بعض الحزم متأخرة، فلم يعد ينقص شيء. أخرجها.
refused-step-appealed = لهذا الشخص تظلّم مفتوح. لا تُتخذ خطوة قبل جوابه إلا لسبب جسيم: /appeals
refused-step-no-decider = { $silent ->
    [0] لا يوجد غيرك من يحسم تظلّمًا. عيّن مشرفًا آخر أو محكِّمًا أولًا من /roles.
    [one] لا يوجد بعدُ غيرك من يحسم تظلّمًا: هناك شخص آخر له الدور، وعليه أولًا أن يضغط «ابدأ» في محادثته معي.
   *[other] لا يوجد بعدُ غيرك من يحسم تظلّمًا: هناك من لهم الدور (عددهم { $silent })، وعليهم أولًا أن يضغطوا «ابدأ» في محادثتهم معي.
 }
refused-step-days = اختر من 1 إلى { $most } يومًا.
refused-hold-egregious = لا يُسمح بالحجز إلا لسبب جسيم من القائمة المنشورة.
refused-hold-renewed = كان هناك حجز في آخر { $days } يومًا. حجز آخر تعليقٌ لم يقرره أحد؛ اتخذ خطوة أو اترك الأمر.
refused-step-skips = السلّم درجة بعد درجة. الدرجة التالية: { $next ->
    [warning] إنذار
    [suspension] تعليق
    [deactivation] إيقاف الحساب
   *[other] إنذار ثانٍ
 }.
refused-step-untold = إشعار الخطوة السابقة لم يصل بعد؛ ويكمل السلّم من وصوله.
refused-step-old-facts = بعض الأدلة أقدم من الإشعار الأخير. يُحسب ما حدث بعده.
refused-step-early = مبكر. تحتاج الخطوة التالية إلى { $needed } تقييمًا بعد الإشعار الأخير (حتى الآن { $done })، ولا تأتي قبل { $until }.
refused-step-same-facts = تستند خطوة سابقة إلى بعض هذه الأدلة. لا يُحكم على أحد مرتين في أمر واحد.
refused-step-overturned = حُسم تظلّم بشأن بعض هذه الأدلة لصالح المقيِّم. احذفها؛ ويمكن ذكر ما حدث غيرها.
refused-step-words = اكتب من { $least } إلى { $most } حرفًا من النص العادي ليفهم الشخص.
refused-step-incomplete = ما زال شيء ناقصًا: ما القرار، ولماذا، وبأي أدلة، وبأي كلمات.
refused-step-notice-lacks = ينقص الإشعارَ: { $what }. فلا يمكن إرساله. أبلغ من يشغّل البوت.
step-part-reason = سبب منشور
step-part-rule = نص القاعدة
step-part-words = الكلمات
step-part-evidence = الأدلة
step-part-decision = من قرّر وبأي دور
step-part-access = متى ينتهي الوصول
step-part-return = متى يعود الوصول
step-part-end = متى تنتهي العلاقة
step-part-project = المشروع
step-part-appeal = كيف يُتظلّم وحتى متى
step-part-deciders = من يمكنه حسم تظلّم
step-part-pay = متى يُحسم كل الأجر
refused-step-over = انتهت هذه الخطوة من قبل، ولا تُحسب في شيء.
refused-own-standing = هذا يخصّك أنت. يحسمه غيرك.
refused-step-admin = المشرف لا يصعد السلّم. اسحب الدور منه أولًا من /roles.
refused-person-erased = مُحيت بيانات هذا الشخص. لم يبقَ من يُقرَّر بشأنه.
refused-evidence-unknown = الرقم { $number } ليس حزمة ولا بندًا لهذا الشخص.
refused-evidence-nothing = الرقم { $number } لا يدعو إلى خطوة: تُحسب الحزم التي انتهى وقتها، وما خُفّض أجره أو رُفض.
refused-evidence-most = الحد الأقصى { $most }. أخرج شيئًا أولًا.
refused-proposal-gone = حُسم ذلك أو مضى في هذه الأثناء. يعرض /detectors ما بقي.

steps-unsent-head = ⚠️ <b>قُرّرت ولم يمكن إعداد إشعارها</b>: { $count }. لم يتغيّر شيء لأصحابها.
steps-unsent-none = أمكن إعداد كل إشعارات الخطوات.
steps-unsent-line = • { $kind } { $number } لـ { $name }
button-steps-unsent = ⚠️ لم تُرسل ({ $count })
button-renew-step = 🔁 اسحبها وجهّزها من جديد
button-renew-one = 🔁 { $number } من جديد

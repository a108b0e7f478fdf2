# Calls that go out later, once or again and again; and privately.

call-draft-waves = 📨 ويُرسل أيضًا في محادثات خاصة، إلى عدد قليل في كل مرة، والأولى أولًا.
call-draft-no-waves = في المجموعات فقط، ولا يُرسل إلى أحد في محادثة خاصة.
call-draft-now = 🕒 يخرج حالما تنشره.
call-draft-when = 🕒 يخرج { $when }
button-privately-on = 📨 وفي محادثات خاصة: نعم
button-privately-off = 📨 وفي محادثات خاصة: لا
button-when = 🕒 متى
button-plan-call = 🕒 جدولة الإعلان
button-post-privately = 📨 إرسال خاص
toast-call-planned = جُدول الإعلان.
call-below = ⤵️ هذا الإعلان موجود في الأسفل.

call-when-head = <b>متى يخرج الإعلان عن { $project }؟</b>
call-when-zone = منطقتك الزمنية: { $zone }. يحتفظ بها الجدول، وكذلك عند تقديم الساعة أو تأخيرها.
call-hours-head = <b>{ $days }، في أي ساعة؟</b>
call-hours-write = لأوقات أخرى ارجع واكتب الوقت.
call-when-ask =
    <b>اكتب متى يخرج الإعلان</b>، بتوقيت { $zone }:
    • <code>18:45</code>: في المرة القادمة التي تكون فيها الساعة 18:45
    • <code>{ $day } 09:30</code>: في ذلك اليوم
    • <code>30 9 * * 1-5</code>: مرة بعد مرة كما في cron: الدقيقة، الساعة، يوم الشهر، الشهر، يوم الأسبوع
button-at-once = الآن
button-today = اليوم
button-tomorrow = غدًا
button-every-day = 🔁 كل يوم
button-workdays = 🔁 الاثنين إلى الجمعة
button-each-week = 🔁 { $day }
button-write-when = ✏️ كتابة الوقت

# When, in words.

planned-once = مرة واحدة: { $time }، { $zone }
planned-days = { $days } الساعة { $time }، { $zone }
planned-cron = حسب النمط <code>{ $cron }</code>، { $zone }
planned-every-day = كل يوم
planned-workdays = من الاثنين إلى الجمعة
planned-next = القادم: { $times }

# The plans.

planned-head = 🕒 <b>الإعلانات المجدولة</b>
planned-none = لا يوجد إعلان مجدول. جهّز واحدًا واختر متى يخرج.
planned-line = 🕒 <b>{ $project }</b> · { $number }
planned-all = الحزم: كل المتاح عندئذ
planned-some = الحزم: { $limit } في كل مرة
planned-renews = إذا كان للمشروع إعلان هناك فإنه يعود إلى الأسفل بالعدد نفسه من الحزم، ولا يتكرر.
planned-by = باسم { $name }
planned-paused = ⏸ متوقف مؤقتًا. لا يخرج شيء.
planned-ended = ⚫️ انتهى.
planned-end-sure = <b>هل تنهي الجدول { $number } لمشروع { $project }؟</b> لن يخرج به شيء بعد ذلك. أما الإعلان المنشور فيستمر.
button-plans = 🕒 الإعلانات المجدولة: { $count }
button-all-plans = 🕒 الإعلانات المجدولة
button-plan = فتح الجدول
button-plan-now = 📣 نشره الآن أيضًا
button-plan-pause = ⏸ إيقاف مؤقت
button-plan-resume = ▶️ متابعة
button-plan-end = إنهاء الجدول
button-plan-call-stands = 📣 الإعلان المنشور

# One that did not go out.

planned-skipped = ⚠️ <b>لم يخرج الإعلان المجدول عن { $project }</b> ({ $time }).
planned-why = { $why }
planned-then = سيُحاوَل من جديد: { $time }. ولن نخبرك إلا إذا تغيّر السبب.
planned-skipped-ended = وبذلك انتهى الجدول.
planned-skipped-paused = الجدول متوقف مؤقتًا. ومن يتابعه يكون مسؤولًا عنه.

refused-schedule-past = مضى ذلك الوقت. اختر وقتًا لاحقًا من [متى].
refused-schedule-never = هذا اليوم لا يأتي أبدًا. راجع اليوم والشهر.
refused-schedule-too-often = سيكون بين إعلانين أقل من ساعة، وهذا كثير على مجموعة. اكتب نمطًا آخر.
refused-schedule-words = لم أفهم هذا وقتًا. اكتب 18:45، أو يومًا معه مثل 2030-02-01 09:30.
refused-schedule-cron = لا أستطيع قراءة هذا النمط. فيه خمسة أجزاء: الدقيقة، الساعة، يوم الشهر، الشهر، يوم الأسبوع. مثلًا: 30 9 * * 1-5
refused-schedule-overlap = الجدول { $number } ينشر هذا المشروع في المكان نفسه والوقت نفسه: { $at }. اختر وقتًا أو مكانًا آخر، أو أنهِ ذلك الجدول من /call.
refused-schedule-ended = انتهى هذا الجدول. والأمر /call يبدأ غيره.
refused-schedule-no-place = لا يستطيع البوت النشر في أي من أماكن الجدول. والأمر /groups يبيّن السبب.
refused-schedule-missed = لم يكن البوت يعمل في ذلك الوقت، ومضى عليه أكثر من ساعة. والأمر /call ينشره الآن.
refused-call-drawing = قرعة الإعلان { $number } ما زالت مفتوحة. انتظر دقيقة ثم حاول من جديد.
refused-call-stands = الإعلان { $number } عن المشروع منشور هناك. أغلقه من /call، ثم يمكن فتح القرعة.
refused-place-other-projects = { $title } لمشاريع أخرى. اختر مجموعة غيرها، أو أضف { $project } إليها من /groups.
refused-place-other-languages = { $title } للغات أخرى: { $languages }. اختر مجموعة غيرها، أو أضف لغة إليها من /groups.

# What a group is for.

group-head = <b>{ $title }</b>
group-cannot = ⚠️ { $why }
group-may = يحق للبوت:
group-right = { $mark } { $what }
group-may-post = نشر الإعلانات
group-may-pin = تثبيت بطاقة الإعلان
group-may-invite = دعوة الناس
group-may-remove = إخراج من فقد حق الدخول
group-languages = 🗣 للإعلانات باللغات: <b>{ $languages }</b>
group-languages-all = 🗣 للإعلانات بكل اللغات
group-projects = 📁 لإعلانات المشاريع: <b>{ $projects }</b>
group-projects-all = 📁 لإعلانات كل المشاريع
group-meaning = يعرض /call هذه المجموعة أولًا لما هي له، ولا يُنشر فيها غيره.
group-languages-ask = <b>لإعلانات أي لغات هي { $title }؟</b> بلا علامة: لكل اللغات. والمشروع الذي لا لغة له يُنشر في كل مكان.
group-projects-ask = <b>لإعلانات أي مشاريع هي { $title }؟</b> بلا علامة: لكل المشاريع.
group-projects-none = لا تنسّق مشروعًا يمكن أن تكون له.
group-no-pin = 📌 ينبغي تثبيت بطاقة الإعلان في <b>{ $title }</b>، ولا يحق لي التثبيت هناك. أعطني حق تثبيت الرسائل فأثبّتها بنفسي. وكل ما عدا ذلك يعمل.
groups-narrowed = لبعض اللغات أو المشاريع فقط
button-group-uses = { $title }: لماذا
button-group-languages = 🗣 اللغات
button-group-projects = 📁 المشاريع
meant-other-projects = هي لمشاريع أخرى. غيّر ذلك من /groups.
meant-other-languages = هي للغات أخرى. غيّر ذلك من /groups.
refused-group-not-in-it = لست في { $title }. انضم إليها أولًا، ثم سجّلها أو غيّر ما هي له.

journal-act-call-renewed = نُشر الإعلان من جديد
journal-act-schedule-made = جُدول إعلان
journal-act-schedule-paused = أُوقف جدول إعلان مؤقتًا
journal-act-schedule-resumed = استُؤنف جدول إعلان
journal-act-schedule-ended = أُنهي جدول إعلان
journal-act-schedule-skipped = لم يخرج إعلان مجدول
journal-act-chat-meant = خُصصت مجموعة لبعض اللغات أو المشاريع
journal-thing-schedule = الجدول { $which }

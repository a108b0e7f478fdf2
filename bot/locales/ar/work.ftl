# /work: the job at hand, what can be claimed, the list, and why when nothing is there.

work-head = <b>عملك</b>
work-job = ▶️ الحزمة { $number } · { $project } · موعد التسليم: { $due }
work-late = ⌛ الحزمة { $number } · { $project }: انتهى وقتها. ما زال يمكن تسليم { $count ->
    [zero] لا شيء
    [one] تقييم واحد مكتمل
    [two] تقييمين مكتملين
    [few] { $count } تقييمات مكتملة
    [many] { $count } تقييمًا مكتملًا
   *[other] { $count } تقييم مكتمل
 }.
work-opening = 🟢 <b>{ $project }</b>: { $places ->
    [zero] لا حزم متاحة
    [one] حزمة واحدة متاحة
    [two] حزمتان متاحتان
    [few] { $places } حزم متاحة
    [many] { $places } حزمة متاحة
   *[other] { $places } حزمة متاحة
 }. عدد المهام حتى { $tasks }، نحو { $time } ({ $basis })، { $money } للمهمة، { $hourly } في الساعة.
work-basis-estimate = تقدير المنسّق
work-basis-measured = مَقيس، ن = { $n }
work-none = لا شيء متاح للاستلام الآن. السبب:
work-reason = • { $project }: { $reason }
work-no-projects = • لا يوجد مشروع مفتوح، ولا موعد معروفًا. سجّل في قائمة الانتظار ويأتي دورك أولًا.
work-not-now = لا شيء الآن: { $reason }
work-drawn = 🎲 تُوزَّع بالقرعة: اضغط أدناه لدخولها.
work-draw = 🎲 يدك مرفوعة في قرعة تنتهي { $until }.
work-listed = 🕓 ترتيبك { $place } في قائمة الانتظار حتى { $until }.
work-sign-hint = سجّل أدناه في قائمة الانتظار للمدة التي تكون فيها متاحًا. يُعرض العمل بترتيب القائمة.
work-earned = 💰 { $stages }
work-earned-accepted = { $money } صارت لك ولم تُدفع بعد
work-earned-submitted = { $money } قيد المراجعة
button-open-job = متابعة { $number }
button-hand-in-late = تسليم { $number }
button-hand-project = 🎲 السحب: { $project }
button-claim-project = استلام: { $project }
button-sign-on = القائمة: { $hours } س
button-sign-off = مغادرة القائمة
button-refresh = تحديث
toast-signed-on = ترتيبك { $place } في القائمة حتى { $until }.
toast-signed-off = خرجت من القائمة.
toast-refreshed = حُدّثت
toast-claimed = الحزمة لك، وتجدها في الأسفل.

# Reasons for nothing, as they stand in the list.
why-all-taken = المهام كلها عند آخرين. لا موعد معروفًا لمزيد منها.
why-no-call-open = لا إعلان مفتوحًا. يُنشر الإعلان التالي في مجموعة عملك؛ ولا موعد معروفًا له.
why-seen-all = مرّت عليك مهامه كلها.
why-language = يتطلب { $languages }، وليست من لغات عملك (/settings).
why-open-jobs-cap = لديك { $cap ->
    [zero] { $cap } حزمة مفتوحة
    [one] حزمة مفتوحة واحدة
    [two] حزمتان مفتوحتان
    [few] { $cap } حزم مفتوحة
    [many] { $cap } حزمة مفتوحة
   *[other] { $cap } حزمة مفتوحة
 }، وهو أقصى عدد في آن واحد. سلّم إحداها أولًا.
why-paused = أنت موقوف مؤقتًا حتى { $until }.
why-project-paused = المشروع متوقف مؤقتًا. لا موعد معروفًا.
why-project-closed = انتهى المشروع.
why-standing-applicant = لم يُبتّ في طلبك بعد.
why-standing-suspended = حسابك معلّق.
why-standing-deactivating = حسابك في مهلة ما قبل الإيقاف.
why-standing-deactivated = حسابك موقوف.

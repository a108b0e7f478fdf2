# /help: what one can do now, and what everybody can count on.

help-unknown = لا يوجد أمر { $command }. هذا هو الموجود.
help-now = <b>خطوتك التالية</b>
help-next-start = • أجب عن الأسئلة الأولى، ثم يمكنك الاستلام.
help-next-job = • الحزمة { $number } مفتوحة حتى { $due }.
help-next-late = • انتهى وقت الحزمة { $number }، وما زال يمكن تسليم { $count ->
    [zero] تقييماتها المنجزة
    [one] تقييم واحد منجز
    [two] تقييمين منجزين
    [few] { $count } تقييمات منجزة
    [many] { $count } تقييمًا منجزًا
   *[other] { $count } تقييم منجز
 }.
help-next-method = • لك أموال، ولا نعرف بعد إلى أين نرسلها.
help-next-review = • ينتظر حكمك { $count ->
    [zero] لا شيء
    [one] تقييم أو اعتراض واحد
    [two] تقييمان أو اعتراضان
    [few] { $count } تقييمات واعتراضات
    [many] { $count } تقييمًا واعتراضًا
   *[other] { $count } تقييم واعتراض
 }.
help-next-call = • انشر إعلانًا حيث توجد مهام مفتوحة.
help-next-batches = • اطّلع على الدفعات التي تنتظر ردّك.
help-next-standing = • لا يمكنك الاستلام الآن. اعرف السبب والمدة وكيف تتظلّم.
help-next-course = • يبدأ <b>{ $project }</b> بتدريب أو اختبار تجده في /work.
help-next-claim = • في <b>{ $project }</b> حزمة لك، { $money } لكل مهمة، تجدها في /work.
help-next-listed = • رقمك { $place } في قائمة الانتظار. تصلك الحزمة المناسبة.
help-next-list = • لا شيء يناسبك الآن. سجّل في قائمة الانتظار لتصلك الحزمة المناسبة، والسبب في /work.
help-promises = <b>ما يمكنك الاعتماد عليه</b>
    • <b>الأجر.</b> أجر كل مهمة وموعده يُعرضان قبل الاستلام ولا يتغيّران بعده. وما دُفع لا يُسترد أبدًا: /pay
    • <b>الاعتراض.</b> مع كل حكم وكل قرار يخصّك زر للاعتراض، ويبتّ فيه شخص آخر: /standing
    • <b>السؤال.</b> يجيبك إنسان خلال { $days ->
        [zero] اليوم نفسه
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
     }: /support
button-go-on-start = متابعة
button-help-call = نشر إعلان
button-to-projects = المشاريع
button-to-health = حالة النظام
refused-next = { $said } ويبيّن /help ما يمكنك فعله الآن.

# The terms of pay, before a claim and on a job.

button-terms = الشروط
terms-head = 📋 <b>شروط { $project }</b>
terms-price = <b>{ $money } للمهمة الواحدة.</b> نحو { $time } لكل منها، أي { $hourly } في الساعة ({ $basis }).
terms-if-accepted = • إذا قُبلت: { $percent } ٪، { $money }
terms-if-fixed = • إذا قُبلت مع تصحيح: { $percent } ٪، { $money }
terms-if-rejected = • إذا رُفضت: { $percent } ٪، { $money }؛ ويُذكر لك السبب ويمكنك الاعتراض
terms-if-flagged = • إذا أُبلغ عنها بحق بدل تقييمها: { $percent } ٪، { $money }
terms-review = 🔎 <b>المراجعة:</b> { $days ->
    [0] تُقبل فور تسليمها.
    [zero] تُقبل فور تسليمها.
    [one] خلال يوم واحد من التسليم. وما لم يحكم فيه أحد حتى ذلك الحين يُقبل.
    [two] خلال يومين من التسليم. وما لم يحكم فيه أحد حتى ذلك الحين يُقبل.
    [few] خلال { $days } أيام من التسليم. وما لم يحكم فيه أحد حتى ذلك الحين يُقبل.
    [many] خلال { $days } يومًا من التسليم. وما لم يحكم فيه أحد حتى ذلك الحين يُقبل.
   *[other] خلال { $days } يوم من التسليم. وما لم يحكم فيه أحد حتى ذلك الحين يُقبل.
 }
terms-no-client = 🤝 <b>العميل:</b> الأجر لا ينتظر العميل. ما قُبل فهو مستحق لك.
terms-client = 🤝 <b>العميل:</b> أمامه { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
 } بعد موعد المراجعة ليؤكد، أي { $whole ->
    [zero] { $whole } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $whole } أيام
    [many] { $whole } يومًا
   *[other] { $whole } يوم
 } من التسليم في المجموع. والسكوت تأكيد. ورفض ما سبق قبوله علينا لا عليك.
terms-pay-day = 📅 <b>يوم الدفع:</b> كل { $day }، والقادم { $next }.
terms-least = ما كان أقل من { $money } ينتظر يوم دفع لاحقًا، وأقصى الانتظار { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
 }.
terms-frozen = 🔒 حين تستلم حزمة تُثبَّت لها هذه الشروط، ولا تمسّها التغييرات اللاحقة.
terms-frozen-on = 🔒 مثبَّتة لحزمتك { $number }، ولا تمسّها التغييرات اللاحقة.

# On the card of a call.

call-quality = مع تصحيح { $fixed } ٪، ومع الرفض { $rejected } ٪
call-client = وأمام العميل بعد ذلك { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
 } ليؤكد؛ والسكوت تأكيد

# Claims under terms that are gone.

refused-terms-changed = تغيّرت الشروط بعد كتابة هذه الرسالة. انظر الجديدة أولًا: /work أو البطاقة الجديدة.
refused-terms-held = حُجز مكان بالشروط الحالية حتى { $until }؛ وعلى الشروط الأسوأ أن تنتظر. إيقاف المشروع يمنع حجزًا جديدًا.
refused-terms-drawn = قرعة بالشروط الحالية تنتهي { $until }؛ وعلى الشروط الأسوأ أن تنتظر نهايتها.

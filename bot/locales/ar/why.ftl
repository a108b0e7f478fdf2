# Why there is nothing: dates and reasons that `/work` knows, the most of a day, a streak of skips.

work-why-more = … و{ $count ->
    [zero] لا شيء غيرها
    [one] مشروع آخر
    [two] مشروعان آخران
    [few] { $count } مشاريع أخرى
    [many] { $count } مشروعًا آخر
   *[other] { $count } مشروع آخر
 } في الأسفل.
work-quiet = 🌙 ساعات هدوئك حتى { $until }. ولا تصلك الإعلانات قبلها إلا وأنت في القائمة.
why-head = <b>لماذا لا شيء غير هذا</b>
why-none = في كل مشروع مفتوح عمل لك. الأمر /work يعرضه.
button-why = لماذا لا شيء غيره ({ $count })
why-all-done = لم يبقَ فيه ما يُعمل. لا موعد معروفًا لمزيد.
why-all-with-others = مهامه كلها عند آخرين. أقرب موعد تسليم { $until }؛ وما لم يُنجز حتى ذلك الحين يعود.
why-places-held = كل الأماكن محجوزة. يعود أولها متاحًا { $until } إن لم يُؤخذ.
why-call-scheduled = إعلانه التالي { $until }.
why-seen-elsewhere = المفتوح فيه قُيّم من حساب آخر يُدفع له إلى جهة الدفع نفسها. إن كان هذا خطأ فاسأل من /support.
why-jobs-a-day = استلمتَ أقصى ما يُعطى لشخص في اليوم: { $cap ->
    [zero] لا حزم
    [one] حزمة واحدة
    [two] حزمتان
    [few] { $cap } حزم
    [many] { $cap } حزمة
   *[other] { $cap } حزمة
 }. المزيد من { $until }.
why-project-jobs-a-day = استلمتَ منه أقصى ما يُعطى لشخص في اليوم: { $cap ->
    [zero] لا حزم
    [one] حزمة واحدة
    [two] حزمتان
    [few] { $cap } حزم
    [many] { $cap } حزمة
   *[other] { $cap } حزمة
 }. المزيد من { $until }.
why-earnings-a-day = كسبتَ اليوم { $most } أو أكثر، وهو أقصى ما يكسبه شخص في اليوم. المزيد من { $until }.
why-paused-skips-until = تخطّيتَ مهام كثيرة متتالية، فأنت موقوف مؤقتًا حتى { $until }. ينتهي ذلك من تلقاء نفسه.

refused-all-done = لم يبقَ في هذا ما يُعمل. الأمر /work يعرض أعمالًا أخرى.
refused-all-with-others = المهام كلها عند آخرين حتى { $until }. الأمر /work يسجّلك في قائمة الانتظار.
refused-places-held = كل الأماكن محجوزة حتى { $until }. الأمر /work يسجّلك في قائمة الانتظار.
refused-call-scheduled = الإعلان التالي { $until }. الأمر /work يعرض أعمالًا أخرى.
refused-jobs-a-day = استلمتَ أقصى ما يُعطى لشخص في اليوم: { $cap ->
    [zero] لا حزم
    [one] حزمة واحدة
    [two] حزمتان
    [few] { $cap } حزم
    [many] { $cap } حزمة
   *[other] { $cap } حزمة
 }. عد { $until }: /work
refused-project-jobs-a-day = استلمتَ من هذا المشروع أقصى ما يُعطى لشخص في اليوم: { $cap ->
    [zero] لا حزم
    [one] حزمة واحدة
    [two] حزمتان
    [few] { $cap } حزم
    [many] { $cap } حزمة
   *[other] { $cap } حزمة
 }. التالية { $until }؛ والأمر /work يعرض أعمالًا أخرى.
refused-earnings-a-day = كسبتَ اليوم { $most } أو أكثر، وهو أقصى ما يكسبه شخص في اليوم. عد { $until }: /work
refused-seen-elsewhere = المفتوح في { $project } قُيّم من حساب آخر يُدفع له إلى جهة الدفع نفسها. إن كان هذا خطأ فاسأل من /support.
refused-paused-skips-until = تخطّيتَ مهام كثيرة متتالية، فأنت موقوف مؤقتًا حتى { $until }. ينتهي ذلك من تلقاء نفسه؛ والاعتراض من /support.

skips-paused = ⏸ <b>توقف مؤقت حتى { $until }</b>
    تخطّيتَ { $count ->
    [zero] لا مهام
    [one] مهمة واحدة
    [two] مهمتين متتاليتين
    [few] { $count } مهام متتالية
    [many] { $count } مهمة متتالية
   *[other] { $count } مهمة متتالية
 }، فلا تُعرض عليك حزم جديدة حتى ذلك الحين. تبقى لك الحزم المفتوحة وما كسبتَه. ينتهي التوقف من تلقاء نفسه ولا يُحسب عليك في شيء آخر.
    إن كان العيب في المهام، أو كنت ترى غير ذلك، فاكتب إلينا.
data-field-skip-streak = مهام متتالية تُخطّيت

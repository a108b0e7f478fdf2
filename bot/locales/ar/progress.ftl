# How a project gets on.

button-chart = رسم بياني
button-to-project = إلى المشروع
progress-head = 📊 <b>{ $project }</b>
progress-done = وصل <b>{ $done }</b> من { $slots } تقييم
progress-work = قيد العمل { $work }، والمتبقي { $open }
progress-due = { $jobs ->
    [zero] لا حزم مفتوحة، { $when }
    [one] حزمة مفتوحة واحدة، موعدها { $when }
    [two] حزمتان مفتوحتان، أقربهما موعدًا { $when }
    [few] { $jobs } حزم مفتوحة، أقربها موعدًا { $when }
    [many] { $jobs } حزمة مفتوحة، أقربها موعدًا { $when }
   *[other] { $jobs } حزمة مفتوحة، أقربها موعدًا { $when }
 }
progress-review = { $count ->
    [zero] لا شيء بانتظار المراجعة
    [one] تقييم واحد بانتظار المراجعة
    [two] تقييمان بانتظار المراجعة
    [few] { $count } تقييمات بانتظار المراجعة
    [many] { $count } تقييمًا بانتظار المراجعة
   *[other] { $count } تقييم بانتظار المراجعة
 }
progress-tasks = حُسمت { $decided } من { $tasks } مهمة، وسُحبت { $pulled }
progress-pace = الوتيرة: <b>{ $pace }</b> تقييم في اليوم ({ $days ->
    [zero] بلا أيام
    [one] آخر يوم كامل
    [two] آخر يومين كاملين
    [few] آخر { $days } أيام كاملة
    [many] آخر { $days } يومًا كاملًا
   *[other] آخر { $days } يوم كامل
 }، التقييمات: { $ratings })؛ واليوم حتى الآن { $today }
progress-pace-none = الوتيرة: لم يكتمل يوم بعد؛ واليوم { $today ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $today } تقييمات
    [many] { $today } تقييمًا
   *[other] { $today } تقييم
 }
progress-no-tasks = لا مهام بعد.
progress-all-in = لم يعد ينقص أي تقييم.
progress-stands-still = لا يُستلم من المشروع شيء الآن، فلا يمكن معرفة نهايته.
progress-too-little = متى ينتهي: لا يكفي ما لدينا بعد. يلزم { $days ->
    [zero] صفر من الأيام الكاملة
    [one] يوم كامل واحد
    [two] يومان كاملان
    [few] { $days } أيام كاملة
    [many] { $days } يومًا كاملًا
   *[other] { $days } يوم كامل
 } و{ $ratings ->
    [zero] صفر من التقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $ratings } تقييمات
    [many] { $ratings } تقييمًا
   *[other] { $ratings } تقييم
 }، من آخر { $most ->
    [zero] صفر من الأيام
    [one] يوم واحد
    [two] يومين
    [few] { $most } أيام
    [many] { $most } يومًا
   *[other] { $most } يوم
 }.
progress-end = متى ينتهي: <b>من { $first } إلى { $last }</b>، في 8 من 10 حالات، بهذه الوتيرة (الأيام: { $days }، التقييمات: { $ratings }؛ المتبقي: { $left })
progress-end-day = متى ينتهي: <b>{ $day }</b>، في 8 من 10 حالات، بهذه الوتيرة (الأيام: { $days }، التقييمات: { $ratings }؛ المتبقي: { $left })
progress-end-open = متى ينتهي: ليس قبل <b>{ $first }</b>؛ والأيام متفاوتة جدًا فلا يُعرف آخرها (الأيام: { $days }، التقييمات: { $ratings }؛ المتبقي: { $left })
chart-progress-title = التقييمات في اليوم، من { $since } إلى { $until }
chart-progress-done = وصل { $done } من { $total } ({ $percent }٪)
chart-progress-per-day = لكل يوم؛ واليوم الحالي أفتح لونًا لأنه لم ينتهِ
chart-progress-nothing = لا تقييمات في هذه الأيام
project-pause-jobs = { $jobs ->
    [0] لا حزم مفتوحة.
    [zero] لا حزم مفتوحة.
    [one] الحزمة المفتوحة مستمرة ويُدفع أجرها.
    [two] الحزمتان المفتوحتان مستمرتان ويُدفع أجرهما.
    [few] الحزم المفتوحة وعددها { $jobs } مستمرة ويُدفع أجرها.
    [many] الحزم المفتوحة وعددها { $jobs } مستمرة ويُدفع أجرها.
   *[other] الحزم المفتوحة وعددها { $jobs } مستمرة ويُدفع أجرها.
 }
project-pause-held = { $held ->
    [zero] لا أماكن محجوزة،
    [one] المكان المحجوز يسقط
    [two] المكانان المحجوزان يسقطان
    [few] الأماكن المحجوزة وعددها { $held } تسقط
    [many] الأماكن المحجوزة وعددها { $held } تسقط
   *[other] الأماكن المحجوزة وعددها { $held } تسقط
 } ما لم تفتح من جديد قبل { $until }.
project-pause-calls = { $calls ->
    [0] لا إعلان قائم.
    [zero] لا إعلان قائم.
    [one] الإعلان القائم لا يعطي شيئًا حتى تفتح من جديد.
    [two] الإعلانان القائمان لا يعطيان شيئًا حتى تفتح من جديد.
    [few] الإعلانات القائمة وعددها { $calls } لا تعطي شيئًا حتى تفتح من جديد.
    [many] الإعلانات القائمة وعددها { $calls } لا تعطي شيئًا حتى تفتح من جديد.
   *[other] الإعلانات القائمة وعددها { $calls } لا تعطي شيئًا حتى تفتح من جديد.
 } والإعلانات المجدولة تُتخطى في هذه الأثناء.

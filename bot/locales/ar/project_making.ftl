# Making a project in the chat, and changing one.

button-project-new = مشروع جديد
button-project-go-on = متابعة مسودتك
button-edit-project = تعديل
button-project-file = ملفه
button-project-draft = إلى المسودة
button-project-create = إنشاء المشروع
button-project-drop = حذف المسودة
button-project-save = حفظ
button-project-save-typo = حفظ، فهو خطأ كتابي فقط
button-project-more = تعديل شيء آخر
button-project-key = أبقِ { $key }
button-project-any-language = أي لغة
button-project-languages-done = هذه اللغات
button-project-none-due_minutes = بلا وقت محدد
button-project-none-languages = أي لغة
button-project-none-content_warning = بلا تنبيه

project-field-name = الاسم
project-field-key = المفتاح
project-field-scheme = نظام التقييم
project-field-pay = أجر المهمة
project-field-time = وقت المهمة
project-field-languages = اللغات
project-field-guidelines = الإرشادات
project-field-tasks_per_job = مهام الحزمة
project-field-overlap = التكرار
project-field-due_minutes = وقت الحزمة
project-field-review_days = مهلة المراجعة
project-field-content_warning = تنبيه عن المحتوى
project-field-line = { $field }: <b>{ $value }</b>
project-none-languages = أي لغة
project-none-due_minutes = ثلاثة أضعاف الوقت المتوقع
project-none-content_warning = لا تنبيه
project-value-days = { $count ->
    [0] يُقبل فورًا
    [zero] يُقبل فورًا
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
 }

project-how-name = اكتب الاسم الذي يقرؤه الناس، بما لا يزيد على { $most } حرفًا.
project-how-key = اكتب الاسم القصير للأوامر: من 2 إلى 40 من a–z و0–9 و-. يبقى كما هو دائمًا.
project-how-pay = اكتب أجر التقييم الواحد مع العملة، مثل <code>0.40 USD</code>. تبقى العملة كما هي دائمًا.
project-how-time = كم ثانية تستغرق المهمة، من { $least } إلى { $most }؟ كن صادقًا: بعد 20 حزمة يحل محلها الوقت المقيس.
project-how-languages = بأي لغات يجب أن يعمل الناس؟ تكفي واحدة منها. لرموز أخرى اكتبها، مثل <code>en pt-BR</code>.
project-how-guidelines = اكتب كيف يكون التقييم، بتنسيق إن شئت، أو أرسله ملفًا نصيًا (.md أو .txt)، بما لا يزيد على { $most } حرف.
project-how-tasks_per_job = اكتب عدد المهام في الحزمة الواحدة، من { $least } إلى { $most }.
project-how-overlap = اكتب كم شخصًا يقيّم كل مهمة، من { $least } إلى { $most }.
project-how-due_minutes = اكتب وقت الحزمة كلها بالدقائق، من { $least } إلى { $most }.
project-how-review_days = اكتب بعد كم يوم يُقبل التقييم تلقائيًا، من { $least } إلى { $most }.
project-how-content_warning = اكتب ما ينبغي أن يعرفه الناس قبل الاستلام، بما لا يزيد على { $most } حرف.

project-ask-head = <b>مشروع جديد</b> · { $nth } من { $count } · { $field }
project-ask-scheme = ما الذي يُسأل عنه في كل مهمة؟ اختر واحدًا؛ وتريك البطاقة النموذجية كيف يبدو قبل إنشاء أي شيء.
project-draft-head = <b>مشروعك الجديد</b>
project-draft-missing = ما زال ينقص: { $fields }.
project-draft-faults = <b>هذا لا يصلح بعد:</b>
project-draft-fault = { $field }: { $what }
project-draft-rate = أي <b>{ $money } في الساعة</b>، بحسب تقديرك.
project-draft-rest = والباقي كالمعتاد: { $overlap }، ومهام الحزمة { $tasks }، ووقتها ثلاثة أضعاف المتوقع، وتُقبل التقييمات بعد { $days ->
    [zero] صفر من الأيام
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
 }. للعمل المصحَّح { $fixed }٪ وللمرفوض { $rejected }٪، ولا عميل يسبق الدفع.
project-draft-hint = يمكن تغيير كل شيء لاحقًا إلا المفتاح والعملة. جرّب البطاقة النموذجية ثم أنشئه؛ ويُفتح مع أول مهامه.
project-edit-head = <b>تعديل { $project }</b> · الإصدار { $version }
project-edit-hint = كل ما عدا ذلك في ملفه: خذه وعدّله وأرسله هنا من جديد.
project-edit-ask = <b>{ $project }: { $field }</b>
project-edit-now = الآن: { $value }
project-edit-preview = <b>{ $project }: { $field }</b>
project-edit-change = { $old }
    ← <b>{ $new }</b>
project-edit-keeps = يسري على الحزم التي تُستلم من الآن. { $jobs ->
    [0] لا حزم مفتوحة الآن.
    [zero] لا حزم مفتوحة الآن.
    [one] الحزمة المفتوحة تبقى لها شروطها.
    [two] الحزمتان المفتوحتان تبقى لهما شروطهما.
    [few] الحزم المفتوحة وعددها { $jobs } تبقى لها شروطها.
    [many] الحزم المفتوحة وعددها { $jobs } تبقى لها شروطها.
   *[other] الحزم المفتوحة وعددها { $jobs } تبقى لها شروطها.
 }
project-means-name = يقرأ الناس الاسم الجديد في كل مكان؛ ويبقى المفتاح.
project-means-guidelines = من عمل بالإرشادات السابقة يقرأ هذه قبل حزمته التالية، إلا إن كان التغيير خطأ كتابيًا فقط.
project-means-tasks_per_job = تعدّ الإعلانات المفتوحة حزمها من جديد.
project-means-overlap = يسري على المهام التي تُستورد من الآن؛ { $tasks ->
    [0] ولا مهام بعد.
    [zero] ولا مهام بعد.
    [one] والمهمة الموجودة تبقى كما هي.
    [two] والمهمتان الموجودتان تبقيان كما هما.
    [few] والمهام الموجودة وعددها { $tasks } تبقى كما هي.
    [many] والمهام الموجودة وعددها { $tasks } تبقى كما هي.
   *[other] والمهام الموجودة وعددها { $tasks } تبقى كما هي.
 }
project-means-due_minutes = الحزم التي تُستلم من الآن لها هذا الوقت.
project-means-review_days = تقييمات الحزم التي تُستلم من الآن تُقبل بعدها.
project-means-languages = يحدد من يستطيع الاستلام من الآن؛ وتُظهره بطاقات الإعلانات المفتوحة.
project-means-content_warning = يظهر على بطاقات الإعلانات، ويُسأل عنه قبل الاستلام.
project-edited = ✅ عُدّل <b>{ $project }</b> (الإصدار { $version }). يسري على الحزم التي تُستلم من الآن.
project-file-caption = ملف { $project }. عدّل ما شئت وأرسله هنا من جديد: فينشأ إصدار جديد يسري على الحزم التي تُستلم بعده.
project-file-no-price = ما يدفعه العميل للمشرفين وليس فيه؛ ويبقى كما هو.

refused-project-text = اكتب حرفًا واحدًا على الأقل، و{ $most } على الأكثر.
refused-project-whole = اكتب عددًا صحيحًا، من { $least } إلى { $most }.
refused-project-languages = اكتب رموز لغات مثل en أو pt-BR تفصل بينها مسافات.
refused-project-language = { $wrong } ليس رمز لغة. اكتب رموزًا مثل en أو pt-BR تفصل بينها مسافات.
refused-project-key = اكتب من 2 إلى 40 من a–z و0–9 و-، مثل { $example }.
refused-project-key-taken = يوجد مشروع بالمفتاح { $key }. اختر مفتاحًا آخر.
refused-project-draft-gone = انتهت هذه المسودة أو حُذفت. يعرض /projects ما يوجد.
refused-project-unfinished = ما زال شيء ناقصًا؛ افتح المسودة لترى ما هو.
refused-project-same = هذا هو الموجود حاليًا.
refused-project-level = يطلب المشروع مستوى في لغاته. ألغِ ذلك أولًا: [مستوى اللغة].
refused-project-meanwhile = غيّر أحدهم المشروع في هذه الأثناء. لم يتغيّر شيء؛ انظر وابدأ من جديد إن لزم.
refused-project-not-text = هذا ليس ملفًا نصيًا بترميز UTF-8. اكتب الإرشادات، أو أرسل ملف .md أو .txt.

journal-act-project-edited = عُدّل المشروع في المحادثة

# Projects: list, card, import, export.

projects-head = <b>المشاريع</b>
projects-none = لا مشاريع بعد. أنشئ مشروعًا بسبعة أسئلة، أو أرسل ملف مشروع (YAML) هنا؛ وفي /help مثال عليه.
projects-line = { $state } <b>{ $name }</b> · وصل { $done } من { $slots } تقييم · { $tasks ->
    [zero] لا مهام
    [one] مهمة واحدة
    [two] مهمتان
    [few] { $tasks } مهام
    [many] { $tasks } مهمة
   *[other] { $tasks } مهمة
 }
project-state-draft = 📝
project-state-open = 🟢
project-state-paused = ⏸
project-state-closed = ⚫️
project-head = <b>{ $name }</b> · { $key } · الإصدار { $version }
project-progress = { $bar } { $percent }٪
project-counts = وصل { $done } من { $slots } تقييم، وقيد العمل { $work }، والمتبقي { $open }
    حُسمت { $decided } من { $tasks } مهمة، وسُحبت { $pulled }
project-terms = { $money } للمهمة · { $hourly } في الساعة ({ $basis }) · { $overlap } · { $tasks } في الحزمة · المراجعة { $days } ي
project-is-draft = هذه مسودة: أرسل ملف مهام (JSONL أو CSV) هنا وانشره ليُفتح المشروع.
project-is-paused = ⏸ <b>المشروع متوقف مؤقتًا:</b> لا يمكن لأحد استلام حزم.
project-is-closed = المشروع مغلق.
button-call = نشر إعلان
button-pause = إيقاف مؤقت
button-open = فتح من جديد
button-import = استيراد مهام
button-export = تصدير
button-guidelines-show = الإرشادات
project-import-hint = أرسل ملف مهام هنا، حتى 20 م.ب: JSONL أو CSV، أو أزواجًا أو درجات أو محادثات كما تكتبها أدوات أخرى، ومعها .gz أيضًا. ترى تقريرًا وعيّنة قبل نشر أي شيء.
button-pulled-count = المهام المسحوبة ({ $count })
project-made = ✅ المشروع <b>{ $name }</b> ({ $key })، الإصدار { $version }. الخطوة التالية: أرسل ملف مهام هنا.
project-file-faults = ❌ <b>{ $name } ليس ملف مشروع صالحًا بعد.</b> لم يتغيّر شيء. صحّح ما يلي وأرسله من جديد:
guidelines-head = <b>الإرشادات</b> · { $name }
import-which = <b>لأي مشروع مهام الملف { $file }؟</b>
import-no-project = لا يوجد مشروع لهذه المهام بعد. أرسل ملف مشروع (YAML) أولًا.
import-head = 📄 <b>{ $file }</b> للمشروع { $project }
import-counts = { $rows ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $rows } صفوف
    [many] { $rows } صفًا
   *[other] { $rows } صف
 } ({ $format }): يمكن نشر { $good }، ورُفض { $bad }.
import-gold = { $count ->
    [zero] ليس لأي منها إجابة معروفة للتحقق من الجودة؛ وما له إجابة لا يشغل مكانًا.
    [one] لواحدة منها إجابة معروفة، وستُستخدم للتحقق من الجودة؛ ولا تشغل مكانًا.
    [two] لاثنتين منها إجابة معروفة، وستُستخدمان للتحقق من الجودة؛ ولا تشغلان مكانًا.
    [few] لعدد { $count } منها إجابة معروفة، وستُستخدم للتحقق من الجودة؛ ولا تشغل مكانًا.
    [many] لعدد { $count } منها إجابة معروفة، وستُستخدم للتحقق من الجودة؛ ولا تشغل مكانًا.
   *[other] لعدد { $count } منها إجابة معروفة، وستُستخدم للتحقق من الجودة؛ ولا تشغل مكانًا.
 }
import-plan = الحاصل { $ratings ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $ratings } تقييمات
    [many] { $ratings } تقييمًا
   *[other] { $ratings } تقييم
 }، وللمتعاقدين { $money }.
import-faults-head = <b>المرفوض:</b>
import-more-faults = … و{ $count } غيرها.
button-all-faults = كل الأسطر المرفوضة
import-report-caption = كل سطر مرفوض مع سبب رفضه.
import-sample-head = <b>عيّنة كما يراها المتعاقد:</b>
button-publish = نشر { $count }
button-publish-rest = نشر { $count } وترك { $refused }
button-drop-file = عدم النشر
import-nothing = لا شيء فيه يمكن نشره.
import-published = ✅ <b>الدفعة { $batch }:</b> { $tasks ->
    [zero] لا مهام مفتوحة
    [one] مهمة واحدة مفتوحة
    [two] مهمتان مفتوحتان
    [few] { $tasks } مهام مفتوحة
    [many] { $tasks } مهمة مفتوحة
   *[other] { $tasks } مهمة مفتوحة
 } في المشروع { $project }. { $called ->
    [0] انشر إعلانًا ليراها الناس.
   *[other] والإعلان القائم يحتسبها من الآن.
 }
import-dropped = تُرك الملف، ولم يُنشر شيء.
file-not-understood = { $name } ليس ملف مشروع (.yaml) ولا ملف مهام (.jsonl أو .json أو .csv، ومعها .gz أيضًا). لم يتغيّر شيء.
file-unfetched = لم يسلّم Telegram الملف { $name }، فلم يتغيّر شيء. يُرجى إرساله مرة أخرى. وما زاد على 20 م.ب يُقسَّم، أو يُستورد على الخادم: hiringhall import PROJECT FILE
file-too-large = حجم { $name } هو { $size }؛ ولا يتيح Telegram للبوتات تنزيل أكثر من 20 م.ب. اضغطه (فبصيغة .jsonl.gz يكون غالبًا خُمس حجمه)، أو قسّمه، أو استورده على الخادم حيث لا حدّ كهذا: hiringhall import PROJECT FILE

# What can be wrong in a file, behind "line N, field:".
fault-line = السطر { $line }، { $field }: { $what }
fault-line-whole = السطر { $line }: { $what }
fault-file-whole = الملف: { $what }
fault-already-imported = هذا المعرّف موجود في المشروع من قبل
fault-bad-amount = ليس عددًا عشريًا صريحًا مثل "0.40"
fault-bad-form = ليس بالشكل الصحيح
fault-bad-utf8 = ليس نصًا بترميز UTF-8
fault-duplicate-id = هذا المعرّف مذكور في الملف من قبل
fault-duplicate-key = الاسم نفسه مذكور هنا مرتين
fault-empty = فارغ
fault-lone-surrogate = يحتوي نصف حرف
fault-missing = ناقص
fault-needs-languages = يحتاج إلى حقل اللغات بجانبه
fault-not-a-language = ليس رمز لغة مثل en أو pt-BR
fault-not-an-option = ليس من القيم المسموح بها
fault-not-csv = ليس CSV سليمًا
fault-not-finite = ليس عددًا منتهيًا
fault-not-json = ليس JSON سليمًا
fault-not-yaml = ليس YAML سليمًا
fault-nul-character = يحتوي حرف NUL
fault-number-too-long = عدد كثير الأرقام
fault-out-of-range = خارج المدى المسموح به
fault-same-responses = نصّها هو نصّ إجابة أخرى
fault-text-and-messages = فيه text وmessages معًا؛ والمطلوب أحدهما
fault-too-deep = التداخل فيه أعمق من المسموح
fault-too-exact = أدق من أصغر وحدة في العملة
fault-too-few-cells = خاناته أقل من اللازم
fault-too-few-responses = إجاباته أقل من اللازم
fault-too-large = أكبر من المسموح
fault-too-long = أطول من المسموح
fault-too-many-cells = خاناته أكثر من المسموح
fault-too-many-faults = الأخطاء كثيرة جدًا؛ لم يُقرأ الباقي
fault-too-many-responses = إجاباته أكثر من المسموح
fault-too-many-rows = صفوفه أكثر من المسموح؛ لم يُقرأ الباقي
fault-too-many-turns = أدواره أكثر من المسموح
fault-unknown-column = عمود غير معروف
fault-unknown-currency = ليس عملة من ISO 4217
fault-unknown-field = حقل غير معروف
fault-unknown-format = ليس بصيغة معروفة
fault-unknown-role = ليس دورًا في محادثة
fault-unknown-scheme = ليس من أنظمة التقييم هنا؛ الأمر /projects ثم «أنظمة التقييم» يسردها
fault-wrong-type = نوعه غير صحيح
fault-alias = مرجع أو مرساة (alias)، وهو غير مسموح به هنا
fault-tag = وسم (tag)، وهو غير مسموح به هنا

# A figure behind a fault.
fact-limit = بحد أقصى { $value }
fact-least = على الأقل { $value }
fact-most = بحد أقصى { $value }
fact-above = أكبر من { $value }
fact-count = وُجد { $value }
fact-first = أول ظهور في السطر { $value }
fact-twin = مطابق للرقم { $value }
fact-expected = المتوقع: { $value }
fact-size = الحجم { $value }
fact-id = { $value }

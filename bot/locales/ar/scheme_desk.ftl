# أنظمة التقييم: القائمة، وإنشاء نظام، وتجربته.

button-schemes = أنظمة التقييم
button-sample = عرض البطاقة النموذجية
button-sample-leave = إغلاق النموذج
schemes-head = <b>أنظمة التقييم</b>: ما يُسأل عنه في كل مهمة
schemes-line = { $own } <b>{ $title }</b> · { $name } · { $count ->
    [zero] بلا أسئلة
    [one] سؤال واحد
    [two] سؤالان
    [few] { $count } أسئلة
   *[other] { $count } سؤالًا
 }
schemes-hint = 📦 مرفق مع البوت، ✏️ من عندكم. يذكر كل مشروع نظامه في ملفه. أنشئ نظامًا جديدًا هنا أو أرسل ملف نظام (YAML).
button-scheme-new = نظام جديد
button-scheme-go-on = متابعة مسودتي
scheme-head = <b>{ $title }</b> · { $name }
scheme-saved = ✅ <b>حُفظ.</b> اكتب «{ $line }» في ملف المشروع لاستعماله.
scheme-users = تستعمله: { $projects }
scheme-keeps = يبقى كل مشروع على النسخة التي بدأ بها. أرسل ملف المشروع مرة أخرى ليأخذ نسخة أحدث.
button-scheme-change = تعديل
button-scheme-copy = إنشاء نظامي منه
button-scheme-file = كملف
button-scheme-delete = حذف
scheme-delete-ask = <b>هل يُحذف { $title }؟</b> لا يستعمله أي مشروع، ولا يمكن استرجاعه.
button-scheme-delete-yes = نعم، احذفه
scheme-file-own = النظام { $name }. عدّله وأرسله هنا من جديد؛ وباسم آخر يصبح نظامًا آخر.
scheme-file-packaged = النظام { $name }. عدّل ما تشاء وأعطه اسمًا آخر وأرسله هنا.
scheme-file-faults = ❌ <b>الملف { $name } ليس نظام تقييم بعد.</b> لم يتغيّر شيء. أصلح ما يلي وأرسله من جديد:
scheme-staged-head = 📄 <b>{ $title }</b> · { $name } · { $file }
scheme-not-yet = لم يُحفظ شيء بعد. انظر أولًا إلى البطاقة النموذجية: هذا ما سيراه الناس.
scheme-replaces = يوجد نظام بهذا الاسم. الحفظ يحل محله في المشاريع القادمة، وكل مشروع يستعمله يبقى على نسخته.
button-scheme-save = حفظ باسم { $name }

# ما يعرضه النظام وما يسأل عنه.
scheme-title-pairwise = أي الإجابتين أفضل
scheme-shown-one = يرى الناس إجابة واحدة.
scheme-shown-two = يرى الناس إجابتين بترتيب عشوائي.
scheme-shown-several = يرى الناس من { $least } إلى { $most } إجابات بترتيب عشوائي.
scheme-shown-none = يرى الناس مهمة ويكتبون.
scheme-shown-talk = يرى الناس محادثة.
scheme-question = <b>{ $nth }. { $question }</b>
scheme-answers = { $kind }: { $answers }
scheme-answer-kind = { $kind }
scheme-part-choice = خيار واحد
scheme-part-compare = مقارنة بين أ و ب
scheme-part-scale = مقياس أرقام
scheme-part-many = عدة خيارات
scheme-part-pick = أفضل إجابة
scheme-part-rank = ترتيب
scheme-part-text = نص
scheme-optional = الجواب عنه غير لازم
scheme-each-response = يُسأل عن كل إجابة
scheme-each-turn = يُسأل عن كل رد
scheme-works = يمكن نسخ الإجابة وتحسينها
scheme-words-least = { $words ->
    [zero] بلا حد أدنى للكلمات
    [one] كلمة واحدة على الأقل
    [two] كلمتان على الأقل
    [few] { $words } كلمات على الأقل
   *[other] { $words } كلمة على الأقل
 }
scheme-links-least = { $count ->
    [zero] بلا روابط
    [one] مع رابط واحد على الأقل
    [two] مع رابطين على الأقل
    [few] مع { $count } روابط على الأقل
   *[other] مع { $count } رابطًا على الأقل
 }
scheme-long = يمكن أن يكون عدة رسائل
scheme-only-if = فقط إذا كان جواب السؤال { $nth }: { $answers }
scheme-only-if-none = فقط بعد بعض أجوبة السؤال { $nth }

# إنشاء نظام.
scheme-shows-ask = <b>نظام جديد.</b> ماذا يرى الناس حين يجيبون؟
scheme-shows-replaces = لديك مسودة؛ المسودة الجديدة تحل محلها.
button-shows-one = إجابة واحدة
button-shows-two = إجابتان للمقارنة
button-shows-several = من إجابتين إلى خمس
button-shows-none = بلا إجابة: الناس يكتبونها
button-shows-talk = محادثة من عدة أدوار
scheme-unnamed = نظام جديد
scheme-draft-head = ✏️ <b>{ $title }</b> (مسودة)
scheme-draft-whole = اكتمل. انظر إلى البطاقة النموذجية ثم احفظه.
scheme-lacks = <b>قبل الحفظ:</b>
scheme-lack = { $what }
scheme-lack-questions = أضف سؤالًا.
scheme-lack-all = يجب أن يُطرح سؤال واحد على الأقل دائمًا وأن يكون الجواب عنه لازمًا.
scheme-lack-options = ليس للسؤال { $nth } خيارات بعد.
scheme-lack-when = اختر بعد أي أجوبة يُطرح السؤال { $nth }.
scheme-lack-question = السؤال { $nth }: { $what }
button-scheme-question = { $nth }. { $question }
button-scheme-add = ＋ إضافة سؤال
button-scheme-name = تسميته
button-scheme-rename = اسم آخر
button-scheme-translate = ترجمة (ملف)
button-scheme-drop = حذف المسودة
scheme-kinds-ask = <b>كيف يُجاب عن السؤال؟</b>
scheme-kind-choice = <b>{ $kind }</b>: نقرة على جواب تكتبه أنت.
scheme-kind-compare = <b>{ $kind }</b>: من «أ أفضل بكثير» إلى «ب أفضل بكثير»، أو متعادلتان، أو كلتاهما سيئة.
scheme-kind-scale = <b>{ $kind }</b>: نقرة واحدة، مثلًا من 0 إلى 4.
scheme-kind-many = <b>{ $kind }</b>: كل ما ينطبق مما تكتبه.
scheme-kind-pick = <b>{ $kind }</b>: نقرة على الأفضل.
scheme-kind-rank = <b>{ $kind }</b>: كل الإجابات بدءًا من الأفضل.
scheme-kind-text = <b>{ $kind }</b>: الناس يكتبون رسالة.
scheme-words-ask = <b>اكتب السؤال</b> كما سيقرؤه الناس، بحد أقصى { $most } حرفًا.
scheme-words-old = هو الآن: { $question }
scheme-words-no-letters = يرى كل شخص الإجابات بترتيب آخر، فلا تذكر أ أو ب. لسؤال «أيهما أفضل» خذ «أفضل إجابة» أو «مقارنة».
scheme-options-ask = <b>{ $question }</b>
    اكتب الخيارات، كل خيار في سطر: من 2 إلى { $most }، وكل منها بحد أقصى { $signs } حرفًا.
scheme-name-ask = <b>ما اسم النظام؟</b> اكتبه بحروف لاتينية، مثلًا: { $example }. تستعمل ملفات المشاريع الاسم هكذا: { $name }.
scheme-question-options = ليس له خيارات بعد.
scheme-question-hint = انقر ما تريد تغييره.
button-question-options = كتابة الخيارات
button-question-others = خيارات أخرى
button-question-words = كلمات أخرى
button-question-up = ↑ إلى الأعلى
button-question-remove = إزالة
button-question-done = العودة إلى النظام
button-question-when = متى يُطرح: دائمًا أو فقط إذا …
button-turn-required = الجواب لازم
button-turn-long = عدة رسائل
button-turn-links = يلزم رابط
button-turn-works = تحسين الإجابة
button-turn-each = عن كل واحدة
button-turn-words = { $words ->
    [0] بلا حد أدنى للكلمات
    [one] كلمة واحدة على الأقل
    [two] كلمتان على الأقل
    [few] { $words } كلمات على الأقل
   *[other] { $words } كلمة على الأقل
 }
scheme-when-ask = <b>على أي سؤال يعتمد؟</b>
scheme-when-values = <b>بعد أي أجوبة يُطرح؟</b> انقر كل ما يُحسب.
button-when-always = يُطرح دائمًا
scheme-translate-how = المسودة كملف. ضع خلف كل { $labels } الترجمة مكان الكلمات الإنجليزية وأرسل الملف هنا: ستراه مرة أخرى قبل الحفظ.

# تجربة نظام.
sample-head = 🔎 <b>نموذج.</b> انقر واكتب كما سيفعل الناس؛ لا يُحفظ شيء ولا يُدفع عنه.
sample-prompt = ما الطريقة الجيدة لحفظ الخبز طازجًا بضعة أيام؟
sample-prompt-more = وفي الصيف حين يشتد الحر؟
sample-answer-1 = احفظه في كيس من الكتان أو في علبة خبز، وجهة القطع إلى أسفل. ولمدة أطول جمّده شرائح.
sample-answer-2 = ضعه في الثلاجة. الخبز يبقى أطول في البرد.
sample-answer-3 = لفّه بورق الألمنيوم واتركه قرب الموقد.
sample-answer-4 = اشترِ أقل، واشترِ مرات أكثر.
sample-answer-5 = يُخبز الخبز من الدقيق والماء والملح.
project-staged = 📄 <b>الملف { $file } يغيّر ما يسأل عنه { $project }.</b> لم يُنشر شيء بعد.
project-staged-hint = بعد النشر يسري على الحزم الجديدة، ومن لديه حزمة يتابعها كما بدأها.
toast-project-scheme-newer = تغيّر نظام التقييم في هذه الأثناء. يُرجى مراجعته من جديد.
button-project-publish = نشر النسخة الجديدة
project-scheme = نظام التقييم: { $title }

journal-act-scheme-saved = حُفظ نظام تقييم
journal-act-scheme-deleted = حُذف نظام تقييم
journal-thing-scheme = نظام التقييم { $which }
journal-fact-questions = الأسئلة

refused-only-sample = هذا نموذج: الزر يعمل في الحزمة.
refused-sample-gone = انتهى هذا النموذج: فُتح بعده نموذج آخر. افتحه من جديد من حيث جاء.
refused-no-scheme = لا يوجد نظام تقييم { $name }. الأمر /projects ثم «أنظمة التقييم» يسردها.
refused-scheme-used = يستعمله { $project }، { $count ->
    [zero] فهو باقٍ.
    [one] فهو باقٍ. أغلق ذلك المشروع أولًا.
    [two] وهو أحد مشروعين، فهو باقٍ. أغلقهما أولًا.
    [few] وهو أحد { $count } مشاريع، فهو باقٍ. أغلقها أولًا.
   *[other] وهو أحد { $count } مشروعًا، فهو باقٍ. أغلقها أولًا.
 }
refused-scheme-name-taken = { $name } نظام مرفق مع البوت. يُرجى اختيار اسم آخر.
refused-scheme-name = يُرجى البدء بحرف لاتيني واستعمال حرفين على الأقل، مثل: { $example }. ملفات المشاريع تحتاج إليها.
refused-scheme-draft-gone = انتهت هذه المسودة: حُفظت أو حُذفت أو بدأت أخرى. الأمر /projects ثم «أنظمة التقييم» يعرض الموجود.
refused-scheme-no-questions = لن يُسأل شيء عن مهمة كهذه. أضف سؤالًا أولًا.
refused-scheme-unfinished = ما زال شيء ناقصًا؛ المسودة تقول ما هو.
refused-scheme-full = لكل نظام { $most } سؤالًا بحد أقصى.
refused-scheme-empty = لا كلمات فيه. يُرجى كتابته من جديد.
refused-scheme-long = { $count } حرفًا؛ الحد الأقصى { $most }. يُرجى كتابته من جديد أقصر.
refused-scheme-options-count = { $count ->
    [zero] لا خيارات
    [one] خيار واحد
    [two] خياران
    [few] { $count } خيارات
   *[other] { $count } خيارًا
 }؛ يلزم من 2 إلى { $most }، كل خيار في سطر. يُرجى كتابتها من جديد.
refused-scheme-option-long = «{ $option } …» أطول من أن يسعه زر: بحد أقصى { $most } حرفًا. يُرجى كتابة الخيارات من جديد.
refused-scheme-option-twice = «{ $option }» مكرر. يُرجى كتابة الخيارات من جديد.
refused-scheme-order = يعتمد على السؤال الذي فوقه، فهو يبقى تحته.
refused-scheme-of-another = لا يغيّر هذا النظام إلا من أنشأه ومنسقو القاعة كلها والمشرفون. اختر اسمًا آخر لنظامك.

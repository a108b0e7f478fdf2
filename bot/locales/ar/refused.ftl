# Every "no", with what to do instead. At most 200 characters: most are shown as toasts.

refused-stale-button = هذا الزر من رسالة قديمة. الأمر /work يعيدك إلى حيث أنت.
refused-not-yours = هذا الزر يخص حزمة شخص آخر.
refused-anonymous = لا يمكن للمشرفين المجهولين ولا للقنوات فعل هذا. يُرجى استخدام المحادثة الخاصة باسمك.
refused-shared-id = المعرّف { $id } مشترك بين كثيرين في Telegram؛ فلا يمكن أن يكون له دور.
refused-button-due = المطلوب هنا زر لا رسالة. مسودتك محفوظة؛ المس إجابة على البطاقة.
refused-nothing-to-write = لا شيء ينتظر رسالة منك الآن. الأمر /work يريك ما يمكنك فعله.
refused-edit-unused = تلك الرسالة ليست إجابة عن المهمة الحالية؛ لم يتغيّر شيء.
refused-kind-unused = { $kind ->
    [photo] لا أستطيع قراءة الصور. حيث تُطلب كلمات فاكتبها نصًا. مسودتك محفوظة، ويبيّن /work المطلوب.
    [voice] لا أستطيع الاستماع. حيث تُطلب كلمات فاكتبها نصًا؛ ومعظم لوحات المفاتيح تقبل الإملاء. مسودتك محفوظة، ويبيّن /work المطلوب.
    [video] لا أستطيع مشاهدة الفيديو. حيث تُطلب كلمات فاكتبها نصًا. مسودتك محفوظة، ويبيّن /work المطلوب.
    [audio] لا أستطيع الاستماع. حيث تُطلب كلمات فاكتبها نصًا. مسودتك محفوظة، ويبيّن /work المطلوب.
    [sticker] الملصق ليس إجابة هنا. المس زرًا، أو اكتب حيث تُطلب كلمات. مسودتك محفوظة، ويبيّن /work المطلوب.
    [document] لا حاجة إلى ملف منك هنا. حيث تُطلب كلمات فاكتبها نصًا. مسودتك محفوظة، ويوصلك /support بإنسان.
    [location] لا أحتاج إلى موقعك ولا أحتفظ به. منطقتك الزمنية في /settings.
    [contact] لا أحتاج إلى جهة اتصال ولا أحتفظ بها. /support يوصلك بإنسان.
    [poll] الاستطلاع ليس إجابة هنا. المس زرًا، أو اكتب حيث تُطلب كلمات؛ ويبيّن /work المطلوب.
   *[other] لا يُفهم هنا إلا النص والأزرار. مسودتك محفوظة؛ ويبيّن /work المطلوب، ويوصلك /support بإنسان.
 }
refused-too-few-words = يُرجى كتابة { $needed } من الكلمات على الأقل؛ وفي هذا النص { $words ->
    [zero] صفر
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $words } كلمات
    [many] { $words } كلمة
   *[other] { $words } كلمة
 }.
refused-submitting = الحزمة قيد التسليم. تراجع أولًا إذا أردت تغيير شيء.
refused-unfinished = لم تكتمل بعد. المفتوح: المهمة { $tasks }.
refused-undo-over = انتهى وقت التراجع؛ سُلّمت الحزمة.
refused-job-submitted = سُلّمت الحزمة { $number } من قبل.
refused-job-settled = سُوّيت الحزمة { $number } من قبل.
refused-job-given-back = أُرجعت الحزمة { $number }.
refused-job-expired = انتهى وقت الحزمة { $number }. ما أنهيته يمكن تسليمه من إشعارها.
refused-job-released = أُعيدت الحزمة { $number } إلى الدور من جانبنا.
refused-extended-once = يمكن تمديد وقت الحزمة مرة واحدة فقط.
refused-slots-gone = قيّم آخرون هذه المهام في هذه الأثناء؛ لم يبقَ ما يُسلَّم.
refused-no-call = هذا الإعلان غير موجود.
refused-call-closed = هذا الإعلان مغلق.
refused-call-size = اكتبه هكذا: /call PROJECT 12 أو /call PROJECT 12 draw. عدد الحزم عدد صحيح من 1 فصاعدًا؛ ومن دونه كلها.
refused-call-posted-already = نُشر هذا الإعلان من قبل. الأمر /call يبدأ إعلانًا آخر.
refused-draw-over = عُدّت الأيدي وتُوزَّع الحزم الآن. بعد لحظة تُظهر البطاقة ما بقي.
refused-place-gone = لم يعد البوت في { $title }. لم يُنشر شيء. الأمر /groups يبيّن ما العمل.
refused-place-no-rights = لا يحق للبوت أن يكتب في { $title }. لم يُنشر شيء. الأمر /groups يبيّن ما العمل.
refused-place-topic-closed = ذلك الموضوع في { $title } مغلق أو محذوف. لم يُنشر شيء.
refused-place-not-there = لا يمكن نشر إعلان هناك الآن. الأمر /groups يبيّن السبب.
refused-telegram-silent = لا يجيب Telegram في هذه اللحظة. يُرجى المحاولة بعد دقيقة.
refused-place-none-chosen = اختر مكانًا واحدًا على الأقل أولًا.
refused-seen-all = مرّت عليك كل المهام المفتوحة الآن في { $project }. الأمر /work يعرض أعمالًا أخرى.
refused-all-taken = سبقك غيرك: استُلمت الحزم كلها. الأمر /work يسجّلك في قائمة الانتظار.
refused-no-call-open = لا إعلان مفتوحًا لهذا الآن.
refused-language = يتطلب هذا { $languages }. أضفها من /settings إن كنت تعمل بها.
refused-open-jobs-cap = لديك { $cap ->
    [zero] { $cap } حزمة مفتوحة
    [one] حزمة مفتوحة واحدة
    [two] حزمتان مفتوحتان
    [few] { $cap } حزم مفتوحة
    [many] { $cap } حزمة مفتوحة
   *[other] { $cap } حزمة مفتوحة
 }، وهو أقصى عدد في آن واحد. سلّم إحداها أو أرجعها أولًا: /work
refused-paused = أنت موقوف مؤقتًا حتى { $until }.
refused-standing-applicant = لم يُبتّ في طلبك بعد. تُبلَّغ هنا فور البتّ فيه.
refused-standing-suspended = حسابك معلّق ولا يمكنك استلام شيء الآن. الأمر /standing يبيّن إلى متى ولماذا وكيف تتظلّم.
refused-standing-deactivating = عملك هنا يوشك أن ينتهي: أنهِ الحزم المفتوحة، ولا يمكن استلام جديدة. الأمر /standing يبيّن إلى متى وكيف تتظلّم.
refused-standing-deactivated = حسابك موقوف ولا يمكنك استلام شيء. الأمر /standing يبيّن السبب؛ وتبقى لك /pay و /settings و /support.
refused-project-draft = المشروع { $project } مسودة: استورد المهام وانشرها أولًا.
refused-project-paused-call = المشروع { $project } متوقف مؤقتًا، فلا يُنشر له إعلان. افتحه من جديد في /projects ثم انشر الإعلان.
refused-project-paused = المشروع { $project } متوقف مؤقتًا.
refused-project-closed = انتهى المشروع { $project }.
refused-no-project = لا يوجد مشروع { $key }. الأمر /projects يسرد المشاريع.
refused-no-open-tasks = لا مهام مفتوحة في { $project }. استورد المهام وانشرها أولًا.
refused-currency-fixed = تبقى عملة المشروع { $currency }. أنشئ مشروعًا جديدًا لعملة أخرى.
refused-chat-not-registered = تلك المجموعة ليست مجموعة عمل. سجّلها من /groups.
refused-bot-not-in-chat = البوت ليس في تلك المجموعة.
refused-not-coordinator = هذا للمنسّقين.
refused-not-admin = هذا للمشرفين.
refused-file-used = اتُّخذ القرار في هذا الملف من قبل. أرسله من جديد لتبدأ من الأول.
refused-import-faults = { $count ->
    [zero] لم يُرفض أي سطر
    [one] رُفض سطر واحد
    [two] رُفض سطران
    [few] رُفضت { $count } أسطر
    [many] رُفض { $count } سطرًا
   *[other] رُفض { $count } سطر
 }؛ انشر من دونها أو صحّح الملف.
refused-import-empty = لا شيء في الملف يمكن نشره.
refused-no-format = لا توجد صيغة { $form }. المعروف: { $known }.
refused-held-cap = لديك أماكن محجوزة بالفعل ({ $cap }). أجب أولًا عن الأسئلة في محادثتنا الخاصة، ثم يمكنك استلام المزيد.
refused-role-held = هذا الدور ممنوح من قبل.
refused-role-gone = سُحب هذا الدور من قبل.
refused-last-admin = المشرف الأخير يبقى. امنح الدور لشخص آخر أولًا.
refused-last-decider = لا يستطيع غيره أن يجيب عن التظلّم { $number }، وهو لا ينتهي من تلقاء نفسه. ليُجَب عنه أولًا، أو عيّن محكِّمًا آخر يضغط «ابدأ» هنا.
refused-admin-of-project = المشرف يكون للقاعة كلها؛ احذف المشروع من الأمر.
refused-roles-usage = اكتب: /roles grant ID ROLE [PROJECT]، بمعرّف رقمي وأحد الأدوار reviewer أو coordinator أو client أو arbiter أو admin.
refused-last-language = لا بد من بقاء لغة عمل واحدة.
refused-done-already = تم ذلك من قبل.
refused-too-many-options = اختر { $most } منها على الأكثر.
refused-too-few-options = اختر { $least ->
    [one] واحدًا
    [two] اثنين
   *[other] { $least }
 } منها على الأقل، ثم «تم».
refused-too-few-links = ينقص رابط: { $links } من { $needed }.

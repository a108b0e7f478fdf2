# The hall: help, groups, roles, and what a button or command cannot do.

help-contractor = <b>كيف يسير العمل</b>
    1. يظهر إعلان في مجموعة عملك. المس <b>استلام حزمة</b> فتُفتح الحزمة هنا.
    2. قيّم كل مهمة بلمسة واحدة. كل لمسة تُحفظ فورًا؛ ويمكنك الرجوع أو التخطّي أو الإبلاغ أو إرجاع الحزمة دون أي كلفة.
    3. سلّم الحزمة. لديك { $seconds } ث للتراجع. قد يراجعها مراجع؛ وعند انتهاء مدة المراجعة تُقبل تلقائيًا.

    /work · حزمتك، وما يمكنك استلامه، وقائمة الانتظار، والسبب عندما لا يوجد شيء
    /pay · ما كسبته، وما ينتظره، ومتى يُدفع
    /standing · وضعك وسببه وكيف تتظلّم
    /settings · اللغة، ولغات العمل، والمنطقة الزمنية، وساعات الهدوء
    /support · اسأل عن أي شيء، ويجيبك إنسان
    /verify · هل الرسالة منا حقًا، ومعه رقمها
    /help · هذه الصفحة
help-coordinator = <b>للمنسّقين</b>
    • أرسل ملف مشروع (YAML) هنا لإنشاء مشروع، وملف مهام (JSONL أو CSV) لاستيراد المهام.
    /desk · كل ما ينتظرك، مرتبًا حسب موعده
    /projects · التقدّم والاستيراد والتصدير والإيقاف المؤقت
    /call · نشر إعلان في مجموعات العمل؛ ويعمل /call PROJECT في المجموعة أيضًا
    /groups · المجموعات التي فيها البوت، وأيها مجموعات عمل
    /broadcast · رسالة واحدة إلى كثيرين، مع معاينة وتقرير
    يبدو ملف المشروع هكذا:
help-project-example =
    key: better-answer
    name: Which answer is better?
    scheme: pairwise
    guidelines: |
      Choose the answer that helps more.
    pay: {"{"}per_task: "0.40", currency: USD{"}"}
    minutes_per_task: 2
    overlap: 3
    tasks_per_job: 5
    review_days: 3
help-admin = <b>للمشرفين</b>
    /payrun · ما يُدفع تاليًا، وملف الدافع، وتعليم ما أُرسل وما دُفع
    /people · ابحث عن شخص: وضعه وعمله وماله، وكل قرار بشأنه
    /appeals · من يتظلّم من قرار، والموعد الذي تجيب فيه
    /roles · من له أي دور؛ والمنح بالأمر /roles grant ID ROLE [PROJECT]
    /health · هل كل شيء على ما يرام، وما العمل إن لم يكن

group-use-private = يُرجى استخدام المحادثة الخاصة معي لهذا الأمر.

roles-head = <b>الأدوار</b>
roles-line = { $role } · { $name } ({ $id }){ $where }
roles-where = { " " }في { $project }
roles-hint = أو اكتب: /roles grant ID ROLE [PROJECT]. ROLE هو reviewer أو coordinator أو client أو arbiter أو admin؛ وID هو معرّف الشخص الرقمي في Telegram.
roles-granted = ✅ تم المنح: دور { $role } لصاحب المعرّف { $id }.
roles-told = 🔑 لديك الآن دور { $role }{ $where }. يعرض /help ما يمكنك فعله.
roles-told-taken = لم يعد لديك دور { $role }{ $where }. تبقى أعمالك ومستحقاتك كما هي.
role-reviewer = مراجع
role-coordinator = منسّق
role-client = عميل
role-arbiter = محكِّم
role-admin = مشرف
button-revoke = سحب دور { $role }{ $where } من { $name }
toast-revoked = سُحب الدور.

alert-wrong = حدث خطأ من جانبنا (الرقم { $number }). ما فعلته من قبل محفوظ. يُرجى المحاولة مرة أخرى؛ والأمر /work يريك أين وصلت.
alert-admin = ⚠️ وُضع جانبًا برقم { $number }: { $error }. يخص التحديث { $update }؛ والتفاصيل في السجل.

command-work = حزمتك وما يمكنك استلامه
command-settings = اللغة والمنطقة الزمنية وساعات الهدوء
command-help = كيف يسير العمل
command-start = ابدأ، أو تابع من حيث توقفت
command-projects = المشاريع والاستيراد والتصدير
command-review = مراجعة التقييمات وحسم الاعتراضات
command-call = نشر إعلان
command-groups = مجموعات العمل
command-roles = من له أي دور
command-health = هل كل شيء على ما يرام

# التصدير: الصيغ والمرشحات والملفات.
export-which = <b>تصدير { $name } بصيغة:</b>
export-filter-hint = ▾ يحدد ما يدخل في الملف؛ اضغط الزر مرة أخرى للخطوة التالية. ثم اضغط صيغة: يأتي الملف مع بطاقة بياناته.
export-by-verdict = ▾ { $accepted ->
    [yes] المقبولة فقط
   *[no] أي حكم
 }
export-by-days = ▾ { $days ->
    [0] كل الوقت
    [one] آخر يوم
    [two] آخر يومين
    [few] آخر { $days } أيام
   *[other] آخر { $days } يومًا
 }
export-by-confidence = ▾ { $least ->
    [0] أي ثقة
   *[other] ثقة ‏{ $least }٪+
 }
export-by-agreement = ▾ { $least ->
    [0] أي اتفاق
   *[other] اتفاق ‏{ $least }٪+
 }
export-raw = الأصوات الخام (كل شيء)
export-trl-preference = تفضيل TRL
export-trl-unpaired = TRL بلا أزواج (KTO)
export-trl-completion = إجابات TRL
export-openai-dpo = OpenAI DPO
export-ultrafeedback-binarized = أزواج UltraFeedback
export-helpsteer2 = درجات HelpSteer2
export-helpsteer2-preference = تفضيل HelpSteer2
export-helpsteer3-preference = تفضيل HelpSteer3
export-arena-33k = Arena 33k
export-arena-140k = Arena 140k
export-label-studio = Label Studio
export-crowd-kit = تصنيفات crowd-kit
export-crowd-kit-pairwise = أزواج crowd-kit
export-caption = { $name } · { $form } · { $rows ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $rows } صفوف
    [many] { $rows } صفًا
   *[other] { $rows } صف
 }
export-part = الجزء { $part } من { $parts }؛ كل جزء ملف كامل بذاته.
export-empty = لا شيء في { $name } يمكن تصديره بصيغة { $form } بعد. تبين بطاقة البيانات ما تُرك.
export-card-caption = بطاقة البيانات: ما في الملف وما تُرك منه.
refused-export-scheme = مخطط { $scheme } لا يسأل عن شيء له مكان في { $form }. الصيغ المناسبة: { $fits }.
refused-export-verdict = لا تأخذ صيغة { $form } إلا التقييمات المسلَّمة أو المقبولة. اختر أحد هذين الحكمين أو صيغة raw.
refused-export-no-question = ليس في هذا المخطط سؤال يمكن أن تتفق إجاباته على المهمة كلها. صدّر من دون حد أدنى للاتفاق.
refused-export-not-measured = لم تُقس ثقة الإجابات بعد. صدّر من دون حد أدنى للثقة، أو انتظر الليلة القادمة.

# Drawing what is reviewed, verdicts given again, and how reviewers are checked.

journal-act-reviewed-again = روجع مرة ثانية
journal-act-second-decided = نظر شخص ثالث في حكم
review-left = { $project }: { $count ->
    [zero] لا تقييمات أخرى لم تُسحب
    [one] تقييم واحد آخر لم يُسحب
    [two] تقييمان آخران لم يُسحبا
    [few] { $count } تقييمات أخرى لم تُسحب
    [many] { $count } تقييمًا آخر لم يُسحب
   *[other] { $count } تقييم آخر لم يُسحب
 } للمراجعة، ويُقبل ذلك عند حلول الموعد. ويمكنك النظر فيها مع ذلك.
button-review-left = { $project }: غير مسحوبة ({ $count })
review-card-disagreement = ⚡ اختلف من قيّموا هذه المهمة.

# A verdict that took money and fell in the second look.

doubt-head = 🔍 <b>مراجعان مختلفان</b> · { $project }
doubt-why = أنقص الحكم الأول من الأجر. ووجد مراجع ثانٍ لم يعلم به أن العمل صحيح. لم يتغيّر شيء بذلك: أنت من يقرّر أيّهما يسري.
doubt-first = <b>المراجع الأول</b>
doubt-second = <b>المراجع الثاني، دون علم بالأول</b>
doubt-effect = إن كان الحكم الأول خطأ فللمقيِّم { $money } إضافية، ويُبلَّغ بذلك. وإن بقي فلا يُبلَّغ أحد.
doubt-was-upheld = حُسم الأمر: يبقى الحكم الأول.
doubt-was-overturned = حُسم الأمر: كان الحكم الأول خطأ، وما أنقصه مستحق.
doubt-was-lapsed = لم يعد هذا مطلوبًا: اعترض المقيِّم على الحكم.
button-doubt-overturn = كان خطأ: تُستحق { $money }
button-doubt-uphold = يبقى
button-doubt-desk = المكتب
toast-doubt-upheld = يبقى الحكم الأول.
toast-doubt-overturned = تُستحق { $money } إضافية.
doubt-righted = ⚖️ <b>كان حكم على عملك خطأ.</b> نظر شخص آخر من جديد في البند <code>{ $number }</code> من { $project }. لك { $money } إضافية تأتي مع دفعة الأجور القادمة بندًا يذكر البند القديم. لا يلزمك فعل شيء.
desk-doubts = { $count ->
    [zero] لا أحكام يختلف فيها مراجعان
    [one] حكم واحد يختلف فيه مراجعان
    [two] حكمان يختلف فيهما مراجعان
    [few] { $count } أحكام يختلف فيها مراجعان
    [many] { $count } حكمًا يختلف فيه مراجعان
   *[other] { $count } حكم يختلف فيه مراجعان
 }
button-desk-doubts = اختلاف

# How reviewers are checked.

button-reviewer = كيف كانت أحكامي
reviewer-head = 🔎 <b>كيف كانت أحكامك</b> في آخر 90 يومًا
reviewer-tier = الدرجة مراجعًا: <b>{ $tier } من 100</b>. دون { $least } ينظر مشرف هل تبقى مراجعًا.
reviewer-no-tier = لا درجة بعد: { $verdicts ->
    [zero] لا أحكام
    [one] حكم واحد
    [two] حكمان
    [few] { $verdicts } أحكام
    [many] { $verdicts } حكمًا
   *[other] { $verdicts } حكم
 } من { $least }، أو ما فُحص منها قليل.
reviewer-part-held = • ثبت { $right } من { $of } من الأحكام التي أنقصت أجرًا: لم ينقضها أحد في اعتراض (الوزن { $weight }{ $counts ->
    [yes] {""}
   *[no] ؛ أقل من أن يُحسب بعد
 }).
reviewer-part-alike = • اتفق { $right } من { $of } من الأحكام التي أعطاها شخصان (الوزن { $weight }{ $counts ->
    [yes] {""}
   *[no] ؛ أقل من أن يُحسب بعد
 }).
reviewer-part-known = • وافق { $right } من { $of } من الأحكام الجواب المعروف (الوزن { $weight }{ $counts ->
    [yes] {""}
   *[no] ؛ أقل من أن يُحسب بعد
 }).
reviewer-below = ⚠️ <b>أنت دون الدرجة المطلوبة.</b> تواصل عملك كما كان: ينظر مشرف في الأمر ويقرّر، وتُبلَّغ. افتح البنود أدناه لترى ما يقوم عليه ذلك.
reviewer-warning = ⚠️ درجتك مراجعًا { $tier }، وهي منخفضة. اقتُرح على مشرف أن ينظر في الأمر؛ ولا يتغيّر شيء قبل أن يقرّر شخص. [كيف كانت أحكامي] يذكر السبب.
reviewer-missed = <b>ما يشهد بخلافه</b>، والأحدث آخرًا:
reviewer-missed-overturned = • { $number }: نقضه شخص آخر، { $date }
reviewer-missed-differs = • { $number }: قال مراجع ثانٍ غير ذلك، { $date }
reviewer-missed-known = • { $number }: لم يوافق الجواب المعروف، { $date }
reviewer-how = <b>كيف يُحسب:</b> يذهب بعض أحكامك إلى مراجع ثانٍ لا يعلم بها، وجواب بعض المهام معروف. كل نوع فيه 5 أو أكثر يُحسب بوزنه؛ وقبل { $verdicts } حكمًا لا درجة. وما زال محل اعتراض لا يُحسب. لا يقرّر برنامج شيئًا: دون { $least } ينظر مشرف. إن كان رقم خطأ فاسأل في الدعم.
reviewer-proposal-head = 🔎 <b>مراجع دون الدرجة المطلوبة</b>: { $name } · { $number }
reviewer-proposal-hint = لم يتغيّر شيء. افتح البنود ثم قرّر: اسحب دور المراجع أو اصرف النظر. لا يُسحب غير هذا الدور، ويُبلَّغ الشخص بالسبب وبطريقة الاعتراض.
button-reviewer-take = اسحب الدور
toast-reviewer-taken = سُحب الدور وأُبلغ الشخص.
reviewer-taken = 🔎 <b>لم تعد مراجعًا هنا.</b> قرّر ذلك مشرف: كانت درجتك مراجعًا دون المنشورة. وهذا يقوم على هذه البنود: { $lines }. لا يمسّ ذلك عملك وأجرك ووضعك. إن كان ذلك خطأ فاكتب في الدعم: يجيبك شخص آخر.
detector-reviewer-tier = <b>مراجع دون الدرجة { $threshold }</b>: أحكام سقطت في اعتراضات، أو خالفت مراجعًا ثانيًا، أو لم توافق جوابًا معروفًا. يخص دور المراجع وحده.
detector-name-reviewer-tier = مراجع دون الدرجة المطلوبة
person-reviewer = <b>مراجعًا</b>
how-review = 🔎 <b>ما ينظر فيه شخص.</b> من كل مئة تقييم لمن هم جدد في مهارة تُسحب بالقرعة { $new } لمراجع، و{ $trusted } لمن درجتهم 60 أو أكثر؛ وقد يكون للمشروع نصيب خاص به. وتُسحب كل تقييمات مهمة اختلفت فيها الأصوات. ويُقبل الباقي عند موعد المراجعة. لا تعرف القرعة عنك غير الدرجة.
data-kind-second-verdicts = أحكام ثانية على عملك حسمها شخص ثالث
data-kind-second-verdicts-given = أحكام ثانية أصدرتها

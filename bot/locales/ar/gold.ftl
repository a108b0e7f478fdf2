# الإجابات المعروفة: ذهب المشروع، والشك في واحدة منها، وما يُخبر به الناس.

button-gold = الذهب
button-gold-copy = نسخ مهام محسومة إلى الذهب
button-gold-suspend = تعليقها
button-gold-keep = الإجابة المعروفة صحيحة
button-gold-correct = الصحيح: { $answer }
button-gold-choose = إجابة أخرى هي الصحيحة…
button-gold-withdraw = لا أحد يعرف: سحبها
gold-none = <b>لا ذهب في { $project } بعد.</b>
gold-how = الذهب مهمة إجابتها الصحيحة معروفة. تُخلط مع غيرها، وتبدو وتُدفع مثلها، وتُظهر مدى موثوقية التقييمات. أضف الإجابة المعروفة <code>gold</code> إلى المهام في الملف، أو انسخ مهام محسومة اتفق عليها الجميع.
gold-head = <b>ذهب { $project }</b>: { $count ->
    [one] مهمة واحدة
    [two] مهمتان
    [few] { $count } مهام
   *[other] { $count } مهمة
 } بإجابة معروفة
gold-figures = أُعطيت { $given } مرة، وأُجيب عنها { $answers } مرة، وأُخطئت { $missed } مرة
gold-doubted = { $count ->
    [one] ❓ إجابة معروفة واحدة محل شك.
    [two] ❓ إجابتان معروفتان محل شك.
    [few] ❓ { $count } إجابات معروفة محل شك.
   *[other] ❓ { $count } إجابة معروفة محل شك.
 }
gold-accuracy = دقة كل من أجاب: { $percent }٪ (ممهدة)، { $right } من { $total } صحيحة
gold-line = { $mark } <b>{ $task }</b>: أُعطيت { $given }، أُخطئت { $missed } من { $answers }
gold-task-head = <b>ذهب: { $task }</b> · { $project }
gold-is-open = تُخلط ضمن الحزم.
gold-is-suspended = ❓ <b>محل شك.</b> لا تُعطى لأحد، ولا تُحتسب أي نتيجة عليها، حتى يقرر أحد.
gold-is-withdrawn = سُحبت: لا تُحتسب أي نتيجة عليها، ولا تُعطى لأحد.
gold-is-pulled = سُحبت بعد تخطيها مرات: لا تُعطى لأحد.
gold-is-decided = تُركت جانبًا.
gold-known = <b>الإجابة المعروفة</b>
gold-others = <b>أُجيب بدلها</b> من { $count ->
    [one] شخص واحد
    [two] شخصين
    [few] { $count } أشخاص
   *[other] { $count } شخصًا
 }
gold-choice-head = <b>أي إجابة هي الصحيحة؟</b> { $task } · { $project }
gold-choice-answer = <b>اختيارك</b>
gold-choice-ask = <b>{ $question }</b>
gold-choice-effect = تصير هذه هي الإجابة المعروفة. يُعاد تقدير الجميع، ويُدفع ما رُفض بسبب القديمة، ويُخبر كل من يعنيه الأمر.
gold-choice-same = هذه هي الإجابة المعروفة كما هي. إن أبقيتها أُعطيت المهمة من جديد، واحتُسبت النتائج.
gold-doubted-notice = ❓ <b>{ $project }</b>: الإجابة المعروفة للمهمة { $task } محل شك. أخطأتها { $missed } من { $answers } إجابات، أكثرها من مقيّمين جيدين. لا تُعطى لأحد، ولا تُحتسب أي نتيجة عليها، حتى يقرر أحد.
toast-gold-copied = { $count ->
    [0] لم تبق مهمة محسومة اتفق عليها الجميع.
    [one] صارت مهمة واحدة ذهبًا. من قيّمها لا تُعطى له ثانية.
   *[other] عدد المهام التي صارت ذهبًا: { $count }. من قيّمها لا تُعطى له ثانية.
 }
refused-gold-gone = لم تعد لهذه المهمة إجابة معروفة. انظر إلى ذهب المشروع مرة أخرى.
refused-gold-decided = قرر أحد بشأن هذه الإجابة المعروفة. انظر إلى ذهب المشروع مرة أخرى.
refused-gold-right = لم تُخطأ الإجابة المعروفة هنا، أو لم تعد تُحتسب. اختر سببًا آخر، أو اقبل التقييم.

# لمن أخطأ واحدة.
reason-gold = إجابة معروفة أُخطئت
gold-missed-head = <b>إجابة معروفة أُخطئت</b> · { $project }، العمل { $number }
gold-missed-known = <b>الإجابة المعروفة</b>
gold-missed-counts = لبعض المهام إجابة معروفة مسبقًا. هذه تُحتسب في دقتك. وهي وحدها لا تكلفك شيئًا.
gold-missed-disputed = اعترضت. لا تُحتسب حتى يُحسم الاعتراض.
gold-missed-suspended = أجاب كثير من المقيّمين الجيدين بغيرها. ينظر فيها منسق، ولا تُحتسب حتى ذلك الحين.
gold-missed-void = لم تكن الإجابة المعروفة صحيحة: هذه لا تُحتسب.
gold-missed-dispute = هل الإجابة المعروفة خاطئة؟ اعترض حتى { $date }؛ يقرر شخص آخر خلال { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
   *[other] { $days } يومًا
 }، وإلا حُسم لصالحك.
gold-repaid = 💰 <b>لم تكن إجابة معروفة صحيحة.</b> رُفض بسببها تقييمك في العمل { $number } من { $project }. لك { $money }، وتأتي مع دورة الدفع القادمة كسطر يذكر السطر القديم { $line }. تقييمك يُحتسب من جديد.
gold-fell = <b>لم تكن إجابة معروفة صحيحة.</b> كنت قد أجبت بغيرها في العمل { $number } من { $project }. لم تعد تُحتسب عليك.
gold-outcome-upheld = <b>الإجابة المعروفة باقية.</b> السبب:
gold-outcome-overturned = <b>كنت على حق.</b> سقطت الإجابة المعروفة، ولم تعد تُحتسب على أحد.
gold-outcome-unanswered = <b>حُسم لصالحك:</b> لم يقرر أحد في الوقت. سقطت الإجابة المعروفة، ولم تعد تُحتسب على أحد.

# لمن يقرر في اعتراض.
button-gold-corrected = إجابته صحيحة
button-gold-overturned = لا إجابة مؤكدة: سحبها
button-gold-upheld = الإجابة المعروفة باقية
gold-effect-corrected = <b>تصير إجابة المتعاقد هي المعروفة.</b> يُعاد تقدير الجميع، ويُدفع كل ما رُفض بسبب القديمة.
gold-effect-overturned = <b>تُسحب الإجابة المعروفة.</b> لا تُحتسب أي نتيجة عليها، ويُدفع كل ما رُفض بسببها.
gold-effect-upheld = <b>الإجابة المعروفة باقية.</b> تُحتسب النتيجة من جديد.
button-confirm-gold-corrected = اجعلها الإجابة المعروفة
button-confirm-gold-overturned = اسحبها
button-confirm-gold-upheld = أبقها

# المكتب والسجل.
desk-gold = <b>{ $name }</b>: { $count ->
    [one] إجابة معروفة محل شك
    [two] إجابتان معروفتان محل شك
    [few] { $count } إجابات معروفة محل شك
   *[other] { $count } إجابة معروفة محل شك
 }
desk-more-gold = إجابات معروفة محل شك في مشاريع أخرى: { $count }
button-desk-gold = الإجابات المعروفة
journal-act-gold-copied = نُسخت مهام محسومة إلى الذهب
journal-act-gold-suspended = عُلّقت إجابة معروفة
journal-act-gold-kept = أُبقيت إجابة معروفة
journal-act-gold-corrected = صُححت إجابة معروفة
journal-act-gold-withdrawn = سُحبت إجابة معروفة

# ملف البيانات.
data-kind-known-answers = الإجابات المعروفة لمهام قيّمتها
data-field-correct = صحيحة
data-word-counts = تُحتسب
data-word-disputed = محل اعتراض
data-word-void = لا تُحتسب

# The notice of a step: what happens, why, what can be done about it; then the details.

step-head-warning = ⚠️ <b>إنذار</b> · { $number }
step-head-second-warning = ⚠️ <b>إنذار ثانٍ</b> · { $number }
step-head-suspension = ⛔ <b>تعليق</b> · { $number }
step-head-deactivation = 🛑 <b>إيقاف الحساب</b> · { $number }
step-head-hold = ⛔ <b>حجز مؤقت</b> · { $number }
step-head-block = 🚫 <b>منع من مشروع</b> · { $number }
step-head-closing = 🌍 <b>انتهاء العمل في بلدك</b> · { $number }

step-means-warning = <b>يمكنك مواصلة العمل كالسابق.</b> يُحسب هذا الإنذار حتى { $until }. وإن لم يحدث شيء آخر فقد انتهى عندها.
step-means-suspension = <b>لا يمكنك استلام حزم حتى { $returns }.</b> وبعدها يعود ذلك تلقائيًا دون أن تفعل شيئًا. والحزم التي لديك يمكنك إنهاؤها، ولها أجرها. ويُحسب هذا حتى { $until }.
step-means-deactivation = <b>يمكنك إنهاء حزمك المفتوحة حتى { $stops }، دون استلام حزم جديدة.</b> وبعدها ينتهي وصولك إلى العمل نهائيًا.
step-means-deactivation-at-once = <b>انتهى وصولك إلى العمل.</b> ما قيّمته سُلّم، وله أجره كأي عمل آخر.
step-means-hold = <b>لا يمكنك العمل الآن، ريثما ينظر شخص في الأمر.</b> ما قيّمته سُلّم. ويعود وصولك تلقائيًا في { $returns }، ما لم يقرر شخص غير ذلك قبلها.
step-means-hold-leaving = <b>لا يمكنك العمل الآن، ريثما ينظر شخص في الأمر.</b> ما قيّمته سُلّم. وينتهي هذا تلقائيًا في { $returns }، ما لم يقرر شخص غير ذلك قبلها. أما نهاية عملك هنا، التي أُبلغت بها، فتبقى كما هي.
step-means-block = <b>لم يعد بإمكانك استلام حزم من { $project }.</b> كل المشاريع الأخرى تبقى مفتوحة لك. والحزم التي لديك يمكنك إنهاؤها، ولها أجرها.
step-means-closing = <b>يمكنك إنهاء حزمك المفتوحة حتى { $stops }، دون استلام حزم جديدة.</b> تُنهي القاعة عملها في بلدك. ولا علاقة لهذا بجودة عملك.

step-why = <b>السبب:</b> { $reason } (<code>{ $code }</code>)
step-was-withdrawn = ✅ <b>سُحب هذا القرار { $date }.</b> لم يعد يُحسب عليك في شيء.
step-was-expired = ✔️ <b>انتهى منذ { $date }.</b>

step-appeal = ⚖️ <b>هل هذا خطأ؟ تكفي لمسة واحدة على «تظلّم»</b> حتى { $by }. { $who } يحسم الأمر، لا من اتخذ هذا القرار، خلال { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
 }. { $silence } ولا يغيّر التظلّم شيئًا آخر في وضعك.
step-appeal-who-admin = مشرف آخر
step-appeal-who-arbiter = محكِّم ليس من المشرفين
step-appeal-who-both = مشرف آخر أو محكِّم
step-appeal-who-none = شخص آخر
step-appeal-silence = وإن لم يحسم أحد فالقرار لصالحك.
step-appeal-silence-egregious = وإن لم يحسم أحد سُئل شخص آخر كل يوم حتى يأتي الجواب.
step-appeal-stops = وما دام تظلّمك مفتوحًا لا يسري هذا القرار.
step-appeal-over = ⚖️ كان التظلّم ممكنًا حتى { $by }.
step-appealed-open = ⚖️ <b>قدّمت تظلّمًا.</b> يأتيك الجواب حتى { $by }.
step-appealed-late = ⚖️ <b>قدّمت تظلّمًا.</b> كان موعد الجواب { $by }؛ ويُسأل شخص آخر كل يوم حتى يأتي.
step-appealed-upheld = ⚖️ قدّمت تظلّمًا، وكان الجواب أن القرار باقٍ.
step-appealed-overturned = ⚖️ قدّمت تظلّمًا، وكنت على حق.

step-dates = 📅 <b>المواعيد</b> بتوقيت { $zone }
step-date-decided = القرار: { $date }، من شخص ({ $role }) لا من برنامج
step-date-stops = نهاية الوصول إلى العمل: { $date }
step-date-stops-new = نهاية استلام حزم جديدة: { $date }
step-date-returns = عودة الوصول: { $date }
step-date-ends = نهاية علاقة العمل بيننا: { $date }

step-money = 💰 <b>مالك</b>
step-money-owed = المستحق لك: { $money }. يُدفع مع صرف الأجور { $date }.
step-money-owed-ends = المستحق لك: { $money }. يُدفع مع صرف الأجور { $date }، مهما كان قليلًا.
step-money-none = لا شيء مستحق لك في هذه اللحظة.
step-money-pending = بانتظار مراجع أو عميل: { $money }. يُحسم حتى { $date } على أبعد تقدير، ثم يُدفع مع صرف الأجور التالي.
step-money-stays = ما كسبته يبقى لك، مهما صار من هذا.

step-evidence = 🔎 <b>ما يستند إليه</b>: لمسة على الرقم في الأسفل تفتحه.
step-evidence-line = { $nth }. { $fact }، { $date }
step-evidence-numbered = { $nth }. { $fact } (<code>{ $number }</code>)، { $date }
step-evidence-event = { $nth }. { $fact }، { $date }: { $words }
step-evidence-more = والبقية خلف الأرقام في الأسفل.
step-fact-expired = حزمة انتهى وقتها
step-fact-rejected = تقييم رُفض
step-fact-reduced = تقييم خُفّض أجره
step-fact-refused-by-client = تقييم رفضه العميل
step-fact-event = ما رآه شخص
step-fact-event-at = ما رآه شخص
step-fact-account = حساب آخر
step-fact-shared-payout = حساب آخر له طريقة الدفع نفسها
step-fact-second-account = حساب آخر يشبه حسابك
step-fact-other = شيء لوحظ

step-rule = 📖 <b>القاعدة</b> (<code>{ $code }</code>، الإصدار { $version })
step-data = 🗂 كل ما نحفظه عنك: /settings، «بياناتي». للأسئلة: /support أو { $contact }.
step-data-only = 🗂 كل ما نحفظه عنك: /settings، «بياناتي». للأسئلة: /support.

button-appeal = ⚖️ تظلّم
button-my-appeal = ⚖️ تظلّمي
button-my-standing = وضعي
button-step-evidence = 🔎 { $nth }

# The published reasons, each as one plain sentence.

step-reason-expired-jobs = حزم استلمتها انتهى وقتها دون تسليم شيء.
step-reason-careless-work = تقييمات لك لم تُجرَ بعناية.
step-reason-low-accuracy = كثير من إجاباتك خاطئ حيث الإجابة الصحيحة معروفة.
step-reason-too-fast = وصلت تقييمات أسرع مما تُقرأ به المهام.
step-reason-copied-answers = إجابات مكتوبة كانت منسوخة وليست منك.
step-reason-conduct = عومل أشخاص هنا بلا احترام.
step-reason-second-account = استخدم الشخص نفسه أكثر من حساب.
step-reason-fraud = نيل أجر بالخداع أو محاولة ذلك.
step-reason-account-shared = عمل شخص آخر بحسابك، أو بيع الحساب أو أُعير.
step-reason-data-leaked = سُرّبت مهام أو بيانات أشخاص آخرين.
step-reason-threats = تهديد شخص بالأذى.
step-reason-legal-order = قانون أو محكمة أو سلطة تمنعنا من مواصلة العمل معك.
step-reason-region-closed = تُنهي القاعة عملها في بلدك.

# The rules, word for word as published. A changed rule is a new text with the next version; the
# old one stays, since notices cite it.

rule-expired-jobs-1 = الحزمة التي تستلمها تُسلَّم أو تُرجَع قبل نهاية وقتها. الإرجاع والاعتذار والتخطي بلا كلفة ولا يُحسب أبدًا. ما يُحسب هو حزمة انتهى وقتها ولم يُسلَّم منها شيء. ولا تُنهى حزمة أحد وهو يعمل عليها.
rule-careless-work-1 = كل مهمة تُقرأ إلى آخرها ويُجاب عنها بحسب إرشادات المشروع. ما يُحسب هو عمل رفضه مراجع أو عميل أو خفّض أجره، مع سبب مكتوب. وما اعترضت عليه لا يُحسب ما دام الاعتراض مفتوحًا، ولا إذا حُسم لصالحك.
rule-low-accuracy-1 = لبعض المهام إجابة معروفة مسبقًا. ما يُحسب هو أن تبقى إجاباتك دون ما يطلبه المشروع في عدد من هذه المهام يكفي لليقين. والإجابة التي اعترضت عليها لا تُحسب ما دام الاعتراض مفتوحًا؛ وإذا تبيّن أن الإجابة المعروفة خاطئة فلا تُحسب أبدًا.
rule-too-fast-1 = تستغرق المهمة الوقت الذي تستغرقه قراءتها. ما يُحسب هو تسليم تقييمات مرة بعد مرة في وقت أقل من ذلك. أما العمل السريع بعناية وقلة الساعات والاستراحات الطويلة والعمل ليلًا فلا تُحسب.
rule-copied-answers-1 = ما تكتبه يكون منك. ما يُحسب هو نص واحد سُلّم لعدة مهام لا يجيب عنها، أو نص مأخوذ من شخص آخر. وما يخمّنه برنامج عن أن آلة كتبت نصًا ليس دليلًا أبدًا.
rule-conduct-1 = في مجموعات العمل والأسئلة والإجابات يحترم بعضنا بعضًا. ما يُحسب هو إهانة الناس أو مضايقتهم أو الحط منهم، وإغراق المجموعات برسائل يضطر الآخرون إلى قراءتها. أما النقد والشكوى والاعتراض والتظلّم فلا تُحسب أبدًا.
rule-second-account-1 = يعمل كل شخص بحساب واحد. ما يُحسب هو أن يستلم شخص واحد العمل بعدة حسابات. ومن يتشاركون بيتًا أو هاتفًا أو حسابًا مصرفيًا ليسوا شخصًا واحدًا: قل ذلك في تظلّم فينتهي الأمر.
rule-fraud-1 = نيل الأجر بالخداع يُنهي العمل فورًا: عمل مختلق، هوية زائفة، تلاعب بالمراجعات، تواطؤ لنيل أجر بلا عمل. ولا بد أن تُثبته أدلة على الفعل. والأخطاء وضعف العمل ليسا خداعًا.
rule-account-shared-1 = عمل الحساب يؤديه صاحبه. بيع الحساب أو شراؤه أو إعارته أو تأجيره يُنهي العمل فورًا. ومن يقرأ لك الشاشة أو يكتب لك لا يشاركك حسابك.
rule-data-leaked-1 = تبقى المهام والإرشادات وما يُعرف عن الآخرين داخل القاعة. نشرها أو تمريرها يُنهي العمل فورًا. أما ما يخصك فهو لك: أجرك ووضعك وهذه الإشعارات وبياناتك يمكنك أن تُريها لمن تشاء.
rule-threats-1 = تهديد شخص بالعنف أو بأذى آخر، هنا أو بسبب العمل هنا، يُنهي العمل فورًا. أما الإعلان عن تظلّم أو شكوى أو دعوى أو إبلاغ الصحافة أو سلطة فليس تهديدًا.
rule-legal-order-1 = إذا منعنا قانون أو محكمة أو سلطة من مواصلة العمل مع شخص انتهى العمل فورًا. ويُذكر ذلك الأمر بقدر ما يسمح القانون.
rule-region-closed-1 = لا ينتهي العمل في بلد إلا بإشعار كل من فيه قبل 14 يومًا على الأقل. والحزم المفتوحة يمكن إنهاؤها حتى ذلك الحين، ويُدفع كل ما هو مستحق. ولا علاقة لهذا بجودة عمل أحد، ولا يبقى في سجل أحد.

# /standing: one status, why and since when, and what comes next.

stands-applicant = 🕓 <b>لم يُبتّ في طلبك بعد.</b>
stands-good = ✅ <b>وضعك سليم.</b> لا شيء يُحسب عليك.
stands-good-blocked = ✅ <b>وضعك سليم.</b> لكن مشروعًا مغلق أمامك.
stands-warned = ⚠️ <b>تلقيت إنذارًا.</b> يمكنك العمل كالسابق.
stands-warned-after = ⚠️ <b>يمكنك العمل كالسابق.</b> انتهى تعليقك، وما زال محسوبًا.
stands-suspended = ⛔ <b>حسابك معلّق</b>، ولا يمكنك استلام حزم. وما لديك يمكنك إنهاؤه.
stands-held = ⛔ <b>وصولك محجوز مؤقتًا</b> ريثما ينظر شخص في أمر ما.
stands-deactivating = 🛑 <b>عملك هنا يوشك أن ينتهي.</b> أنهِ ما لديك؛ لا يمكن استلام حزم جديدة.
stands-deactivated = 🛑 <b>حسابك موقوف.</b> تبقى لك الأوامر /pay و /standing و /settings و /support.
stands-since = منذ { $date }.
stands-why = السبب: { $reason }
stands-coming-over = 📅 التالي: { $date }. إن لم يحدث شيء آخر فقد انتهى عندها.
stands-coming-returns = 📅 التالي: { $date }. عندها يمكنك استلام الحزم ثانية دون أن تفعل شيئًا.
stands-coming-lapses = 📅 التالي: { $date }. عندها يعود وصولك، ما لم يقرر شخص غير ذلك قبلها.
stands-coming-stops = 📅 التالي: { $date }. عندها ينتهي وصولك إلى العمل.
stands-coming-ends = 📅 التالي: { $date }. عندها تنتهي علاقة العمل بيننا.
stands-coming-answered = 📅 التالي: { $date }. يأتيك الجواب عن تظلّمك حتى ذلك الحين، ولا يتغيّر شيء قبله.
stands-coming-resumes = 📅 التالي: { $date }. عندها تنتهي استراحتك.
stands-coming-unknown = 📅 التالي: لا موعد معروفًا. لا شيء جارٍ يمكن أن يغيّر هذا.
stands-coming-asked = 📅 التالي: لا موعد معروفًا. لك تظلّم ينتظر جوابه.
stands-paused-own = 🌙 أنت في استراحة اخترتها.
stands-paused-inactive = 🌙 أنت موقوف مؤقتًا لأنك غبت طويلًا. لا يُحسب هذا عليك في شيء؛ والأمر /work يعيدك.
stands-paused-skips = 🌙 أنت موقوف لمدة قصيرة بعد تخطيات كثيرة متتالية.
stands-paused-until = حتى { $date }.
stands-blocked = 🚫 لا يمكنك استلام حزم من { $project } منذ { $date }.
stands-appealed = ⚖️ تظلّمك { $number } يأتي جوابه حتى { $date }.
stands-appealed-late = ⚖️ كان ينبغي أن يأتي جواب تظلّمك { $number } حتى { $date }. يُسأل شخص آخر كل يوم حتى يأتي الجواب.
stands-quality = ⭐ الدرجات: { $tiers } (من 100)
stands-tier = { $skill } { $tier }
stands-quality-none = ⭐ لا درجة بعد: تأتي عند بلوغ عدد التقييمات { $least }.
stands-history-head = <b>كل ما تقرر بشأن وضعك</b>
stands-history-none = لم يتقرر ضدك شيء قط.
stands-history-line = { $kind } (<code>{ $number }</code>)، { $date }: { $state }
stands-history-appeal = ⚖️ التظلّم { $number }: { $state }
step-state-scheduled = يسري { $date }
step-state-effective = سارٍ
step-state-effective-until = سارٍ حتى { $date }
step-state-withdrawn = سُحب { $date }
step-state-expired = انتهى { $date }
appeal-state-open = مفتوح، وجوابه حتى { $date }
appeal-state-upheld = جاء الجواب: القرار باقٍ
appeal-state-overturned = جاء الجواب: كنت على حق
step-kind-warning = إنذار
step-kind-second-warning = إنذار ثانٍ
step-kind-suspension = تعليق
step-kind-deactivation = إيقاف الحساب
step-kind-hold = حجز مؤقت
step-kind-block = منع من مشروع
step-kind-closing = انتهاء العمل في بلدك
button-step = { $kind } { $number }
button-open-appeal = ⚖️ تظلّمي { $number }
button-history = كل ما كان حتى الآن
button-how-decided = كيف تُتخذ القرارات
command-standing = وضعك وسببه

# An appeal, as the one who made it sees it.

appeal-head = ⚖️ <b>تظلّمك { $number }</b> · { $kind } <code>{ $step }</code>
appeal-open = تظلّمك مفتوح. يجيب عنه شخص غير من اتخذ القرار حتى <b>{ $date }</b>. { $silence }
appeal-open-late = تظلّمك مفتوح، وكان ينبغي أن يأتي جوابه حتى <b>{ $date }</b>. يُسأل شخص آخر كل يوم حتى يأتي الجواب.
appeal-stops = وحتى ذلك الحين لا يسري القرار. ولا يغيّر التظلّم شيئًا آخر في وضعك.
appeal-stays = ولا يغيّر التظلّم شيئًا آخر في وضعك.
appeal-ask-words = 👉 <b>اكتب ما الخطأ في رسالة</b> إن شئت. والتظلّم قائم بلا كلمات أيضًا.
appeal-words = كلماتك:
appeal-answered-overturned = <b>كنت على حق.</b> سُحب القرار { $date }، ولم يعد يُحسب عليك في شيء. أجاب شخص ({ $role }):
appeal-answered-upheld = <b>القرار باقٍ.</b> أجاب { $date } شخص ({ $role }) غير الذي اتخذه:
appeal-unanswered = <b>القرار لصالحك</b>، لأن أحدًا لم يجب حتى { $date }. سُحب القرار، ولم يعد يُحسب عليك في شيء.
appeal-access-now = ويعود إليك الوصول إلى العمل فورًا.
appeal-roles = أما الدور الذي انتهى مع انتهاء وصولك، كالمراجع أو المنسّق، فلا يعود من تلقاء نفسه: يمكن لمشرف أن يمنحك إياه من جديد. اسأل من /support.
appeal-words-late = وصلت رسالتك بعد الجواب، فليست جزءًا من التظلّم. ولأي أمر آخر: /support.
appeal-stops-at = ينتهي وصولك إلى العمل { $date }.
appeal-ends-at = تنتهي علاقة العمل بيننا { $date }.
appeal-returns-at = يمكنك استلام الحزم ثانية { $date }.
appeal-counts-until = يُحسب هذا حتى { $date }.
appeal-upheld-more = للأسئلة: /support. كل ما نحفظه عنك: /settings.
toast-appealed = سُجّل تظلّمك. يحسمه شخص آخر.
button-see-notice = الإشعار
button-without-words = بلا كلمات

# A job whose time ran out, and what a person saw, as evidence.

evidence-job-head = ⌛ <b>حزمة انتهى وقتها</b> · { $project } · <code>{ $number }</code>
evidence-job-claimed = استُلمت { $date }
evidence-job-due = موعدها { $date }، بحسب الوقت المعطى لك
evidence-job-extended = موعدها { $date }، مع الوقت المضاف
evidence-job-last = آخر لمسة لك فيها: { $date }
evidence-job-done = المنجز: { $done } من { $size ->
    [zero] { $size } مهمة
    [one] مهمة واحدة
    [two] مهمتين
    [few] { $size } مهام
    [many] { $size } مهمة
   *[other] { $size } مهمة
 }؛ والمسلَّم: لا شيء
evidence-job-late = سُلّم { $done } من { $size ->
    [zero] { $size } مهمة
    [one] مهمة واحدة
    [two] مهمتين
    [few] { $size } مهام
    [many] { $size } مهمة
   *[other] { $size } مهمة
 }.
evidence-seen-head = 🔎 <b>{ $fact }</b>، { $date }
evidence-seen-account = لا نقول حساب من هو؛ فهذا حق الشخص الآخر. إن كنت تشارك أحدًا بيتًا أو هاتفًا أو حسابًا مصرفيًا فقل ذلك في تظلّم.

# What else is told about a step.

step-told-effective = 🛑 <b>انتهى وصولك إلى العمل</b> كما أُبلغت: { $kind } { $number }. ما قيّمته سُلّم، والحزم المفتوحة عادت إلى الدور.
step-told-effective-ends = تنتهي علاقة العمل بيننا { $date }.
step-told-money = ما هو مستحق لك يُدفع كالمعتاد: /pay. ويبقى لك أيضًا: /standing و /settings و /support.
step-told-appeal = ⚖️ ما زال بإمكانك التظلّم حتى { $by }.
step-told-withdrawn = ✅ <b>سُحب القرار: { $kind } { $number }.</b> لم يعد يُحسب عليك في شيء. السبب بكلمات من سحبه:
step-told-expired = ✔️ <b>انتهى: { $kind } { $number }.</b> لم يعد يُحسب عليك في شيء.
step-told-returned = ✅ <b>يمكنك استلام الحزم من جديد.</b> انتهى تعليقك { $number }. ويبقى محسوبًا في السلّم حتى { $until }.
step-told-returned-still = ✔️ انتهى تعليقك { $number }. لكن لا يمكنك استلام الحزم بعد، لسبب آخر:
step-told-lapsed = ✅ <b>يمكنك استلام الحزم من جديد.</b> انتهى الحجز المؤقت { $number }، ولا يترتب عليه شيء.
step-told-lapsed-still = ✔️ انتهى الحجز المؤقت { $number }. لكن لا يمكنك استلام الحزم، لسبب آخر:
step-released = ↩️ عادت الحزمة <code>{ $number }</code> من { $project } إلى الدور، لأن وصولك إلى العمل انتهى. لم يكن فيها تقييم مكتمل، ولا يترتب على ذلك شيء.

# How decisions are made: what is automated, and with what weight.

how-head = <b>كيف تُتخذ القرارات هنا</b>
how-people = 👤 <b>الناس يقررون بشأن الناس.</b> كل إنذار وتعليق وحجز ومنع وإيقاف يقرره شخص اسمه مسجّل، وكل تظلّم يحسمه شخص آخر. لا يقرر أي برنامج في وضعك.
how-ladder = 🪜 <b>خطوة بعد خطوة.</b> إنذار، فإنذار ثانٍ، فتعليق (أقصاه بالأيام: { $suspension })، فإيقاف يسري بعد إبلاغك بمهلة (بالأيام: { $grace }). لا تُتخطى خطوة، وكل منها يحتاج إلى وقائع جديدة: بين كل خطوتين أيام (على الأقل { $between }) وتقييمات (على الأقل { $ratings }). وما مضى عليه من الأيام { $warning } فقد انتهى. ولا يتجاوز الخطوات إلا الخداع وبيع الحساب أو إعارته وتسريب البيانات والتهديد والأمر القانوني؛ وفي هذه وحدها يمكن لشخص أن يحجز الوصول ريثما ينظر في الأمر (بالساعات: { $hold }). يمكنك التظلّم من كل خطوة بلمسة واحدة (مدة ذلك بالأيام: { $appeal })، ويأتيك الجواب (خلال أيام: { $reply }).
how-program = ⚙️ <b>ما يفعله برنامج من تلقائه</b>، ودائمًا في موعد عرفته قبلها:
    • الحزمة التي انتهى وقتها تعود إلى الدور، لا وأنت تعمل عليها أبدًا. ويأتيك تذكير عند 50 ٪ و90 ٪ من الوقت.
    • ما لم يحكم عليه مراجع حتى موعده يُقبل. وصمت العميل موافقة.
    • الاعتراض الذي لم يُجب عنه أحد (خلال أيام: { $dispute }) والتظلّم (خلال أيام: { $reply }) يُحسمان لصالحك.
    • الإنذار والتعليق والحجز تنتهي في مواعيدها.
    • بعد أيام بلا أثر منك ({ $first } ثم { $second }) يأتيك تذكير، وبعد { $pause } استراحة. لمسة واحدة تنهيها، ولا تُحسب عليك أبدًا.
how-measured-head = <b>ما ينظر فيه البرنامج، ولماذا</b>
button-how-measured = ما ينظر فيه البرنامج
how-order = 🎲 <b>من ينال العمل.</b> من الإعلان: من يلمس أولًا. وفي القرعة: قائمة الانتظار بترتيبها، ثم الباقون بالقرعة. وأي المهام: ما ينقصه أكثر التقييمات، ثم الأعجل، ثم الأقدم. ولا وزن لغير ذلك: لا لوضعك ما دمت تستطيع الاستلام، ولا لسرعتك، ولا لمقدار عملك.
how-detectors = 🔎 <b>ما قد يلفت إليه برنامج نظر مشرف</b>، ووزنه صفر حتى ينظر شخص: آخر حزمك (عددها { $jobs }) انتهى وقتها كلها دون تسليم شيء؛ حسابان يُدفع لهما في المكان نفسه؛ حساب يشبه حساب شخص عُلّق أو أُوقف؛ الصحيح أقل من { $percent }٪ من أجوبة معروفة عددها { $answers } أو أكثر في 30 يومًا؛ { $fast } من آخر 20 تقييمًا أخذت وقتًا أقل من قراءة المهمة؛ { $option } من آخر 20 بالخيار نفسه والأجوبة مختلفة؛ تقييمات عددها { $copies } في 30 يومًا فيها نص سُلّم من قبل.
how-never = 🕊 <b>ما لا يُحسب عليك أبدًا:</b> متى تعمل وكم تعمل؛ الاعتذار والتخطي والإرجاع والاستراحة؛ الأسئلة والشكاوى والاعتراضات والتظلّمات؛ ما زال عليه اعتراض؛ ما يخمّنه برنامج عمّن كتب نصًا. ولا يُستخدم برنامج كهذا.
how-later = ⭐ <b>ما يقيسه برنامج</b>: الأجوبة الصحيحة عن مهام جوابها معروف، وما حكم به المراجعون، واتفاقك مع الآخرين على المهام نفسها. ومنها تُحسب كل ليلة درجتك في كل مهارة، من 0 إلى 100، بصيغة منشورة. تحدد الدرجة كم من تقييماتك يُراجَع، وكم من الأجوبة المعروفة بين مهامك، وأي عمل مفتوح لك؛ ولا تأخذ مالًا ولا مكانة. والأرقام وكل ما حُسب عليك والصيغة تحت «جودة عملي».

rights-notice = 📜 <b>حقوقك هنا، مرة في السنة</b>
    • لا يُنذَر أحد أو يُعلَّق أو يُبعَد ببرنامج أو بلا سبب: يأتيك إشعار فيه القاعدة والأدلة ومن قرر. والإيقاف لا يسري إلا بعد مهلة (بالأيام: { $grace })، إلا في الخداع وما يشبهه.
    • يمكنك التظلّم بلمسة واحدة (مدة ذلك بالأيام: { $appeal }). يجيب شخص آخر (خلال أيام: { $reply })، وإلا فالقرار لصالحك.
    • ما كسبته يبقى لك ويُدفع: /pay.
    • بياناتك كلها بلغتك، وتصحيحها ومحوها: /settings.
    • السؤال والشكوى والتظلّم لا تغيّر شيئًا آخر: /support و /standing.
    • لا نطلب أبدًا مالًا أو كلمات مرور أو رموزًا. وأي إشعار يمكن التحقق منه بالأمر /verify.

# Every "no" about one's own standing, with what to do; and as a reason for nothing under /work.

refused-step-unread = تقرر شيء بشأن وضعك لم تره بعد. افتح المحادثة الخاصة معي وأرسل /start: يصلك فورًا.
refused-step-withdrawn = سُحب هذا القرار من قبل، ولا يُحسب في شيء. لا حاجة إلى التظلّم.
refused-project-blocked = لا يمكنك استلام حزم من هذا المشروع (الإشعار { $number })؛ وكل ما عداه مفتوح لك. الأمر /standing يبيّن السبب وكيف تتظلّم.
refused-appeal-over = كان التظلّم ممكنًا مدة معلومة (بالأيام: { $days })، وقد انتهت. وما زال بإمكانك السؤال: /support
refused-not-arbiter = التظلّمات يحسمها المشرفون والمحكِّمون.
refused-paused-own = أنت في استراحة اخترتها. من /settings تنهيها بلمسة واحدة متى شئت.
refused-paused-inactive = غبت طويلًا فأنت موقوف مؤقتًا. أرسل /work فينتهي ذلك.
refused-paused-skips = أنت موقوف لمدة قصيرة بعد تخطيات كثيرة متتالية. الأمر /standing يقول المزيد.
refused-standing-suspended-until = حسابك معلّق حتى { $until }، ثم يمكنك الاستلام ثانية. الأمر /standing يبيّن السبب وكيف تتظلّم.
refused-standing-deactivating-until = ينتهي عملك هنا { $until }. حتى ذلك الحين يمكن إنهاء الحزم المفتوحة، لا استلام جديدة. الأمر /standing يبيّن السبب وكيف تتظلّم.
why-step-unread = لديك إشعار عن وضعك لم تره. أرسل /start.
why-project-blocked = أنت ممنوع منه (الإشعار { $number }). الأمر /standing يبيّن السبب.
why-paused-own = أنت في استراحة اخترتها. من /settings تنهيها.
why-paused-inactive = أنت موقوف مؤقتًا لأنك غبت طويلًا. لمسة واحدة تنهي ذلك.
why-paused-skips = أنت موقوف لمدة قصيرة بعد تخطيات كثيرة متتالية.
why-standing-suspended-until = حسابك معلّق حتى { $until }.
why-standing-deactivating-until = ينتهي عملك هنا { $until }.

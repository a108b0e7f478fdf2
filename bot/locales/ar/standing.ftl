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
step-appeal-stops = وحتى ذلك الحين لا يسري من هذا ما لم يسرِ بعد.
step-appeal-over = ⚖️ كان التظلّم ممكنًا حتى { $by }.
step-appealed-open = ⚖️ <b>قدّمت تظلّمًا.</b> يأتيك الجواب حتى { $by }.
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

# /settings, My data: what is kept and for how long, everything as a file, waiving, erasing.

button-my-data = بياناتي
button-data-send = أرسلوا لي كل شيء
button-data-erase = امحوني
toast-data-coming = يجري إعداد ملفك. سيصل هنا خلال دقائق.
data-head = <b>بياناتي</b>
data-what = كل ما تعرفه القاعة عنك ومدة حفظه. تُحسب الأيام من انتهاء الأمر: المال من يوم دفعه، والإجراء من نهايته.
data-keeps = • { $what }: ما دام لك حساب
data-keeps-days = • { $what }: { $days ->
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
 }
data-record-profile = الاسم والمعرّف في Telegram والإعدادات والموافقة والأدوار
data-record-assigned = المهام والعروض والقرعات التي كانت لك
data-record-work = الحزم والإجابات والوقت المبذول
data-record-verdicts = مراجعات عملك واعتراضاتك وما رفضه العملاء
data-record-money = بنود الأجر والكشوف والدفعات ودفتر الحسابات
data-record-payout-details = وسائل استلام أجرك
data-record-standing = الإجراءات والأدلة والتظلّمات
data-record-questions = أسئلتك إلى الدعم وأجوبتها
data-record-groups = مجموعات العمل التي أنت فيها
data-record-notices = ما أرسلته القاعة إليك
data-record-updates = ما أرسلته إلى البوت كما وصل
data-record-journal = السجل: من فعل ماذا ومتى
data-send = يجلب <b>أرسلوا لي كل شيء</b> ملفًا مضغوطًا فيه ملفان: واحد للقراءة بلغتك، وآخر للبرامج. ليس فيه شيء عن غيرك.
data-file = <b>كل ما تعرفه القاعة عنك.</b> افتح <code>{ $page }</code> للقراءة؛ و<code>{ $data }</code> هو نفسه للبرامج. احتفظ به لنفسك: ففيه ما كسبته.
data-not-made = تعذّر إعداد ملفك الآن. لم يضع شيء؛ حاول بعد قليل.
refused-my-data-coming = ملفك في الطريق بالفعل. سيصل خلال دقائق.
data-title = كل ما تعرفه القاعة عنك
data-made = حتى { $when }. الأوقات بتوقيت { $zone }.
data-about = أُغفل ما يخص أشخاصًا آخرين: من قرّر شيئًا يُذكر بدوره. الملف { $file } بجانب هذه الصفحة يحوي الشيء نفسه للبرامج.
data-without-tasks = كانت نصوص المهام ستجعل الملف أكبر مما يقبله Telegram. لذلك أُغفلت؛ أما إجاباتك فكلها هنا.
data-kept-account = يُحفظ ما دام لك حساب.
data-kept-days = يُحفظ { $days ->
    [one] يومًا واحدًا
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
 } بعد انتهائه.
data-none = لا شيء.
data-yes = نعم
data-no = لا

erase-head = <b>امحوني</b>
erase-goes = <b>ما يُمحى نهائيًا:</b> اسمك ومعرّفك في Telegram ولغاتك ومنطقتك الزمنية ووسائل استلام أجرك، وكل كلام حر منك أو عنك (الاعتراضات والتظلّمات والإجراءات والأسئلة والملاحظات)، وما أرسلته القاعة إليك، ومكانك في مجموعات العمل.
erase-stays = <b>ما يبقى</b> باسم مستعار لا يقود أحدًا إليك: دفتر الحسابات والسجل وما يتبعهما، أرقامًا ورموزًا ومبالغ، لمدة { $days } يومًا، لأن المحاسبة والمطالبات المحتملة تحتاج إليها؛ والإجابات التي سلّمتها، فهي للعميل.
erase-before = <b>قبل ذلك يجب أن ينتهي ما يلي:</b>
erase-free = لا شيء معلّق بينك وبين القاعة. إن عدت لاحقًا فستبدأ شخصًا جديدًا.
erase-open-roles = • لك هنا { $count ->
    [one] دور
    [two] دوران
    [few] { $count } أدوار
    [many] { $count } دورًا
   *[other] { $count } دور
 }. اطلب من مشرف سحبه.
erase-open-jobs = • { $count ->
    [one] حزمة مفتوحة
    [two] حزمتان مفتوحتان
    [few] { $count } حزم مفتوحة
    [many] { $count } حزمة مفتوحة
   *[other] { $count } حزمة مفتوحة
 }. سلّمها أو أعدها.
erase-open-review = • { $count ->
    [one] تقييم ينتظر
    [two] تقييمان ينتظران
    [few] { $count } تقييمات تنتظر
    [many] { $count } تقييمًا ينتظر
   *[other] { $count } تقييم ينتظر
 } المراجعة، حتى { $when } على الأكثر.
erase-open-payout = • { $money } في الطريق إليك. يجب أن يصل أولًا.
erase-open-owed = • لك { $money }. تُدفع لك دون أن تفعل شيئًا (يبيّن /pay متى)، أو تتنازل عنها.
erase-open-disputes = • { $count ->
    [one] اعتراض لم يُحسم
    [two] اعتراضان لم يُحسما
    [few] { $count } اعتراضات لم تُحسم
    [many] { $count } اعتراضًا لم يُحسم
   *[other] { $count } اعتراض لم يُحسم
 } بعد.
erase-open-appeals = • { $count ->
    [one] تظلّم لم يُحسم
    [two] تظلّمان لم يُحسما
    [few] { $count } تظلّمات لم تُحسم
    [many] { $count } تظلّمًا لم يُحسم
   *[other] { $count } تظلّم لم يُحسم
 } بعد.
erase-ask = <b>هل نمحو حسابك الآن؟</b> لا يستطيع أحد إعادته، ولا نحن. إن أردت بياناتك فخذ الملف أولًا: تجده تحت «بياناتي».
erase-done = <b>مُحيت بياناتك.</b> لم تعد القاعة تعرف من أنت، وهذه آخر رسالة. يمكنك حذف هذه المحادثة في Telegram. إن عدت يومًا فإن /start يبدأ من جديد. نتمنى لك الخير.
button-erase = امحوني…
button-erase-surely = امحوني نهائيًا
button-erase-not = لا، أبقى
button-waive = التنازل عن { $money }
button-waive-surely = نعم، أتنازل عن { $money }
button-waive-not = لا، ادفعوا لي
waive-ask = <b>هل تتنازل عن { $money }؟</b> لقد كسبتها، وتُدفع لك دون أن تفعل شيئًا؛ ويبيّن /pay متى. إن تنازلت عنها فلن تحصل عليها أبدًا، ولا يستطيع أحد التراجع عن ذلك. لا يحق لأحد أن يطلبه منك.
toast-waived = تم التنازل.
refused-waive-nothing = لا شيء مستحق لك بهذه العملة.
refused-waive-changed = صار المبلغ { $money }. انظر مرة أخرى قبل أن تقرر.
refused-erase-roles = ما زال لك دور هنا. اطلب من مشرف سحبه أولًا.
refused-erase-jobs = لديك حزمة مفتوحة. سلّمها أو أعدها أولًا.
refused-erase-review = بعض تقييماتك ما زال ينتظر المراجعة.
refused-erase-payout = هناك مال في الطريق إليك. يجب أن يصل أولًا.
refused-erase-owed = ما زال لك مال: استلمه أولًا أو تنازل عنه.
refused-erase-disputes = لك اعتراض لم يُحسم بعد.
refused-erase-appeals = لك تظلّم لم يُحسم بعد.
refused-unmet = القاعة لا تعرفك. أرسل /start لتبدأ.

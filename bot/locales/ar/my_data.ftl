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
data-file = <b>كل ما تعرفه القاعة عنك.</b> افتح <code>my-data.html</code> للقراءة؛ و<code>my-data.json</code> هو نفسه للبرامج. احتفظ به لنفسك: ففيه ما كسبته.
data-not-made = تعذّر إعداد ملفك الآن. لم يضع شيء؛ حاول بعد قليل.
refused-my-data-coming = ملفك في الطريق بالفعل. سيصل خلال دقائق.
data-title = كل ما تعرفه القاعة عنك
data-made = حتى { $when }. الأوقات بتوقيت { $zone }.
data-about = أُغفل ما يخص أشخاصًا آخرين: من قرّر شيئًا يُذكر بدوره. الملف my-data.json بجانب هذه الصفحة يحوي الشيء نفسه للبرامج.
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

# /support: questions to the hall, for who asks and for who answers.

command-support = اسأل، واقرأ الأجوبة
support-head = <b>الدعم</b>
support-how = اسأل عن أي شيء. يجيبك إنسان خلال { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
   *[other] { $days } يومًا
}. السؤال أو الشكوى لا يغيّر عملك ولا أجرك ولا وضعك.
support-none = ليس لديك سؤال مفتوح.
support-owned = <b>ينتظر جوابك</b>
support-line-open = <b>{ $number }</b> · الجواب حتى { $date }
support-line-late = <b>{ $number }</b> · متأخر، كان موعده { $date }
support-line-answered = <b>{ $number }</b> · أُجيب عنه
support-line-closed = <b>{ $number }</b> · مغلق
button-question-ask = اطرح سؤالًا
button-question-see = { $number } · { $words }
button-question-open = افتح { $number }
button-question-answer-it = ✏️ { $number } · { $words }
button-questions = الدعم
button-questions-all = كل ما ينتظر جوابًا

question-ask = <b>ما سؤالك؟</b> اكتبه هنا في 1,000 حرف على الأكثر؛ ويمكنك إضافة رسائل أخرى. يجيبك إنسان خلال { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
   *[other] { $days } يومًا
}.
question-ask-more = <b>السؤال { $number }</b>: اكتب ما تريد إضافته في 1,000 حرف على الأكثر.
question-head = <b>السؤال { $number }</b>
question-open = ⏳ الجواب من { $owner } حتى { $date }.
question-late = ⏰ كان موعد الجواب { $date } ولم يصل؛ نعتذر. السؤال الآن لدى { $owner }، والمشرفون يعلمون. يبقى مفتوحًا حتى يصلك جواب.
question-nobody = ⏳ لا أحد يستطيع استلامه الآن. يبقى مفتوحًا وينتقل إلى أول من يستطيع.
question-answered = ✅ أُجيب عنه. هل أفادك الجواب؟
question-closed = مغلق.
question-you = أنت
question-hall = الإدارة
question-said = <b>{ $name }</b> · { $at }
question-next-words = كل ما تكتبه بعد هذا يُضاف إلى السؤال.
button-question-enough = هذا كل شيء
button-question-more = أضف كلامًا
button-question-close = أغلقه
button-question-helped = أفادني: أغلقه
button-question-on = تابع السؤال
toast-question-closed = أُغلق السؤال

question-why-asked = 💬 <b>سؤال ينتظر جوابك</b>
question-why-more = 💬 <b>إضافة إلى سؤال لديك</b>
question-why-passed = 💬 <b>أُحيل إليك سؤال</b>
question-why-reminder = ⏰ <b>ما زال هذا السؤال ينتظر جوابك</b>
question-why-late = ⏰ <b>هذا السؤال متأخر، وهو لديك الآن</b>
question-from = السؤال { $number } من <b>{ $name }</b>
question-desk-open = ⏳ الجواب مطلوب حتى { $date }.
question-desk-late = ⏰ كان موعده { $date }. أجب الآن من فضلك، أو أحِله إلى غيرك.
question-desk-answered = ✅ أُجيب عنه. يمكن لصاحبه إغلاقه أو متابعة السؤال.
question-desk-closed = أغلقه صاحب السؤال.
button-question-answer = أجب
button-question-add = أضف إلى الجواب
button-question-pass = أحِله إلى غيرك
question-write-answer = <b>اكتب الجواب.</b> رسالتك التالية، في 1,000 حرف على الأكثر، تصل إلى صاحب السؤال فورًا.
question-pass-to = <b>من يجيب عن السؤال { $number }؟</b> يبقى موعد الجواب كما هو.
question-pass-nobody = لا أحد غيرك يستطيع استلام السؤال { $number }: يلزم مشرف أو منسّق عام، لا صاحب السؤال نفسه.
toast-question-passed = أُحيل
question-overdue = ⏰ كان موعد جواب السؤال { $number } هو { $date } ولم يُجب عنه. هو الآن لدى { $owner }.
questions-head = <b>أسئلة تنتظر جوابًا</b>
questions-none = لا شيء. أُجيب عنها كلها.
questions-line = <b>{ $number }</b> · من { $name } · يجيب { $owner } حتى { $date }
questions-late = ⏰ <b>{ $number }</b> · من { $name } · لدى { $owner } · كان موعده { $date }
questions-nobody = لا أحد

refused-question-empty = اكتب كلامك نصًا من فضلك.
refused-question-most = لديك { $most } أسئلة مفتوحة، وهذا الحد الأقصى. أضف إلى أحدها أو أغلق واحدًا: /support
refused-question-closed = السؤال { $number } مغلق. اطرح سؤالًا جديدًا من /support.
refused-question-answered = أُجيب عن السؤال { $number }؛ لم يبق ما يُحال.
refused-question-passed = جواب السؤال { $number } لدى شخص آخر الآن.
refused-question-own = سؤالك أنت يجيب عنه شخص آخر.
refused-question-no-owner = هذا الشخص لا يستطيع الإجابة. اختر غيره.
refused-question-unknown = لا يوجد سؤال كهذا لك. أسئلتك في /support.

# What a question is about.

question-topic = <b>عمّ سؤالك؟</b>
button-topic-pay = الأجر
button-topic-task = مهمة
button-topic-account = حسابي
button-topic-other = شيء آخر
question-about = الموضوع: { $topic }
question-about-job = الموضوع: { $topic } · الحزمة { $number }
question-ask-job = الحزمة { $number } مفتوحة الآن، ويرى ذلك من يجيبك.

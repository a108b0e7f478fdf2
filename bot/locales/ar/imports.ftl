# Imports: the formats of others, compressed files, what a report says of them.
import-labels = { $count ->
    [zero] لا تأتي أي منها بتصنيف أو توقع.
    [one] واحدة منها تأتي بتصنيف أو توقع.
    [two] اثنتان منها تأتيان بتصنيف أو توقع.
    [few] { $count } منها تأتي بتصنيف أو توقع.
    [many] { $count } منها تأتي بتصنيف أو توقع.
   *[other] { $count } منها تأتي بتصنيف أو توقع.
 } يُحفظ ذلك، ولا يراه أحد ممن يقيّمون.
import-left-out = في هذه الصيغة أكثر مما تتسع له المهمة. لم يُؤخذ منها: { $fields }

fault-list-not-closed = مقطوع: القائمة غير مغلقة
fault-not-text = فيه صورة أو شيء آخر غير النص
fault-other-format = ليس بصيغة الصفوف التي قبله
fault-other-prompt = يبدأ برسالة غير التي تبدأ بها المحادثة الأخرى
fault-packed-cut-off = مقطوع: الملف المضغوط ينتهي قبل أوانه
fault-packed-damaged = تالف: لا يمكن فك ضغطه
fault-packed-too-dense = يتضخم عند فك ضغطه أضعافًا أكثر من المسموح
fault-too-many-brackets = فيه أقواس أكثر من المسموح، ولم يُقرأ الباقي
fault-too-many-columns = فيه أعمدة أكثر من المسموح
fault-unpacked-too-large = يصبح أكبر من المسموح عند فك ضغطه

refused-import-running = يُضاف الآن ملف آخر إلى { $project }. حاول مرة أخرى بعد دقيقة.
refused-import-changed = تغيّر الملف أو مهام المشروع أثناء القراءة. لم يُنشر شيء؛ راجع الملف مرة أخرى.

# Work groups: links into them, and who may not be there.

button-work-groups = مجموعات العمل
button-group-join = انضم إلى { $title }
button-group-open = افتح { $title }
work-groups-head = <b>مجموعات العمل</b>
    تُنشر الإعلانات فيها. كل رابط لك وحدك.
work-groups-none = لا توجد مجموعة أستطيع دعوتك إليها. يستطيع ذلك منسّقك.
work-groups-in = ✅ { $title }: أنت فيها
work-groups-open = • { $title }
group-link = رابطك إلى <b>{ $title }</b> لك وحدك. يعمل مرة واحدة حتى { $until }.
group-link-in = ✅ أنت في <b>{ $title }</b>.
group-open-again = 👋 <b>{ $title }</b> مفتوحة لك من جديد.
group-ask-coordinator = لا أستطيع إنشاء رابط إليها الآن. اطلبه من منسّقك.
member-stays = ⚠️ انتهى وصول { $name }، وليس لي حق إزالة أحد من <b>{ $title }</b>. أزِل { $name } من هناك من فضلك، أو أعطني حق حظر المستخدمين فأفعل ذلك بنفسي. لا يُقال شيء في المجموعة.
member-waits = 👋 عاد وصول { $name }، وليس لي حق إدخال أحد إلى <b>{ $title }</b>. أدخِل { $name } إليها من فضلك، أو أعطني حق الدعوة وحق حظر المستخدمين، فيجد { $name } رابطًا في /settings. لا يُقال شيء في المجموعة.
groups-members = لا يستطيع البوت إضافة أحد أو إزالته هناك: أعطه حق الدعوة وحق حظر المستخدمين.
refused-group-no-link = لا أستطيع إنشاء رابط إلى تلك المجموعة الآن. اطلبه من منسّقك.

# التدقيق اليومي، للمشرفين، عندما يجد شيئاً.

audit-found = 🔴 <b>وجد التدقيق ما لا يجوز أن يكون</b> ({ $day })
audit-line = • <code>{ $promise }</code>: { $count } ({ $some })
audit-more = … و{ $count } غيرها
audit-what-now = لا ترسل ملف دفعات قبل أن يُفهم السبب. الأمر <code>{ $command }</code> على الخادم يعرض ذلك من جديد، والوثائق تشرح معنى كل اسم.

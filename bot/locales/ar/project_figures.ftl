# مدى جودة العمل في مشروع: على بطاقته ورسمه وفي القائمة.

figures-agreement = الاتفاق: <b>{ $alpha }</b> (ألفا، { $level }؛ المهام: { $tasks }، التقييمات: { $ratings })
figures-agreement-between = الاتفاق: <b>{ $alpha }</b> (ألفا، { $level }؛ 95٪: من { $low } إلى { $high }؛ المهام: { $tasks }، التقييمات: { $ratings })
figures-agreement-not-yet = الاتفاق: لم يُقس بعد؛ ويُقاس كل ليلة
figures-agreement-many = الاتفاق: مذكور لكل سؤال في بطاقة بيانات التصدير
figures-agreement-nothing = الاتفاق: غير معرَّف، إذ لا تقييم بعد
figures-agreement-no-pairs = الاتفاق: غير معرَّف، إذ لا مهمة لها تقييمان
figures-agreement-all-equal = الاتفاق: غير معرَّف، إذ الإجابات كلها متساوية ولا يُميَّز الاتفاق من المصادفة
figures-level-nominal = اسمي
figures-level-ordinal = ترتيبي
figures-level-interval = فتري
figures-level-ratio = نسبي
figures-gold = الإجابات المعروفة: <b>{ $percent }٪</b> صحيحة (بالتمهيد)، { $right } من { $total }
glance = ⚠️ { $troubles }
glance-agreement = الاتفاق { $alpha }
glance-doubted = مشكوك في ذهبها: { $count }
glance-unsure = غير مؤكدة: { $count }
glance-pulled = مسحوبة: { $count }
glance-review = تنتظر المراجعة: { $count }
glance-uncalled = لا إعلان قائم

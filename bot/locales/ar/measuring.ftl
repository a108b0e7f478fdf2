# What the nightly run could not measure.
desk-unmeasured = <b>{ $name }</b> تعذّر قياسه الليلة الماضية: { $why } يُعاد كل ساعة، وتبقى الأرقام السابقة إلى ذلك الحين.
desk-more-unmeasured = مشاريع أخرى لم تُقَس الليلة الماضية: { $count }
button-desk-unmeasured = لم يُقَس
unmeasured-computing = فشل الحساب أو استغرق وقتًا أطول مما ينبغي.
unmeasured-fault = خطأ مسجَّل في سجل الخادم.
health-reason-projects-unmeasured = مشاريع تعذّر قياسها ليلًا: { $count }. يُعاد كل منها كل ساعة؛ والسجل يبيّن ما تعطّل.
health-unmeasured = <b>لم يُقَس</b>، { $name }: { $why }

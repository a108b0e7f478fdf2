# Drawing what is reviewed, verdicts given again, and how reviewers are checked.

journal-act-reviewed-again = روجع مرة ثانية
journal-act-second-decided = نظر شخص ثالث في حكم
review-left = { $project }: { $count ->
    [zero] لا تقييمات أخرى لم تُسحب
    [one] تقييم واحد آخر لم يُسحب
    [two] تقييمان آخران لم يُسحبا
    [few] { $count } تقييمات أخرى لم تُسحب
    [many] { $count } تقييمًا آخر لم يُسحب
   *[other] { $count } تقييم آخر لم يُسحب
 } للمراجعة، ويُقبل ذلك عند حلول الموعد. ويمكنك النظر فيها مع ذلك.
button-review-left = { $project }: غير مسحوبة ({ $count })
review-card-disagreement = ⚡ اختلف من قيّموا هذه المهمة.

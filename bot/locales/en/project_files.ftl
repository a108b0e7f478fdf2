# A project file that was dropped: what it changes.

project-staged-less = 📄 <b>{ $file }: less for who works on { $project }.</b> Nothing is published yet.
project-part-review_days = Accepted by itself after { $old ->
    [one] { $old } day
   *[other] { $old } days
 } → <b>{ $new ->
    [one] { $new } day
   *[other] { $new } days
 }</b>
project-part-fixed_percent = Corrected work: { $old } % → <b>{ $new } %</b> of the pay
project-part-rejected_percent = Rejected work: { $old } % → <b>{ $new } %</b> of the pay
project-part-flag_percent = A right flag: { $old } % → <b>{ $new } %</b> of the pay
project-part-confirm_days = Days in which the client may refuse work: { $old } → <b>{ $new }</b>
project-unchanged = <b>Nothing changed.</b> The file says what { $project } has already (version { $version }), so there is no new version.
button-forget-file = Forget the file

# Exports: the formats, filters, files.
export-which = <b>Export { $name } as:</b>
export-filter-hint = ▾ chooses what goes in; tap it again for its next step. Then tap a format: the file comes with its data card.
export-by-verdict = ▾ { $accepted ->
    [yes] Accepted only
   *[no] Any verdict
 }
export-by-days = ▾ { $days ->
    [0] All time
    [one] Last { $days } day
   *[other] Last { $days } days
 }
export-by-confidence = ▾ { $least ->
    [0] Any confidence
   *[other] Confidence { $least } %+
 }
export-by-agreement = ▾ { $least ->
    [0] Any agreement
   *[other] Agreement { $least } %+
 }
export-raw = Raw votes (everything)
export-trl-preference = TRL preference
export-trl-unpaired = TRL unpaired (KTO)
export-trl-completion = TRL completion
export-openai-dpo = OpenAI DPO
export-ultrafeedback-binarized = UltraFeedback pairs
export-helpsteer2 = HelpSteer2 scores
export-helpsteer2-preference = HelpSteer2 preference
export-helpsteer3-preference = HelpSteer3 preference
export-arena-33k = Arena 33k
export-arena-140k = Arena 140k
export-label-studio = Label Studio
export-crowd-kit = crowd-kit labels
export-crowd-kit-pairwise = crowd-kit pairs
export-caption = { $name } · { $form } · { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }
export-part = Part { $part } of { $parts }; each part is a whole file by itself.
export-empty = Nothing in { $name } can be exported as { $form } yet. The data card says what was left out.
export-card-caption = Data card: what the file holds and what it leaves out.
refused-export-scheme = The scheme { $scheme } asks for nothing that { $form } has a place for. Choose one of these: { $fits }.
refused-export-verdict = { $form } takes only ratings that were handed in or accepted. Choose one of these verdicts, or the format raw.
refused-export-no-question = This scheme has no question whose answers could agree on a whole task. Choose no least agreement.
refused-export-not-measured = How sure the answers are has not been measured yet. Choose no least confidence, or wait for the next night.

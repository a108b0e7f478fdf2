"""Signs of LaTeX and what they look like."""

import re
from typing import Final

_NAMES: Final = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ sigma σ varsigma ς tau τ upsilon υ phi ϕ
    varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ
    Phi Φ Psi Ψ Omega Ω times × cdot · div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕
    otimes ⊗ wedge ∧ vee ∨ land ∧ lor ∨ neg ¬ lnot ¬ cap ∩ cup ∪ setminus ∖ leq ≤ le ≤ geq ≥
    ge ≥ neq ≠ ne ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ prec ≺ succ ≻
    in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ emptyset ∅ varnothing ∅ forall ∀
    exists ∃ nexists ∄ sum ∑ prod ∏ int ∫ iint ∬ oint ∮ partial ∂ nabla ∇ infty ∞ aleph ℵ
    hbar ℏ ell ℓ Re ℜ Im ℑ angle ∠ perp ⊥ parallel ∥ mid ∣ to → rightarrow → leftarrow ←
    leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺ mapsto ↦
    uparrow ↑ downarrow ↓ longrightarrow ⟶ cdots ⋯ ldots … dots … vdots ⋮ ddots ⋱ langle ⟨
    rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } vert | Vert ‖ prime ′ degree °
    dagger † therefore ∴ because ∵ square □ blacksquare ■ checkmark ✓ models ⊨ vdash ⊢ top ⊤
    bot ⊥
"""
_ROWS = re.compile(r"(\S+)\s+(\S+)")
SYMBOLS: Final = dict(_ROWS.findall(_NAMES))
FUNCTIONS: Final = frozenset(
    {"sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh"}
    | {"tanh", "log", "ln", "lg", "exp", "lim", "max", "min", "sup", "inf", "det", "dim", "ker"}
    | {"gcd", "deg", "arg", "Pr", "mod"}
)
SPACES: Final = {"quad": "  ", "qquad": "    ", ",": " ", ";": " ", ":": " ", " ": " ", "!": ""}
# What only sets size or place.
NOTHING: Final = frozenset(
    {"left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "middle"}
    | {"displaystyle", "textstyle", "limits", "nolimits"}
)
# What changes the face of letters, and where Unicode has that face.
FACES: Final = {
    "mathbf": "MATHEMATICAL BOLD {}", "boldsymbol": "MATHEMATICAL BOLD {}",
    "mathbb": "DOUBLE-STRUCK {}", "mathcal": "MATHEMATICAL SCRIPT {}",
}  # fmt: skip
PLAIN_FACES: Final = frozenset({"text", "mathrm", "textbf", "textit", "operatorname", "mathit"})
FRACTIONS: Final = frozenset({"frac", "dfrac", "tfrac"})
ESCAPED: Final = {**{sign: sign for sign in "{}$%&_#"}, "|": "‖", "\\": "\n"}
HIGH: Final = dict(_ROWS.findall(
    "0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ = ⁼ ( ⁽ ) ⁾ n ⁿ i ⁱ T ᵀ a ᵃ b ᵇ c ᶜ d ᵈ "
    "e ᵉ f ᶠ g ᵍ h ʰ j ʲ k ᵏ l ˡ m ᵐ o ᵒ p ᵖ r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ ′ ′ ∘ ° * * † †"
))  # fmt: skip
LOW: Final = dict(_ROWS.findall(
    "0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ - ₋ = ₌ ( ₍ ) ₎ a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ "
    "m ₘ n ₙ o ₒ p ₚ r ᵣ s ₛ t ₜ u ᵤ v ᵥ x ₓ"
))  # fmt: skip
DOUBLE: Final = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))

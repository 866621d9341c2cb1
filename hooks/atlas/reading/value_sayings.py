"""What is said of a value of the wrong kind: a text, a number, a date, an address, a term of a vocabulary."""

from __future__ import annotations

import re

from atlas.folding import fold
from atlas.geography.communes import boroughs, communes
from atlas.model.indicator import Observation
from atlas.model.picture import Picture
from atlas.model.vocabulary import Licence, PartOfYear, Term
from atlas.reading.problems import did_you_mean, listed, quoted, shortened
from atlas.reading.refusals import Advice, Refusal
from atlas.reading.slips import as_date, as_minutes, as_moment, as_number, identifier, without_quotes


def not_text(refusal: Refusal) -> Advice:
    """Tell what is no text, and how to make it one."""
    value = refusal.value
    if isinstance(value, list):
        return "une liste, là où il faut un texte", "Ôtez les tirets ou les crochets : un seul texte"
    if isinstance(value, dict):
        return "des clés, là où il faut un texte", "Écrivez le texte entre guillemets droits s’il contient « : »"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f"{quoted(shown)} n’est pas lu comme du texte", f'Mettez des guillemets droits : "{shortened(shown)}"'


def too_long(refusal: Refusal) -> Advice:
    """Tell how much too long a text is."""
    most = refusal.context["max_length"]
    cure = "Raccourcissez-le" if most < 1000 else "Raccourcissez-le, ou placez la suite dans une page Markdown"
    return f"{refusal.label} compte {len(refusal.value)} caractères, pour {most} au plus", cure


def bad_pattern(refusal: Refusal) -> Advice:
    """Tell what form a value lacks: an identifier, a code, a name of file, a colour."""
    value = str(refusal.value)
    if refusal.shape and refusal.shape.role == "id":
        word = identifier(re.sub(r"\.(?:md|ya?ml)$", "", value))
        cure = f"Écrivez {word}" if word else f"Écrivez par exemple {refusal.example}"
        return f"{quoted(value)} n’est pas un identifiant", cure + " (minuscules sans accent, chiffres, traits d’union)"
    if r"\d{5}" in refusal.context["pattern"]:
        meant = code_named(value, refusal.key)
        cure = f"Écrivez : {meant}" if meant else f"Écrivez-le en cinq chiffres, comme {refusal.example}"
        return f"{quoted(value)} n’est pas un code à cinq chiffres", cure
    if "@" in refusal.context["pattern"]:
        return f"{quoted(value)} n’est pas une adresse électronique", f"Écrivez-la comme {refusal.example}"
    if refusal.context["pattern"].startswith(r"^\+"):
        return (
            f"{quoted(value)} n’est pas un numéro international en groupes de chiffres",
            f"Écrivez-le comme {refusal.example}",
        )
    if refusal.parent is Picture:
        return _not_a_picture_name(value)
    if refusal.key == "band":
        ranks = re.findall(r"\d+", value)
        meant = "-".join(ranks) if len(ranks) == 2 else refusal.example
        return f"{quoted(value)} n’est pas une tranche de rangs", f'Écrivez deux rangs et un trait d’union : "{meant}"'
    if refusal.context["pattern"].startswith("^#"):
        return (
            f"{quoted(value)} n’est pas une couleur",
            f"Écrivez un dièse et six chiffres hexadécimaux en minuscules, entre guillemets droits : "
            f'"{refusal.example}"',
        )
    if found := re.fullmatch(r".*\\\.\((\w+(?:\|\w+)*)\)\$", refusal.context["pattern"]):
        endings = listed(f".{ending}" for ending in found[1].split("|"))
        cure = f"Écrivez un nom simple, sans accent ni espace, qui finit par {endings}"
        return f"{quoted(value)} n’est pas un nom de fichier accepté", cure
    if refusal.key == "languages":
        return f"{quoted(value)} n’est pas un code de langue", "Écrivez ses deux lettres, comme fr ou en"
    if refusal.key == "file":
        cure = f"Écrivez un nom simple, en minuscules sans accent ni espace, comme {refusal.example}"
        return f"{quoted(value)} n’est pas un nom de fichier accepté", cure
    return (
        f"{quoted(value)} n’est pas une adresse acceptée",
        f"Écrivez-la comme {refusal.example}, barre finale comprise",
    )


def code_named(word: str, key: str) -> str | None:
    """Return the code of a commune or of a borough that is written by its name; none for any other field.

    Args:
        word: What is written: `Marseille`, `2e`.
        key: The field.
    """
    name = identifier(word)
    if key == "insee":
        return next((code for code, commune in communes().items() if identifier(commune.name) == name), None)
    rank = re.match(r"(?:marseille-)?0?(\d{1,2})(?:er|e|eme)?\b", name)
    known = f"132{int(rank[1]):02}" if rank else ""
    return known if key == "borough" and known in boroughs() else None


def _not_a_picture_name(value: str) -> Advice:
    folder, _, name = value.replace("\\", "/").rpartition("/")
    stem, dot, ending = name.rpartition(".")
    word = identifier(stem)
    if ending.lower() in {"jpg", "jpeg", "png", "webp"} and word:
        meant = f"{word}.{ending.lower()}"
        cure = (
            f"Écrivez le nom seul, et déposez le fichier dans le dossier du lieu : {meant}"
            if folder
            else f"Renommez le fichier, ici et là : {meant}"
        )
        return f"{quoted(value)} n’est pas un nom de fichier accepté", cure
    kind = f"une photographie en {ending.upper()}" if dot and ending.isalnum() else "un nom de photographie"
    return f"{quoted(value)} : {kind} n’est pas acceptée", "Déposez-la en JPEG, PNG ou WebP"


def not_number(refusal: Refusal) -> Advice:
    """Tell what is no number, and the number that was meant."""
    value = refusal.value
    whole = refusal.shape is not None and refusal.shape.hint is int
    if isinstance(value, list | dict):
        return "une liste ou des clés, là où il faut un nombre", f"Écrivez un nombre, comme {refusal.example}"
    if refusal.parent is Observation and (band := re.fullmatch(r"(\d+)\s*(?:-|–|—|à|to)\s*(\d+)", str(value))):
        cure = f'Écrivez band: "{band[1]}-{band[2]}" à la place de value:, et qualifier: range'
        return f"{quoted(value)} est une tranche, et non un nombre", cure
    wrong = f"{quoted(value)} n’est pas un nombre{' entier' if whole else ''}"
    if refusal.key in {"lat", "lon"} and (both := re.findall(r"\d{1,2}[.,]\d+", str(value))) and len(both) == 2:
        lat, lon = (part.replace(",", ".") for part in both)
        return f"{quoted(value)} : deux nombres, là où il en faut un", f"Écrivez lat: {lat} et, à la ligne, lon: {lon}"
    if refusal.key.endswith("minutes") and (minutes := as_minutes(str(value))):
        return wrong, f"Écrivez les minutes seules : {minutes}"
    if isinstance(value, str):
        number = as_number(value)
        if number and "," in value and not whole:
            return wrong, f"Écrivez un point : {number}"
        if number and not (whole and "." in number):
            return wrong, f"Écrivez : {number}"
    return wrong, f"Écrivez-le en chiffres, comme {refusal.example}"


def out_of_range(refusal: Refusal) -> Advice:
    """Tell the limits of a number."""
    limits = [
        getattr(note, name)
        for note in (refusal.about.metadata if refusal.about else ())
        for name in ("ge", "le")
        if hasattr(note, name)
    ]
    if len(limits) < 2:  # one end only, or limits that stand within a choice of types
        bounds = {"ge": "au moins égal à", "le": "au plus égal à"}
        told = [f"{words} {refusal.context[name]:g}" for name, words in bounds.items() if name in refusal.context]
        return f"{quoted(refusal.value)} est hors des limites", f"Écrivez un nombre {' et '.join(told)}"
    return (
        f"{quoted(refusal.value)} est hors des limites",
        f"Écrivez un nombre de {min(limits):g} à {max(limits):g}, comme {refusal.example}",
    )


def not_term(refusal: Refusal) -> Advice:
    """Tell the terms of a vocabulary, or the one that was meant."""
    terms = refusal.shape.hint if refusal.shape else None
    wrong = f"{quoted(refusal.value)} n’est pas une valeur possible"
    if not (isinstance(terms, type) and issubclass(terms, Term)):
        return wrong, f"Écrivez {refusal.context.get('expected', '').replace(chr(39), '')}".replace(" or ", " ou ")
    if terms is Licence:
        # Nothing near is proposed: a licence is read on the photograph, never guessed.
        return wrong, f"Écrivez la sienne, parmi {listed(term.value for term in terms)} ; une autre ne suffit pas"
    word = without_quotes(str(refusal.value))
    labels = {label.casefold(): term.value for term in terms for label in (term.value, term.fr, term.en)}
    near = did_you_mean(word, labels)
    if near:
        return wrong, f"Vouliez-vous dire « {labels[near]} » ?"
    return wrong, f"Écrivez {listed(term.value for term in terms)}"


def not_date(refusal: Refusal) -> Advice:
    """Tell what is no date, and the date that was meant."""
    value = str(refusal.value)
    meant = as_date(value)
    if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value):
        return f"{quoted(value)} n’existe pas au calendrier", "Corrigez : année-mois-jour, comme 2024-03-17"
    cure = f"Écrivez : {meant}" if meant else _vague_date(value)
    return f"{quoted(value)} n’est pas une date", cure


def _vague_date(value: str) -> str:
    """Return the cure of a date that nobody can be sure of: in two digits, with an hour, or not even a month."""
    if found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})", value):
        day = as_date(f"{found[1]}/{found[2]}/20{found[3]}")
        return f"Écrivez l’année en quatre chiffres : {day}" if day else "Écrivez 2024, 2024-03 ou 2024-03-17"
    if moment := as_moment(value):
        return f"Écrivez le jour seul : {moment[:10]}"
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", value)
    part = next((term for term in PartOfYear if fold(term.fr) in fold(value)), None)
    if len(years) == 1 and part:
        return f"Écrivez l’année seule, {years[0]} ; pour un événement, ajoutez part: {part}"
    if len(years) == 1:
        return f"Écrivez {years[0]}, le mois comme {years[0]}-03, ou le jour comme {years[0]}-03-17"
    return "Écrivez 2024, 2024-03 ou 2024-03-17"


def not_whole_day(refusal: Refusal) -> Advice:
    """Tell that a day is needed, not a month or a year."""
    return f"{quoted(refusal.value)} : il manque le jour", f"Écrivez année-mois-jour, comme {refusal.example}"


def not_local_time(refusal: Refusal) -> Advice:
    """Tell how a day and an hour are written."""
    wrong = f"{quoted(refusal.value)} n’est pas un jour et une heure du calendrier"
    if meant := as_moment(str(refusal.value)):
        return wrong, f"Écrivez : {meant}"
    return wrong, f"Écrivez le jour, un T et l’heure, comme {refusal.example}"


def skipped_hour(refusal: Refusal) -> Advice:
    """Tell that summer time skips that hour."""
    return f"{quoted(refusal.value)} n’existe pas : l’heure d’été commence cette nuit-là", "Choisissez une autre heure"


def not_url(refusal: Refusal) -> Advice:
    """Tell what is no web address, and the one that was meant."""
    value = without_quotes(str(refusal.value))
    wrong = f"{quoted(value)} n’est pas une adresse web"
    if re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", value):
        return wrong, f"Écrivez : https://{value}"
    if (found := re.fullmatch(r"(h[a-z]{2,6}):?/{1,3}([\w-]+\.\S+)", value)) and found[1] not in {"http", "https"}:
        return wrong, f"Écrivez : https://{found[2]}"
    return wrong, "Écrivez une adresse qui commence par https://"


def several_values(refusal: Refusal) -> Advice:
    """Tell that one value is needed, where there is a list of them, or keys."""
    if isinstance(refusal.value, dict):
        held = [value for value in refusal.value.values() if isinstance(value, str | int | float)]
        shown = shortened(held[0]) if len(held) == 1 else refusal.example
        return "des clés, là où il faut une valeur", f"Écrivez-la sur la ligne : {refusal.key}: {shown}"
    first = refusal.value[0] if refusal.value else ""
    shown = shortened(first) if isinstance(first, str | int | float) and first else refusal.example
    keep = "Ôtez les crochets ou le tiret" if len(refusal.value) == 1 else "Gardez-en une seule"
    return "une liste, là où il faut une seule valeur", f"{keep} : {refusal.key}: {shown}"


def not_boolean(refusal: Refusal) -> Advice:
    """Tell how yes and no are written."""
    return f"{quoted(refusal.value)} n’est ni true ni false", "Écrivez true (oui) ou false (non), sans guillemets"

"""Whether a happening happened: status from the words around its trigger and from its verb."""

from __future__ import annotations

from kg.model import Status, Token
from kg.relate.clauses import Domain
from kg.relate.denials import denial, denial_around
from kg.relate.frames import VERBAL
from kg.relate.obligations import must, obligation
from kg.relate.ruling import ruling
from kg.relate.scene import Scene
from kg.relate.signs import Told, background, bases, end_of, near_sign, sign_of
from kg.relate.tables import paradigms, status_words
from kg.relate.triggers import Trigger
from kg.relate.verbgroups import VerbGroup

#: The sign of a war that has no other.
SPOKEN_OF = "a war that is spoken of goes on"

#: The tenses in which newspapers tell what happened.
PAST = frozenset({"past", "perfect", "pluperfect", "present"})

#: What is done by being said, however often.
TOLD = frozenset({"Accusation", "Appeal", "Denial", "Warning"})

#: How far from a noun the word that ends it or calls it off may stand.
NEAR, CALLED_OFF = 5, 3


def status_of(scene: Scene, trigger: Trigger) -> Told:
    """The status of what a trigger names.

    Signs are tried from the nearest outward: a denial, a request to stop, its own negation,
    the noun it depends on, an adjective, the clause's words, the clause around it, the verb.

    Args:
        scene: The sentence.
        trigger: One of its triggers.

    Returns:
        The status, and the words or the feature that tell.
    """
    denied = denial(scene, trigger) or denial_around(scene, trigger)[0]
    if denied:
        return Status.DENIED, denied
    asked = asked_not(scene, trigger)
    if asked:
        return Status.REQUESTED_NOT, asked
    if trigger.frame.ongoing and (trigger.verb is None or not trigger.verb.form.finite):
        near = near_sign(scene, trigger)
        # Who is urged to end a war is urged because it goes on.
        wanted = near is not None and near[1] in status_words().stop.request
        return near if near and not wanted else (Status.ONGOING, SPOKEN_OF)
    undone = _undone(trigger) or _called_off(scene, trigger)
    return undone or sign_of(scene, trigger) or _by_verb(scene, trigger)


def asked_not(scene: Scene, trigger: Trigger) -> str:
    """The words that ask not to do what a trigger names: বন্ধ করার আহ্বান, না করতে বলেছে.

    A word for stopping or a negation and, later, a request.

    Args:
        scene: The sentence.
        trigger: One of its triggers.

    Returns:
        The words, or the empty string.
    """
    table = status_words().stop
    domain = scene.domains[trigger.domain]
    rest = scene.tokens[trigger.last : domain.last]
    verb = trigger.verb
    if lest := _lest(scene, trigger):
        return lest
    undone = verb is not None and verb.negated and (_open(verb.form.form) or _forbids(verb))
    stops = table.refrain if trigger.frame.ongoing else table.words
    if not undone and not any(bases(t.text) & stops for t in rest[:NEAR]):
        return ""
    asks = [t.text for t in rest if bases(t.text) & (table.request | table.promise)] or [
        ask for ask in (_told_to(domain), obligation(scene, domain)) if ask
    ]
    return f"asked not to ({asks[0]})" if asks else ""


def promised_not(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is a promise not to do what a trigger names: nobody else asks for it.

    Args:
        scene: The sentence.
        trigger: One of its triggers.
    """
    rest = scene.tokens[trigger.last : scene.domains[trigger.domain].last]
    return any(bases(t.text) & status_words().stop.promise for t in rest)


def _open(form: str) -> bool:
    return form in {"noun", "infinitive"}


def _forbids(verb: VerbGroup) -> bool:
    """না চালাতে বলেছে; that nobody was told to (বলেনি) forbids nothing."""
    tells = verb.stems[-1] == paradigms().auxiliary.tell and not verb.form.negated
    return tells and _open(verb.forms[0].form)


def _lest(scene: Scene, trigger: Trigger) -> str:
    """কেউ যেন হামলা না করে: what is not to happen."""
    verb = trigger.verb
    if verb is None or not verb.negated or verb.form.tense not in {"", "present"}:
        return ""
    first = max(0, scene.domains[trigger.domain].first - 1)
    words = status_words().stop.lest
    return next((t.text for t in scene.tokens[first : trigger.first] if t.text in words), "")


def _told_to(domain: Domain) -> str:
    """The verb of telling somebody to do something: বিরত থাকতে বলেছে."""
    infinitive = any(
        f.form == "infinitive" for s in domain.segments if s.verb for f in s.verb.forms
    )
    tell = paradigms().auxiliary.tell
    return tell if infinitive and domain.verb is not None and tell in domain.verb.stems else ""


def _undone(trigger: Trigger) -> Told | None:
    """A participle or verbal noun that is negated: আলোচনা না করে, হামলা না চালালে."""
    verb = trigger.verb
    if verb is None or verb.form.finite or not verb.negated:
        return None
    if verb.form.form == "conditional" and not verb.concessive:
        return Status.POSSIBLE, "if not"
    return Status.NEGATED, "negation"


def _called_off(scene: Scene, trigger: Trigger) -> Told | None:
    """সফর বাতিল করেছেন, তেল কেনা বন্ধ করেছে: it does not take place, or no longer."""
    cancel, cease, event = status_words().cancel, status_words().cease, trigger.frame.event
    verb, own = scene.domains[trigger.domain].verb, trigger.verb
    done = own is not None and own.form.form == "participle"
    end = end_of(scene, trigger)
    near: tuple[Token, ...] = ()
    if event in cancel.events and not done:
        near = scene.tokens[trigger.first : end + CALLED_OFF]
    word = next((t for t in near if bases(t.text) & cancel.words), None)
    if event in cease.events and not done:
        after = (t for t in scene.tokens[end : end + 1] if bases(t.text) & cease.words)
        word = word or next(after, None)
    open_ = verb is not None and (verb.negated or verb.form.tense == "future" or _modal(verb))
    if word is None or open_:
        return None
    return Status.NEGATED, word.text


def _by_verb(scene: Scene, trigger: Trigger) -> Told:
    verb = ruling(scene, trigger)
    spoken = Status.ONGOING if trigger.frame.ongoing else Status.OCCURRED
    if verb is None:
        return spoken, "no verb"
    if verb.negated:
        return Status.NEGATED, "negation"
    # In ক্ষমা চেয়েছে asking is the act itself, as in প্রত্যর্পণ চেয়ে চিঠি দিয়েছে.
    asking = trigger.verb if trigger.verb is not None else verb
    asks = asking.stems[0] == paradigms().auxiliary.want and trigger.last == asking.last
    own = _modal(trigger.verb) if trigger.verb is not None and not asks else None
    told = own or _modal(verb) or _purpose(trigger, verb)
    if told is not None and not (asks and told[1] == "wanted"):
        if own is None and trigger.verb is not verb and told[1] in {"wants to", "wanted"}:
            return spoken, "done by who wants something else"
        if not (background(trigger) and told[0] is Status.POSSIBLE):
            return told
    status = _by_tense(scene, trigger, verb, spoken)
    if verb.form.tense in {"future", "present"} and _conditioned(scene, trigger, verb):
        return Status.POSSIBLE, "on a condition"
    return status, verb.form.tense or verb.form.form


def _by_tense(scene: Scene, trigger: Trigger, verb: VerbGroup, spoken: Status) -> Status:
    form = verb.form
    said = trigger.frame.event in VERBAL
    if form.tense == "future":
        # Who says that he will promise, promises.
        pledged = form.first and trigger.frame.event == "Promise"
        return Status.OCCURRED if pledged else Status.PLANNED
    if form.form == "conditional" and not verb.concessive:
        return Status.OCCURRED if _followed(scene, trigger) else Status.POSSIBLE
    if form.tense == "imperative":
        return Status.POSSIBLE
    if form.tense == "progressive":
        # Who is accusing or keeps accusing (করে আসছে) has accused; who keeps supporting goes on
        # with it, and who is refusing unless he says so himself.
        words = form.first or trigger.frame.event != "Refusal"
        once = len(verb.forms) == 1 or trigger.frame.event in TOLD
        if said and (_saying(verb) or (words and once)):
            return Status.OCCURRED
        return Status.PLANNED if _approaching(trigger, verb) else Status.ONGOING
    lasting = _kept_up(verb) or _begun(scene, trigger, verb)
    if form.tense == "perfect" and lasting and not said:
        return Status.ONGOING
    return spoken if form.tense == "present" else Status.OCCURRED


def _followed(scene: Scene, trigger: Trigger) -> bool:
    """গুলি চালালে তিনজন নিহত হন: what came of it happened, and so did it."""
    verb = scene.domains[trigger.domain].verb
    if verb is None or _modal(verb) or verb.negated or verb.form.tense not in PAST:
        return False
    before = scene.tokens[: trigger.first]
    return not any(t.text in status_words().condition.words for t in before)


def _approaching(trigger: Trigger, verb: VerbGroup) -> bool:
    """চীন সফরে যাচ্ছেন, বৈঠকে বসছেন: who is about to go has not gone yet."""
    table = status_words().approach
    return trigger.frame.event in table.events and verb.stems[-1] in table.words


def _saying(verb: VerbGroup) -> bool:
    """অস্বীকার করে বলছে: what the participle names is done, and said."""
    tell = paradigms().auxiliary.tell
    return len(verb.forms) > 1 and verb.stems[-1] == tell and verb.forms[-2].form == "participle"


def _kept_up(verb: VerbGroup) -> bool:
    """নিষেধাজ্ঞা দিয়ে রেখেছে, হামলা করে চলেছে: what was done still holds or goes on."""
    auxiliary = paradigms().auxiliary
    lasting = verb.stems[-1] in {auxiliary.keep, auxiliary.proceed}
    return lasting and len(verb.forms) > 1 and verb.forms[-2].form == "participle"


def _begun(scene: Scene, trigger: Trigger, verb: VerbGroup) -> bool:
    """আলোচনা শুরু হয়েছে, সংঘাতে জড়িয়েছে: what has begun goes on."""
    table = status_words().begin.words
    words = (t.text for t in scene.tokens[trigger.first : verb.last])
    return bool(table & {*verb.stems}) or any(bases(word) & table for word in words)


def _conditioned(scene: Scene, trigger: Trigger, verb: VerbGroup) -> bool:
    """The sentence says on what condition: যদি …, তাহলে …; before a future also … হলে … করবে."""
    domain = scene.domains[trigger.domain]
    if any(t.text in status_words().condition.words for t in scene.tokens[: domain.first]):
        return True
    if verb.form.tense != "future":
        return False
    verbs = (s.verb for s in domain.segments if s.last <= trigger.first)
    return any(v is not None and v.form.form == "conditional" and not v.concessive for v in verbs)


def _modal(verb: VerbGroup) -> Told | None:
    """What 'can', 'want to', 'must' and 'going to' say: করতে পারে, করতে চায়, করতে যাচ্ছে."""
    auxiliary = paradigms().auxiliary
    if auxiliary.can in verb.stems:
        managed = verb.form.tense in {"perfect", "pluperfect"} or verb.form.form == "participle"
        return (Status.OCCURRED, "could") if managed else (Status.POSSIBLE, "can")
    infinitive = any(f.form == "infinitive" for f in verb.forms)
    if verb.stems[0] == auxiliary.want:
        return Status.POSSIBLE, "wanted"
    if infinitive and auxiliary.want in verb.stems:
        return Status.POSSIBLE, "wants to"
    if infinitive and auxiliary.tell in verb.stems:
        return Status.POSSIBLE, "told to"
    if must(verb):
        return Status.POSSIBLE, "must"
    if infinitive and verb.stems[-1] == auxiliary.go and verb.form.form != "participle":
        return Status.PLANNED, "going to"
    return None


def _purpose(trigger: Trigger, verb: VerbGroup) -> Told | None:
    """Who comes or is sent in order to do something is yet to do it: আলোচনা করতে এসেছেন."""
    moves = verb.stems[-1] in status_words().purpose.words
    alone = trigger.verb is not verb and trigger.verb is not None
    infinitive = (
        trigger.verb is not None and trigger.verb.form.form == "infinitive"
        if alone
        else len(verb.forms) > 1 and verb.forms[-2].form == "infinitive"
    )
    return (Status.PLANNED, "in order to") if moves and infinitive else None

"""The grammar of a parsed sentence: who is the subject, which voice, which tense."""

from __future__ import annotations

from timeline.events.sentence.nodes import FINITE, Nodes

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_CONTROLLED = ("by", "after", "before", "in", "from", "without", "while", "since", "for", "of", "on", "upon")
"""Prepositions whose gerund is done by the subject of the verb above."""
_JUDGED = (
    "praise", "thank", "commend", "blame", "accuse", "criticize", "criticise", "condemn", "denounce", "fault",
    "prevent", "stop", "keep", "bar", "ban", "discourage", "arrest", "fine", "sue", "suspect",
)  # fmt: skip
"""Verbs whose object does what the gerund tells: "praised the army for acting responsibly"."""
_ASKING = ("call", "ask", "push", "press", "plead", "appeal", "argue", "allow", "vote")
_GETTING = ("get", "have", "keep", "leave", "want")
_PUBLISHED = ("publish", "release", "issue", "file", "unveil", "post", "write")
_WORKS = ("finding", "result", "study", "report", "survey", "analysis", "letter", "statement", "review")
_PICKING = ("first", "second", "third", "only", "next", "last", "latest")
_INTENDED = (
    "plan", "permission", "right", "decision", "attempt", "effort", "bid", "promise", "pledge", "vow",
    "intention", "agreement", "opportunity", "chance", "offer", "proposal", "request", "threat", "readiness",
    "willingness", "authority", "power", "approval", "commitment", "desire", "preparation", "deal", "intent",
    "ambition", "goal", "aim", "drive", "push", "campaign", "mission", "duty",
)  # fmt: skip
"""Nouns whose infinitive is done by whoever has them: "requested permission to hold the rally"."""
CLAUSES = ("relcl", "acl", "advcl", "ccomp", "csubj", "csubjpass", "parataxis")


class Tree(Nodes):
    """A sentence whose verbs can be asked for their subject, object, voice and tense."""

    __slots__ = ()

    def subject(self, verb: int) -> int | None:
        """The grammatical subject: its own, its antecedent's, or what it shares with the verb it joins."""
        impersonal = False
        for _ in range(len(self.tokens)):
            own = [k for k in self.kids(verb, *SUBJECTS) if k < verb] or self.kids(verb, *SUBJECTS)
            if own:
                token = self.tokens[own[-1]]
                if impersonal and token.text.lower() == "it":
                    return None  # "it is possible to stop it": for whom?
                if token.tag in ("WDT", "WP") and (antecedent := self._antecedent(verb)) is not None:
                    return self.one_of(antecedent)
                if token.dep.startswith("csubj"):  # "Protesters taking to the streets felt …"
                    return self.kid(own[-1], "nsubj", "nsubjpass") or own[-1]
                return own[-1]
            token = self.tokens[verb]
            head = token.head
            if token.dep == "advcl" and self.finite(verb) and (mark := self._opener(verb)) is not None:
                return self._first_noun(mark, verb)
            if self.intended(verb):
                if self.tokens[head].dep == "dobj":  # "announced plans to hold a referendum"
                    verb = self.tokens[head].head
                    continue
                return self.kid(head, "poss")
            bare = token.dep in ("acl", "relcl") and token.tag == "VB" and self.infinitive(verb)
            if token.dep == "advcl" and self.infinitive(verb) and self.lemma(head) == "be":
                return None  # "to gauge it, here are two pictures"
            if bare and not self.passive(verb) and not self._picked(head) and not self._is_one(head):
                return self.kid(head, "poss")  # "his attempt to break in": he does
            # "France was the first to recognize it"
            if token.dep in ("acl", "relcl") and token.tag == "VB" and self._is_one(head):
                return self.kid(self.tokens[head].head, "nsubj")
            if token.dep in ("relcl", "acl") and self.is_noun(head):
                return self._work_of(verb, self.one_of(head))
            if token.dep == "xcomp" and not self.is_verb(head):  # "a ceremony due to be held"
                if self.is_noun(self.tokens[head].head):
                    return self.tokens[head].head
                impersonal = True
                head = self.tokens[head].head
            if (stray := self._stray_subject(verb)) is not None:
                return stray
            if token.dep in ("conj", "xcomp", "advcl", "aux", "auxpass", "pcomp", "dep") and head != verb:
                if token.dep == "xcomp":
                    controlled = self.kid(head, "dobj", "iobj", "dative")
                    if controlled is not None and self.is_noun(controlled):
                        return controlled
                if token.dep == "pcomp":
                    if self.tokens[head].text.lower() not in _CONTROLLED:
                        return None
                    link, head = head, self.tokens[head].head
                    if self.low(link) == "for" and self.lemma(head) in _ASKING:
                        return None  # "called for finishing the well": who is to do it?
                    judged = self.kid(head, "dobj") if self.lemma(head) in _JUDGED else None
                    if judged is not None and self.is_noun(judged) and judged < link:
                        return judged
                    if self.passive(head):
                        return None  # "might be stopped by lowering a dome": by whom?
                if self.is_verb(head):
                    agent = self.kid(head, "agent") if self.passive(head) and token.dep != "conj" else None
                    if agent is not None and token.dep in ("advcl", "pcomp"):
                        return self.kid(agent, "pobj")  # "taken by him after deciding to go"
                    verb = head
                    continue
            return None
        return None

    def _opener(self, verb: int) -> int | None:
        """The word, such as "as" or "since", that opens a clause with a subject of its own."""
        return next((k for k in self.kids(verb, "mark") if k < verb), None)

    def _first_noun(self, start: int, end: int) -> int | None:
        """The head of the first noun phrase between two words."""
        for index in range(start + 1, end):
            noun = self.tokens[index].pos in ("NOUN", "PROPN")
            if noun and self.tokens[index + 1].pos not in ("NOUN", "PROPN", "PART", "PUNCT"):
                return index
        return None

    def one_of(self, noun: int) -> int:
        """ "Kazakhstan was among those countries that …": who is one of them."""
        token = self.tokens[noun]
        preposition = self.tokens[token.head]
        who = self.kid(token.head, "nsubj") if token.dep == "attr" and preposition.lemma == "be" else None
        if who is not None and self.person(who):
            return who  # "Wisner is the official who delivered it"
        if token.dep != "pobj" or preposition.text.lower() != "among":
            return noun
        verb = preposition.head
        subject = self.kid(verb, "nsubj") if self.tokens[verb].lemma == "be" else None
        return noun if subject is None else subject

    def _is_one(self, noun: int) -> bool:
        """Whether a noun says what its clause's subject is: "France was the first to …"."""
        return self.tokens[noun].dep == "attr" and self.lemma(self.tokens[noun].head) == "be"

    def _picked(self, noun: int) -> bool:
        """Whether a noun does what its infinitive tells: "the first woman to win", "Smith to speak"."""
        beside = self.kids(noun, "amod", "advmod")
        picked = any(self.tokens[k].tag == "JJS" or self.low(k) in _PICKING for k in beside)
        named = self.tokens[noun].pos == "PROPN" and self.tokens[noun].dep != "dobj"
        return picked or named

    def _work_of(self, verb: int, maker: int) -> int:
        """ "the report by the team published today": it is the report that is published."""
        by = self.tokens[self.tokens[maker].head]
        made = self.tokens[verb].tag == "VBN" and self.tokens[maker].dep == "pobj"
        made = made and (by.text.lower() == "by" or self.lemma(by.head) in _WORKS)
        return by.head if made and self.is_noun(by.head) and self.lemma(verb) in _PUBLISHED else maker

    def _stray_subject(self, verb: int) -> int | None:
        """A finite verb's subject that the parser hung on a participle before it."""
        if not self.finite(verb):
            return None
        for k in reversed(self.kids(verb, "advcl", "ccomp", "csubj")):
            if k < verb and self.tokens[k].tag in ("VBG", "VBN") and not self.finite(k):
                return self.kid(k, "nsubj", "nsubjpass", "dep")
        return None

    def intended(self, verb: int) -> bool:
        """Whether a verb is the infinitive of a plan: "permission to hold the rally"."""
        token = self.tokens[verb]
        return token.dep == "acl" and token.tag == "VB" and self.lemma(token.head) in _INTENDED

    def content(self, verb: int) -> int | None:
        """The clause that a verb has for its object; what follows it before what stands ahead of it."""
        clauses = self.kids(verb, "ccomp")
        return next((k for k in clauses if k > verb), clauses[0] if clauses else None)

    def finite(self, verb: int) -> bool:
        """Whether a verb has a tense, its own or its auxiliary's."""
        return self.tokens[verb].tag in FINITE or any(
            self.tokens[k].tag in FINITE for k in self.kids(verb, "aux", "auxpass")
        )

    def relative_object(self, verb: int) -> int | None:
        """What a relative clause's verb has as its object: "the figures, which BP released"."""
        token = self.tokens[verb]
        below = token.dep in ("xcomp", "ccomp") and not self.passive(verb)
        if below and self.kid(verb, "dobj", "ccomp", "xcomp") is None:
            return self._object_above(verb)
        if token.dep != "relcl" or not self.is_noun(token.head) or self.passive(verb):
            return None
        own = self.kid(verb, "nsubj")
        if own is None or self.tokens[own].tag in ("WDT", "WP"):
            return None
        taken = self.kid(verb, "dobj")
        if taken is not None:
            return token.head if self.tokens[taken].tag in ("WDT", "WP") else None
        if self.kid(verb, "attr", "acomp", "xcomp", "ccomp", "mark") is not None:
            return None
        if any(self.tokens[k].tag == "WRB" for k in self.kids(verb, "advmod")):
            return None  # "where he lives"
        objects = [self.kid(k, "pobj") for k in self.kids(verb, "prep")]
        if any(k is not None and self.tokens[k].tag in ("WDT", "WP") for k in objects):
            return None  # "from which the rebels retreated"
        stranded = None in objects
        intransitive = self.lemma(verb) in ("be", "die", "happen", "occur", "arrive", "come", "go", "live")
        return None if stranded or intransitive else token.head

    def _object_above(self, verb: int) -> int | None:
        """ "surpluses which Greece is to start running": the object of a verb below the clause's."""
        at = verb
        while self.tokens[at].dep in ("xcomp", "ccomp") and self.tokens[at].head != at:
            at = self.tokens[at].head
            taken = self.kid(at, "dobj")
            if taken is not None and self.tokens[taken].tag not in ("WDT", "WP"):
                return None
        token, own = self.tokens[at], self.kid(at, "nsubj", "nsubjpass")
        asked = own is not None and self.tokens[own].tag in ("WDT", "WP")
        if token.dep != "relcl" or own is None or asked or not self.is_noun(token.head):
            return None
        which = any(t.tag in ("WDT", "WP") or t.text.lower() == "that" for t in self.tokens[token.head : own])
        return token.head if which else None

    def tense(self, verb: int) -> str:
        """past, present, perfect, future (any modal) or none (not finite)."""
        auxiliaries = [self.tokens[k] for k in self.kids(verb, "aux", "auxpass")]
        first = auxiliaries[0] if auxiliaries else self.tokens[verb]
        if first.tag == "MD":
            return "future"
        if first.tag == "VBD":
            return "past"
        if first.tag not in ("VBZ", "VBP"):
            return "none"
        return "perfect" if auxiliaries and first.lemma == "have" else "present"

    def _antecedent(self, verb: int) -> int | None:
        token = self.tokens[verb]
        while token.dep in ("conj", "ccomp", "xcomp") and token.head != token.index:
            token = self.tokens[token.head]
        return token.head if token.dep == "relcl" and token.head != token.index else None

    def passive(self, verb: int) -> bool:
        token = self.tokens[verb]
        if self.kid(verb, "auxpass", "nsubjpass") is not None:
            return True
        if token.tag == "VBD" and token.dep == "acl":  # a participle that the tagger took for a past tense
            return self.kid(verb, "nsubj", "dobj") is None
        low = token.text.lower()
        if token.tag == "VBD" and low.endswith(("en", "own")) and low != token.lemma.lower():
            return True  # "taken", "shown": never a past tense
        above = self.tokens[token.head]
        if token.tag == "VBD" and token.dep == "conj" and above.dep == "acl" and above.tag == "VBN":
            return self.kid(verb, *SUBJECTS) is None and self.passive(token.head)
        if token.tag != "VBN" or any(self.lemma(k) in ("have", "having") for k in self.kids(verb, "aux")):
            return False
        if self.kid(verb, "agent") is not None:
            return True
        if token.dep in ("ccomp", "xcomp") and above.lemma in _GETTING:  # "get the pump inserted"
            return self.kid(verb, "dobj", "aux") is None
        if token.dep == "xcomp" and above.tag == "VBN" and self.kid(token.head, "nsubjpass") is not None:
            return self.kid(verb, "dobj") is None  # "were reported killed"
        if token.dep == "conj":
            return self.kid(verb, "nsubj", "aux") is None and self.passive(token.head)
        if token.dep == "advcl" and any(self.low(k) == "with" for k in self.kids(verb, "mark")):
            return self.kid(verb, "dobj") is None  # "with output expected to grow"
        if token.dep == "ROOT" and self.sentence.zone == "caption":  # "Crosses erected on Grand Isle."
            return self.kid(verb, "aux", "dobj", "xcomp", "ccomp") is None
        if token.dep == "acl":  # "people taken hostage": who acts has "-ing"
            return self.kid(verb, "nsubj") is None
        return token.dep in ("advcl", "relcl", "amod") and self.kid(verb, "nsubj", "dobj") is None

    def infinitive(self, verb: int) -> bool:
        """Whether a word has the "to" of an infinitive."""
        return any(self.tokens[k].tag == "TO" for k in self.kids(verb, "aux"))

    def negated(self, index: int) -> bool:
        return self.kid(index, "neg") is not None

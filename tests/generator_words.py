"""The words that generated bundles are made of: invented people, stock phrases, closed lists."""

from caseviewer.model import kinds

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

LANGUAGES = ("en", "fr", "ru", "kk", "ar", "fa", "zh", "hi", "ka", "hy", "am", "he")

GIVEN: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (("Ruth", "Ruth"), ("Martin", "Martin"), ("Grace", "Grace")),
    "fr": (("Élodie", "Élodie"), ("Joël", "Joël"), ("Françoise", "Françoise")),
    "ru": (("Galina", "Галина"), ("Oleg", "Олег"), ("Lyudmila", "Людмила")),
    "kk": (("Äygerim", "Әйгерім"), ("Qanat", "Қанат"), ("Güldana", "Гүлдана")),
    "ar": (("Layla", "ليلى"), ("Yusuf", "يوسف"), ("Maryam", "مريم")),
    "fa": (("Parisa", "پریسا"), ("Behrouz", "بهروز"), ("Zhaleh", "ژاله")),
    "zh": (("Meilin", "美琳"), ("Guowei", "国伟"), ("Xiulan", "秀兰")),
    "hi": (("Asha", "आशा"), ("Rajesh", "राजेश"), ("Sunita", "सुनीता")),
    "ka": (("Nino", "ნინო"), ("Giorgi", "გიორგი"), ("Tamar", "თამარ")),
    "hy": (("Anahit", "Անահիտ"), ("Hovhannes", "Հովհաննես"), ("Lusine", "Լուսինե")),
    "am": (("Abeba", "አበባ"), ("Tesfaye", "ተስፋዬ"), ("Selam", "ሰላም")),
    "he": (("Miryam", "מרים"), ("Elazar", "אלעזר"), ("Noa", "נועה")),
}
"""Given names by language: in Latin letters, and in the script of the language."""

FAMILY: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (("Ashcombe", "Ashcombe"), ("Turnbarrow", "Turnbarrow"), ("Winslade", "Winslade")),
    "fr": (("Dufrêne", "Dufrêne"), ("Lacombe-Noël", "Lacombe-Noël"), ("Verçot", "Verçot")),
    "ru": (("Berezina", "Березина"), ("Solovyov", "Соловьёв"), ("Zaitseva", "Зайцева")),
    "kk": (("Nurgaliyeva", "Нұрғалиева"), ("Segizbayev", "Сегізбаев"), ("Ömirzaq", "Өмірзақ")),
    "ar": (("al-Rashidi", "الراشدي"), ("Haddad", "حداد"), ("al-Masri", "المصري")),
    "fa": (("Karimi", "کریمی"), ("Golestani", "گلستانی"), ("Pourzand", "پورزند")),
    "zh": (("Chen", "陈"), ("Ouyang", "欧阳"), ("Zhao", "赵")),
    "hi": (("Varma", "वर्मा"), ("Mishra", "मिश्रा"), ("Chauhan", "चौहान")),
    "ka": (("Beridze", "ბერიძე"), ("Kvaratskhelia", "კვარაცხელია"), ("Lomidze", "ლომიძე")),
    "hy": (("Sargsyan", "Սարգսյան"), ("Petrosyan", "Պետրոսյան"), ("Grigoryan", "Գրիգորյան")),
    "am": (("Bekele", "በቀለ"), ("Haile", "ኃይሌ"), ("Wolde", "ወልዴ")),
    "he": (("Ben-Ami", "בן עמי"), ("Shalev", "שלו"), ("Peretz", "פרץ")),
}
"""Family names, in the same way."""

STATES = (
    ("Valdrasia", "XVA", "Вальдразия", "ru"),
    ("Sorvinia", "XSO", "Sorvinië", "nl"),
    ("Qarabel", "XQA", "قرابيل", "ar"),
    ("Mirzestan", "XMI", "میرزستان", "fa"),
    ("Tienlu", "XTI", "天路国", "zh"),
    ("Kazakhstan", "KAZ", "Қазақстан", "kk"),
    ("Georgia", "GEO", "საქართველო", "ka"),
)
"""States: name, code, the name in a language of theirs, that language."""

PLACES = (
    ("Orvath", "XVA"),
    ("Lower Selm", "XVA"),
    ("Brenn am See", "XSO"),
    ("Qal’at Nur", "XQA"),
    ("Shahr-e Zard", "XMI"),
    ("Lánhé", "XTI"),
    ("Almaty", "KAZ"),
    ("Zugdidi", "GEO"),
)

OPENINGS = (
    "The guards counted", "Relatives had named", "The ministry spoke of", "Lawyers wrote about",
    "A report lists", "The court was told of", "Neighbours remember", "The police took away",
    "Doctors examined", "Officials released", "A letter asks about", "The complaint describes",
)  # fmt: skip
MIDDLES = (
    "people who were held near", "detainees on the road to", "villagers from the hills above",
    "complainants in the prison of", "witnesses at the hearing in", "families who fled from",
    "prisoners sent back to", "workers of the mine outside", "students arrested in",
)  # fmt: skip
ENDS = (
    "and gave no reason", "without a warrant", "before the hearing began", "on the same morning",
    "in the presence of a consul", "although an appeal was pending", "as the register shows",
    "after the border had been closed", "which the State denies", "and nobody asked them anything",
    "while the interim measures were in force and counsel had asked for the file three times",
)  # fmt: skip

VAGUE_DATES = ("in the spring of that year", "not long after the trial", "some weeks later")

DATE_FORMS: tuple[tuple[str, str, str], ...] = (
    ("{y}-{m:02}", "", "stated"),
    ("{y}", "", "stated"),
    ("{y}-22", "", "stated"),
    ("{y}~", "", "inferred"),
    ("{y}-{m:02}?", "", "inferred"),
    ("{y}-{m:02}-{d:02}%", "", "inferred"),
    ("{dec}X", "", "inferred"),
    ("19XX", "", "inferred"),
    ("{y}-XX-XX", "", "stated"),
    ("{y}-{m:02}-XX", "", "stated"),
    ("{y}-{m:02}-{d:02}T12:04:00Z", "", "stated"),
    ("{y}-{m:02}-{d:02}T23:10:00+05:00", "", "stated"),
    ("{y}-{m:02}-{d:02}/{n}-{m:02}-{d:02}", "some_time_within", "bounded"),
    ("{y}-{m:02}/{n}", "throughout", "stated"),
    ("{y}-{m:02}-{d:02}/..", "throughout", "stated"),
    ("../{y}-{m:02}-{d:02}", "some_time_within", "bounded"),
    ("{y}-{m:02}-{d:02}/", "throughout", "computed"),
    ("/{y}-{m:02}", "some_time_within", "bounded"),
    ("-0044-03-15", "", "stated"),
    ("Y-12000", "", "computed"),
    ("", "", "stated"),
)
"""Forms of a date that is no plain day, with its sense and basis; an empty one is words alone."""

SOMEBODY = ("One mother", "The judge", "A guard", "A former prisoner", "The interpreter")
GROUPS = ("detainees", "villagers", "miners", "complainants", "students", "family members")
ORGANIZATIONS = (
    "Border Watch", "Custody Monitor", "The Evening Courier", "Counsel for the Detained",
    "Union of Miners", "Archive of Testimonies", "Ministry of the Interior", "Prison Service",
)  # fmt: skip
BODIES = ("Committee for the Protection of Captives", "Regional Court", "Commission of Inquiry")
INSTRUMENTS = ("Convention for the Protection of Captives", "Regional Charter", "Penal Code")
ATTRIBUTIONS = ("she said.", "he told the court.", "said the spokesman […].", "they wrote.")
TRANSLATIONS = (
    ("Нас ни о чём не спросили.", "ru"),
    ("لم يسألنا أحد عن شيء.", "ar"),
    ("没有人问过我们。", "zh"),
    ("किसी ने हमसे कुछ नहीं पूछा।", "hi"),
)

PARTY_KINDS = ("person",) * 6 + ("group", "organization", "organization", "state", "body")
IDENTITIES = (
    *((("named", ""),) * 6),
    ("pseudonym", "deciding_body"),
    ("anonymous", "source"),
    ("unnamed", ""),
    ("unknown", ""),
    ("redacted", "bundle"),
)
"""How much is known of a person, and who keeps the name back."""

SOURCES = (
    ("treaty_body_decision", "legal_case"),
    ("un_document", "report"),
    ("ngo_report", "report"),
    ("news_report", "article-newspaper"),
    ("news_report", "article-newspaper"),
    ("journal_article", "article-journal"),
    ("book", "book"),
    ("interview", "interview"),
    ("statute", "legislation"),
    ("submission", "personal_communication"),
)
"""Kinds of source with the type of their bibliographic data."""

DIFFERENCES = tuple(kind.value for kind in kinds.DifferenceKind)
DONE = ("fulfilled", "fulfilled_late", "partly_fulfilled")
EVENTS = tuple(kind.value for kind in kinds.EventKind)
KNOWLEDGE = tuple(kind.value for kind in kinds.Knowledge)
MODES = tuple(kind.value for kind in kinds.Mode)
NATURES = tuple(kind.value for kind in kinds.Nature)
OUTCOMES = tuple(kind.value for kind in kinds.Outcome)
PROCEEDINGS = tuple(kind.value for kind in kinds.ProceedingKind)
RELATIONS = tuple(kind.value for kind in kinds.RelationKind)
ROLES = tuple(kind.value for kind in kinds.Role)
RULES = tuple(kind.value for kind in kinds.CountingRule)
STANDINGS = tuple(kind.value for kind in kinds.Standing)

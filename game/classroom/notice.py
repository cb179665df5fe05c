"""What a pupil, a parent or a data protection officer is told: on the phones and in the kit."""

from __future__ import annotations

TITLE = "What is kept of you"
NOTICE = (
    (
        "Who answers for it",
        (
            "Your school. Your teacher runs the program, on a computer there. Ask either of "
            "them, or the data protection officer of the school. Those who made the game "
            "receive nothing."
        ),
    ),
    (
        "What for",
        (
            "For this lesson: to seat you, to count votes, to set what the class expected "
            "beside what came, and to talk it over. No marks, no ranking, nothing by speed, and "
            "no program decides anything about you. The ground for it your school can name: as "
            "a rule its task to teach."
        ),
    ),
    (
        "What",
        (
            "The name you chose, your seat, your votes, the reasons and points you sent, "
            "whether you stepped out of the role, and the moment of each, to keep them in "
            "order."
        ),
    ),
    (
        "What you may leave out",
        (
            "Your real name: a code name is enough. Reasons and points. Your phone: hands and "
            "paper slips count as well."
        ),
    ),
    (
        "Where",
        (
            "In one file on that computer. Nothing is sent to anybody else, nothing is loaded "
            "from the internet, nothing leaves the country. The network address of your phone "
            "is used while the room is open, and not written down."
        ),
    ),
    (
        "On your phone",
        (
            "One cookie with a random key, so that you find your seat again after a reload. It "
            "says nothing about you. It goes when the room is deleted or when you clear your "
            "browser."
        ),
    ),
    (
        "Who sees it",
        (
            "Everybody sees your chosen name in the lobby, and how many voices each response "
            "has. A reason is seen only if your teacher shows it, with your seat and without "
            "your name. Your teacher can read who voted how and why in a report, and can make "
            "one without names."
        ),
    ),
    (
        "How long",
        (
            "Until your teacher deletes the room, or until the day set for it. Deleting takes "
            "the whole file away. A report or a page to keep that was downloaded is a file of "
            "its own, to be deleted by whoever has it."
        ),
    ),
    (
        "Your rights",
        (
            "Ask what is kept of you, and have it put right or erased; object; complain to the "
            "data protection authority. Your teacher can erase you alone, at once: your name, your "
            "key and your reasons go from the file, and your votes and points stay in the counts "
            "as nobody's."
        ),
    ),
)
"""Headings, and what stands under them."""

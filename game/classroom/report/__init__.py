"""What a lesson leaves behind: reports, tables, statements and a page for every pupil."""

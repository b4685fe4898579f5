#pragma once

#include <string>
#include <vector>

#include "law/deadline_json.hpp"
#include "law/evaluate.hpp"

namespace law {

// An iCalendar file (RFC 5545) holding every deadline that has a date: all-day events, or events
// at their hour in the zone Europe/Paris, each with an alarm 7 days and 1 day before. Lines end
// with CRLF and are folded at 75 octets. `written_on` is DTSTAMP (midnight UTC of that day): the
// same input gives the same bytes, and an event keeps its UID when the file is made again.
[[nodiscard]] std::string ics(const std::vector<Deadline>& deadlines, calendar::Date written_on,
                              const CitationText& cite);

}  // namespace law
